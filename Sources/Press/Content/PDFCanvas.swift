import Diagnostics
import Graphics

/// What is painted on a page of a PDF, and what its content names.
struct PaintedPage {
  var content: [UInt8] = []
  /// Whose codes in the content are the font file's.
  var glyphs: [ContentWriter.GlyphPlace] = []
  /// Numbers of fonts, of the halos' forms, of pictures.
  var fonts: Set<Int> = []
  var halos: Set<Int> = []
  var pictures: Set<Int> = []
  /// Whether ink darkens what it stands on.
  var isTransparent = false
}

extension PaintedPage {
  /// The content with the codes that glyphs have in the PDF.
  func content(with fonts: [Int: EmbeddedFont]) -> [UInt8] {
    var content = content
    for place in glyphs {
      guard let code = fonts[place.font]?.codes[place.glyph] else { continue }
      for digit in 0..<4 { content[place.offset + digit] = hexadecimalDigit(code >> UInt32(12 - 4 * digit)) }
    }
    return content
  }
}

/// Writes pages as content of a PDF. Each page begins with `beginPage` and ends with `endPage`.
final class PDFCanvas: Canvas {
  private(set) var pages: [PaintedPage] = []
  let fonts: PDFFonts
  let halos: HaloGlyphs
  /// Each once.
  private(set) var pictures: [Picture] = []
  private let isGrey: Bool

  private var page = PaintedPage()
  private var writer = ContentWriter()
  private var isMarked = false
  private var isRead = false
  private var isInArtifact = false
  /// From what is painted now to the page, the innermost last.
  private var transforms = [Transform.identity]
  /// On the page, of those that are cut off; the innermost last.
  private var clips: [Rect] = []

  /// - Parameter isGrey: whether all that is painted is grey.
  init(isGrey: Bool) {
    self.isGrey = isGrey
    let paths = GlyphPaths()
    (fonts, halos) = (PDFFonts(paths), HaloGlyphs(paths))
  }

  func beginPage(_ size: Size) {
    page = PaintedPage()
    writer = ContentWriter(isGrey: isGrey)
    clips = [Rect(size: size)]
    // The origin in the upper left corner, as we count.
    writer.concatenate(Transform(xx: 1, xy: 0, yx: 0, yy: -1, dx: 0, dy: size.height))
  }

  /// - Throws: where a colour is left among greys.
  func endPage() throws(DiagnosticError) {
    endArtifact()
    if writer.strayColor != nil {
      throw DiagnosticError(
        "a colour is left in a document in black and white",
        advice: "this is a fault of Bayan: please report it with the pack")
    }
    (page.content, page.glyphs) = (writer.content, writer.glyphs)
    pages.append(page)
  }

  // MARK: Areas

  private var transform: Transform { transforms.last ?? .identity }

  func beginTransform(_ transform: Transform) {
    endArtifact()
    writer.save()
    writer.concatenate(transform)
    transforms.append(self.transform.after(transform))
  }

  func endTransform() {
    endArtifact()
    writer.restore()
    transforms.removeLast()
  }

  func beginClip(_ rect: Rect) -> Bool {
    endArtifact()
    writer.save()
    writer.clip(to: rect)
    let left = transform.apply(to: rect).intersection(clips.last ?? rect)
    clips.append(left)
    return left.width > 0 && left.height > 0
  }

  func endClip() {
    endArtifact()
    writer.restore()
    clips.removeLast()
  }

  /// Whether all of it is cut off.
  private func isCutOff(_ rect: Rect) -> Bool {
    guard let clip = clips.last else { return false }
    let place = transform.apply(to: rect)
    return place.maxX < clip.minX || place.minX > clip.maxX || place.maxY < clip.minY
      || place.minY > clip.maxY
  }

  // MARK: Marks

  func beginMark(_ kind: StructureTag.Kind, number: Int, reading: String?) {
    endArtifact()
    writer.write("/\(kind.rawValue) <</MCID \(number)>> BDC\n")
    if let reading { writer.write("/Span <</ActualText \(hexadecimal(utf16: reading))>> BDC\n") }
    (isMarked, isRead) = (true, reading != nil)
  }

  func endMark() {
    writer.write(isRead ? "EMC\nEMC\n" : "EMC\n")
    isMarked = false
  }

