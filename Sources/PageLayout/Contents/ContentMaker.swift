import Briefing
import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Interview
import Typesetting

/// Makes the blocks of a page's contents, by the names that a layout calls them by.
struct ContentMaker {
  let story: StoryReader
  /// `nil` on pages of the whole pack.
  var question: QuestionStory?
  /// The exhibit that the page is about: a question's first, where the page is not one for each exhibit.
  var exhibit: Exhibit?
  var setter: Setter
  let exhibits: ExhibitStudio
  let numbers: PageNumbers
  var template: PageTemplate
  /// Pages of the layout whose miniatures stand in this one's.
  let slides: [Slide]
  /// In which type the title is set: a smaller one of the scale where it would not stand on a page otherwise.
  var titleRole = StyleRole.title
  /// Whether it makes the heads of a page that continues another: nothing leads to them, since the first is the place.
  var continues = false
  /// How many exhibits stand side by side at most, where fewer than the layout allows.
  var exhibitsBeside = Int.max
  /// How many of the question's first exhibits stand elsewhere on the page than where they flow.
  var exhibitsElsewhere = 0
  /// Whose copy it is, where each has their own.
  let copy: Copy?
  /// The page that the pack writes itself and that is made.
  var freePage: FreePage?

  var layout: Layout { setter.layout }

  func blocks(for item: PageTemplate.Item, width: Double) -> [Block] {
    switch item {
    case .content(let name, let limit): blocks(for: name, width: width, most: limit.most ?? .max)
    case .text(let words, let role, _): [heading(InlineText(words, file: layout.file), role, width: width)]
    case .rule(let color): [rule(color, width: width)]
    case .image(let picture): [picture.block(width: width, in: layout)]
    }
  }

  private func blocks(for name: ContentName, width: Double, most: Int) -> [Block] {
    switch name {
    case .kicker: optional(story.kicker, .kicker, width: width)
    case .title:
      [setter.title(story.title, as: titleRole, width: width, anchor: .page(template.name))]
    case .subtitle: optional(story.subtitle, .subtitle, width: width)
    case .byline: byline(width: width)
    case .contents, .statements:
      entries(of: listName(name), width: width, showsPage: name == .contents)
    case .digests: digests(width: width)
    case .slides: miniatures.rows(width: width)
    case .slidesWithNotes:
      miniatures.rows(width: width) { index, width in notes(of: slides[index], width: width) }
    case .slide: miniatures.whole(width: width)
    case .slideNotes: slides.flatMap { notes(of: $0, width: width) }
    case .noteLines: [miniatures.linesBelow(width: width)]
    case .figures: FigureTableMaker(maker: self).rows(width: width)
    case .changesHeadline: changesHeadline(width: width)
    case .changesSummary: changesSummary(width: width)
    case .changesLine: ChangesMaker(self, width: width).map { [$0.line(width: width)] } ?? []
    case .changes: ChangesMaker(self, width: width)?.rows(width: width) ?? []
    case .changesDigest: ChangesMaker(self, width: width).map { [$0.digest(width: width)] } ?? []
    case .changesSentences: NewSentences(maker: self).blocks(width: width)
    case .places: PlaceTableMaker(maker: self).rows(width: width)
    case .notes: notes(width: width)
    case .figureSources: FigureSources(maker: self).blocks(width: width)
    case .interview: InterviewMaker(setter: setter, story: story).blocks(width: width)
    case .credits: credits(width: width)
    case .meeting, .meetingDetails, .agenda, .attendees, .cards:
      story.meeting.map { blocks(for: name, of: $0, width: width) } ?? []
    case .recipient: copy.map { recipient(of: $0, width: width) } ?? []
    case .timeline: timelines(width: width).flatMap { exhibits.rows([$0], width: width, setter: setter) }
    case .keyFigures:
      keyFigures.prefix(most).enumerated().map { index, key in
        keyFigure(key, as: ListEntry(list: listName(name), index: index), width: width)
      }
    case .keyFiguresAcross: keyFiguresAcross(Array(keyFigures.prefix(most)), width: width)
    case .exhibits: exhibitRows(width: width, most: most)
    case .exhibit: exhibits.rows([exhibit].compactMap { $0 }, width: width, setter: setter)
    case .plot:
      exhibits.rows(
        [exhibit ?? (question == nil ? story.map : nil)].compactMap { $0 }, width: width, setter: setter,
        showsTitles: false)
    case .pageText: freePage.map { FreePageMaker(maker: self, page: $0).blocks(width: width) } ?? []
    case .portrait: exhibits.rows([story.portrait].compactMap { $0 }, width: width, setter: setter)
    case .cover: exhibits.rows([story.cover].compactMap { $0 }, width: width, setter: setter)
    case .coverCredit: story.cover.map { optional($0.note, .exhibitNote, width: width) } ?? []
    case .exhibitHeadline: exhibitHeadline(width: width)
    case .number, .question, .headline, .statement, .points, .leads, .pointsInBrief, .otherPoints,
      .exhibitPoints,
      .quotation,
      .footnotes, .continued:
      question.map { blocks(for: name, of: $0, width: width, most: most) } ?? []
    }
  }

