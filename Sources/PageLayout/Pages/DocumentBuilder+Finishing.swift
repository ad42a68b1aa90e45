import Briefing
import Diagnostics
import Evidence
import Graphics
import Keeping
import Typesetting

/// What pages get once all of them are there: numbers, running lines and marks.
extension DocumentBuilder {
  func label(of index: Int) -> String { String(index + 1) }

  func pageNumbers(of pages: [LaidOutPage]) -> PageNumbers {
    var found = PageNumbers()
    for (index, page) in pages.enumerated() {
      // Where links to it lead: a divider before it is not yet its page.
      if let number = page.question?.number,
        found.questions[number] == nil || page.anchors.contains(.question(number))
      {
        found.questions[number] = label(of: index)
      }
      if let name = page.page?.name, found.freePages[name] == nil { found.freePages[name] = label(of: index) }
      for case .exhibit(let line, let column) in page.anchors {
        let anchor = Anchor.exhibit(line: line, column: column)
        if found.maps[anchor] == nil { found.maps[anchor] = label(of: index) }
      }
      for id in Set(page.figures) {
        found.figures[id, default: []].append(
          .init(page: index, label: label(of: index), anchor: page.anchors.first))
      }
    }
    return found
  }

  func sectionName(of page: LaidOutPage) -> String {
    var values = Placeholders.values(of: story)
    values[.number] = page.question.map { String($0.number) }
    values[.pageTitle] = page.page?.title.text
    let name = Placeholders.fill(page.section, with: values, language: story.language)
    return name.isEmpty ? story.title.text : name
  }

  func finish(_ pages: [LaidOutPage]) -> [Document.Page] {
    let anchors = Set(pages.flatMap(\.anchors))
    let figures = Dictionary(
      story.figures.figures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return pages.enumerated().map { index, page in
      if page.isBlank { return Document.Page(Frame(size: layout.paper.size), label: label(of: index)) }
      var values = Placeholders.values(of: story)
      values[.page] = label(of: index)
      values[.number] = page.question.map { String($0.number) }
      values[.section] = sectionName(of: page)
      values[.sources] = sources(on: page, figures)
      values[.copy] = copy.map(layout.words(for:))
      values[.recipient] = copy?.recipient?.name
      let leadsTo = keepsAllLinks ? nil : Set(page.linked).intersection(anchors)
      let unfinished = PageToFinish(
        body: page.body, origin: page.origin, template: page.template.name, leadsTo: leadsTo,
        values: values, packFile: story.packFile, isFirst: index == 0,
        cover: layout.ground(of: page.template)?.showsCover == true ? story.cover : nil)
      if let known = memory.finished.take(unfinished) { return known }
      let finished = Document.Page(
        frame(of: unfinished, on: page.template), label: label(of: index), part: page.template.name)
      memory.finished.keep(finished, for: unfinished)
      return finished
    }
  }

  /// The pack's cover over all of the paper.
  func drawn(_ cover: Exhibit) -> ExhibitStudio.Drawn {
    studio.draw(.init(exhibit: cover, size: layout.paper.size))
  }

  private func frame(of page: PageToFinish, on template: PageTemplate) -> Frame {
    var frame = Frame(size: layout.paper.size)
    if let ground = layout.ground(of: template) {
      frame.add(ground.frame(frame.size), at: .zero, tag: .artifact)
    }
    if let cover = page.cover { frame.add(drawn(cover).frame, at: .zero) }
    let marking = CopyMarks(setter: setter, values: page.values, packFile: page.packFile)
    if let lines = marking.lines(size: frame.size) { frame.add(lines, at: .zero, tag: .artifact) }
    let running = RunningLines(
      setter: setter, values: page.values, packFile: page.packFile, isFirst: page.isFirst)
    let hasLines = template.hasRunningLines
    if hasLines, let header = running.header(size: frame.size) { frame.add(header, at: .zero) }
    if let bars = ChangeMarks(layout: layout).bars(on: page.body) {
      frame.add(bars, at: page.origin, tag: .artifact)
    }
    frame.add(page.leadsTo.map(page.body.keepingLinks) ?? page.body, at: page.origin)
    if hasLines, let footer = running.footer(size: frame.size) { frame.add(footer, at: .zero) }
    // Over maps and pictures too: none of them can be cut out of a copy without it.
    if let watermark = marking.watermark(size: frame.size) {
      frame.add(watermark, at: .zero, tag: .artifact)
    }
    return readsRightToLeft(language: setter.language) ? frame.mirrored : frame
  }

  /// Where the figures on a page come from, where it doesn't list them itself; by their ids the places of all.
  func sources(on page: LaidOutPage, _ places: [String: Int]) -> String? {
    if page.template.listsFigures || page.template.shows(.figureSources) { return nil }
    let sources = Set(page.figures).compactMap { places[$0] }.sorted().flatMap {
      story.figures.figures[$0].sources
    }
    let runs = SourceRun.runs(of: sources)
    return runs.isEmpty ? nil : SourceWords.words(for: runs, layout: layout, language: story.language)
  }

  var metadata: Document.Metadata {
    let interview = [layout.word(.interviewWith), story.expert ?? ""].joined(separator: " ")
    return Document.Metadata(
      title: story.title.text, author: story.author ?? story.expert ?? "",
      subject: story.subtitle?.text ?? (story.expert == nil ? "" : interview), language: story.language,
      date: story.figuresAsOf)
  }
}
