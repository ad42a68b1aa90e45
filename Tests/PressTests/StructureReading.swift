import Foundation
import Testing

/// A structure tree as a reader finds it, checked from all sides while it is read.
struct ReadStructure {
  /// An element a line: indentation, type, and the text of its marks as pdftotext would give them is left out.
  private(set) var lines: [String] = []
  /// For each page and mark the type of its element.
  private(set) var marks: [[Int: String]] = []

  private let pdf: ReadPDF
  private var parentTree: [Int: Any] = [:]
  private var seenLinks = 0

  init(_ pdf: ReadPDF) throws {
    self.pdf = pdf
    marks = pdf.pages.map { _ in [:] }
    let root = pdf.dictionary(pdf.catalog["/StructTreeRoot"])
    let numbers = pdf.array(pdf.dictionary(root["/ParentTree"])["/Nums"])
    for index in stride(from: 0, to: numbers.count, by: 2) {
      parentTree[try #require(numbers[index] as? Int)] = numbers[index + 1]
    }
    let reference = try #require(root["/K"] as? String)
    try read(reference, parent: try #require(pdf.catalog["/StructTreeRoot"] as? String), depth: 0)
    #expect(pdf.dictionary(pdf.catalog["/MarkInfo"])["/Marked"] as? Bool == true)
    for (index, page) in pdf.pages.enumerated() {
      try checkContent(of: index, pdf.dictionary(page))
    }
    #expect(seenLinks == pdf.pages.reduce(0) { $0 + pdf.array(pdf.dictionary($1)["/Annots"]).count })
  }

  private mutating func read(_ reference: String, parent: String, depth: Int) throws {
    let element = pdf.dictionary(reference)
    #expect(element["/P"] as? String == parent)
    let type = String(try #require(element["/S"] as? String).dropFirst())
    var line = String(repeating: "  ", count: depth) + type
    if let alternative = pdf.text(element["/Alt"]) { line += " alt “\(alternative)”" }
    if let actual = pdf.text(element["/ActualText"]) { line += " reads “\(actual)”" }
    if let scope = pdf.text(pdf.dictionary(element["/A"])["/Scope"]) { line += " \(scope)" }
    lines.append(line)
    let kids = pdf.resolve(element["/K"]) as? [Any] ?? element["/K"].map { [$0] } ?? []
    for kid in kids {
      if let number = kid as? Int {
        try note(number, page: element["/Pg"], of: reference, type)
      } else if let child = kid as? String {
        try read(child, parent: reference, depth: depth + 1)
      } else {
        let kid = pdf.dictionary(kid)
        if let number = kid["/MCID"] as? Int {
          try note(number, page: kid["/Pg"], of: reference, type)
        } else {
          try noteLink(kid, of: reference, type)
        }
      }
    }
  }

  private mutating func note(_ number: Int, page: Any?, of element: String, _ type: String) throws {
    let index = try #require(pdf.pages.firstIndex { $0 == page as? String })
    let key = try #require(pdf.dictionary(page)["/StructParents"] as? Int)
    #expect(pdf.array(parentTree[key])[number] as? String == element)
    #expect(marks[index].updateValue(type, forKey: number) == nil, "mark \(number) belongs to two elements")
  }

  private mutating func noteLink(_ kid: [String: Any], of element: String, _ type: String) throws {
    #expect(kid["/Type"] as? String == "/OBJR")
    #expect(type == "Link")
    let annotation = pdf.dictionary(kid["/Obj"])
    let key = try #require(annotation["/StructParent"] as? Int)
    #expect(parentTree[key] as? String == element)
    #expect(pdf.text(annotation["/Contents"])?.isEmpty == false)
    #expect(
      pdf.array(pdf.dictionary(kid["/Pg"])["/Annots"]).contains { $0 as? String == kid["/Obj"] as? String })
    seenLinks += 1
  }

  /// Everything painted is in a mark that an element has, or in an artifact.
  private func checkContent(of index: Int, _ page: [String: Any]) throws {
    #expect(page["/Tabs"] as? String == "/S")
    var open: [String] = []
    var found: [Int: String] = [:]
    for line in try pdf.content(of: index).split(whereSeparator: \.isNewline) {
      for match in line.matches(
        of: /\/(\w+) <<\/MCID (\d+)>> BDC|\/(\w+) BMC|(?:^| )(EMC|S|f|f\*|Tj|TJ)$|\]TJ/)
      {
        if let name = match.1, let number = match.2.flatMap({ Int($0) }) {
          #expect(open.isEmpty)
          open.append(String(name))
          found[number] = String(name)
        } else if let name = match.3 {
          #expect(open.isEmpty)
          open.append(String(name))
        } else if match.4 == "EMC" {
          #expect(open.popLast() != nil)
        } else {
          #expect(open.count == 1, "painted outside of all marks: \(line)")
        }
      }
    }
    #expect(open.isEmpty)
    #expect(found == marks[index])
  }
}
