import Briefing
import Diagnostics
import Graphics

/// What is doubtful about a document.
extension DocumentBuilder {
  mutating func note(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      // Of an exhibit that is too high the first is said, with the room below the heading: it can have no more.
      let isSaid =
        diagnostic.severity == .error && warnings.diagnostics.contains { $0.location == diagnostic.location }
      if !isSaid { warnings.add(diagnostic) }
    }
  }

  mutating func noteDrawn(_ exhibits: [DrawnExhibit]) {
    for diagnostic in exhibits.flatMap(\.diagnostics) { drawingLog.add(diagnostic) }
  }

  mutating func warnLong(
    _ question: QuestionStory, _ exhibit: Exhibit?, _ template: PageTemplate, pages: Int,
    over overflow: Double
  ) {
    let measure = Int((overflow / Length.pointsPerMillimetre).rounded(.up))
    if case .exhibit = template.each, let exhibit {
      warnings.warning(
        "this exhibit takes \(pages) pages of \(layout.name) (\(layout.paper.rawValue)): "
          + "\(measure) mm more than one holds",
        at: exhibit.location, advice: "show less in it if it should stand on one")
      return
    }
    warnings.warning(
      "question \(question.number) takes \(pages) pages of \(layout.name) (\(layout.paper.rawValue)): "
        + "\(measure) mm more than one holds",
      at: SourceLocation(file: question.points.first?.file ?? question.headline.file),
      advice: "shorten its summary or take out an exhibit if it should stand on one")
  }

  mutating func warnOfMore(than template: PageTemplate, pages: Int, over overflow: Double) {
    let measure = Int((overflow / Length.pointsPerMillimetre).rounded(.up))
    let name = template.section.isEmpty ? template.name : template.section
    warnings.warning(
      "'\(name)' takes \(pages) pages of \(layout.name) (\(layout.paper.rawValue)) instead of one: "
        + "\(measure) mm more than it holds",
      at: SourceLocation(file: story.packFile),
      advice: "choose a larger paper, or shorten the questions' headlines, statements and summaries")
  }

  mutating func warnOfTitle() {
    warnings.warning(
      "the title goes on over a second page of \(layout.name) (\(layout.paper.rawValue)), "
        + "even in the type of headlines",
      at: SourceLocation(file: story.title.file),
      advice: "write a shorter 'title:', or put a part of it into 'subtitle:'"
    )
  }

  mutating func report(_ overfull: Overfull, _ template: PageTemplate, _ question: QuestionStory?) {
    if let problem = overfull.block.exhibits?.problem(room: overfull.room) {
      return note([problem])
    }
    let what = question.map { "question \($0.number)" } ?? "the page '\(template.name)'"
    warnings.warning(
      "\(what) holds something that is higher than a page (\(layout.paper.rawValue))",
      at: SourceLocation(file: question?.headline.file ?? layout.file),
      advice: "choose a larger paper or make it smaller")
  }
}
