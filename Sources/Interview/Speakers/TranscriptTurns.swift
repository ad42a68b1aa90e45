import Diagnostics

/// One part of a transcript as it was read: a question, what one speaker says in answer to it, or what stands
/// before the first question.
public struct TranscriptTurn: Hashable, Sendable {
  public enum Role: String, Hashable, Sendable {
    case introduction, biography, heading, question, answer
  }

  public var role: Role
  /// Of the question; `nil` before the first.
  public var question: Int?
  /// Who speaks, as the transcript writes it; `nil` where it does not say.
  public var speaker: String?
  /// Counted from 1.
  public var line: Int
  /// Numbers of its paragraphs; empty for questions and headings, which have none.
  public var paragraphs: [Int]
  public var words: Int
  /// The first words.
  public var beginning: String
}

extension Transcript {
  /// What each part of the interview was taken for, in reading order.
  public var turns: [TranscriptTurn] {
    var turns: [TranscriptTurn] = []
    let biography = Set(biography.map(\.number))
    for paragraph in preface {
      let role: TranscriptTurn.Role = biography.contains(paragraph.number) ? .biography : .introduction
      Self.add(paragraph, role: role, question: nil, to: &turns)
    }
    for question in questions {
      if let heading = question.heading {
        turns.append(
          Self.turn(.heading, of: heading, question: question.number, line: question.location.line))
      }
      turns.append(
        Self.turn(
          .question, of: question.text, question: question.number, line: question.location.line,
          speaker: question.asker))
      for paragraph in question.answer {
        Self.add(paragraph, role: .answer, question: question.number, to: &turns)
      }
    }
    return turns
  }

  /// A speaker's paragraphs in a row are one turn.
  private static func add(
    _ paragraph: Paragraph, role: TranscriptTurn.Role, question: Int?, to turns: inout [TranscriptTurn]
  ) {
    let words = count(paragraph.text)
    if let last = turns.last, last.role == role, last.question == question, last.speaker == paragraph.speaker,
      role == .answer
    {
      turns[turns.count - 1].words += words
      turns[turns.count - 1].paragraphs.append(paragraph.number)
      return
    }
    var turn = turn(
      role, of: paragraph.text, question: question, line: paragraph.location.line, speaker: paragraph.speaker)
    turn.paragraphs = [paragraph.number]
    turns.append(turn)
  }

  private static func turn(
    _ role: TranscriptTurn.Role, of text: String, question: Int?, line: Int?, speaker: String? = nil
  ) -> TranscriptTurn {
    let beginning = text.split(separator: " ").prefix(8).joined(separator: " ")
    return TranscriptTurn(
      role: role, question: question, speaker: speaker, line: line ?? 1, paragraphs: [], words: count(text),
      beginning: beginning.count < text.count ? beginning + " …" : beginning)
  }

  private static func count(_ text: String) -> Int { text.split(separator: " ").count }
}

// MARK: - Who speaks

extension Transcript {
  /// The paragraphs before the first question, in reading order: a biography may stand before the introduction.
  public var preface: [Paragraph] { (introduction + biography).sorted { $0.number < $1.number } }

  /// By paragraph the label that must stand before it, so that nobody's words are taken for another's: where several
  /// answer, at each answer's beginning and wherever the speaker changes; where one does, only where somebody cuts in.
  public var shownSpeakers: [Int: String] {
    var labels: [Int: String] = [:]
    var speaker: String?
    for paragraph in preface where paragraph.speaker != speaker {
      labels[paragraph.number] = paragraph.speaker
      speaker = paragraph.speaker
    }
    let several = hasSeveralAnswering
    for question in questions {
      speaker = several ? nil : question.answer.first?.speaker
      for paragraph in question.answer where paragraph.speaker != speaker {
        labels[paragraph.number] = paragraph.speaker
        speaker = paragraph.speaker
      }
    }
    return labels
  }

  /// More than one person answers.
  public var hasSeveralAnswering: Bool {
    let answering = questions.flatMap(\.answer).compactMap { paragraph in
      paragraph.speaker.map(Opening.key).flatMap { roles[$0] == .answers ? people[$0] ?? $0 : nil }
    }
    return Set(answering).count > 1
  }

  /// More than one person, or paper, asks.
  public var hasSeveralAsking: Bool {
    Set(questions.compactMap(\.asker).map { Opening.key($0) }.map { people[$0] ?? $0 }).count > 1
  }
}
