import Diagnostics

/// An interview as it was received, told apart into its parts. The text of a part is the transcript's own, with
/// lines joined and white space and apostrophes made regular; nothing else is changed.
public struct Transcript: Hashable, Sendable {
  /// Path as the user would write it.
  public var file: String
  /// What stands before the first question and does not introduce the expert.
  public var introduction: [Paragraph]
  /// Who the expert is.
  public var biography: [Paragraph]
  public var questions: [Question]
  public var footnotes: [Footnote]
  /// What may be a label, and what it was taken for, in the order in which they come.
  public internal(set) var labels: [LabelReading] = []
  /// What each label's turns are, by the label in small letters and without full stops.
  var roles: [String: LabelRole] = [:]
  /// Labels that the pack speaks of, and that begin no turn.
  public internal(set) var unknownLabels: [String] = []
  /// Follow-ups that the pack speaks of, and that no question after the first says.
  public internal(set) var unknownFollowUps: [String] = []
  /// Whom each label means, in the same way: "vela" is "dr maria vela".
  var people: [String: String] = [:]

  public init(
    file: String, introduction: [Paragraph], biography: [Paragraph], questions: [Question],
    footnotes: [Footnote]
  ) {
    self.file = file
    self.introduction = introduction
    self.biography = biography
    self.questions = questions
    self.footnotes = footnotes
  }

  /// All paragraphs in reading order, so that ¶ n stands at index n − 1.
  public var paragraphs: [Paragraph] {
    // A biography may stand before the introduction.
    (introduction + biography).sorted { $0.number < $1.number } + questions.flatMap(\.answer)
  }

  /// The paragraph that is cited as ¶ and this number.
  public func paragraph(_ number: Int) -> Paragraph? {
    let all = paragraphs
    return all.indices.contains(number - 1) ? all[number - 1] : nil
  }

  public func footnote(_ number: Int) -> Footnote? { footnotes.first { $0.number == number } }
}

/// A label, or words that look like one, and what it was taken for.
public struct LabelReading: Hashable, Sendable {
  /// As first written.
  public var label: String
  /// As written, the label of the same person that is told at greater length; `nil` where there is none.
  public var means: String?
  public var role: LabelRole
  /// How many lines it opens.
  public var count: Int
  /// The first of them, counted from 1.
  public var line: Int
}

/// A question and its answer.
public struct Question: Hashable, Sendable {
  /// As printed before the question, from 1; counted where the questions bear no numbers.
  public var number: Int
  /// Without its number or label, and without footnote marks.
  public var text: String
  /// Who answers first, as the transcript abbreviates it ("EB"); `nil` where it does not say.
  public var speaker: String?
  /// Who asks; `nil` where the transcript names nobody.
  public var asker: String?
  /// What stands over the question, and belongs to no answer.
  public var heading: String?
  public var answer: [Paragraph]
  /// Where the question itself refers to footnotes.
  public var marks: [FootnoteMark]
  public var location: SourceLocation

  public init(
    number: Int, text: String, speaker: String?, answer: [Paragraph], location: SourceLocation,
    marks: [FootnoteMark] = [], asker: String? = nil, heading: String? = nil
  ) {
    self.asker = asker
    self.heading = heading
    self.number = number
    self.text = text
    self.speaker = speaker
    self.answer = answer
    self.location = location
    self.marks = marks
  }
}

/// A paragraph that can be cited as ¶ and its number.
public struct Paragraph: Hashable, Sendable {
  /// ¶ 1, 2, 3 … in reading order through the whole transcript (introduction, biography, answers; questions
  /// and footnotes are not counted).
  public var number: Int
  /// Without footnote marks and without the speaker's label.
  public var text: String
  public var marks: [FootnoteMark]
  public var location: SourceLocation
  /// Who speaks, as the transcript writes it; `nil` where it does not say.
  public var speaker: String?
  /// Somebody who asks, or leads the talk, says it within an answer.
  public var isAsked: Bool

  public init(
    number: Int, text: String, marks: [FootnoteMark] = [], location: SourceLocation, speaker: String? = nil,
    isAsked: Bool = false
  ) {
    self.speaker = speaker
    self.isAsked = isAsked
    self.number = number
    self.text = text
    self.marks = marks
    self.location = location
  }
}

/// Where a paragraph refers to a footnote.
public struct FootnoteMark: Hashable, Sendable {
  public var footnote: Int
  /// How many characters of the paragraph's text stand before the mark.
  public var offset: Int

  public init(footnote: Int, offset: Int) {
    self.footnote = footnote
    self.offset = offset
  }
}

public struct Footnote: Hashable, Sendable {
  public var number: Int
  public var text: String
  public var location: SourceLocation

  public init(number: Int, text: String, location: SourceLocation) {
    self.number = number
    self.text = text
    self.location = location
  }
}
