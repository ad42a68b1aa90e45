import Diagnostics
import Tables

/// A stretch of a text whose references have been put into words.
public enum WordingPiece: Hashable, Sendable {
  case text(String)
  /// Words made from the named figures.
  case figure(words: String, ids: [String])

  public var words: String {
    switch self {
    case .text(let text): text
    case .figure(let words, _): words
    }
  }
}

extension FigureTable {
  /// Puts the figure references of a text into words: `{id}`, `{id|form}`, `{id|change from other}` (see
  /// `WordingForm`, `Comparison` and Docs/figures.md). `{{` and `}}` are literal braces.
  ///
  /// A reference at the start of a sentence begins with a capital letter.
  /// - Parameters:
  ///   - text: a paragraph or a part of one.
  ///   - location: where the text begins in its file.
  ///   - before: what stands before the text in its paragraph, so that the start of a sentence is known.
  /// - Returns: text and figures in their order; none is empty.
  /// - Throws: every reference that can't be put into words, each with its place.
  public func pieces(of text: String, at location: SourceLocation, continuing before: String = "")
    throws(DiagnosticError) -> [WordingPiece]
  {
    try pieces(of: text, continuing: before) { offset in
      SourcePosition(location).advanced(over: text, by: offset).location
    }
  }

  /// As above, for a text that does not stand in its file as it is: `place` says where the scalar at an offset of
  /// the text stands.
  public func pieces(
    of text: String, continuing before: String = "", place: (_ offset: Int) -> SourceLocation
  )
    throws(DiagnosticError) -> [WordingPiece]
  {
    if !text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
      return text.isEmpty ? [] : [.text(text)]
    }
    var log = DiagnosticLog()
    var pieces: [WordingPiece] = []
    var written = before
    for part in ReferenceScanner.parts(of: text) {
      switch part {
      case .text(let text):
        pieces.append(.text(text))
        written += text
      case .unclosed(let offset):
        log.error(
          "this brace is never closed", at: place(offset),
          advice: "close it with '}', or write '{{' for a brace in the text")
      case .reference(let inside, let offset):
        do throws(DiagnosticError) {
          let piece = try self.piece(for: inside, isSentenceStart: isSentenceStart(after: written))
          pieces.append(piece)
          written += piece.words
        } catch {
          for diagnostic in error.diagnostics {
            log.add(
              Diagnostic(
                diagnostic.severity, diagnostic.message, at: place(offset), advice: diagnostic.advice))
          }
          written += "x"
        }
      }
    }
    try log.throwIfErrors()
    return pieces
  }

  /// The words of one reference.
  private func piece(for inside: String, isSentenceStart: Bool) throws(DiagnosticError) -> WordingPiece {
    let parts = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let figure = try self.figure(named: parts[0].trimmed)
    var ids = [figure.id]
    let words: String
    if parts.count == 1 {
      words = figure.words(.full)
    } else {
      switch try ReferenceForm(String(parts[1]), ids: self.ids) {
      case .words(let form):
        if form.isOfTime, figure.period == nil {
          throw DiagnosticError(
            "figure '\(figure.id)' has no period", advice: "fill in its period, or say it without one")
        }
        words = figure.words(form)
      case .comparison(let comparison, let id):
        let other = try self.figure(named: id)
        ids.append(other.id)
        words = try self.words(comparison, of: figure, to: other)
      case .claim(let claim, let named):
        var others: [Figure] = []
        for id in named { others.append(try self.figure(named: id)) }
        ids += others.map(\.id)
        words = try self.words(claim, of: figure, others)
      }
    }
    return .figure(words: isSentenceStart ? capitalised(words) : words, ids: ids)
  }

  private func figure(named id: String) throws(DiagnosticError) -> Figure {
    if let figure = self[id] { return figure }
    // What is wrong with its row is said there.
    if unread.contains(id) { throw DiagnosticError([]) }
    if id.isEmpty {
      throw DiagnosticError("this reference names no figure", advice: "write {id} or {id|form}")
    }
    throw DiagnosticError("unknown figure '\(id)'", advice: adviceForUnknown(id, among: ids))
  }

  private func capitalised(_ words: String) -> String {
    guard let first = words.first, first.isLetter else { return words }
    return first.uppercased() + words.dropFirst()
  }
}

/// Tells text and references apart.
private enum ReferenceScanner {
  enum Part {
    case text(String)
    /// What stands between the braces; the offset is that of the opening one.
    case reference(String, offset: Int)
    case unclosed(offset: Int)
  }

  static func parts(of text: String) -> [Part] {
    let scalars = Array(text.unicodeScalars)
    var parts: [Part] = []
    var plain: [Unicode.Scalar] = []
    func endText() {
      if !plain.isEmpty { parts.append(.text(String(scalars: plain))) }
      plain = []
    }
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let isDoubled = index + 1 < scalars.count && scalars[index + 1] == scalar
      if scalar == "{" || scalar == "}", isDoubled {
        plain.append(scalar)
        index += 2
      } else if scalar == "{" {
        endText()
        guard let end = scalars[(index + 1)...].firstIndex(where: { $0 == "}" || $0 == "{" }),
          scalars[end] == "}"
        else {
          parts.append(.unclosed(offset: index))
          index += 1
          continue
        }
        parts.append(.reference(String(scalars: scalars[(index + 1)..<end]), offset: index))
        index = end + 1
      } else {
        plain.append(scalar)
        index += 1
      }
    }
    endText()
    return parts
  }
}
