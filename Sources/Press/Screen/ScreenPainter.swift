import Diagnostics
import Foundation
import Graphics

/// A page for a screen, as SVG: what is painted, its words once more where they can be selected and found, and its links.
///
/// Glyphs are outlines, the printed page's own, so that no font of the reader's machine stands in for one. The words lie
/// over them without ink, a `text` element for each line. Links are `a` elements with `data-to`: an anchor's name, or the
/// address.
///
/// - Parameters:
///   - frame: the page.
///   - prefix: of the ids in it, so that several pages may stand in one HTML document.
///   - outlines: taken from before, and kept for the next page.
/// - Returns: an SVG document of the frame's size in points.
/// - Throws: a font file that cannot be read.
public func renderSVG(
  _ frame: Frame, prefix: String, outlines: GlyphOutlines
) throws(DiagnosticError) -> [UInt8] {
  var painter = ScreenPainter(prefix: prefix, outlines: outlines)
  try painter.paint(frame)
  var svg: [UInt8] = []
  svg.write("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
  svg.write(decimal: frame.size.width)
  svg.write(decimal: frame.size.height)
  svg.write("\">")
  svg += ExhibitWords(frame).content
  svg.write("<rect class=\"paper\" width=\"100%\" height=\"100%\" fill=\"#fff\"/><g class=\"ink\">")
  svg += painter.ink
  svg.write("</g>")
  svg += WordLayer(frame).content
  svg += LinkLayer(frame).content
  svg.write("</svg>")
  return svg
}

/// Paints what has ink.
private struct ScreenPainter {
  private let prefix: String
  private let outlines: GlyphOutlines
  private(set) var ink: [UInt8] = []
  private var hatches = 0
  /// Of what is painted now on the page, or on the page that is placed on a sheet.
  private var origin = Point.zero

  /// Lengths are whole hundredths of a point: at eight times its size a page still shows no step.
  private static let unitsPerPoint = 100.0

  init(prefix: String, outlines: GlyphOutlines) {
    // A layout's file may be called anything, an id may not.
    self.prefix = String(prefix.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    self.outlines = outlines
  }

  mutating func paint(_ frame: Frame) throws(DiagnosticError) {
    if frame.clips {
      // A nested picture cuts off what lies outside of it.
      ink.write("<svg x=\"0\" y=\"0\" width=\"")
      ink.write(decimal: frame.size.width)
      ink.write("\" height=\"")
      ink.write(decimal: frame.size.height)
      ink.write("\">")
    }
    for placed in frame.items { try paint(placed.item, at: placed.origin) }
    if frame.clips { ink.write("</svg>") }
  }

  private mutating func paint(_ item: Frame.Item, at place: Point) throws(DiagnosticError) {
    switch item {
    case .text(let run): try paint(run, at: place)
    case .shape(let path, let fill, let stroke): paint(path, at: place, fill, stroke)
    case .picture(let picture, let size): paint(picture, in: Rect(origin: place, size: size))
    case .group(let frame, _):
      try paint(frame, in: .identity.moved(by: place), origin: origin + place)
    case .imposed(let frame, let placement):
      try paint(frame, in: placement.transform(of: frame.size).moved(by: place), origin: .zero)
    case .link, .anchor, .unseen: break
    }
  }

  private mutating func paint(
    _ frame: Frame, in transform: Transform, origin inner: Point
  ) throws(DiagnosticError) {
    guard transform != .identity else { return try paint(frame) }
    let outer = origin
    origin = inner
    ink.beginGroup(transform)
    try paint(frame)
    ink.write("</g>")
    origin = outer
  }

  // MARK: Text

  private mutating func paint(_ run: GlyphRun, at place: Point) throws(DiagnosticError) {
    guard !run.glyphs.isEmpty else { return }
    if run.turns.isEmpty {
      try paint(run, halo: run.halo, in: .identity.moved(by: place))
      return
    }
    // All halos lie under all letters.
    if let halo = run.halo {
      for (piece, turn) in run.pieces {
        try paint(piece, halo: halo, in: turn.moved(by: place), inksLetters: false)
      }
    }
    for (piece, turn) in run.pieces { try paint(piece, halo: nil, in: turn.moved(by: place)) }
  }

  private mutating func paint(
    _ run: GlyphRun, halo: Stroke?, in transform: Transform, inksLetters: Bool = true
  ) throws(DiagnosticError) {
    let unit = run.fontSize / GlyphOutlines.unitsPerEm
    let across = unit * run.stretch
    var outline: [UInt8] = []
    for glyph in run.glyphs {
      let shape = try outlines.outline(of: glyph.id, in: run.face)
      guard !shape.isEmpty else { continue }
      outline.write("M")
      outline.write(whole: glyph.x / across)
      outline.write(whole: glyph.y / unit)
      outline += shape
    }
    guard !outline.isEmpty else { return }
    var scaled = transform
    (scaled.xx, scaled.yx, scaled.xy, scaled.yy) = (
      transform.xx * across, transform.yx * across, transform.xy * unit, transform.yy * unit
    )
    ink.write("<path transform=\"")
    ink.write(scaled)
    if let halo {
      ink.write("\" paint-order=\"stroke\" stroke-linejoin=\"round\" stroke-linecap=\"round\" stroke=\"")
      ink += halo.color.hex.utf8
      ink.write("\" stroke-width=\"")
      ink.write(decimal: halo.width / unit)
    }
    if run.isTransparent { ink.write("\" style=\"mix-blend-mode:multiply") }
    ink.write("\" fill=\"")
    ink += inksLetters ? Array(run.color.hex.utf8) : Array("none".utf8)
    ink.write("\" d=\"")
    ink += outline
    ink.write("\"/>")
  }

  // MARK: Shapes

  private mutating func paint(_ path: Path, at place: Point, _ fill: Fill?, _ stroke: Stroke?) {
    guard !path.isEmpty, fill != nil || stroke != nil else { return }
    if case .hatch(let color, let ground, let spacing, let width) = fill {
      outline(path, at: place, fill: ground, stroke: nil)
      hatch(path, at: place, spacing: spacing, Stroke(color, width: width))
      if stroke != nil { outline(path, at: place, fill: nil, stroke: stroke) }
    } else if case .solid(let color) = fill {
      outline(path, at: place, fill: color, stroke: stroke)
    } else {
      outline(path, at: place, fill: nil, stroke: stroke)
    }
  }

  private mutating func outline(_ path: Path, at place: Point, fill: Color?, stroke: Stroke?) {
    let unit = Self.unitsPerPoint
    ink.write("<path fill=\"")
    ink += (fill?.hex ?? "none").utf8
    if let stroke {
      ink.write("\" stroke=\"")
      ink += stroke.color.hex.utf8
      ink.write("\" stroke-width=\"")
      ink.write(decimal: stroke.width * unit)
      if stroke.cap == .round { ink.write("\" stroke-linecap=\"round\" stroke-linejoin=\"round") }
      if !stroke.dash.isEmpty {
        ink.write("\" stroke-dasharray=\"")
        for length in stroke.dash { ink.write(decimal: length * unit) }
      }
    }
    ink.write("\"")
    trace(path, at: place)
  }

  /// The rest of an element, from its attributes on.
  private mutating func trace(_ path: Path, at place: Point) {
    let unit = Self.unitsPerPoint
    ink.write(" transform=\"")
    ink.write(Transform(xx: 1 / unit, xy: 0, yx: 0, yy: 1 / unit, dx: place.x, dy: place.y))
    ink.write("\" d=\"")
    ink.write(path, unitsPerPoint: unit)
    ink.write("\"/>")
  }

  /// Lines, not a pattern: browsers paint a pattern's tile as pixels and turn those.
  private mutating func hatch(_ path: Path, at place: Point, spacing: Double, _ stroke: Stroke) {
    guard let bounds = path.bounds?.offset(by: origin + place), spacing > 0 else { return }
    hatches += 1
    let name = "\(prefix)-hatch-\(hatches)"
    ink += "<clipPath id=\"\(name)\"><path".utf8
    trace(path, at: place)
    ink += "</clipPath><g clip-path=\"url(#\(name))\">".utf8
    let lines = Path.hatching(bounds, spacing: spacing, width: stroke.width)
    outline(lines, at: Point(-origin.x, -origin.y), fill: nil, stroke: stroke)
    ink.write("</g>")
  }

  // MARK: Pictures

  private mutating func paint(_ picture: Picture, in place: Rect) {
    let seen = Transform(xx: place.width, xy: 0, yx: 0, yy: place.height, dx: place.minX, dy: place.minY)
    ink.write("<image width=\"1\" height=\"1\" preserveAspectRatio=\"none\" transform=\"")
    ink.write(seen.after(picture.orientation.transform))
    // How the camera was held is in the transformation.
    ink.write("\" style=\"image-orientation:none")
    if picture.isGrey { ink.write(";filter:grayscale(1)") }
    ink.write("\" href=\"data:image/")
    ink.write(escaped: picture.format.mediaType)
    ink.write(";base64,")
    ink += Data(picture.bytes).base64EncodedData()
    ink.write("\"/>")
  }
}

extension Picture.Format {
  /// Below "image/" (IANA's registry of media types).
  fileprivate var mediaType: String {
    switch self {
    case .png: "png"
    case .jpeg: "jpeg"
    case .webp: "webp"
    case .svg: "svg+xml"
    }
  }
}
