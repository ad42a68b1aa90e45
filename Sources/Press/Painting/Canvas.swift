import Diagnostics
import Graphics

/// What a painter paints pages on. Points, y grows downwards.
protocol Canvas: AnyObject {
  /// Scales, turns and moves what is painted until `endTransform`.
  func beginTransform(_ transform: Transform)
  func endTransform()

  /// Cuts off what is painted outside until `endClip`.
  ///
  /// - Returns: whether anything is left to paint on.
  func beginClip(_ rect: Rect) -> Bool
  func endClip()

  /// Begins the content of an element of the structure, which `endMark` ends.
  ///
  /// - Parameters:
  ///   - kind: the element's type.
  ///   - number: of the mark on its page, from 0.
  ///   - reading: what it reads as, whatever its glyphs say; `nil` for the text of its glyphs.
  func beginMark(_ kind: StructureTag.Kind, number: Int, reading: String?)
  func endMark()

  /// Paints shapes that follow each other; those items that aren't shapes are left out.
  func paint(_ shapes: ArraySlice<Frame.Placed>, at origin: Point)
  func paint(_ picture: Picture, in place: Rect) throws(DiagnosticError)
  /// Paints a run of glyphs that reads as its text, with its halo under it.
  func show(_ run: GlyphRun, at origin: Point) throws(DiagnosticError)
  /// Sets a run that is read and not seen.
  func showUnseen(_ run: GlyphRun, at origin: Point) throws(DiagnosticError)
}
