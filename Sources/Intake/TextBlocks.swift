/// A stretch of text in one style.
struct TextRun: Hashable {
  var text: String
  var isBold = false
  var isItalic = false
}

/// A paragraph of a document.
struct TextBlock: Hashable {
  enum Kind: Hashable {
    case paragraph
    case heading
    /// Of a list, with its number or bullet.
    case item(String)
  }

  var kind = Kind.paragraph
  var runs: [TextRun] = []

  /// Adds text in a style; white space is one blank.
  mutating func add(_ text: String, bold: Bool = false, italic: Bool = false) {
    if runs.last?.isBold == bold, runs.last?.isItalic == italic {
      runs[runs.count - 1].text += text
    } else {
      runs.append(TextRun(text: text, isBold: bold, isItalic: italic))
    }
  }

  /// A new line within the paragraph.
  mutating func breakLine() {
    add("\u{2028}", bold: runs.last?.isBold ?? false, italic: runs.last?.isItalic ?? false)
  }

  var isEmpty: Bool { runs.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }

  /// As Markdown. Marks hug their words, since blanks beside them would make them text.
  var markdown: String {
    var lines = [""]
    for run in runs {
      for (index, part) in run.text.split(separator: "\u{2028}", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { lines.append("") }
        lines[lines.count - 1] += Self.marked(String(part), run)
      }
    }
    let text = lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      // Neighbours in one style are one stretch.
      .map { $0.replacing("****", with: "").replacing("** **", with: " ") }
      .filter { !$0.isEmpty }.joined(separator: "\n")
    return switch kind {
    case .paragraph: text
    case .heading: "## " + text.replacing("**", with: "").replacing("\n", with: " ")
    case .item(let mark): "\(mark) \(text)"
    }
  }

  private static func marked(_ text: String, _ run: TextRun) -> String {
    let mark = run.isBold ? "**" : run.isItalic ? "*" : ""
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !mark.isEmpty, words.contains(where: \.isLetter) else { return text }
    let before = text.first?.isWhitespace == true ? " " : ""
    let after = text.last?.isWhitespace == true ? " " : ""
    return before + mark + words.replacing("*", with: "") + mark + after
  }
}

/// Blocks as the text of a transcript.
///
/// Where most of a text is bold or cursive, that tells nothing, and is left out.
func transcriptText(of blocks: [TextBlock], notes: [(mark: String, text: String)] = []) -> String {
  var blocks = blocks.filter { !$0.isEmpty }
  let runs = blocks.flatMap(\.runs)
  let whole = runs.reduce(0) { $0 + $1.text.count }
  let bold = runs.reduce(0) { $0 + ($1.isBold ? $1.text.count : 0) }
  let italic = runs.reduce(0) { $0 + ($1.isItalic ? $1.text.count : 0) }
  for block in blocks.indices {
    for run in blocks[block].runs.indices {
      if bold * 2 > whole { blocks[block].runs[run].isBold = false }
      if italic * 2 > whole { blocks[block].runs[run].isItalic = false }
    }
  }
  let parts = blocks.map(\.markdown) + notes.map { "[^\($0.mark)]: \($0.text)" }
  return parts.joined(separator: "\n\n") + "\n"
}
