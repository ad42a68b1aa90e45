import Briefing
import Graphics

extension DocumentBuilder {
  /// The bookmarks: pages that stand for the pack, and questions.
  func outline(of pages: [LaidOutPage]) -> [Document.OutlineEntry] {
    var entries: [Document.OutlineEntry] = []
    var seen = Set<Anchor>()
    for page in pages {
      if page.template.showsSlides {
        entries += outlineOfSlides(on: page, &seen)
      } else if let question = page.question {
        let anchor = Anchor.question(question.number)
        guard page.anchors.contains(anchor), seen.insert(anchor).inserted else { continue }
        entries.append(.init("\(question.number)  \(question.headline.text)", anchor: anchor))
      } else {
        let anchor = page.page?.anchor ?? Anchor.page(page.template.name)
        guard page.anchors.contains(anchor), seen.insert(anchor).inserted else { continue }
        entries.append(.init(page.page?.title.text ?? sectionName(of: page), anchor: anchor))
      }
    }
    return entries
  }

  /// The questions whose slides stand on a page, and the title.
  private func outlineOfSlides(on page: LaidOutPage, _ seen: inout Set<Anchor>) -> [Document.OutlineEntry] {
    var titles = [Anchor.page("title"): story.title.text]
    for question in story.questions {
      titles[.question(question.number)] = "\(question.number)  \(question.headline.text)"
    }
    return page.anchors.compactMap { anchor in
      titles[anchor].flatMap { seen.insert(anchor).inserted ? .init($0, anchor: anchor) : nil }
    }
  }
}
