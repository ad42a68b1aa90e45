import Briefing
import Diagnostics
import Evidence
import Graphics
import YAMLReading

/// Words in braces that running lines and section names may hold.
enum Placeholders {
  enum Name: String, CaseIterable {
    case title, kicker, expert, section, page, number, sources
    case interviewDate = "interview-date"
    case figuresDate = "figures-date"
    case questions
    case classification, copy, recipient, meeting, room
    case meetingDate = "meeting-date"
    case meetingTime = "meeting-time"
    /// Of a page that the pack writes itself.
    case pageTitle = "page-title"
  }

  /// Notes every placeholder that does not exist.
  static func check(_ text: YAMLText, in file: YAMLFile) {
    for name in names(in: text.text) where Name(rawValue: name) == nil {
      file.error(
        "there is no placeholder '{\(name)}'", at: text.location,
        advice: adviceForUnknown(name, among: Name.allCases.map(\.rawValue)))
    }
  }

  private static func names(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  /// The text with its placeholders filled in; parts separated by " · " whose placeholders have no value are left
  /// out. A comma between two values is the language's.
  static func fill(_ text: String, with values: [Name: String], language: String) -> String {
    let parts = text.split(separator: " · ", omittingEmptySubsequences: false).compactMap { part in
      filled(part, with: values, language: language)
    }
    return parts.joined(separator: " · ")
  }

  /// A part with its placeholders filled in; `nil` where one has no value.
  private static func filled(_ part: Substring, with values: [Name: String], language: String) -> String? {
    let pieces = part.split(separator: "{", omittingEmptySubsequences: false)
    var result = ""
    for (index, piece) in pieces.enumerated() {
      // A brace that nothing closes is one.
      guard index > 0, let end = piece.firstIndex(of: "}") else {
        result += (index > 0 ? "{" : "") + piece
        continue
      }
      guard let name = Name(rawValue: String(piece[..<end])), let value = values[name], !value.isEmpty else {
        return nil
      }
      let rest = piece[piece.index(after: end)...]
      result += isolated(value, language: language)
      let isBetweenValues = index + 1 < pieces.count
      result += rest == ", " && isBetweenValues ? comma(language: language) : String(rest)
    }
    return result
  }

  /// A value on a page that is read from the right: a date in Latin letters keeps the order of its words there.
  /// `Setter.spans` takes the marks (Unicode's isolates) out again.
  static func isolated(_ value: String, language: String) -> String {
    guard readsRightToLeft(language: language) else { return value }
    return "\(isolate)\(value.filter { $0 != isolate && $0 != popIsolate })\(popIsolate)"
  }

  static let (isolate, popIsolate): (Character, Character) = ("\u{2068}", "\u{2069}")

  /// What the story gives for all pages.
  static func values(of story: Story) -> [Name: String] {
    var values: [Name: String] = [.title: story.title.text, .questions: String(story.questions.count)]
    values[.kicker] = story.kicker?.text
    values[.expert] = story.expert
    values[.interviewDate] = story.interviewDate.map(words(for:))
    values[.figuresDate] = story.figuresAsOf.map(words(for:))
    values[.classification] = story.classification
    values[.meeting] = story.meeting?.title.text
    values[.meetingDate] = story.meeting?.date.map(words(for:))
    values[.meetingTime] = story.meeting?.time
    values[.room] = story.meeting?.room
    return values
  }

  /// "2018-11-20" → "20 November 2018"; months and years as Evidence words them.
  static func words(for date: String) -> String {
    let parts = date.split(separator: "-")
    if parts.count == 3, let day = Int(parts[2]), let month = Period("\(parts[0])-\(parts[1])") {
      return "\(day) \(month.words(short: false))"
    }
    return Period(date)?.words(short: false) ?? date
  }
}
