import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Intake

/// A PDF of plain lines, each at a place of its page, by the fonts that every reader has.
func pdf(_ pages: [[(text: String, x: Int, y: Int, isBold: Bool)]]) -> [UInt8] {
  var objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
  var kids: [String] = []
  for page in pages {
    let content = page.map { line in
      let text = line.text.replacing("\\", with: "\\\\").replacing("(", with: "\\(").replacing(
        ")", with: "\\)")
      return "BT /\(line.isBold ? "B" : "R") 11 Tf \(line.x) \(line.y) Td (\(text)) Tj ET"
    }.joined(separator: "\n")
    objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    objects.append(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(objects.count) 0 R /Resources << /Font << /R << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /B << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >> >> >>"
    )
    kids.append("\(objects.count) 0 R")
  }
  objects[1] = "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(kids.count) >>"
  var file = "%PDF-1.4\n"
  var places: [Int] = []
  for (number, object) in objects.enumerated() {
    places.append(file.utf8.count)
    file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
  }
  let start = file.utf8.count
  file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
  file += places.map { String(format: "%010d 00000 n \n", $0) }.joined()
  file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
  return Array(file.utf8)
}

@Test func aPDFGivesItsParagraphsWithoutHeadsAndNumbersOfPages() throws {
  func page(_ number: Int, _ lines: [(String, Bool)]) -> [(text: String, x: Int, y: Int, isBold: Bool)] {
    [("The Daily Talk, \(number) May", 72, 800, false), ("\(number)", 290, 30, false)]
      + lines.enumerated().map { ($1.0, 72, 740 - 16 * $0, $1.1) }
  }
  let bytes = pdf([
    page(
      1,
      [
        ("Why did trade grow?", true), ("Because the border was opened, and the lor-", false),
        ("ries came at once.", false),
      ]),
    page(2, [("And what came then?", true), ("Then came the rain. It went on for many weeks and", false)]),
    page(3, [("months, and nobody came.", false)]),
  ])
  let taken = try takeText(from: bytes, file: "talk.pdf")
  #expect(
    taken.text == """
      **Why did trade grow?**

      Because the border was opened, and the lorries came at once.

      **And what came then?**

      Then came the rain. It went on for many weeks and months, and nobody came.

      """)
}

@Test func columnsAreReadOneAfterTheOther() throws {
  let left = (0..<12).map { (text: "left column line \($0) goes on", x: 60, y: 700 - 15 * $0, isBold: false) }
  let right = (0..<12).map {
    (text: "right column line \($0) goes on", x: 320, y: 700 - 15 * $0, isBold: false)
  }
  let text = try takeText(from: pdf([left + right]), file: "talk.pdf").text
  let first = try #require(text.range(of: "left column line 11"))
  let second = try #require(text.range(of: "right column line 0"))
  #expect(first.lowerBound < second.lowerBound)
}

@Test func aScanAProtectedAndADamagedPDFAreErrors() throws {
  let folder = try TemporaryFolder()
  try folder.write(Data(pdf([[("Why?", 72, 700, false)]])), to: "open.pdf")
  #expect(
    try tool(
      "qpdf", "--encrypt", "secret", "owner", "256", "--", folder.file("open.pdf").path,
      folder.file("locked.pdf").path
    ).status == 0)
  let locked = Array(try Data(contentsOf: folder.file("locked.pdf")))
  for (bytes, words) in [
    (locked, "password"), (pdf([[]]), "OCR"), (Array("%PDF-1.7 rubbish".utf8), "can't be read"),
  ] {
    let error = #expect(throws: DiagnosticError.self) { try takeText(from: bytes, file: "talk.pdf") }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }
}
