import Graphics

/// Which blocks flow into which areas of a template's pages.
struct PageContents {
  let template: PageTemplate
  var maker: ContentMaker
  private let made = MadeBlocks()

  private var layout: Layout { maker.layout }

  /// What flows into the first page. Where much of it would stay white, exhibits stand below each other rather than
  /// side by side, if that fills more of the page and still fits.
  func first(above foot: FootnoteFlow) -> Queues {
    func freeRoom(_ queues: Queues) -> Double? {
      PageFiller(
        template: template, layout: layout, continues: false, queues: queues,
        footReserve: foot.reserve(for: queues)
      ).freeRoom
    }
    let beside = queues(template.flow)
    guard layout.exhibits.beside > 1, template.shows(.exhibits), let free = freeRoom(beside),
      free > layout.body.height * Self.muchWhite
    else { return beside }
    var lone = self
    lone.maker.exhibitsBeside = 1
    let below = lone.queues(template.flow)
    guard let less = freeRoom(below), less < free * 0.75 else { return beside }
    return below
  }

  /// What stands above what goes on from an earlier page; set once for all pages.
  lazy var continued: Queues = {
    var later = self
    later.maker.continues = true
    return later.queues(template.continued)
  }()

  init(template: PageTemplate, maker: ContentMaker) {
    self.template = template
    self.maker = maker
  }

  /// Of a page's body.
  private static let muchWhite = 0.12

  /// What flows into each area. A content that wants room beside another area stands there if it finds it, and
  /// then nowhere else.
  private func queues(_ flows: [PageTemplate.Flow]) -> Queues {
    var queues: Queues = [:]
    let flows = withoutRepeatedStandIns(flows)
    for flow in flows { queues[flow.area] = blocks(of: flow) }
    var placed = Set<ContentName>()
    for flow in flows {
      for case .content(let name, let limit) in flow.items {
        guard let within = limit.within, !placed.contains(name), !stands(limit.unless, in: flow) else {
          continue
        }
        let there = queues[flow.area] ?? []
        let room = room(within: within, for: name, queues, below: there)
        let more = blocks(of: name, limit, width: width(of: flow.area), room: room)
        if !more.isEmpty, name == .exhibitPoints || heights(of: there + more).least <= room {
          queues[flow.area] = there + more
          placed.insert(name)
        }
      }
    }
    var others = self
    // The first of a question's exhibits stands there, and the others where they flow.
    if placed.remove(.exhibits) != nil {
      others.maker.exhibitsElsewhere = 1
      for flow in flows where flow.showsAnyway(.exhibits) { queues[flow.area] = others.blocks(of: flow) }
    }
    for flow in flows where placed.contains(where: { flow.showsAnyway($0) }) {
      queues[flow.area] = others.blocks(of: flow, without: placed)
    }
    return queues
  }

  /// Whether there is any of a content, which another stands in for.
  private func stands(_ name: ContentName?, in flow: PageTemplate.Flow) -> Bool {
    name.map { !blocks(for: .content($0, limit: .init()), width: width(of: flow.area)).isEmpty } ?? false
  }

  /// Height that a content may have beside an area: what that needs; of points beside their exhibit, what there is for both.
  private func room(within area: String, for name: ContentName, _ queues: Queues, below blocks: [Block])
    -> Double
  {
    if name != .exhibitPoints { return heights(of: queues[area] ?? []).least }
    let all = PageFiller(template: template, layout: layout, continues: false, queues: queues).mostRoom(
      in: area)
    return all - heights(of: blocks).most - (blocks.last.map { max($0.after, layout.grid.baseline) } ?? 0)
  }

  /// The template with the columns that areas have where nothing flows into the others of their rows.
  func settledTemplate() -> PageTemplate {
    let wide = Set(template.areas.filter { $0.alone != nil }.map(\.name))
    if wide.isEmpty { return template }
    // What may be alone is not made for this, unless something stands beside it only if it is no higher.
    let others = template.flow.filter { !wide.contains($0.area) }
    let waits = others.flatMap(\.items).contains { item in
      if case .content(let name, let limit) = item {
        name != .exhibitPoints && limit.within.map(wide.contains) ?? false
      } else {
        false
      }
    }
    var queues = queues(others)
    if waits, template.areas.contains(where: { !wide.contains($0.name) && queues[$0.name]?.isEmpty ?? true })
    {
      queues = self.queues(template.flow)
    }
    func isEmpty(_ area: PageTemplate.Area) -> Bool { queues[area.name]?.isEmpty ?? true }
    var settled = template
    for index in settled.areas.indices {
      let area = settled.areas[index]
      if let alone = area.alone,
        template.areas.allSatisfy({ $0.name == area.name || $0.row != area.row || isEmpty($0) })
      {
        settled.areas[index].columns = alone
      }
    }
    return settled
  }

