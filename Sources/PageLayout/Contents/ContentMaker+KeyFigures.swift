import Briefing
import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Typesetting

extension ContentMaker {
  var keyFigures: [KeyFigure] { question?.keyFigures ?? story.keyFigures }

  /// A numeral with its label and note below, a bar in the figure's colour at its left.
  func keyFigure(_ key: KeyFigure, as entry: ListEntry, width: Double) -> Block {
    let inset = layout.style(.numeral).text.size * 0.5
    let isTarget = key.figure.status == .target
    let texts = keyFigureTexts(key, width: width - inset)
    var frame = Frame(size: Size(width, texts.size.height))
    let bar = Path.rectangle(Rect(x: 0, y: 2, width: 2.4, height: max(texts.size.height - 3, 0)))
    var ink = Frame(size: frame.size)
    ink.fill(bar, layout.color(isTarget ? .two : .one))
    frame.add(ink, at: .zero, tag: .artifact)
    frame.add(texts.listed(as: entry), at: Point(inset, 0))
    if setter.isNew(key) { frame.coverAsChanged(height: frame.size.height) }
    let style = layout.style(.numeral)
    return Block(
      content: .piece(frame), before: style.before, after: style.after, figures: key.comparedFigures)
  }

  /// Marked as new as a whole, by who places them.
  private func keyFigureTexts(_ key: KeyFigure, width: Double) -> Frame {
    let setter = setter.withoutChanges
    let numeral = numeral(of: key, width: width, setter: setter)
    var parts = [setter.lines(setter.rich(key.label, .numeralLabel), .numeralLabel, width: width)]
    if let note = key.note {
      parts.append(setter.lines(setter.rich(note, .numeralNote), .numeralNote, width: width))
    }
    let texts = stack(parts, width: width)
    var frame = Frame(size: Size(width, numeral.size.height + texts.size.height))
    frame.add(numeral, at: .zero)
    frame.add(texts, at: Point(0, numeral.size.height))
    return frame
  }

  /// On one line, smaller where its column is too narrow for it, since a number is never broken; only what would be smaller
  /// than its label then goes over several.
  func numeral(of key: KeyFigure, width: Double, setter: Setter) -> Frame {
    let text = numeralText(of: key, setter: setter)
    let style = layout.style(.numeral)
    let line = setter.typesetter.line(text)
    let factor = width / max(line.width, 1)
    if factor < layout.style(.numeralLabel).text.size / style.text.size {
      return setter.lines(text, .numeralLabel, width: width).frame
    }
    var frame = Frame(size: Size(width, style.leading))
    let scale = min(1, factor)
    frame.add(line.frame.scaled(by: scale), at: Point(0, style.firstBaseline - line.ascent * scale))
    return frame.tagged(.structure(StructureTag(.paragraph)))
  }

  /// A target lighter than what was counted; it and an estimate called so where neither label nor note does.
  private func numeralText(of key: KeyFigure, setter: Setter) -> RichText {
    var text = setter.rich(
      InlineText([Inline(key.numeral, .figure([key.figure.id]))], file: key.figure.location.file), .numeral)
    if key.figure.status == .target {
      let grey = layout.color(.grey)
      for index in text.spans.indices {
        text.spans[index].style.color = grey
        text.spans[index].style.weight = min(text.spans[index].style.weight, Self.weightOfTargets)
      }
    }
    if let word = untoldStatus(of: key) {
      text.spans.append(.init("\u{A0}" + word, setter.style(.numeralNote)))
    }
    return text
  }

  /// What a number that nobody counted is called, unless its label or its note calls it so.
  private func untoldStatus(of key: KeyFigure) -> String? {
    let word: String
    switch key.figure.status {
    case .target: word = layout.word(.target)
    case .estimate: word = layout.word(.estimate)
    case .actual, .derived: return nil
    }
    let said = (key.label.text + " " + (key.note?.text ?? "")).lowercased()
    return said.contains(word.lowercased()) ? nil : word
  }

  private static let weightOfTargets = 400

  /// Side by side, four to a row, or fewer where a numeral would need two lines.
  func keyFiguresAcross(_ keyFigures: [KeyFigure], width: Double) -> [Block] {
    let gutter = layout.grid.gutter * 1.5
    let widest =
      keyFigures.map { setter.typesetter.line(numeralText(of: $0, setter: setter)).width }.max() ?? 0
    let most = max(1, min(4, Int((width + gutter) / (widest + gutter))))
    // As many in each row: four in two rows are two and two, and three in one take a third each.
    let rows = max(1, (keyFigures.count + most - 1) / most)
    let perRow = rows == 1 ? min(most, max(2, keyFigures.count)) : (keyFigures.count + rows - 1) / rows
    return stride(from: 0, to: keyFigures.count, by: perRow).map { start in
      let row = keyFigures[start..<min(start + perRow, keyFigures.count)]
      let column = (width - gutter * Double(perRow - 1)) / Double(perRow)
      let frames = row.map { key in
        var texts = keyFigureTexts(key, width: column)
        if setter.isNew(key) { texts.coverAsChanged(height: texts.size.height) }
        return texts
      }
      var frame = Frame(size: Size(width, frames.map(\.size.height).max() ?? 0))
      for (index, texts) in frames.enumerated() {
        let entry = ListEntry(list: listName(.keyFiguresAcross), index: start + index)
        frame.add(texts.listed(as: entry), at: Point(Double(index) * (column + gutter), 0))
      }
      return Block(
        content: .piece(frame), before: layout.grid.baseline, after: layout.grid.baseline,
        figures: row.flatMap(\.comparedFigures))
    }
  }

  /// Paragraphs one below the other without room between.
  func stack(_ parts: [SetLines], width: Double) -> Frame {
    stack(parts.map(\.frame), width: width)
  }

  func stack(_ parts: [Frame], width: Double) -> Frame {
    var frame = Frame(size: Size(width, parts.reduce(0) { $0 + $1.size.height }))
    var y = 0.0
    for part in parts {
      frame.add(part, at: Point(0, y))
      y += part.size.height
    }
    return frame
  }
}
