import Graphics
import Typesetting

/// Numbers whose decimal points stand below each other, and whose last digits end at one edge; a raised mark after a number
/// hangs beyond it.
struct NumberColumn {
  /// Of what stands before the points, and of the digits after them.
  private let before: Double
  private let after: Double
  /// How far marks reach beyond the edge.
  let overhang: Double
  private let setter: Setter

  /// With the marks.
  var width: Double { before + after + overhang }

  /// Each of them a number and, in a second span, its mark.
  init(_ numbers: [RichText], setter: Setter) {
    self.setter = setter
    var (before, after, marked) = (0.0, 0.0, 0.0)
    for number in numbers where !number.spans.isEmpty {
      let parts = Self.parts(of: number, setter)
      before = max(before, parts.before)
      after = max(after, parts.digits - parts.before)
      marked = max(marked, parts.whole - parts.before)
    }
    self.before = before
    self.after = after
    overhang = max(0, marked - after)
  }

  /// Widths of what stands before the point, of the number, and of it with its mark. What has no digits ends at the point.
  private static func parts(of number: RichText, _ setter: Setter) -> (
    before: Double, digits: Double, whole: Double
  ) {
    let whole = setter.typesetter.line(number).width
    guard let span = number.spans.first else { return (0, 0, 0) }
    let digits = setter.typesetter.line(RichText(span.text, span.style, file: number.file)).width
    let start = DecimalColumn.untilPoint(span.text)
    let before =
      start.isEmpty
      ? digits : setter.typesetter.line(RichText(start, span.style, file: number.file)).width
    return (before, digits, whole)
  }

  /// Where a number begins whose column ends at an edge.
  ///
  /// On a page that is mirrored, points stand below each other once it is.
  func start(of number: RichText, edge: Double) -> Double {
    let parts = Self.parts(of: number, setter)
    if readsRightToLeft(language: setter.language) {
      return edge - before - (parts.whole - parts.before)
    }
    return edge - overhang - after - parts.before
  }
}
