import Briefing
import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Interview
import Typesetting

/// Footnotes and whose data it is.
extension ContentMaker {
  /// Footnotes of the transcript, number and text.
  func footnotes(_ numbers: [Int], width: Double, anchored: Bool) -> [Block] {
    story.transcript.footnotes.filter { numbers.contains($0.number) }.map { footnote in
      let style = setter.style(.note)
      var number = RichText.Span("\(footnote.number)\u{2002}", style)
      number.role = .label
      if anchored { number.anchor = .footnote(footnote.number, scope: setter.scope) }
      let pieces = Addresses.pieces(of: footnote.text)
      let text = setter.rich(InlineText(pieces, file: story.transcript.file), .note)
      return setter.block(
        RichText([number] + text.spans, file: story.transcript.file), .note, width: width, tag: .note)
    }
  }

  func credits(width: Double) -> [Block] {
    if exhibits.credits.isEmpty { return [] }
    let text = "\(layout.word(.mapData)): \(exhibits.credits.joined(separator: setter.comma))"
    return [setter.block(InlineText(text, file: layout.file), .note, width: width)]
  }

  func notes(width: Double) -> [Block] {
    footnotes(story.transcript.footnotes.map(\.number), width: width, anchored: false)
  }
}

/// Which footnotes a question's own text refers to, in order, each once.
enum Footnotes {
  static func referred(by question: QuestionStory) -> [Int] {
    var seen: [Int] = []
    for number in ([question.headline] + question.points).flatMap(\.footnotes) where !seen.contains(number) {
      seen.append(number)
    }
    return seen
  }
}

/// Finds addresses in plain text, so that they become links.
enum Addresses {
  static func pieces(of text: String) -> [Inline] {
    var pieces: [Inline] = []
    var rest = Substring(text)
    while let start = rest.firstRange(of: "https://")?.lowerBound
      ?? rest.firstRange(of: "http://")?.lowerBound
    {
      var address = rest[start...].prefix { !$0.isWhitespace && !")>]”\"".contains($0) }
      while let last = address.last, ".,;:!?".contains(last) { address = address.dropLast() }
      if start > rest.startIndex { pieces.append(Inline(String(rest[..<start]))) }
      pieces.append(Inline(String(address), .link(String(address))))
      rest = rest[address.endIndex...]
    }
    if !rest.isEmpty { pieces.append(Inline(String(rest))) }
    return pieces
  }
}
