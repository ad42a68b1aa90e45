import Diagnostics
import Graphics

/// Writes pages as content of a PDF. Each page begins with `beginPage` and ends with `endPage`.
final class PDFCanvas: Canvas {
  private(set) var pages: [PaintedPage] = []
  let fonts: PDFFonts
  let halos: HaloGlyphs
  /// Each once.
  private(set) var pictures: [Picture] = []
  let isGrey: Bool

  private var page = PaintedPage()
  private var writer = ContentWriter()
  private var isMarked = false
  private var isRead = false
  private var isInArtifact = false
  private var area = PaintedArea(.zero)

  /// - Parameters:
  ///   - isGrey: whether all that is painted is grey.
  ///   - notesReadings: whether each page's are noted, for it to be kept.
  init(isGrey: Bool, notesReadings: Bool = false) {
    self.isGrey = isGrey
    let paths = GlyphPaths()
    (fonts, halos) = (PDFFonts(paths, notesReadings: notesReadings), HaloGlyphs(paths))
  }

  func beginPage(_ size: Size) {
    page = PaintedPage()
    fonts.beginPage()
    writer = ContentWriter(isGrey: isGrey)
    area = PaintedArea(size)
    // The origin in the upper left corner, as we count.
    writer.concatenate(Transform(xx: 1, xy: 0, yx: 0, yy: -1, dx: 0, dy: size.height))
  }

  /// Adds a page that was painted before.
  func add(_ painted: PaintedPage) { pages.append(painted) }

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

  func beginTransform(_ transform: Transform) {
    endArtifact()
    writer.save()
    writer.concatenate(transform)
    area.begin(transform)
  }

  func endTransform() {
    endArtifact()
    writer.restore()
    area.endTransform()
  }

  func beginClip(_ rect: Rect) -> Bool {
    endArtifact()
    writer.save()
    writer.clip(to: rect)
    return area.beginClip(rect)
  }

  func endClip() {
    endArtifact()
    writer.restore()
    area.endClip()
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
    guard area.isClipped, let bounds = path.bounds else { return false }
    return area.isCutOff(bounds.offset(by: place).insetBy(-(stroke?.reach ?? 0)))
  }

  func paint(_ picture: Picture, in place: Rect) {
    if area.isCutOff(place) { return }
    beginArtifact()
    let own = page.resources.pictures.number(of: number(of: picture))
    // From the unit square of a PDF's picture, which stands on its feet, to how it is seen, to its place.
    let upwards = Transform(xx: 1, xy: 0, yx: 0, yy: -1, dx: 0, dy: 1)
    let seen = Transform(xx: place.width, xy: 0, yx: 0, yy: place.height, dx: place.minX, dy: place.minY)
    writer.save()
    writer.concatenate(seen.after(picture.orientation.transform).after(upwards))
    writer.write("\(Self.name(ofPicture: own)) Do\n")
    writer.restore()
  }

  /// Of a picture among those of the document.
  func number(of picture: Picture) -> Int {
    if let known = pictures.firstIndex(of: picture) { return known }
    pictures.append(picture)
    return pictures.count - 1
  }

  /// What a picture is called among a page's resources.
  static func name(ofPicture number: Int) -> String { "/I\(number)" }

  // MARK: Text

  func show(_ run: GlyphRun, at origin: Point) throws(DiagnosticError) {
    if area.isCutOff(run.bounds.offset(by: origin).insetBy(-run.fontSize)) { return }
    beginArtifact()
    let pieces = run.turns.isEmpty ? [(run: run, place: Transform.identity)] : run.pieces
    if let halo = run.halo {
      for piece in pieces {
        try halos.draw(
          piece.run, halo, in: piece.place.moved(by: origin), on: &writer, used: &page.resources)
      }
    }
    if run.isTransparent { page.resources.isTransparent = true }
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
    try writer.set(run, in: transform, fonts, used: &page.resources)
  }
}

extension Frame.Item {
  fileprivate var pointCount: Int { if case .shape(let path, _, _) = self { path.points.count } else { 0 } }
}

extension Stroke {
  /// How far the line reaches from its path: with mitred corners up to the usual limit of ten line widths.
  fileprivate var reach: Double { cap == .round ? width : width * 5 }
}
