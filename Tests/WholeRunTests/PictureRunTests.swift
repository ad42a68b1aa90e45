import Foundation
import TestSupport
import Testing

/// Pictures of a pack, from pack.yml to paper.
struct PictureRunTests {
  private static let orange = "#E08E45"
  private static let drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 200\"><rect width=\"300\" height=\"200\" fill=\"\(orange)\"/></svg>"

  /// 32 × 16 pixels.
  private static let photograph =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8X"
    + "GBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAQ"
    + "ACADAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcI/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABYBAQEBAAAAAAAAAAAAAAAAAAAJ"
    + "B//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AM6MMVTAQJcZHQBfUOViwECXGR0Af//Z"

  private func pack(_ exhibit: String, of whole: String = "") throws -> SmallPack {
    let pack = try SmallPack(
      pack:
        "title: Ships\nlanguage: en-GB\n\(whole)questions:\n  - headline: Ships came\n    exhibits: [\(exhibit)]\n",
      transcript: "1. Did ships come?\n\nThey came.\n", summaries: ["**Ships.** They came.\n"],
      others: ["pictures/harbour.svg": Self.drawing])
    try #require(Data(base64Encoded: Self.photograph)).write(to: pack.file("quay.jpg"))
    return pack
  }

  private let harbour =
    "{ kind: picture, title: The harbour, image: pictures/harbour.svg, alternative: Ships in the evening, credit: \"Drawing: N. N.\" }"
  private let quay = "{ kind: picture, title: The quay, image: quay.jpg, alternative: A quay with cranes }"

