import Graphics

/// Which blocks flow into which areas of a template's pages.
struct PageContents {
  let template: PageTemplate
  var maker: ContentMaker

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
        guard let within = limit.within, !placed.contains(name) else { continue }
        let item = PageTemplate.Item.content(name, limit: limit)
        let more = maker.blocks(for: item, width: width(of: flow.area))
        let together = (queues[flow.area] ?? []) + more
        if !more.isEmpty, heights(of: together).least <= heights(of: queues[within] ?? []).least {
          queues[flow.area] = together
          placed.insert(name)
        }
      }
    }
    for flow in flows where placed.contains(where: { flow.showsAnyway($0) }) {
      queues[flow.area] = blocks(of: flow, without: placed)
    }
    return queues
  }

  /// What stands in for several missing contents of a page stands there once, in the first of their areas.
  private func withoutRepeatedStandIns(_ flows: [PageTemplate.Flow]) -> [PageTemplate.Flow] {
    var standIns = Set<ContentName>()
    return flows.map { flow in
      let width = width(of: flow.area)
      var result = flow
      result.items = flow.items.filter { item in
        guard case .content(let name, let limit) = item, let other = limit.unless,
          maker.blocks(for: .content(other, limit: .init()), width: width).isEmpty
        else { return true }
        return standIns.insert(name).inserted
      }
      return result
    }
  }

  private func width(of area: String) -> Double {
    template.areas.first { $0.name == area }.map { layout.width(of: $0) } ?? 0
  }

  private func blocks(of flow: PageTemplate.Flow, without placed: Set<ContentName> = []) -> [Block] {
    if flow.shows(.footnotes) { return [] }
    let width = width(of: flow.area)
    let items = flow.items.filter { item in
      if case .text(_, _, let other?) = item {
        return !maker.blocks(for: .content(other, limit: .init()), width: width).isEmpty
      }
      guard case .content(let name, let limit) = item else { return true }
      if let other = limit.unless, !maker.blocks(for: .content(other, limit: .init()), width: width).isEmpty {
        return false
      }
      return limit.within == nil && !placed.contains(name)
    }
    return withoutLoneHeads(items.map { ($0, maker.blocks(for: $0, width: width)) })
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
