import Tables

/// Subtitles, SubRip (.srt) or WebVTT (.vtt): their words without times, put together into what each person says.
struct Subtitles {
  private struct Cue {
    /// In seconds.
    var start: Double
    var end: Double
    var speaker: String?
    var lines: [String]
  }

  private let cues: [Cue]

  /// So long a silence ends a paragraph, in seconds.
  private static let pause = 2.5
  /// In characters: a paragraph that is longer ends with its sentence.
  private static let longest = 700

  /// - Returns: `nil` for what has no cues.
  init?(_ text: String) {
    cues = Self.cues(of: text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline))
    if cues.isEmpty { return nil }
  }

  private static func cues(of lines: [Substring]) -> [Cue] {
    var cues: [Cue] = []
    var index = 0
    while index < lines.count {
      guard let (start, end) = times(of: lines[index]) else {
        index += 1
        continue
      }
      index += 1
      var cue = Cue(start: start, end: end, lines: [])
      while index < lines.count, !lines[index].allSatisfy(\.isWhitespace) {
        // A number alone before a time is the next cue's, where the empty line is missing.
        if lines[index].allSatisfy(\.isNumber), index + 1 < lines.count, times(of: lines[index + 1]) != nil {
          break
        }
        if times(of: lines[index]) != nil { break }
        let (speaker, words) = spoken(lines[index])
        if let speaker { cue.speaker = speaker }
        if !words.isEmpty { cue.lines.append(words) }
        index += 1
      }
      if !cue.lines.isEmpty { cues.append(cue) }
    }
    return cues
  }

  /// "00:00:01,000 --> 00:00:04.000 align:start"
  private static func times(of line: Substring) -> (Double, Double)? {
    guard let arrow = line.firstRange(of: "-->") else { return nil }
    let after = line[arrow.upperBound...].split(separator: " ").first ?? ""
    guard let start = seconds(line[..<arrow.lowerBound]), let end = seconds(after) else { return nil }
    return (start, end)
  }

  private static func seconds(_ text: Substring) -> Double? {
    let parts = text.trimmed.replacing(",", with: ".").split(separator: ":")
    let numbers = parts.compactMap { Double($0) }
    guard (2...3).contains(parts.count), numbers.count == parts.count else { return nil }
    return numbers.reduce(0) { $0 * 60 + $1 }
  }

  /// A line's words without marks, and who says them where a voice tag tells ("<v Mary>").
  private static func spoken(_ line: Substring) -> (String?, String) {
    var (speaker, words): (String?, String) = (nil, "")
    var rest = line
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        let tag = rest[rest.index(after: rest.startIndex)..<end]
        if tag.hasPrefix("v "), speaker == nil {
          speaker = tag.dropFirst(2).trimmed
        }
        rest = rest[rest.index(after: end)...]
      } else if character == "{", rest.hasPrefix("{\\"), let end = rest.firstIndex(of: "}") {
        rest = rest[rest.index(after: end)...]
      } else {
        words.append(character)
        rest = rest.dropFirst()
      }
    }
    for (name, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""), ("&amp;", "&"),
    ] {
      words = words.replacing(name, with: character)
    }
    return (speaker, words.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// What each person says, a paragraph a turn.
  var text: String {
    var paragraphs: [String] = []
    var (open, end, speaker): (String, Double, String?) = ("", 0, nil)
    func close() {
      if !open.isEmpty { paragraphs.append(open) }
      open = ""
    }
    for cue in cues {
      if cue.speaker != nil, cue.speaker != speaker { close() }
      if cue.start - end > Self.pause { close() }
      for line in cue.lines {
        // "- Why?" and ">> Why?": another speaks.
        let turn = [">>>", ">>", "-", "–", "—"].first { line.hasPrefix($0) && line.count > $0.count + 1 }
        let words =
          turn.map { String(line.dropFirst($0.count).trimmingPrefix(while: \.isWhitespace)) } ?? line
        let isLabelled = Self.beginsWithLabel(words)
        if turn != nil || isLabelled { close() }
        if ".?!…".contains(open.last ?? " "), open.count > Self.longest { close() }
        if open.isEmpty {
          let label = cue.speaker == nil || cue.speaker == speaker ? "" : "\(cue.speaker ?? ""): "
          // A dash is how print shows that another speaks.
          open = label + (turn != nil && !isLabelled && cue.speaker == nil ? "– " : "") + words
        } else if !open.hasSuffix(words) {
          // Captions that roll up say each line twice.
          open += " " + words
        }
        if cue.speaker != nil { speaker = cue.speaker }
      }
      end = cue.end
    }
    close()
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  /// "MARY: ", "Dr Mary Vela: "
  private static func beginsWithLabel(_ line: String) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    let label = line[..<colon]
    return label.count <= 40 && label.split(separator: " ").allSatisfy { $0.first?.isUppercase == true }
      && !label.isEmpty
      && line[line.index(after: colon)...].first == " "
  }
}
