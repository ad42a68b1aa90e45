import Graphics

/// Pages of a template, one after the other.
struct PageSequence {
  private(set) var contents: PageContents
  let layout: Layout
  /// What they are called in the document, before their numbers.
  let name: String

  init(contents: PageContents, layout: Layout, name: String) {
    self.contents = contents
    self.layout = layout
    self.name = name
  }

  /// The next page; one that would take nothing of what is left is filled by force, so that making pages ends, and
  /// says what left no room for the heads.
  mutating func page(
    _ number: Int, of queues: Queues, above foot: FootnoteFlow
  ) -> (filling: PageFilling, footnotes: Set<Int>, crowding: [Overfull]) {
    let (template, isFirst, name) = (contents.template, number == 0, "\(name)-\(number)")
    var all = queues
    if !isFirst {
      for (area, blocks) in contents.continued { all[area] = blocks + (all[area] ?? []) }
    }
    var filler = PageFiller(template: template, layout: layout, continues: !isFirst, queues: all, name: name)
    let page = foot.fill(filler)
    if let (apart, area, left) = page.filling.rest.takingRowApart(in: all) {
      filler.queues = apart
      let more = foot.fill(filler)
      // Part of the row stands here instead of much white.
      if (more.filling.rest[area]?.count ?? 0) < left { return (more.filling, more.footnotes, []) }
    }
    if page.filling.rest.amount < queues.amount { return (page.filling, page.footnotes, []) }
    // Without heads: the first thing in an area is then what could not be placed.
    filler = PageFiller(
      template: template, layout: layout, continues: !isFirst, queues: queues, forces: true, name: name)
    let forced = foot.fill(filler)
    let crowding = queues.sorted { $0.key < $1.key }.compactMap { area, blocks in
      blocks.first.map { Overfull(block: $0, room: layout.body.height, area: area) }
    }
    return (forced.filling, forced.footnotes, isFirst ? [] : crowding)
  }

  /// The bodies of the pages a line higher, which begin above the others' text, where that saves the last page: it would
  /// hold next to nothing. Only of text, which makes no use of the room otherwise.
  ///
  /// - Parameters:
  ///   - pages: as they are without that.
  ///   - queues: what is on all of them.
  ///   - foot: before the first of them.
  /// - Returns: `nil` where nothing is saved.
  func savingTheLast(of pages: [PageFilling], from queues: Queues, above foot: FootnoteFlow) -> [PageFilling]?
  {
    guard pages.count > 1, let last = pages.last, last.frame.depth < layout.body.height * Self.nextToNothing,
      queues.values.joined().allSatisfy({ $0.exhibits == nil && !$0.isFlexible }), let raised = layout.raised
    else { return nil }
    var sequence = PageSequence(contents: contents, layout: raised, name: name)
    var (queues, foot, saved) = (queues, foot, [PageFilling]())
    var later = HeldBack(from: &queues)
    while !queues.values.allSatisfy(\.isEmpty) {
      if saved.count + 1 == pages.count { return nil }
      let page = sequence.page(saved.count, of: queues, above: foot)
      guard page.filling.overfull.isEmpty, page.crowding.isEmpty else { return nil }
      foot.shown.formUnion(page.footnotes)
      queues = page.filling.rest
      saved.append(page.filling.placed)
      later.refill(&queues)
    }
    return saved
  }

  /// Of a page's body.
  private static let nextToNothing = 0.2
}

extension Layout {
  /// The same with a body that begins a line higher; `nil` where it would come too near to the header.
  var raised: Layout? {
    var raised = self
    raised.margins.top -= grid.baseline
    return raised.margins.top - (header?.distance ?? 0) >= 0.9 * grid.baseline ? raised : nil
  }
}

extension Layout {
  /// The same with half of the room between a question's points, and pages a line longer at the top and at the foot where
  /// they do not come too near to the running lines.
  var tightened: Layout {
    var tight = raised ?? self
    let end = margins.bottom - grid.baseline - (footer?.distance ?? 0)
    if end >= 0.9 * grid.baseline { tight.margins.bottom -= grid.baseline }
    tight.styles[.point]?.after /= 2
    return tight
  }
}

extension Frame {
  /// How far down something stands on it.
  var depth: Double { leaves.compactMap { $0.bounds?.maxY }.max() ?? 0 }
}