  /// What is no element's content is an artifact (ISO 32000-1, 14.8.2.2).
  private func beginArtifact() {
    if isMarked || isInArtifact { return }
    writer.write("/Artifact BMC\n")
    isInArtifact = true
  }

  private func endArtifact() {
    guard isInArtifact else { return }
    writer.write("EMC\n")
    isInArtifact = false
  }

  // MARK: Shapes and pictures

  /// With as many points in all, shapes are written in whole tenths of a point: maps' lands and coasts are, a fifth of what
  /// their outlines are simplified by at most.
  private static let coarsePoints = 200

  func paint(_ shapes: ArraySlice<Frame.Placed>, at origin: Point) {
    beginArtifact()
    let points = shapes.reduce(0) { $0 + $1.item.pointCount }
    let isCoarse = points >= Self.coarsePoints
    if isCoarse {
      writer.save()
      let scale = 1 / ContentWriter.Precision.coarse.units
      writer.concatenate(Transform(xx: scale, xy: 0, yx: 0, yy: scale, dx: origin.x, dy: origin.y))
    }
    for placed in shapes {
      guard case .shape(let path, let fill, let stroke) = placed.item,
        !isCutOff(path, stroke, at: origin + placed.origin)
      else { continue }
      writer.paint(
        path, from: isCoarse ? placed.origin : origin + placed.origin, fill: fill, stroke: stroke,
        isCoarse ? .coarse : .fine)
    }
    if isCoarse { writer.restore() }
  }

  /// Only looked at where something is cut off.
  private func isCutOff(_ path: Path, _ stroke: Stroke?, at place: Point) -> Bool {
    guard clips.count > 1, let bounds = path.bounds else { return false }
    return isCutOff(bounds.offset(by: place).insetBy(-(stroke?.reach ?? 0)))
  }

  func paint(_ picture: Picture, in place: Rect) {
    if isCutOff(place) { return }
    beginArtifact()
    let number = pictures.firstIndex(of: picture) ?? pictures.count
    if number == pictures.count { pictures.append(picture) }
    page.pictures.insert(number)
    // From the unit square of a PDF's picture, which stands on its feet, to how it is seen, to its place.
    let upwards = Transform(xx: 1, xy: 0, yx: 0, yy: -1, dx: 0, dy: 1)
    let seen = Transform(xx: place.width, xy: 0, yx: 0, yy: place.height, dx: place.minX, dy: place.minY)
    writer.save()
    writer.concatenate(seen.after(picture.orientation.transform).after(upwards))
    writer.write("\(Self.name(ofPicture: number)) Do\n")
    writer.restore()
  }

  /// What a picture is called among a page's resources.
  static func name(ofPicture number: Int) -> String { "/I\(number)" }

  // MARK: Text

  func show(_ run: GlyphRun, at origin: Point) throws(DiagnosticError) {
    if isCutOff(run.bounds.offset(by: origin).insetBy(-run.fontSize)) { return }
    beginArtifact()
    let pieces = run.turns.isEmpty ? [(run: run, place: Transform.identity)] : run.pieces
    if let halo = run.halo {
      for piece in pieces {
        try halos.draw(
          piece.run, halo, in: piece.place.moved(by: origin), on: &writer, used: &page.halos)
      }
    }
    if run.isTransparent { page.isTransparent = true }
    writer.setTransparent(run.isTransparent)
    for piece in pieces { try set(piece.run, in: piece.place.moved(by: origin)) }
    writer.setTransparent(false)
  }

  func showUnseen(_ run: GlyphRun, at origin: Point) throws(DiagnosticError) {
    writer.write("3 Tr\n")
    try set(run, in: Transform.identity.moved(by: origin))
    writer.write("0 Tr\n")
  }

  /// `transform` leads from the run, whose origin is on the baseline.
  private func set(_ run: GlyphRun, in transform: Transform) throws(DiagnosticError) {
    writer.setFill(run.color)
    try writer.set(run, in: transform, fonts, used: &page.fonts)
  }
}

extension Frame.Item {
  fileprivate var pointCount: Int { if case .shape(let path, _, _) = self { path.points.count } else { 0 } }
}

extension Stroke {
  /// How far the line reaches from its path: with mitred corners up to the usual limit of ten line widths.
  fileprivate var reach: Double { cap == .round ? width : width * 5 }
}
