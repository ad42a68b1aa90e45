import Graphics
import Typesetting

/// A few lines of text set as one block; its box is that of the font's ascent and descent.
struct Label: Hashable, Sendable {
  enum Alignment: Hashable, Sendable { case left, center, right }

  var lines: [Line]
  var width: Double
  var height: Double

  init(_ lines: [Line]) {
    self.lines = lines
    width = lines.map(\.width).max() ?? 0
    height = lines.reduce(0) { $0 + $1.ascent + $1.descent }
  }

  var size: Size { Size(width, height) }

  /// From the box's upper edge to the first baseline.
  var ascent: Double { lines.first?.ascent ?? 0 }
  /// From the last baseline to the box's lower edge.
  var descent: Double { lines.last?.descent ?? 0 }

  func stacked(above other: Label) -> Label { Label(lines + other.lines) }
}

/// Sets labels in a chart's styles.
struct Lettering {
  let typesetter: Typesetter
  var memory = ChartMemory()

  func line(_ text: String, _ style: TextStyle) -> Label {
    Label([typesetter.line(RichText(text, style))])
  }

  /// Ragged, not hyphenated, in as many lines as it takes; `nil` if a word is wider than the width. With `breaksWords`
  /// such a word is broken instead, where nothing else has more room.
  func wrapped(_ text: RichText, width: Double, breaksWords: Bool = false) -> Label? {
    guard width > 0, breaksWords || !hasWord(of: text, widerThan: width) else { return nil }
    return Label(
      typesetter.paragraph(
        text, ParagraphSetting(alignment: .left, hyphenates: false), measures: Measures(width: width)))
  }

  /// In the first of these widths that its longest word fits into. Where none is wide enough, words that are wider than
  /// the first are broken: a plot that is left no room says less than a broken word.
  func fitted(_ text: RichText, widths: [Double]) -> Label? {
    for width in widths { if let label = wrapped(text, width: width) { return label } }
    return widths.first.flatMap { width in
      let size = text.spans.map(\.style.size).max() ?? 0
      return wrapped(text, width: width, breaksWords: width > 5 * size)
    }
  }

  private func hasWord(of text: RichText, widerThan width: Double) -> Bool {
    text.spans.contains { span in
      // Only words that may be too wide are measured: hardly a letter is wider than an em.
      func mayBeWide(_ length: Int) -> Bool { Double(length) * span.style.size > width }
      return mayBeWide(span.text.utf8.count)
        && span.text.unicodeScalars.split(whereSeparator: Self.endsWord).contains { word in
          mayBeWide(word.count) && line(String(word), span.style).width > width
        }
    }
  }

  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "–", "—", "/", " ", "\n", "\t", "\u{A0}", "\u{2000}"..."\u{200B}", "\u{202F}": true
    default: false
    }
  }
}

extension Frame {
  /// `origin` is the upper left corner of the label's box.
  mutating func add(_ label: Label, at origin: Point, aligned alignment: Label.Alignment = .left) {
    var y = origin.y
    for line in label.lines {
      let room = label.width - line.width
      let x =
        switch alignment {
        case .left: 0.0
        case .center: room / 2
        case .right: room
        }
      add(line.frame, at: Point(origin.x + x, y))
      y += line.ascent + line.descent
    }
  }
}

extension TextStyle {
  func colored(_ color: Color) -> TextStyle {
    var style = self
    style.color = color
    return style
  }

  func weighing(_ weight: Int) -> TextStyle {
    var style = self
    style.weight = weight
    return style
  }

  func scaled(to size: Double) -> TextStyle {
    var style = self
    style.size = size
    return style
  }

  /// With a rim in the paper's colour that keeps a line behind the text from striking it through.
  func haloed(_ paper: Color) -> TextStyle {
    var style = self
    style.halo = Stroke(paper, width: max(1.5, size * 0.25), cap: .round)
    return style
  }
}