  private func blocks(for name: ContentName, of meeting: Meeting, width: Double) -> [Block] {
    let maker = MeetingMaker(setter: setter, meeting: meeting, packFile: story.packFile)
    switch name {
    case .meeting:
      return [setter.title(meeting.title, as: .title, width: width, anchor: .page(template.name))]
    case .meetingDetails: return maker.details(width: width)
    case .agenda: return maker.agenda(width: width)
    case .attendees: return maker.attendees(width: width)
    case .cards:
      return PlaceCardMaker(setter: setter, attendees: meeting.attendees).cards(width: width)
    default: return []
    }
  }

  private var miniatures: SlideMiniatures { SlideMiniatures(slides: slides.map(\.frame), layout: layout) }

  private func notes(of slide: Slide, width: Double) -> [Block] {
    slide.notes.map { setter.block($0, .point, width: width) }
  }

  // MARK: Plain text

  /// "Copy 3 of 12 · Name, role, organisation".
  private func recipient(of copy: Copy, width: Double) -> [Block] {
    let person = [copy.recipient?.name, copy.recipient?.role, copy.recipient?.organisation].compactMap { $0 }
    var pieces = [Inline(layout.words(for: copy), isStrong: true)]
    if !person.isEmpty { pieces.append(Inline(" · " + person.joined(separator: setter.comma))) }
    let file = copy.recipient?.location.file ?? layout.file
    return [setter.block(InlineText(pieces, file: file), .byline, width: width)]
  }

  func optional(_ text: InlineText?, _ role: StyleRole, width: Double) -> [Block] {
    text.map { [setter.block($0, role, width: width)] } ?? []
  }

  /// Words above something: they stay with it. Sections are headings of the structure and can be linked to.
  func heading(_ text: InlineText, _ role: StyleRole, width: Double) -> Block {
    let opensPart = template.shows(.headline) || template.shows(.exhibitHeadline)
    let tag: StructureTag.Kind =
      switch role {
      case .section: partLevel
      case .subsection: innerLevel
      case .eyebrow: opensPart ? innerLevel : partLevel
      default: .paragraph
      }
    var block = setter.block(
      text, role, width: width, tag: tag,
      anchor: role == .section && !continues ? .page(template.name) : nil)
    block.keepsWithNext = true
    return block
  }

  private func changesHeadline(width: Double) -> [Block] {
    guard let changes = ChangesMaker(self, width: width) else { return [] }
    if !continues {
      return [heading(InlineText(changes.headline, file: layout.file), .section, width: width)]
    }
    let text = "\(changes.headline) (\(layout.word(.continued)))"
    return [heading(InlineText(text, file: layout.file), .continued, width: width)]
  }

  private func changesSummary(width: Double) -> [Block] {
    guard let changes = ChangesMaker(self, width: width) else { return [] }
    var block = setter.block(InlineText(changes.summary, file: layout.file), .note, width: width)
    block.after = max(block.after, layout.grid.baseline)
    return [block]
  }

  private func rule(_ color: ColorName, width: Double) -> Block {
    var frame = Frame(size: Size(width, 0))
    frame.stroke(.line(from: .zero, to: Point(width, 0)), Stroke(layout.color(color), width: 0.6))
    return Block(content: .piece(frame.tagged(.artifact)), keepsWithNext: true)
  }

