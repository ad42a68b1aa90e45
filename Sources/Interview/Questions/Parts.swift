import Diagnostics

/// The transcript's texts in reading order, and what each is part of.
struct Parts {
  enum Role: Equatable {
    case preface
    /// Index of the turn.
    case question(Int), answer(Int)
    /// A heading over the turn with this index.
    case heading(Int)
  }

  struct Text {
    var role: Role
    var joined: JoinedText
    /// Who speaks, as the transcript writes it; `nil` where it does not say.
    var speaker: String?
    /// Somebody who asks says it, or leads the talk.
    var isAsked = false
  }

  private(set) var texts: [Text] = []
  private var turns: [Turn]
  private let speakers: Speakers

  init(_ passages: [Passage], _ found: FoundQuestions, speakers: Speakers) {
    turns = found.turns
    self.speakers = speakers
    add(passages[..<(turns.first?.question.lowerBound ?? passages.count)], as: .preface)
    for (index, turn) in turns.enumerated() {
      addQuestion(passages[turn.question], turn: index)
      let headings = index + 1 < turns.count ? headingCount(passages, at: turn.answer) : 0
      let end = turn.answer.upperBound - headings
      add(passages[turn.answer.lowerBound..<end], as: .answer(index))
      for passage in passages[end..<turn.answer.upperBound] {
        texts.append(Text(role: .heading(index + 1), joined: passage.joined))
      }
    }
  }

  /// The label goes into `speaker`, and holds until the next.
  private mutating func add(_ passages: ArraySlice<Passage>, as role: Role) {
    var speaker: String?
    var (isAsked, hasFollowUp) = (false, false)
    for passage in passages {
      var joined = passage.joined
      if let opening = passage.opening, opening.role != nil || passage.answers {
        isAsked = passage.isAsked
        if isAsked { hasFollowUp = true }
        // "Q" and "A" name nobody, but part what is said once both stand in one answer.
        speaker = named(opening) ?? (hasFollowUp && !opening.label.isEmpty ? opening.label : nil)
        joined = joined.dropping(opening.length)
      }
      if !joined.text.isEmpty {
        texts.append(Text(role: role, joined: joined, speaker: speaker, isAsked: isAsked))
      }
    }
  }

  /// One text of all its paragraphs; of several who ask those after the first keep their labels in it.
  private mutating func addQuestion(_ passages: ArraySlice<Passage>, turn: Int) {
    var question = JoinedText()
    var asker: Opening?
    for passage in passages {
      var joined = passage.joined
      if let opening = passage.opening {
        let isOther = asker.map { opening.isSpeaker && !isSame($0, opening) } ?? false
        if !isOther { joined = joined.dropping(opening.length) }
        if opening.isSpeaker, asker == nil { asker = opening }
      }
      if question.text.isEmpty {
        asker = dropSecondOpening(of: &joined, asker: asker, number: turns[turn].number)
      }
      question.append(joined)
    }
    texts.append(Text(role: .question(turn), joined: question, speaker: asker.flatMap(named)))
  }

  /// "1. Interviewer: Why?", "Interviewer: 1. Why?": of a number and a label the second.
  private func dropSecondOpening(of joined: inout JoinedText, asker: Opening?, number: Int) -> Opening? {
    guard let second = Opening(joined.text) else { return asker }
    if second.isSpeaker, asker == nil, asks(second) {
      joined = joined.dropping(second.length)
      return second
    }
    if asker != nil, second.number == number, !second.isWeak { joined = joined.dropping(second.length) }
    return asker
  }

  /// A known label that asks, an office, or a name right behind a question's number: "Q4 Mark Ash: Why?"
  private func asks(_ label: Opening) -> Bool {
    if let role = speakers.role(label.label) ?? officeRole(label.key) { return role != .answers }
    return label.form == .colon && !label.isLoose && (2...4).contains(label.key.split(separator: " ").count)
  }

  private func isSame(_ a: Opening, _ b: Opening) -> Bool {
    (speakers.speaker(a.label) ?? a.key) == (speakers.speaker(b.label) ?? b.key)
  }

