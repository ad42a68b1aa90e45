import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Press

@Suite("A PDF that is changed")
struct PDFFileTests {
  /// A file as Cairo writes it: objects one after the other, a stream's length an object of its own.
  private func painted(_ objects: [String], root: Int = 1) -> [UInt8] {
    var text = "%PDF-1.5\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      text += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1)\n   /Root \(root) 0 R\n>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  private let simple = [
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
    "<< /Type /Page % 1\n   /Parent 2 0 R\n   /MediaBox [ 0 0 200 99.5 ] /Contents 4 0 R /Resources << >> >>",
    "<< /Length 5 0 R >>\nstream\n0 0 m\nendstream", "   5",
  ]

  private func written(_ file: PDFFile) throws -> ReadPDF {
    var writer = PDFWriter(file)
    return try ReadPDF(bytes: try writer.write())
  }

  @Test func isWrittenAsItWasRead() throws {
    let file = try PDFFile(painted(simple))
    let page = try #require(try file.pages().first)
    #expect(try file.pages().count == 1)
    #expect(try file.content(of: page).decoded() == Array("0 0 m\n".utf8))
    let read = try written(file)
    #expect(read.numbers(read.dictionary(read.pages[0])["/MediaBox"]) == [0, 0, 200, 99.5])
    #expect(try read.content(of: 0) == "0 0 m")
    #expect(try tool("qpdf", "--check", read.file).status == 0)
  }

  @Test func keepsStringsOfAllKindsAndOverwritesEntries() throws {
    let file = try PDFFile(painted(simple))
    for text in ["plain", "(paren\\theses)", "Қазақстан – Oʻzbekiston", "", "line\nend", "😀"] {
      file.set("/Title", in: file.catalog, to: .text(text))
      let read = try written(file)
      #expect(read.text(read.catalog["/Title"]) == text)
    }
    let escaped =
      "<< /Type /Catalog /Pages 2 0 R /A (a \\) (b) \\\\) /B <41 42> /C [ true null -1.50 (c) ] >>"
    let read = try written(try PDFFile(painted([escaped] + simple.dropFirst())))
    #expect(read.text(read.catalog["/A"]) == "a ) (b) \\")
    #expect(read.text(read.catalog["/B"]) == "AB")
    #expect(read.array(read.catalog["/C"]).count == 4)
  }

  @Test(arguments: [1, 199, 200, 201, 1000])
  func keepsAllObjectsInStreamsOfManyAndLeavesOutWhatNothingRefersTo(_ count: Int) throws {
    let file = try PDFFile(painted(simple))
    var objects: [PDFValue] = []
    for number in 0..<count {
      objects.append(.object(file.add(.dictionary([("/Number", .integer(number))]))))
      _ = file.add(.text("nobody's"))
    }
    file.set("/Many", in: file.catalog, to: .array(objects))
    let read = try written(file)
    let numbers = read.array(read.catalog["/Many"]).map { read.dictionary($0)["/Number"] as? Int }
    #expect(numbers == Array(0..<count))
    #expect(try tool("qpdf", "--check", read.file).status == 0)
    let text = try tool("qpdf", "--qdf", "--object-streams=disable", read.file, "-").output
    #expect(!text.contains("nobody"))
  }

  @Test func objectsMayReferToEachOtherAndToNothing() throws {
    let file = try PDFFile(painted(simple))
    let (one, other) = (file.addDictionary(), file.addDictionary())
    file.set("/Next", in: one, to: .object(other))
    file.set("/Next", in: other, to: .object(one))
    file.set("/Lost", in: other, to: .object(PDFObject(number: 9999)))
    file.set("/Ring", in: file.catalog, to: .object(one))
    let read = try written(file)
    let ring = read.dictionary(read.dictionary(read.catalog["/Ring"])["/Next"])
    #expect(!read.dictionary(ring["/Next"]).isEmpty)
    #expect(ring["/Lost"] == nil || ring["/Lost"] is NSNull)
  }

  @Test func numbersKeepTheirDecimals() throws {
    let file = try PDFFile(painted(simple))
    let numbers: [(PDFValue, Double)] = [
      (.real(1.5), 1.5), (.real(-0.0004), 0), (.real(-2.0456), -2.046), (.fraction(0.00012345), 0.00012345),
      (.fraction(-1 / 3.0), -0.3333333333), (.real(123_456.7891), 123_456.789), (.integer(-7), -7),
    ]
    file.set("/Numbers", in: file.catalog, to: .array(numbers.map(\.0)))
    let read = try written(file)
    #expect(read.numbers(read.catalog["/Numbers"]) == numbers.map(\.1))
  }

  @Test func equalFilesHaveEqualIdentitiesAndOthersHaveOthers() throws {
    func identity(_ title: String) throws -> [String] {
      let file = try PDFFile(painted(simple))
      file.set("/Title", in: file.catalog, to: .text(title))
      let read = try written(file)
      return read.array(read.trailer["/ID"]).compactMap { $0 as? String }
    }
    #expect(try identity("a") == identity("a"))
    #expect(try identity("a") != identity("b"))
    #expect(try identity("a").count == 2)
  }

  @Test func aDirectDictionaryBecomesAnObjectThatCanBeChanged() throws {
    let file = try PDFFile(painted(simple))
    let page = try #require(try file.pages().first)
    file.set(
      "/X", in: file.dictionary(["/Resources", "/XObject"], of: page), to: .object(file.addDictionary()))
    let again = file.entries(of: file.dictionary(["/Resources", "/XObject"], of: page))
    #expect(again.map(\.key) == ["/X"])
  }

  /// Whatever is cut off or exchanged, there is an error or a file, and no end of the program.
  @Test func whatIsDamagedIsAnError() throws {
    let whole = painted(simple)
    for length in stride(from: 0, to: whole.count - 8, by: 3) {
      #expect(throws: DiagnosticError.self, "the first \(length) bytes") {
        try PDFFile(Array(whole[..<length]))
      }
    }
    var random = SeededGenerator(seed: 15)
    for seed in 0..<2000 {
      var bytes = whole
      for _ in 0..<(1 + seed % 3) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let file = try? PDFFile(bytes), let pages = try? file.pages() else { continue }
      for page in pages { _ = try? file.content(of: page).decoded() }
      var writer = PDFWriter(file)
      _ = try? writer.write()
    }
  }
}
