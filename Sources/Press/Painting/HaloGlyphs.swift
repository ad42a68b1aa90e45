import Diagnostics
import Graphics

/// Halos of text: each glyph's outline is a form that is written once for a document, and drawn wherever it stands.
///
/// A map of forty names has some hundreds of letters of a few dozen kinds; drawn each by its own outline their halos would
/// be most of what the map adds to the file.
struct HaloGlyphs {
  private struct Key: Hashable {
    var face: FontFace
    var glyph: UInt32
  }

  private var numbers: [Key: Int] = [:]
  /// The path of each form, by its number, in thousandths of the type size from the glyph's origin, y downwards.
  private(set) var paths: [Path] = []

  /// The type size at which outlines are taken, so that the writer's units are thousandths of it.
  private static let size = 1000 / PathWriter.unitsPerPoint
  /// Half of the widest halo, in those points.
  static let reach = 0.3 * size

  /// Content that draws the halo of a run at a place; `transform` leads from there to the content around, and `used`
  /// takes the numbers of the forms.
  mutating func content(
    of run: GlyphRun, _ halo: Stroke, at place: Point, in transform: Transform, canvas: Canvas,
    used: inout Set<Int>
  ) throws(DiagnosticError) -> [UInt8] {
    let unit = run.fontSize / 1000
    let (across, origin) = (unit * run.stretch, transform.apply(to: place))
    var content: [UInt8] = []
    content.write("q ")
    for factor in [transform.xx * across, transform.yx * across, transform.xy * unit, transform.yy * unit] {
      content.write(decimal: factor)
    }
    content.write(decimal: origin.x)
    content.write(decimal: origin.y)
    content.write("cm\n")
    content.write(halo.color, "RG")
    content.write(whole: halo.width / unit)
    content.write("w 1 J 1 j [] 0 d\n")
    var (x, y) = (0.0, 0.0)
    for glyph in run.glyphs {
      guard let form = try number(of: glyph.id, in: run.face, canvas) else { continue }
      let (right, down) = ((glyph.x / across).rounded() - x, (glyph.y / unit).rounded() - y)
      if (right, down) != (0, 0) {
        content.write("1 0 0 1 ")
        content.write(whole: right)
        content.write(whole: down)
        content.write("cm\n")
        (x, y) = (x + right, y + down)
      }
      content.append(contentsOf: Self.name(of: form).utf8)
      content.write(" Do\n")
      used.insert(form)
    }
    content.write("Q\n")
    return content
  }

  /// What a form is called among a page's resources.
  static func name(of form: Int) -> String { "/H\(form)" }

  /// `nil` for a blank glyph.
  private mutating func number(of glyph: UInt32, in face: FontFace, _ canvas: Canvas) throws(DiagnosticError)
    -> Int?
  {
    let key = Key(face: face, glyph: glyph)
    if let known = numbers[key] { return paths[known].isEmpty ? nil : known }
    let single = GlyphRun(
      face: face, fontSize: Self.size, color: .black, text: "", glyphs: [Glyph(id: glyph, x: 0, y: 0)],
      clusters: [], advance: 0, ascent: 0, descent: 0)
    let path = try canvas.outline(of: single, at: .zero).roughened(by: 0.012 * Self.size)
    numbers[key] = paths.count
    paths.append(path)
    return path.isEmpty ? nil : paths.count - 1
  }
}

extension Finisher {
  /// Writes the halos' glyphs and names them on the pages that draw them.
  func addHalos(_ halos: HaloGlyphs, _ extras: [PageExtras]) throws(DiagnosticError) {
    var forms: [PDFObject] = []
    for path in halos.paths { forms.append(try form(of: path)) }
    for (page, extra) in zip(pages, extras) where !extra.haloGlyphs.isEmpty {
      let pictures = file.dictionary(["/Resources", "/XObject"], of: page)
      for number in extra.haloGlyphs.sorted() {
        file.set(HaloGlyphs.name(of: number), in: pictures, to: .object(forms[number]))
      }
    }
  }

  private func form(of path: Path) throws(DiagnosticError) -> PDFObject {
    let box = (path.bounds ?? Rect(size: .zero)).insetBy(-HaloGlyphs.reach)
    var writer = PathWriter(origin: .zero, points: path.points.count)
    writer.addPoints(of: path, at: .zero)
    let unit = PathWriter.unitsPerPoint
    return file.addStream(
      try deflate(writer.content + Array("S".utf8)), filter: "/FlateDecode",
      [
        ("/Type", .name("/XObject")), ("/Subtype", .name("/Form")),
        (
          "/BBox",
          .array(
            [box.minX, box.minY, box.maxX, box.maxY].map { .integer(Int(($0 * unit).rounded())) })
        ),
        ("/Resources", .dictionary([])),
      ])
  }
}