  private func byline(width: Double) -> [Block] {
    let person = [story.expert.map { "\(layout.word(.interviewWith)) \($0)" }, story.role].compactMap { $0 }
    let date = story.interviewDate.map {
      Placeholders.isolated(Placeholders.words(for: $0), language: story.language)
    }
    let text = (person + [date].compactMap { $0 }).joined(separator: setter.comma)
    if text.isEmpty { return [] }
    let spans = setter.spans(of: text, setter.style(.byline))
    return [setter.block(RichText(spans, file: story.packFile), .byline, width: width)]
  }

  /// The exhibit's title as the page's headline; the question's where it has none.
  private func exhibitHeadline(width: Double) -> [Block] {
    guard let title = exhibit?.title ?? question?.headline else { return [] }
    return [setter.block(title, .headline, width: width, tag: partLevel)]
  }

  /// A name for a list of this page's, which no other page has but those that go on with it.
  func listName(_ name: ContentName) -> String {
    let place = exhibit.map { " \($0.location.line ?? 0):\($0.location.column ?? 0)" } ?? ""
    return "\(name.rawValue) \(template.name) \(question?.number ?? 0)\(place)"
  }

  /// The level of headings of the story's parts: below the title, where the layout has one.
  var partLevel: StructureTag.Kind { layout.hasTitle ? .heading2 : .heading1 }
  /// Of headings within a part.
  private var innerLevel: StructureTag.Kind { layout.hasTitle ? .heading3 : .heading2 }

  /// All dated events of the story in one exhibit, or in as many as pages are needed for them.
  private func timelines(width: Double) -> [Exhibit] {
    let chart = ChartDescription(.timeline(events.inTime))
    let room = layout.body.height * Self.timelineShare
    let whole = Exhibit(
      content: .chart(chart), sources: [], location: SourceLocation(file: story.packFile))
    let fitting = max(
      ChartExhibit(chart, of: whole, in: exhibits).partsThatFit(width: width, height: room), 1)
    let pages = (events.count + fitting - 1) / fitting
    let each = pages == 0 ? 1 : (events.count + pages - 1) / pages
    return stride(from: 0, to: events.count, by: each).map { start in
      let part = Array(events.inTime[start..<min(start + each, events.count)])
      var sources: [Source] = []
      for source in part.flatMap(\.sources) where !sources.contains(source) { sources.append(source) }
      return Exhibit(
        content: .chart(ChartDescription(.timeline(part))), sources: sources,
        location: SourceLocation(file: story.packFile))
    }
  }

  /// Of the body's height; the rest is for a heading and the sources.
  private static let timelineShare = 0.72

  /// All dated events of the story, each once and none highlighted.
  private var events: [ChartDescription.Event] {
    var events: [ChartDescription.Event] = []
    for exhibit in story.allExhibits {
      for event in exhibit.events
      where !events.contains(where: { $0.period == event.period && $0.label == event.label }) {
        events.append(event)
      }
    }
    for index in events.indices { events[index].isHighlighted = false }
    return events
  }

  // MARK: Exhibits

  private func exhibitRows(width: Double, most: Int) -> [Block] {
    let all = (question?.exhibits ?? story.map.map { [$0] } ?? []).prefix(most).dropFirst(exhibitsElsewhere)
    return exhibits.rows(Array(all), width: width, setter: setter, beside: exhibitsBeside)
  }

  /// The question's first exhibit at the height that it makes use of, where others follow it. `nil` of one that is not
  /// small, but makes use of half the height of a plot, or that needs more width.
  func smallExhibit(width: Double, room: Double) -> Block? {
    guard let all = question?.exhibits, all.count > 1, exhibits.form(of: all[0]).leastWidth <= width,
      let heights = exhibits.heights(all[0], width: width), heights.most < layout.exhibits.most / 2
    else { return nil }
    let blocks = exhibits.rows([all[0]], width: width, setter: setter)
    guard blocks.count == 1, blocks[0].most <= room, case .flexible(let flexible) = blocks[0].content else {
      return nil
    }
    var block = blocks[0]
    block.content = .flexible(Flexible(least: flexible.most, most: flexible.most, draw: flexible.draw))
    return block
  }
}
