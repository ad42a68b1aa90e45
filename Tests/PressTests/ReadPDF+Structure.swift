import Foundation

/// The structure of a PDF, held against its pages.
extension ReadPDF {
  /// An element's kids as a list, also where there is one only.
  private func kids(of element: [String: Any]) -> [Any] {
    let kids = element["/K"]
    return kids as? [Any] ?? kids.map { [$0] } ?? []
  }

  private var root: [String: Any] { dictionary(catalog["/StructTreeRoot"]) }

  /// The tree of elements, one a line, indented, with the number of marks and links in each.
  var outline: String {
    var lines: [String] = []
    func describe(_ reference: Any, _ indent: String) {
      let element = dictionary(reference)
      guard let kind = element["/S"] as? String else { return }
      let kids = kids(of: element)
      let marks = kids.count { $0 is Int || dictionary($0)["/Type"] as? String == "/MCR" }
      let links = kids.count { dictionary($0)["/Type"] as? String == "/OBJR" }
      lines.append(
        indent + kind.dropFirst() + (marks > 0 ? " \(marks)" : "") + (links > 0 ? " links \(links)" : ""))
      for kid in kids where kid is String { describe(kid, indent + "  ") }
    }
    for kid in kids(of: root) { describe(kid, "") }
    return lines.joined(separator: "\n")
  }

  /// Elements of a kind, such as "/TH", in no order.
  func elements(_ kind: String) -> [[String: Any]] {
    dictionaries.filter { $0["/S"] as? String == kind && $0["/P"] != nil }
  }

  /// What is wrong between marks, elements, the parent tree and links; empty if nothing is.
  func faults() throws -> [String] {
    var faults: [String] = []
    var marksOfElements: [String: String] = [:]
    var annotationsOfElements: [String: String] = [:]
    func visit(_ reference: String, parent: String) {
      let element = dictionary(reference)
      if element["/P"] as? String != parent { faults.append("\(reference) does not name its parent") }
      for kid in kids(of: element) {
        let entry = dictionary(kid)
        if let number = kid as? Int {
          note(number, element["/Pg"], reference)
        } else if entry["/Type"] as? String == "/MCR", let number = entry["/MCID"] as? Int {
          note(number, entry["/Pg"], reference)
        } else if entry["/Type"] as? String == "/OBJR", let object = entry["/Obj"] as? String {
          if element["/S"] as? String != "/Link" { faults.append("\(object) is not in a Link") }
          annotationsOfElements[object] = reference
          if !array(dictionary(entry["/Pg"])["/Annots"]).contains(where: { $0 as? String == object }) {
            faults.append("\(object) is not on its page")
          }
        } else if let child = kid as? String {
          visit(child, parent: reference)
        }
      }
    }
    func note(_ number: Int, _ page: Any?, _ element: String) {
      let key = "\(page as? String ?? "no page") \(number)"
      if marksOfElements[key] != nil { faults.append("mark \(key) is in two elements") }
      marksOfElements[key] = element
    }
    let rootReference = catalog["/StructTreeRoot"] as? String ?? ""
    for case let kid as String in kids(of: root) { visit(kid, parent: rootReference) }

    var parents: [Int: Any] = [:]
    let numbers = array(dictionary(root["/ParentTree"])["/Nums"])
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      if let key = numbers[index] as? Int { parents[key] = numbers[index + 1] }
    }
    for (index, page) in pages.enumerated() {
      let found = try marks(inContentOfPage: index, &faults)
      let owners = array((dictionary(page)["/StructParents"] as? Int).flatMap { parents[$0] }).map {
        $0 as? String
      }
      if found != Array(0..<owners.count) {
        faults.append("page \(index): marks \(found), owners \(owners.count)")
      }
      for (number, owner) in owners.enumerated()
      where marksOfElements.removeValue(forKey: "\(page) \(number)") != owner {
        faults.append("page \(index): mark \(number) is not in \(owner ?? "nothing")")
      }
      if dictionary(page)["/Tabs"] as? String != "/S" { faults.append("page \(index): no tab order") }
      for case let annotation as String in array(dictionary(page)["/Annots"]) {
        let owner = (dictionary(annotation)["/StructParent"] as? Int).flatMap { parents[$0] } as? String
        if owner == nil || annotationsOfElements[annotation] != owner {
          faults.append("\(annotation) is in no element")
        }
      }
    }
    faults += marksOfElements.keys.sorted().map { "mark \($0) is in no content" }
    return faults
  }

  /// The numbers of a page's marks in their order; what is painted outside marks and artifacts is a fault.
  private func marks(inContentOfPage page: Int, _ faults: inout [String]) throws -> [Int] {
    var (marks, open) = ([Int](), [String]())
    for line in try content(of: page).split(separator: "\n") {
      let words = line.split(separator: " ")
      switch words.last {
      case "BDC"?, "BMC"?:
        open.append(String(line))
        if let key = words.firstIndex(where: { $0.hasSuffix("/MCID") }), key + 1 < words.count {
          if open.count > 1 { faults.append("page \(page): mark inside \(open[open.count - 2])") }
          marks.append(Int(words[key + 1].prefix { $0.isNumber }) ?? -1)
        }
      case "EMC"?: if open.popLast() == nil { faults.append("page \(page): EMC without a beginning") }
      case "Tj"?, "TJ"?, "f"?, "f*"?, "S"?, "B"?, "Do"?:
        if open.isEmpty { faults.append("page \(page): '\(line.prefix(30))' is outside all marks") }
      default: break
      }
    }
    if !open.isEmpty { faults.append("page \(page): \(open) stays open") }
    return marks
  }
}
