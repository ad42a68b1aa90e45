import Foundation
import Graphics
import Testing

@testable import Pictures

private func svg(_ content: String, _ attributes: String = "viewBox=\"0 0 200 100\"") -> [UInt8] {
  Array(
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \(attributes)>\(content)</svg>"
      .utf8)
}

private func problem(_ bytes: [UInt8]) -> String? {
  do {
    _ = try readPicture(bytes)
    return nil
  } catch { return error.message }
}

@Test func aDrawingHasTheSizeThatItSaysInPixelsOfTheWeb() throws {
  // 96 pixels are an inch, and an inch is 72 points.
  #expect(try readPicture(svg("")).size == Size(150, 75))
  #expect(try readPicture(svg("", "width=\"4in\" height=\"2in\"")).size == Size(288, 144))
  #expect(try readPicture(svg("", "width=\"96\" height=\"48\" viewBox=\"0 0 2 1\"")).size == Size(72, 36))
  #expect(problem(svg("", "")) == "this SVG says no size")
  #expect(problem(svg("", "width=\"0\" height=\"0\"")) == "the size that this SVG says is none")
  #expect(problem(svg("", "width=\"1e30\" height=\"1e30\"")) == "the size that this SVG says is none")
  #expect(problem(svg("", "viewBox=\"0 0 9000 3\"")) == "the size that this SVG says is none")
}

@Test func aDrawingIsPaintedWithWhatItRepeatsAndShades() throws {
  let picture = try readPicture(
    svg(
      "<defs><linearGradient id=\"g\"><stop stop-color=\"red\"/></linearGradient>"
        + "<rect id=\"r\" width=\"100\" height=\"100\" fill=\"url(#g)\"/></defs><use href=\"#r\"/>"))
  let pixels = try Pixels(picture)
  #expect(pixels.values[pixels.width / 4] == 0xFFFF_0000)
  // Nothing lies below the other half.
  #expect(pixels.values[pixels.width - 1] == 0)
  var grey = picture
  grey.isGrey = true
  #expect(try Pixels(grey).isGrey)
}

@Test(arguments: [
  (
    "<image xlink:href=\"file:///etc/passwd\"/>",
    "this SVG shows a picture that is elsewhere ('file:///etc/passwd')"
  ),
  ("<image href=\"http://example.org/a.png\"/>", "this SVG shows a picture that is elsewhere"),
  ("<image href=\"a.png\"/>", "this SVG shows a picture that is elsewhere"),
  ("<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>", "a picture in this SVG: this SVG"),
  ("<image href=\"data:image/png;base64,AAAA\"/>", "a picture in this SVG: this is neither"),
  ("<use href=\"other.svg#a\"/>", "this SVG takes a part from elsewhere ('other.svg#a')"),
  ("<rect fill=\"url('http://example.org/a.svg#b')\"/>", "this SVG takes a part from elsewhere"),
  ("<style>rect { fill: url(a.svg#b) }</style>", "this SVG takes a part from elsewhere"),
  ("<style>@import 'a.css';</style>", "this SVG takes styles from elsewhere"),
  ("<script>alert(1)</script>", "this SVG holds a program"),
  ("<foreignObject/>", "this SVG holds a page of the web"),
  ("<filter id=\"f\"/>", "this SVG has filters"),
  ("<text>A</text>", "this SVG has letters"),
  ("<text><tspan>A</tspan></text>", "this SVG has letters"),
  (
    String(repeating: "<g>", count: 500) + String(repeating: "</g>", count: 500),
    "this SVG has too many elements"
  ),
  (String(repeating: "<g/>", count: 100_001), "this SVG has too many elements"),
])
func aDrawingThatDoesNotStandByItselfOrCannotBePrintedSaysWhy(content: String, message: String) {
  let found = problem(svg("\n" + content))
  #expect(found?.hasPrefix(message) == true, "\(found ?? "")")
  #expect(found?.hasSuffix("in line 2") == true, "\(found ?? "")")
}

/// What unfolds is counted before it is painted.
@Test func aDrawingThatRepeatsItselfWithoutEndIsRefused() {
  var folds = "<g id=\"a0\"><rect width=\"1\" height=\"1\"/></g>"
  for level in 1...12 {
    folds += "<g id=\"a\(level)\">" + String(repeating: "<use href=\"#a\(level - 1)\"/>", count: 10) + "</g>"
  }
  let marker = "<marker id=\"m\">" + String(repeating: "<rect/>", count: 500) + "</marker>"
  let outline = "d=\"M0 0" + String(repeating: " 1 1", count: 5000) + "\""
  for bomb in [
    folds, marker + "<path marker-mid=\"url(#m)\" \(outline)/>",
    marker + "<style>path { marker: url(#m) }</style><path \(outline)/>",
  ] {
    #expect(problem(svg(bomb)) == "this SVG repeats parts of itself too often")
  }
  // An arrow's head at each of a few points, and what repeats itself, are nothing bad.
  #expect(
    problem(
      svg("<marker id=\"m\"><path/></marker><path marker-end=\"url(#m)\" \(outline)/>")) == nil)
  #expect(problem(svg("<g id=\"x\"><use href=\"#x\"/></g>")) == nil)
}

@Test func entitiesOfADrawingMayAbbreviateButNotUnfoldOrReadFiles() {
  func drawing(_ entities: String) -> [UInt8] {
    Array("<!DOCTYPE svg [\(entities)]>".utf8) + svg("<rect width=\"9\" height=\"9\"/>")
  }
  #expect(problem(drawing("<!ENTITY ns \"http://www.w3.org/2000/svg\">")) == nil)
  for attack in ["<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">", "<!ENTITY a SYSTEM \"file:///etc/passwd\">"] {
    #expect(problem(drawing(attack))?.hasPrefix("this SVG is made of other files or of itself") == true)
  }
}

@Test func aDrawingThatIsCutOffIsRefused() {
  let whole = svg("<rect width=\"9\" height=\"9\" fill=\"#0B4F6C\"/>")
  for count in 0..<whole.count { #expect(problem(Array(whole.prefix(count))) != nil, "\(count)") }
  #expect(problem([0x1F, 0x8B, 8, 0]) == "this file is packed (gzip)")
}
