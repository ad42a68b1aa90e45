import Testing

@testable import Tables

/// The elements of a part, or `nil` where it can't be read.
private func elements(_ text: String, _ wanted: Set<String> = ["a/b"]) -> [XMLElement]? {
  var found: [XMLElement] = []
  let isRead = XMLParser.read(Array(text.utf8), root: "a", wanted: wanted) {
    found += $0
    return true
  }
  return isRead ? found : nil
}

@Test(arguments: [
  #"<a xmlns="u"><b k="1">x</b></a>"#, #"<p:a xmlns:p="u"><p:b k="1">x</p:b></p:a>"#,
  #"<a xmlns="u"><q:b xmlns:q="u" k="1"><![CDATA[x]]></q:b></a>"#, #"<a><b k='1'>&#120;</b></a>"#,
  #"<?xml version="1.0"?><!-- a --><a xmlns="u"><o:b xmlns:o="other" k="2">y</o:b><b o:k="3" xmlns:o="other" k="1">x<o:c>z</o:c></b></a>"#,
])
func elementsCountByTheirNamespaceAndNotByTheirPrefix(text: String) throws {
  let found = try #require(elements(text))
  #expect(found == [XMLElement(name: "b", attributes: [("k", "1")], text: "x")])
}

@Test func whatHasNoBoundsIsNotRead() {
  func nested(_ depth: Int) -> String {
    "<a><b>" + String(repeating: "<c>", count: depth) + String(repeating: "</c>", count: depth) + "</b></a>"
  }
  #expect(elements(nested(90)) != nil)
  #expect(elements(nested(101)) == nil)
  #expect(elements(nested(200_000)) == nil)
  func crowd(_ count: Int) -> String {
    "<a><b " + (0..<count).map { "k\($0)=\"\"" }.joined(separator: " ") + "/></a>"
  }
  #expect(elements(crowd(250))?.first?.attributes.count == 250)
  let start = ContinuousClock.now
  #expect(elements(crowd(200_000)) == nil)
  #expect(ContinuousClock.now - start < .seconds(5))
  #expect(elements("<a><b>" + String(repeating: "x", count: (1 << 20) + 1) + "</b></a>") == nil)
}

@Test(arguments: [
  "", "<a><b>", "<b/>", "<a><b></a></b>", "<a/><a/>", "<a><b>&e;</b></a>", "<!DOCTYPE a><a><b/></a>",
  #"<!DOCTYPE a [<!ENTITY e "aaaa">]><a><b>&e;</b></a>"#, #"<a><p:b/></a>"#, "<a><b k='1' k='2'/></a>",
])
func whatIsNoXMLOrDeclaresADocumentTypeIsNotRead(text: String) {
  #expect(elements(text) == nil)
}

@Test func badBytesInNamesAndTextsAreNotRead() {
  for bytes in [
    Array("<a><b k".utf8) + [0xFF] + Array("=\"1\"/></a>".utf8), Array("<a><b>".utf8) + [0xFF, 0xC0],
  ] {
    #expect(!XMLParser.read(bytes, root: "a", wanted: ["a/b"]) { _ in true })
  }
}

@Test func aPartInPiecesIsReadAsAWhole() throws {
  let text = "<a>" + (0..<40_000).map { "<b k=\"\($0)\">ж\($0)</b>" }.joined() + "</a>"
  let found = try #require(elements(text))
  #expect(found.count == 40_000)
  #expect(found.enumerated().allSatisfy { $1.number("k") == $0 && $1.text == "ж\($0)" })
}
