import Briefing
import Graphics

/// A page of one document that another shows small, with what is to be said about it.
public struct Slide: Hashable, Sendable {
  public var frame: Frame
  /// What its header calls it.
  var section: String
  /// `nil` on pages of the whole pack.
  var question: QuestionStory?
  /// What the pack has for who speaks, else the points that belong to it.
  public var notes: [InlineText]
}

/// What a page is about, as far as notes belong to it.
struct PageSubject: Sendable {
  /// What its header calls it.
  var section: String
  var question: QuestionStory?
  /// That it shows, of the question or of the whole pack.
  var exhibit: Exhibit?
  /// The question begins with it: here is what links to the question lead to.
  var opensQuestion = false
  /// It says the points that stand beside none of the exhibits.
  var tellsOthers = false

  /// The notes that the pack has for it, else the points of the summary that belong to it, with their ¶ marks.
  var notes: [InlineText] {
    let own = (opensQuestion ? question?.notes ?? [] : []) + (exhibit?.notes ?? [])
    guard own.isEmpty, let question else { return own }
    if opensQuestion, question.exhibits.isEmpty { return question.points }
    if tellsOthers { return question.otherPoints.map { question.points[$0] } }
    let points = exhibit.flatMap(question.exhibits.firstIndex).map { question.points(beside: $0) } ?? []
    let told = points.sorted().map { question.points[$0] }
    return told.isEmpty && opensQuestion ? [question.statement].compactMap(\.self) : told
  }
}

extension LaidOutDocument {
  /// Its pages with what is to be said about them, for layouts that show them small.
  public var slides: [Slide] {
    zip(document.pages, subjects).map { page, subject in
      Slide(
        frame: page.frame, section: subject.section, question: subject.question, notes: subject.notes)
    }
  }
}

extension LaidOutPage {
  /// A page that only goes on with another has nothing of its own to be spoken to.
  func subject(_ story: Story, section: String) -> PageSubject {
    var subject = PageSubject(section: section, question: question)
    guard !continues, !isBlank else { return subject }
    let showsExhibit = [.exhibit, .exhibits, .plot].contains { template.shows($0) }
    guard let question else {
      if showsExhibit { subject.exhibit = story.map }
      return subject
    }
    subject.opensQuestion = anchors.contains(.question(question.number))
    subject.tellsOthers = template.shows(.otherPoints)
    if showsExhibit { subject.exhibit = question.exhibits.dropFirst(exhibit).first }
    return subject
  }
}
