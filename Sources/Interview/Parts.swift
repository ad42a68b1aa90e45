import Diagnostics

/// The transcript's texts in reading order, and what each is part of.
struct Parts {
  enum Role: Equatable {
    case preface
    /// Index of the turn.
    case question(Int), answer(Int)
  }

  struct Text {
    var role: Role
    var joined: JoinedText
  }

  private(set) var texts: [Text] = []
  private var turns: [Turn]
  private var speakers: [String?] = []

  init(_ passages: [Passage], _ found: FoundQuestions) {
    turns = found.turns
    for passage in passages[..<(turns.first?.question.lowerBound ?? passages.count)] {
      texts.append(Text(role: .preface, joined: passage.joined))
    }
    for (index, turn) in turns.enumerated() {
      var question = JoinedText()
      for passage in passages[turn.question] {
        question.append(passage.joined.dropping(passage.opening?.length ?? 0))
      }
      texts.append(Text(role: .question(index), joined: question))
      addAnswer(passages[turn.answer], turn: index, speakers: found.speakers)
    }
  }

  /// The speaker's own label is taken off; another speaker's stays in the text.
  private mutating func addAnswer(_ passages: ArraySlice<Passage>, turn: Int, speakers known: Set<String>) {
    let first = passages.first?.opening.flatMap { known.contains($0.key) ? $0 : nil }
    speakers.append(first.flatMap { answersGenerically($0.label) ? nil : $0.label })
    var othersSpoke = false
    for passage in passages {
      var joined = passage.joined
      if let first, let opening = passage.opening, known.contains(opening.key) {
        if opening.key != first.key {
          othersSpoke = true
        } else if !othersSpoke {
          joined = joined.dropping(opening.length)
        }
      }
      if !joined.text.isEmpty { texts.append(Text(role: .answer(turn), joined: joined)) }
    }
  }

  /// Makes the transcript of texts without marks, and reports questions without an answer.
  func assemble(
    _ resolved: [MarkedText], notes: [FoundFootnote], _ lines: [SourceLine], file: String,
    log: inout DiagnosticLog
  ) -> Transcript {
    var transcript = Transcript(file: file, introduction: [], biography: [], questions: [], footnotes: [])
    let preface = texts.lazy.filter { $0.role == .preface }.map(\.joined.text)
    let speaker = speakers.lazy.compactMap { $0 }.first
    var number = 0
    for (text, marked) in zip(texts, resolved) {
      let location =
        text.joined.line(at: 0).map { lines[$0].location(in: file) } ?? SourceLocation(file: file)
      if case .question(let turn) = text.role {
        transcript.questions.append(
          Question(
            number: turns[turn].number, text: marked.text, speaker: speakers[turn], answer: [],
            location: location,
            marks: marked.marks))
        continue
      }
      number += 1
      let paragraph = Paragraph(number: number, text: marked.text, marks: marked.marks, location: location)
      if case .answer(let turn) = text.role {
        transcript.questions[turn].answer.append(paragraph)
      } else if isBiography(text.joined.text, speaker: speaker, preface: Array(preface)) {
        transcript.biography.append(paragraph)
      } else {
        transcript.introduction.append(paragraph)
      }
    }
    transcript.footnotes = notes.map {
      Footnote(number: $0.number, text: $0.text.string, location: lines[$0.line].location(in: file))
    }
    for question in transcript.questions where question.answer.isEmpty {
      log.error(
        "question \(question.number) has no answer", at: question.location,
        advice: "write the answer below the question, beginning a new line")
    }
    return transcript
  }
}

extension JoinedText {
  /// Without its first scalars.
  func dropping(_ length: Int) -> JoinedText {
    if length == 0 { return self }
    let inside = starts.last { $0.offset <= length }
    var rest = JoinedText()
    rest.text = Array(text[min(length, text.count)...])
    if let inside { rest.starts.append((0, inside.line)) }
    for start in starts where start.offset > length {
      rest.starts.append((start.offset - length, start.line))
    }
    return rest
  }

  /// Adds another text after a space.
  mutating func append(_ other: JoinedText) {
    if !text.isEmpty, !other.text.isEmpty { text.append(" ") }
    let shift = text.count
    starts += other.starts.map { ($0.offset + shift, $0.line) }
    text += other.text
  }
}