  /// The colours of a page's pixels, with how many there are of each.
  private func colours(_ file: String, page: Int = 1) throws -> [String: Int] {
    let name = NSTemporaryDirectory() + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: name + ".ppm") }
    _ = try tool("pdftoppm", "-r", "40", "-f", "\(page)", "-singlefile", file, name)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: name + ".ppm")))
    var (lines, start) = (0, 0)
    while lines < 3 {
      if bytes[start] == 10 { lines += 1 }
      start += 1
    }
    var counts: [String: Int] = [:]
    for place in stride(from: start, to: bytes.count - 2, by: 3) {
      let digits = bytes[place..<place + 3].map { String(format: "%02X", $0) }
      counts["#" + digits.joined(), default: 0] += 1
    }
    return counts
  }

  /// Whether words stand for a figure where a document is read aloud.
  private func isSaid(_ words: String, in file: String) throws -> Bool {
    try tool("qpdf", "--qdf", "--object-streams=disable", file, "-").output.contains("/Alt (\(words))")
  }

  @Test(arguments: ["report", "slides"])
  func aPictureStandsWithItsTitleAndCreditAndIsReadAloud(layout: String) throws {
    let (run, file) = try pack(harbour).build(layout)
    try #require(run.status == 0, "\(run.errors)")
    let text = try pdfText(file, "-layout")
    #expect(text.contains("The harbour") && text.contains("Drawing: N. N."))
    #expect(try isSaid("Ships in the evening", in: file))
  }

  @Test func aDrawingStandsInThePDFAsLines() throws {
    let pack = try pack(harbour)
    let (run, file) = try pack.build("report")
    try #require(run.status == 0, "\(run.errors)")
    let pages = try pdfPages(file)
    let page = try #require(pages.firstIndex { $0.contains("The harbour") }) + 1
    #expect(try tool("pdfimages", "-list", file).output.split(separator: "\n").count == 2)
    #expect(try colours(file, page: page)[Self.orange] ?? 0 > 2000)
    #expect(try tool("qpdf", "--check", file).status == 0)
    // On paper without colours it has none.
    let (grey, _) = try pack.build("report", ["--greyscale"])
    try #require(grey.status == 0, "\(grey.errors)")
    let found = try colours(pack.path + "/out/report-greyscale.pdf", page: page).keys
    #expect(found.allSatisfy { $0.dropFirst().prefix(2) == $0.suffix(2) })
  }

  @Test func aJPEGStandsInThePDFByteForByte() throws {
    let (run, file) = try pack(quay).build("report")
    try #require(run.status == 0, "\(run.errors)")
    let pdf = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(pdf.range(of: try #require(Data(base64Encoded: Self.photograph))) != nil)
  }

  @Test func aPictureOfTooFewPixelsIsWarnedOfWithHowManyItNeeds() throws {
    let (run, _) = try pack(quay).build("report")
    #expect(
      run.errors.contains("warning: on report (a4) this picture has 75 pixels an inch, and print wants 150"))
    #expect(run.errors.contains("pixels wide, or show it smaller"))
    #expect(try !pack(harbour).build("report").run.errors.contains("pixels an inch"))
  }

  @Test func aCoverHasAPageOfTheReportAndStandsOnTheFirstSlide() throws {
    let whole = "cover: { image: pictures/harbour.svg, alternative: The sea, credit: \"Drawing: N. N.\" }\n"
    let pack = try pack(quay, of: whole)
    for layout in ["report", "slides"] {
      let (run, file) = try pack.build(layout)
      try #require(run.status == 0, "\(run.errors)")
      let first = try #require(try pdfPages(file).first)
      #expect(first.contains("Ships") && first.contains("Drawing: N. N."))
      #expect(try colours(file)[Self.orange] ?? 0 > 20_000)
    }
    try pack.replace(whole, with: "", in: "pack.yml")
    let (_, file) = try pack.build("report")
    #expect(try pdfPages(file).first?.contains("Overview") == true)
  }

  @Test func aPortraitStandsBesideTheTitle() throws {
    let (run, file) = try pack(
      harbour, of: "portrait: { image: quay.jpg, alternative: The captain, focus: \"20% 50%\" }\n"
    ).build("report")
    try #require(run.status == 0, "\(run.errors)")
    #expect(try tool("pdfimages", "-list", file).output.contains("jpeg"))
    #expect(try isSaid("The captain", in: file))
  }

  @Test(arguments: [
    ("image: quay.jgp, alternative: A quay", "the pack has no file 'quay.jgp'\n  → did you mean 'quay.jpg'?"),
    ("image: harbour.svg, alternative: A", "the pack has no file 'harbour.svg'"),
    ("image: quay.jpg", "nothing says what 'quay.jpg' shows to those who can't see it"),
    ("alternative: A quay", "'image' is missing"),
    ("image: pack.yml, alternative: A", "'pack.yml': this is neither PNG, JPEG, WebP nor SVG"),
    ("image: pictures, alternative: A", "'pictures': this is a folder"),
    ("image: /etc/passwd, alternative: A", "the pack has no file '/etc/passwd'"),
    ("image: quay.jpg, alternative: A, focus: middle", "'middle' is no place in a picture"),
    ("image: quay.jpg, alternative: A, focus: 130% 20%", "'130% 20%' is no place in a picture"),
    ("image: quay.jpg, alternative: A, figures: [a]", "unknown key 'figures'"),
  ])
  func aPictureThatCannotBeShownSaysWhyAndWhere(keys: String, message: String) throws {
    let pack = try pack("{ kind: picture, \(keys) }")
    let run = try bayan(["check", pack.path])
    #expect(run.status == 1 && run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.contains("pack.yml:5:"), "\(run.errors)")
  }

  @Test func aLinkOutOfThePackIsNotFollowed() throws {
    let pack = try pack(quay)
    let outside = try TemporaryFolder()
    try outside.write(Self.drawing, to: "other.svg")
    try FileManager.default.createSymbolicLink(
      at: pack.file("link.svg"), withDestinationURL: outside.file("other.svg"))
    try pack.replace("image: quay.jpg", with: "image: link.svg", in: "pack.yml")
    let run = try bayan(["check", pack.path])
    #expect(run.status == 1 && run.errors.contains("'link.svg': this file lies outside of"), "\(run.errors)")
  }
}
