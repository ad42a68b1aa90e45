import Diagnostics
import Graphics

/// Halos of text: each glyph's outline is a form that is written once for a document, and drawn wherever it stands.
///
/// A map of forty names has some hundreds of letters of a few dozen kinds; drawn each by its own outline their halos would
/// be most of what the map adds to the file.
final class HaloGlyphs {
  struct Key: Hashable {
    var face: FontFace
    var glyph: UInt32
  }

  private var numbers: [Key: Int] = [:]
  private var keys: [Key] = []
  /// Of each form, by its number, from the glyph's origin, y downwards.
  private(set) var outlines: [Path] = []
  private let paths: GlyphPaths

  /// The type size at which outlines are taken, so that the content's units are thousandths of it.
  private static let size = 1000 / ContentWriter.Precision.coarse.units
  /// Half of the widest halo, in those points.
  private static let reach = 0.3 * size

  init(_ paths: GlyphPaths) { self.paths = paths }

  /// Draws the halo of a run. `transform` leads from the run, whose origin is on the baseline; `used` takes the forms.
  /// It throws where a font file can't be read.
  func draw(
    _ run: GlyphRun, _ halo: Stroke, in transform: Transform, on writer: inout ContentWriter,
    used: inout PageResources
  ) throws(DiagnosticError) {
    let unit = run.fontSize / 1000
    let across = unit * run.stretch
    writer.save()
    writer.concatenate(
      transform.after(Transform(xx: across, xy: 0, yx: 0, yy: unit, dx: 0, dy: 0)))
    writer.setLine(Stroke(halo.color, width: (halo.width / unit).rounded(), cap: .round))
    var (x, y) = (0.0, 0.0)
    for glyph in run.glyphs {
      guard let form = try number(of: Key(face: run.face, glyph: glyph.id)) else { continue }
      let (right, down) = ((glyph.x / across).rounded() - x, (glyph.y / unit).rounded() - y)
      if (right, down) != (0, 0) {
        writer.write("1 0 0 1 ")
        writer.write(whole: right)
        writer.write(whole: down)
        writer.write("cm\n")
        (x, y) = (x + right, y + down)
      }
      writer.write("\(Self.name(of: used.halos.number(of: form))) Do\n")
    }
    writer.restore()
  }

  /// What a form is called among a page's resources.
  static func name(of form: Int) -> String { "/H\(form)" }

  /// - Returns: `nil` for a blank glyph.
  /// - Throws: a font file that can't be read.
  func number(of key: Key) throws(DiagnosticError) -> Int? {
    if let known = numbers[key] { return outlines[known].isEmpty ? nil : known }
    let path = try paths.path(of: key.glyph, in: key.face, size: Self.size).roughened(by: 0.012 * Self.size)
    numbers[key] = outlines.count
    outlines.append(path)
    keys.append(key)
    return path.isEmpty ? nil : outlines.count - 1
  }

  func key(of number: Int) -> Key { keys[number] }

  /// A form as an object of the PDF.
  ///
  /// - Throws: what can't be compressed.
  static func form(of path: Path, in file: PDFFile) throws(DiagnosticError) -> PDFObject {
    let box = (path.bounds ?? Rect(size: .zero)).insetBy(-reach)
    var writer = ContentWriter()
    writer.add(path, from: .zero, .coarse)
    writer.write("S")
    let unit = ContentWriter.Precision.coarse.units
    let corners = [box.minX, box.minY, box.maxX, box.maxY].map {
      PDFValue.integer(Int(($0 * unit).rounded()))
    }
    return try file.addDeflated(
      writer.content,
      [
        ("/Type", .name("/XObject")), ("/Subtype", .name("/Form")), ("/BBox", .array(corners)),
        ("/Resources", .dictionary([])),
      ])
  }
}
