import Diagnostics

/// What is painted on a page of a PDF, and what its content names.
struct PaintedPage {
  var content: [UInt8] = []
  /// Whose codes in the content are the font file's.
  var glyphs: [ContentWriter.GlyphPlace] = []
  var resources = PageResources()
  let deflated = DeflatedContent()
}

/// What a page's content names by numbers of its own: a page reads the same whatever stands on the pages before it.
struct PageResources {
  /// Numbers of fonts, of the halos' forms and of pictures among those of the document.
  var fonts = OwnNumbers()
  var halos = OwnNumbers()
  var pictures = OwnNumbers()
  /// Whether ink darkens what it stands on.
  var isTransparent = false
  /// Whether codes in the content depend on what stands on other pages.
  var isOfThisDocument = false
}

/// A page's own numbers, in the order of first use.
struct OwnNumbers {
  /// By the own numbers those of the document.
  private(set) var all: [Int] = []
  private var own: [Int: Int] = [:]

  init(_ all: [Int] = []) { for number in all { _ = self.number(of: number) } }

  mutating func number(of number: Int) -> Int {
    if let known = own[number] { return known }
    own[number] = all.count
    all.append(number)
    return all.count - 1
  }
}

extension PaintedPage {
  /// The content as it stands in the file, with the document's fonts by their numbers.
  ///
  /// - Throws: where there is no memory.
  func deflated(with fonts: [Int: EmbeddedFont]) throws(DiagnosticError) -> [UInt8] {
    let codes = resources.fonts.all.map { fonts[$0]?.codes ?? [:] }
    if deflated.bytes.isEmpty || deflated.codes != codes {
      (deflated.codes, deflated.bytes) = (codes, try deflate(content(with: codes)))
    }
    return deflated.bytes
  }

  /// The content with the codes that glyphs have in the PDF, by the fonts' own numbers.
  private func content(with codes: [[UInt32: UInt32]]) -> [UInt8] {
    var content = content
    for place in glyphs {
      guard let code = codes[place.font][place.glyph] else { continue }
      for digit in 0..<4 { content[place.offset + digit] = hexadecimalDigit(code >> UInt32(12 - 4 * digit)) }
    }
    return content
  }
}

/// A page's content made short, for the codes that it was made short with. A page belongs to one document, and so to one
/// thread at a time.
final class DeflatedContent: @unchecked Sendable {
  var codes: [[UInt32: UInt32]] = []
  /// Empty until it is made.
  var bytes: [UInt8] = []
}