  /// Of a content that wants room beside another: of exhibits the first, if it is small.
  private func blocks(of name: ContentName, _ limit: PageTemplate.Limit, width: Double, room: Double)
    -> [Block]
  {
    if name == .exhibitPoints { return maker.exhibitPoints(width: width, room: room) }
    if name == .exhibits { return maker.smallExhibit(width: width, room: room).map { [$0] } ?? [] }
    return blocks(for: .content(name, limit: limit), width: width)
  }

  /// What stands in for several missing contents of a page stands there once, in the first of their areas.
  private func withoutRepeatedStandIns(_ flows: [PageTemplate.Flow]) -> [PageTemplate.Flow] {
    var standIns = Set<ContentName>()
    return flows.map { flow in
      let width = width(of: flow.area)
      var repeated: Set<ContentName> = []
      var result = flow
      result.items = flow.items.filter { item in
        guard case .content(let name, let limit) = item, let other = limit.unless,
          blocks(for: .content(other, limit: .init()), width: width).isEmpty,
          !standIns.insert(name).inserted
        else { return true }
        repeated.insert(name)
        return false
      }
      result.items.removeAll { item in
        if case .text(_, _, let other?) = item { repeated.contains(other) } else { false }
      }
      return result
    }
  }

  /// The blocks of an item, made once: what stands in for others asks whether there are any of those.
  private func blocks(for item: PageTemplate.Item, width: Double) -> [Block] {
    let place = MadeBlocks.Place(
      item: item, width: width, continues: maker.continues, beside: maker.exhibitsBeside,
      elsewhere: maker.exhibitsElsewhere)
    if let known = made.blocks[place] { return known }
    let blocks = maker.blocks(for: item, width: width)
    made.blocks[place] = blocks
    return blocks
  }

  private func width(of area: String) -> Double {
    template.areas.first { $0.name == area }.map { layout.width(of: $0) } ?? 0
  }

  private func blocks(of flow: PageTemplate.Flow, without placed: Set<ContentName> = []) -> [Block] {
    if flow.shows(.footnotes) { return [] }
    let width = width(of: flow.area)
    func isThere(_ name: ContentName) -> Bool {
      !blocks(for: .content(name, limit: .init()), width: width).isEmpty
    }
    func stands(_ name: ContentName, _ limit: PageTemplate.Limit) -> Bool {
      limit.within == nil && !placed.contains(name) && !(limit.unless.map(isThere) ?? false)
        && limit.with.map(isThere) ?? true
    }
    let items = flow.items.filter { item in
      switch item {
      case .content(let name, let limit): return stands(name, limit)
      case .image(let picture): return picture.with.map(isThere) ?? true
      case .text(_, _, let other?):
        // With a content of its own area it stands where that stands, else wherever there is any.
        let limits = flow.items.compactMap { item -> PageTemplate.Limit? in
          if case .content(other, let limit) = item { limit } else { nil }
        }
        return isThere(other) && (limits.isEmpty || limits.contains { stands(other, $0) })
      case .text, .rule: return true
      }
    }
    return withoutLoneHeads(items.map { ($0, blocks(for: $0, width: width)) })
  }

  /// Words, rules and pictures that a layout sets above contents stand only above something: an eyebrow without points is
  /// left out. Pictures may also stand below it.
  private func withoutLoneHeads(_ items: [(item: PageTemplate.Item, blocks: [Block])]) -> [Block] {
    let hasContents = items.contains { if case .content = $0.item { true } else { false } }
    if !hasContents { return items.flatMap(\.blocks) }
    var result: [Block] = []
    var waiting: [Block] = []
    var pictures: [Block] = []
    for (item, blocks) in items {
      if case .content = item {
        if !blocks.isEmpty {
          result += waiting + blocks
          (waiting, pictures) = ([], [])
        }
      } else {
        waiting += blocks
        if case .image = item { pictures += blocks }
      }
    }
    return result.isEmpty ? [] : result + pictures
  }
}

/// The blocks of a page's items, by all that they depend on besides the page's story and layout.
private final class MadeBlocks {
  struct Place: Hashable {
    var item: PageTemplate.Item
    var width: Double
    var continues: Bool
    var beside: Int
    var elsewhere: Int
  }

  var blocks: [Place: [Block]] = [:]
}
