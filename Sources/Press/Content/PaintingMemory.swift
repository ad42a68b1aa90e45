import Diagnostics
import Graphics
import Keeping

/// What pages of a PDF were painted as, kept for the next time that the document is made: pages and fonts that are the same are
/// taken again.
///
/// Belongs to one document; not `Sendable`.
public final class PaintingMemory {
  private var pages = Kept<Subject, KeptPage>()
  var subsets = Kept<FontSubset.Wanted, FontSubset>()

  /// What is painted.
  private struct Subject: Hashable {
    var frame: Frame
    var number: Int
    var isGrey: Bool

    // Pages that follow each other are compared one with one; what is on them would take as long to hash as to paint.
    func hash(into hasher: inout Hasher) { hasher.combine(number) }
  }

  public init() {}

  /// How many pages were painted the last time, and how many were taken from before.
  public var tally: Tally { pages.tally }

  /// Begins to paint the document again: forgets what wasn't asked for the last time.
  func begin() {
    pages.turn()
    subsets.turn()
  }

  /// Puts a page that was painted before onto the canvas.
  ///
  /// - Parameters:
  ///   - frame: what it shows.
  ///   - canvas: of the document, on which as many pages stand as come before this one.
  /// - Returns: whether there is one that fits to the pages before it.
  /// - Throws: a font file that can't be read.
  func put(_ frame: Frame, on canvas: PDFCanvas) throws(DiagnosticError) -> Bool {
    let subject = Subject(frame: frame, number: canvas.pages.count, isGrey: canvas.isGrey)
    guard let known = pages.take(subject) else { return false }
    return try known.put(on: canvas)
  }

  /// Keeps the page that was painted last.
  func keepLast(_ frame: Frame, of canvas: PDFCanvas) {
    guard let page = canvas.pages.last, !page.resources.isOfThisDocument else { return }
    let subject = Subject(frame: frame, number: canvas.pages.count - 1, isGrey: canvas.isGrey)
    pages.keep(KeptPage(page, of: canvas), for: subject)
  }
}

/// A page that was painted, with what its content takes for granted of the document around it.
private struct KeptPage {
  private let page: PaintedPage
  private let fonts: [PDFFont.PageUse]
  private let halos: [HaloGlyphs.Key]
  private let pictures: [Picture]

  init(_ page: PaintedPage, of canvas: PDFCanvas) {
    self.page = page
    var glyphs = [Set<UInt32>](repeating: [], count: page.resources.fonts.all.count)
    for place in page.glyphs { glyphs[place.font].insert(place.glyph) }
    fonts = zip(page.resources.fonts.all, glyphs).map { canvas.fonts.font($0).use(ofPage: $1) }
    halos = page.resources.halos.all.map(canvas.halos.key)
    pictures = page.resources.pictures.all.map { canvas.pictures[$0] }
  }

  /// - Returns: `false` where glyphs would read otherwise than they did, since other pages stand before it now.
  /// - Throws: a font file that can't be read.
  func put(on canvas: PDFCanvas) throws(DiagnosticError) -> Bool {
    var own: [PDFFont] = []
    for use in fonts { own.append(try canvas.fonts.font(use.face)) }
    guard zip(own, fonts).allSatisfy({ $0.readsTheSame(in: $1) }) else { return false }
    for (font, use) in zip(own, fonts) { font.take(use) }
    var page = page
    page.resources.fonts = OwnNumbers(own.map(\.number))
    var forms: [Int] = []
    for key in halos { if let form = try canvas.halos.number(of: key) { forms.append(form) } }
    page.resources.halos = OwnNumbers(forms)
    page.resources.pictures = OwnNumbers(pictures.map(canvas.number))
    canvas.add(page)
    return true
  }
}
