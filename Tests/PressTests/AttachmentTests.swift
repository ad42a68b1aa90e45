import Diagnostics
import Foundation
import Graphics
import Press
import TestSupport
import Testing

private let content = Array("{\"a\": \"¶ “x”\"}".utf8)

private func attached(_ names: String...) throws -> ReadPDF {
  try ReadPDF(
    document([page { $0.addLine("Text", at: 40) }]) { document in
      document.attachments = names.map {
        .init(name: $0, description: "What it is", mediaType: "application/json", bytes: content)
      }
    })
}

private func read(_ file: String, _ name: String = "data.json") throws -> [UInt8]? {
  try attachment(named: name, in: Array(try Data(contentsOf: URL(fileURLWithPath: file))))
}

@Test func anAttachedFileIsReadBackByUsAndByOthers() throws {
  let pdf = try attached("data.json")
  #expect(try read(pdf.file) == content)
  #expect(try read(pdf.file, "other.json") == nil)
  #expect(try tool("qpdf", "--check", pdf.file).status == 0)
  #expect(
    try tool("qpdf", "--show-attachment=data.json", pdf.file).output
      == String(decoding: content, as: UTF8.self))
  let saved = pdf.file + ".json"
  #expect(try tool("pdfdetach", "-save", "1", "-o", saved, pdf.file).status == 0)
  #expect(FileManager.default.contents(atPath: saved) == Data(content))
}

@Test func anAttachedFileBelongsToTheDocumentAsItsData() throws {
  let pdf = try attached("b.json", "a.json")
  let associated = pdf.array(pdf.catalog["/AF"]).map { pdf.dictionary($0) }
  #expect(associated.map { pdf.text($0["/UF"]) } == ["a.json", "b.json"])
  for specification in associated {
    #expect(pdf.text(specification["/AFRelationship"]) == "/Data")
    #expect(pdf.text(specification["/F"]) == pdf.text(specification["/UF"]))
    #expect(pdf.text(specification["/Desc"]) == "What it is")
  }
}

@Test func documentsWithoutAttachmentsHaveNoneOfTheirEntries() throws {
  let pdf = try ReadPDF(document([page { $0.addLine("Text", at: 40) }]))
  #expect(pdf.catalog["/AF"] == nil)
  #expect(try read(pdf.file) == nil)
}

@Test(arguments: [
  ["--linearize"], ["--object-streams=disable"], ["--qdf"],
  ["--object-streams=generate", "--recompress-flate"],
])
func anAttachedFileIsFoundInAPDFThatAnotherToolSaved(options: [String]) throws {
  let pdf = try attached("data.json", "more.json")
  let saved = pdf.file + ".saved.pdf"
  #expect(try tool("qpdf", options + [pdf.file, saved]).status == 0)
  #expect(try read(saved) == content)
}

@Test func theOneFileOfAnUnchangedPDFIsFoundAtOnceAndThatOfAChangedOneIsNot() throws {
  let pdf = try attached("data.json")
  let whole = Array(try Data(contentsOf: URL(fileURLWithPath: pdf.file)))
  #expect(attachmentOfUnchanged(whole) == content)
  for place in stride(from: 0, to: whole.count, by: 41) {
    var changed = whole
    changed[place] ^= 0x01
    let found = attachmentOfUnchanged(changed)
    #expect(found == nil || found == content)
    #expect(attachmentOfUnchanged(Array(whole[..<place])) == nil)
  }
  #expect(attachmentOfUnchanged(whole + whole) == nil)
  let several = try attached("data.json", "more.json")
  #expect(attachmentOfUnchanged(Array(try Data(contentsOf: URL(fileURLWithPath: several.file)))) == nil)
  let none = try ReadPDF(document([page { $0.addLine("Text", at: 40) }]))
  #expect(attachmentOfUnchanged(Array(try Data(contentsOf: URL(fileURLWithPath: none.file)))) == nil)
}

@Test func whatIsNoPDFIsToldAndDamageIsNoCrash() throws {
  #expect(throws: DiagnosticError.self) { try attachment(named: "data.json", in: Array("not a PDF".utf8)) }
  #expect(throws: DiagnosticError.self) { try attachment(named: "data.json", in: []) }
  let pdf = try attached("data.json")
  let whole = Array(try Data(contentsOf: URL(fileURLWithPath: pdf.file)))
  for length in stride(from: 0, to: whole.count, by: 37) {
    _ = try? attachment(named: "data.json", in: Array(whole[..<length]))
    var spoilt = whole
    spoilt[length] ^= 0x55
    _ = try? attachment(named: "data.json", in: spoilt)
  }
}

@Test func aPDFWithAPasswordIsToldFromADamagedOne() throws {
  let pdf = try attached("data.json")
  let locked = pdf.file + ".locked.pdf"
  #expect(try tool("qpdf", "--encrypt", "secret", "secret", "256", "--", pdf.file, locked).status == 0)
  let error = #expect(throws: DiagnosticError.self) { try read(locked) }
  #expect(error?.diagnostics.first?.message == "this PDF asks for a password")
}
