import Diagnostics
import Evidence
import YAMLReading

/// What of a draft nobody has looked at yet.
public enum Unseen: Hashable, Sendable {
  /// By its number: its headline, summary, exhibits and quotation.
  case question(Int, SourceLocation)
  /// By its id.
  case figure(String, SourceLocation)

  /// Where pack.yml lists it.
  public var location: SourceLocation {
    switch self {
    case .question(_, let location), .figure(_, let location): location
    }
  }
}

extension StoryComposer {
  /// What the key 'draft' lists; how much that is, and what isn't there, is noted.
  mutating func unseen(_ figures: FigureTable) -> [Unseen] {
    guard let draft = pack.draft else { return [] }
    let questions = draft.questions.compactMap { text -> Unseen? in
      let number = Int(text.text).flatMap { pack.questions.indices.contains($0 - 1) ? $0 : nil }
      if number == nil { noteAbsent("question", text) }
      return number.map { .question($0, text.location) }
    }
    let rows = draft.figures.compactMap { text -> Unseen? in
      if figures[text.text] == nil { noteAbsent("figure", text) }
      return figures[text.text].map { .figure($0.id, text.location) }
    }
    let counts = [(questions.count, "question"), (rows.count, "figure")].filter { $0.0 > 0 }
      .map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: " and ")
    ownLog.add(
      Diagnostic(
        .note,
        "this pack is a draft, which stands on every page"
          + (counts.isEmpty ? "" : "; nobody has looked at \(counts) yet"),
        at: draft.location,
        advice: counts.isEmpty
          ? "take the key 'draft' out when all of it has been looked at"
          : "take each out of the lists under 'draft' when you have looked at it, and the key itself at last")
    )
    return questions + rows
  }

  private mutating func noteAbsent(_ kind: String, _ text: YAMLText) {
    ownLog.add(
      Diagnostic(
        .warning, "there is no \(kind) '\(text.text)' to be looked at", at: text.location,
        advice: "take this line out"))
  }
}
