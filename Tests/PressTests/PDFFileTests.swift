import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Press

@Suite("The objects of a PDF")
struct PDFFileTests {
  /// A file of one page.
  private func simple() -> PDFFile {
    let file = PDFFile()
    let content = file.addStream(Array("0 0 m".utf8))
    let tree = file.addDictionary()
    let page = file.add(
      .dictionary([
        ("/Type", .name("/Page")), ("/Parent", .object(tree)), ("/MediaBox", .rectangle(0, 0, 200, 99.5)),
        ("/Contents", .object(content)), ("/Resources", .dictionary([])),
      ]))
    file.set(
      [("/Type", .name("/Pages")), ("/Count", .integer(1)), ("/Kids", .array([.object(page)]))], in: tree)
    file.set("/Pages", in: file.catalog, to: .object(tree))
    return file
  }

  private func written(_ file: PDFFile) throws -> ReadPDF {
    var writer = PDFWriter(file)
    return try ReadPDF(bytes: try writer.write())
  }

  @Test func isReadAsItWasMade() throws {
    let read = try written(simple())
    #expect(read.numbers(read.dictionary(read.pages[0])["/MediaBox"]) == [0, 0, 200, 99.5])
    #expect(try read.content(of: 0) == "0 0 m")
    #expect(try tool("qpdf", "--check", read.file).status == 0)
  }

  @Test func keepsStringsOfAllKindsAndOverwritesEntries() throws {
    let file = simple()
    for text in ["plain", "(paren\\theses)", "Қазақстан – Oʻzbekiston", "", "line\nend", "😀"] {
      file.set("/Title", in: file.catalog, to: .text(text))
      let read = try written(file)
      #expect(read.text(read.catalog["/Title"]) == text)
    }
  }

  @Test(arguments: [1, 199, 200, 201, 1000])
  func keepsAllObjectsInStreamsOfManyAndLeavesOutWhatNothingRefersTo(_ count: Int) throws {
    let file = simple()
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
    let file = simple()
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
    let file = simple()
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
      let file = simple()
      file.set("/Title", in: file.catalog, to: .text(title))
      let read = try written(file)
      return read.array(read.trailer["/ID"]).compactMap { $0 as? String }
    }
    #expect(try identity("a") == identity("a"))
    #expect(try identity("a") != identity("b"))
    #expect(try identity("a").count == 2)
  }
}
