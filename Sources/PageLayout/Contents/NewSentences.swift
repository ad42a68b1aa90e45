import Briefing
import Evidence
import Graphics
import Typesetting

/// The sentences of headlines, points, key figures and exhibits that say something else than in the edition before,
/// question by question, with what is new in them bold. The label of a key figure says nothing without its number, and
/// is told with it.
struct NewSentences {
  let maker: ContentMaker

  private var setter: Setter { maker.setter }
  private var layout: Layout { maker.setter.layout }

  func blocks(width: Double) -> [Block] {
    guard let changes = maker.story.changes else { return [] }
    var told = Set<String>()
    func newOnes(_ texts: [InlineText?]) -> [RichText] {
      texts.compactMap { $0 }.flatMap { sentences(of: $0, new: changes) }
        .filter { told.insert($0.spans.map(\.text).joined()).inserted }
    }
    func newOnes(_ keyFigures: [KeyFigure]) -> [RichText] {
      keyFigures.compactMap { key in
        let isFirst = told.insert((key.numeral + " " + key.label.text).lowercased()).inserted
        if let note = key.note, isNew(note, changes), told.insert(note.text).inserted {
          return rich(sentence(of: key, note: note), new: changes)
        }
        return isFirst && isNew(key.label, changes) ? rich(sentence(of: key), new: changes) : nil
      }
    }
    let questions = maker.story.questions.flatMap { question in
      let sentences =
        newOnes([question.headline, question.statement] + question.points) + newOnes(question.keyFigures)
        + newOnes(question.exhibits.flatMap(\.texts))
      return sentences.enumerated().map { index, sentence in
        block(sentence, number: index == 0 ? question.number : nil, width: width)
      }
    }
    // What the overview says of its own; it mostly repeats the questions.
    let overview = newOnes(maker.story.keyFigures) + newOnes(maker.story.map?.texts ?? [])
    let pages = newOnes(maker.story.pages.flatMap { $0.texts + $0.exhibits.flatMap(\.texts) })
    return overview.map { block($0, number: nil, width: width) } + questions
      + pages.map { block($0, number: nil, width: width) }
  }

  /// A sentence; the question's number stands beside its first.
  private func block(_ sentence: RichText, number: Int?, width: Double) -> Block {
    let left = layout.extent(of: 1...1).width + layout.grid.gutter
    let lines = setter.lines(sentence, .entryStatement, width: width - left)
    var frame = Frame(size: Size(width, lines.height))
    if let number {
      let label = RichText(
        [.init(String(number), setter.style(.changeNumber), link: .anchor(.question(number)))],
        file: layout.file)
      let cell = setter.lines(label, .changeNumber, width: left - layout.grid.gutter)
      frame.add(cell.frame, at: Point(0, lines.firstBaseline - cell.firstBaseline))
    }
    frame.add(lines.frame, at: Point(left, 0))
    return Block(
      content: .piece(frame), before: number == nil ? 0 : layout.grid.baseline / 2,
      after: layout.grid.baseline / 4)
  }

  private func sentence(of key: KeyFigure, note: InlineText? = nil) -> InlineText {
    let numeral = Inline(key.numeral, .figure([key.figure.id]))
    let rest = note.map { [Inline(" · ")] + $0.pieces } ?? []
    return InlineText([numeral, Inline(" ")] + key.label.pieces + rest, file: key.label.file)
  }

  private func sentences(of text: InlineText, new changes: EditionChanges) -> [RichText] {
    guard isNew(text, changes) else { return [] }
    let pieces = piecesThatSay(text)
    let scalars = pieces.map { Array($0.text.unicodeScalars) }
    return Sentences.ranges(of: scalars.flatMap { $0 }).compactMap { range in
      var spans: [RichText.Span] = []
      var (start, saysNew) = (0, false)
      for (index, piece) in pieces.enumerated() {
        let part = range.clamped(to: start..<start + scalars[index].count)
        if !part.isEmpty {
          let isNew = isNew(piece, changes)
          spans.append(
            span(scalars[index][(part.lowerBound - start)..<(part.upperBound - start)], piece, isNew))
          saysNew = saysNew || isNew
        }
        start += scalars[index].count
      }
      return saysNew ? RichText(spans, file: text.file) : nil
    }
  }

  private func rich(_ text: InlineText, new changes: EditionChanges) -> RichText {
    let spans = piecesThatSay(text).map { span(Array($0.text.unicodeScalars)[...], $0, isNew($0, changes)) }
    return RichText(spans, file: text.file)
  }

  /// Marks of sources and notes stand at the ends of points, not in what they say.
  private func piecesThatSay(_ text: InlineText) -> [Inline] {
    text.pieces.filter { piece in
      switch piece.kind {
      case .source, .footnote: false
      case .plain, .figure, .link: true
      }
    }
  }

  private func isNew(_ text: InlineText, _ changes: EditionChanges) -> Bool {
    text.pieces.contains { isNew($0, changes) }
  }

  private func isNew(_ piece: Inline, _ changes: EditionChanges) -> Bool {
    if case .figure(let ids) = piece.kind { changes.isChanged(piece.text, of: ids) } else { false }
  }

  private func span(_ scalars: ArraySlice<Unicode.Scalar>, _ piece: Inline, _ isNew: Bool) -> RichText.Span {
    var style = setter.style(.entryStatement)
    if isNew { style.weight = 700 }
    if piece.isEmphasised { style.slant = .italic }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    var span = RichText.Span(String(view), style)
    if case .figure(let ids) = piece.kind {
      span.link = ids.first.map { .anchor(.figure($0), as: .listed) }
    }
    return span
  }
}

extension Exhibit {
  fileprivate var texts: [InlineText?] { [title, subtitle, note] }
}