  /// Whom a label names; a word such as "Answer" names nobody.
  private func named(_ opening: Opening) -> String? {
    if opening.label.isEmpty || opening.number != nil { return nil }
    let isGeneric =
      LabelWords.role(ofWhole: opening.label.lowercased().filter { $0 != "." }) != nil
      && LabelWords.role(ofWord: opening.key) == nil
    if isGeneric { return nil }
    // A paper's name stays, a long office goes.
    guard opening.label.split(separator: " ").count > 5,
      let end = opening.label.firstIndex(where: { $0 == "," || $0 == "(" })
    else { return opening.label }
    return opening.label[..<end].split(separator: " ").joined(separator: " ")
  }

  /// Makes the transcript of texts without marks, and reports questions without an answer.
  func assemble(
    _ resolved: [MarkedText], notes: [FoundFootnote], _ lines: [SourceLine], file: String,
    log: inout DiagnosticLog
  ) -> Transcript {
    var transcript = Transcript(file: file, introduction: [], biography: [], questions: [], footnotes: [])
    let preface = texts.prefix { $0.role == .preface }.map(\.joined.text)
    let expert = texts.first { if case .answer = $0.role { $0.speaker != nil } else { false } }?.speaker
    var headings: [Int: String] = [:]
    var number = 0
    for (text, marked) in zip(texts, resolved) {
      let location =
        text.joined.line(at: 0).map { lines[$0].location(in: file) } ?? SourceLocation(file: file)
      switch text.role {
      case .heading(let turn):
        headings[turn] = [headings[turn], marked.text].compactMap { $0 }.joined(separator: " · ")
        continue
      case .question(let turn):
        transcript.questions.append(
          Question(
            number: turns[turn].number, text: marked.text, speaker: nil, answer: [], location: location,
            marks: marked.marks, asker: text.speaker, heading: headings[turn]))
        continue
      case .answer, .preface: break
      }
      number += 1
      let paragraph = Paragraph(
        number: number, text: marked.text, marks: marked.marks, location: location, speaker: text.speaker,
        isAsked: text.isAsked)
      if case .answer(let turn) = text.role {
        if transcript.questions[turn].answer.allSatisfy(\.isAsked) {
          transcript.questions[turn].speaker = text.speaker
        }
        transcript.questions[turn].answer.append(paragraph)
      } else if isBiography(text.joined.text, speaker: expert, preface: preface) {
        transcript.biography.append(paragraph)
      } else {
        transcript.introduction.append(paragraph)
      }
    }
    transcript.footnotes = notes.map {
      Footnote(number: $0.number, text: $0.text.string, location: lines[$0.line].location(in: file))
    }
    transcript.labels = speakers.readings
    transcript.roles = speakers.roleOfLabels
    transcript.people = speakers.speakers
    for question in transcript.questions where question.text.isEmpty {
      log.error(
        "question \(question.number) has no words", at: question.location,
        advice: "write what was asked behind its number or label, or '[inaudible]'")
    }
    for question in transcript.questions where question.answer.isEmpty {
      log.error(
        "question \(question.number) has no answer", at: question.location,
        advice: "write the answer below the question, beginning a new line")
    }
    return transcript
  }
}

/// How many of an answer's last passages are headings over what follows: short, no sentences, apart from what is
/// before them, which is a sentence.
private func headingCount(_ passages: [Passage], at answer: Range<Int>) -> Int {
  var first = answer.upperBound
  while first - 1 > answer.lowerBound, isHeading(passages[first - 1]) { first -= 1 }
  guard first < answer.upperBound else { return 0 }
  let before = passages[first - 1].text
  let isMarked = passages[first..<answer.upperBound].contains(where: \.isHeading)
  let isAfterList = before.first.map { "•·–—*◦▪-".unicodeScalars.contains($0) } ?? false
  guard isMarked || ((before.endsSentence || isAfterList) && answer.upperBound - first == 1) else { return 0 }
  return answer.upperBound - first
}

private func isHeading(_ passage: Passage) -> Bool {
  if passage.isHeading { return true }
  guard passage.opening == nil, passage.followsGap, let first = passage.text.first,
    let last = passage.text.last,
    first.beginsSentence, last.isLetter || last.isDigit
  else { return false }
  return passage.text.split(whereSeparator: \.isBlank).count <= 8 && passage.text.count <= 80
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
