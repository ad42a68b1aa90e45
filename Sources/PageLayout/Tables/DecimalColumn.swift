import Graphics
import Typesetting

/// A column of numbers whose decimal points stand below each other, whatever stands before and after the digits:
/// "≈ $2.5 bn", "10 000", "40%".
///
/// Where one of them has too much before or after its point for the column, it is set from the left as text is.
struct DecimalColumn {
  private let setter: Setter
  private let role: StyleRole
  /// Of what stands before the points.
  private let before: Double
  /// Of the whole column.
  let width: Double

  /// No wider than `most`.
  init(_ texts: [String], role: StyleRole, file: String, setter: Setter, most: Double) {
    self.setter = setter
    self.role = role
    var (before, after, single) = (0.0, 0.0, 0.0)
    for text in texts {
      let whole = setter.typesetter.line(setter.rich(text, role, file: file)).width
      let start = Self.width(of: Self.untilPoint(text), role, file, setter)
      // A long one mustn't push all others to the right.
      if max(before, start) + max(after, whole - start) <= most {
        (before, after) = (max(before, start), max(after, whole - start))
      } else {
        single = max(single, min(whole, most))
      }
    }
    self.before = before
    width = max(before + after, single)
  }

  /// A cell as wide as the column.
  func cell(_ text: RichText) -> Frame {
    let line = setter.typesetter.line(text)
    let start = Self.width(of: Self.untilPoint(text.text), role, text.file ?? "", setter)
    // On a page that is mirrored a cell begins at the right, and numbers end there below each other.
    guard !readsRightToLeft(language: setter.language), start <= before + 0.01,
      before - start + line.width <= width + 0.01
    else {
      return setter.cell(text, role, width: width)
    }
    let style = setter.layout.style(role)
    var frame = Frame(size: Size(width, style.leading))
    frame.add(line.frame, at: Point(before - start, style.firstBaseline - line.ascent))
    return frame.tagged(.structure(StructureTag(.paragraph)))
  }

  private static func width(of text: String, _ role: StyleRole, _ file: String, _ setter: Setter) -> Double {
    text.isEmpty ? 0 : setter.typesetter.line(setter.rich(text, role, file: file)).width
  }

  /// What stands before the decimal point: up to the end of the first run of digits and the spaces that group them.
  static func untilPoint(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard var end = scalars.firstIndex(where: { ("0"..."9").contains($0) }) else { return "" }
    while end < scalars.count {
      let isGroup =
        end + 1 < scalars.count && scalars[end] == "\u{202F}" && ("0"..."9").contains(scalars[end + 1])
      guard isGroup || ("0"..."9").contains(scalars[end]) else { break }
      end += 1
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[..<end])
    return String(view)
  }
}
