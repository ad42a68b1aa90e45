import Graphics
import Typesetting

/// Footnotes stand at the foot of the page that refers to them. What a page refers to is known once it is filled,
/// and how much room is left for filling once its footnotes are known: two rounds settle it.
struct FootnoteFlow {
  private let area: PageTemplate.Area?
  private let maker: ContentMaker
  private let width: Double
  private let layout: Layout
  /// Numbers of those that stand on an earlier page.
  var shown: Set<Int> = []

  init(template: PageTemplate, maker: ContentMaker) {
    self.maker = maker
    layout = maker.setter.layout
    let flow = template.flow.first { $0.shows(.footnotes) }
    area = template.areas.first { $0.name == flow?.area }
    width = area.map { maker.setter.layout.width(of: $0) } ?? 0
  }

  /// Fills a page and sets the footnotes below that it refers to.
  func fill(_ filler: PageFiller) -> (filling: PageFilling, footnotes: Set<Int>) {
    guard let area else { return (filler.page(), []) }
    // First as if everything that is still to come were referred to on this page: then its notes surely fit.
    let all = footnotes(in: filler.queues)
    let reserve = reserve(for: filler.queues)
    let roomy = page(filler, area: area, footnotes: [], reserve: reserve)
    let referred = footnotes(on: roomy)
    var settled = (filling: page(filler, area: area, footnotes: referred, reserve: reserve), referred)
    if referred != all {
      let tight = page(filler, area: area, footnotes: referred, reserve: 0)
      if footnotes(on: tight).isSubset(of: referred) { settled.filling = tight }
    }
    return leavesNotesAlone(settled.filling, area)
      ? takingTextAlong(filler, area) ?? settled : settled
  }

  /// Whether nothing but notes would stand on the next page.
  private func leavesNotesAlone(_ filling: PageFilling, _ area: PageTemplate.Area) -> Bool {
    !filling.isFinished && filling.rest.allSatisfy { $0.key == area.name || $0.value.isEmpty }
  }

  /// The page with so little text that the last lines go on with their notes; `nil` where that doesn't help.
  private func takingTextAlong(_ filler: PageFiller, _ area: PageTemplate.Area) -> (PageFilling, Set<Int>)? {
    let needed = height(of: footnotes(in: filler.queues))
    for share in [0.4, 0.5, 0.6, 0.7] {
      let reserve = max(layout.body.height * share, min(needed, layout.body.height * 0.7))
      let referred = footnotes(on: page(filler, area: area, footnotes: [], reserve: reserve))
      let filling = page(filler, area: area, footnotes: referred, reserve: reserve)
      guard footnotes(on: filling).isSubset(of: referred) else { continue }
      if filling.rest.amount < filler.queues.amount, !filling.isFinished,
        !leavesNotesAlone(filling, area)
      {
        return (filling, referred)
      }
    }
    return nil
  }

  /// Height for the notes of all that is still to come.
  func reserve(for queues: Queues) -> Double {
    area == nil ? 0 : min(height(of: footnotes(in: queues)), layout.body.height * 0.4)
  }

  private func footnotes(in queues: Queues) -> Set<Int> {
    Set(queues.values.flatMap { $0 }.flatMap(\.footnotes)).subtracting(shown)
  }

  private func page(
    _ filler: PageFiller, area: PageTemplate.Area, footnotes: Set<Int>, reserve: Double
  ) -> PageFilling {
    var queues = filler.queues
    // What of an earlier page's notes found no room there comes first.
    queues[area.name] = (queues[area.name] ?? []) + blocks(of: footnotes)
    return PageFiller(
      template: filler.template, layout: filler.layout, continues: filler.continues, queues: queues,
      forces: filler.forces, name: filler.name, footReserve: reserve
    ).page()
  }

  private func blocks(of footnotes: Set<Int>) -> [Block] {
    maker.footnotes(footnotes.sorted(), width: width, anchored: true)
  }

  private func height(of footnotes: Set<Int>) -> Double {
    footnotes.isEmpty ? 0 : heights(of: blocks(of: footnotes)).least + layout.grid.baseline
  }

  private func footnotes(on page: PageFilling) -> Set<Int> {
    Set(page.frame.linkedFootnotes).subtracting(shown)
  }
}

extension Block {
  /// Numbers of the footnotes that its text refers to.
  fileprivate var footnotes: [Int] {
    switch content {
    case .lines(let lines): lines.lines.flatMap(\.frame.linkedFootnotes)
    case .piece(let frame): frame.linkedFootnotes
    case .flexible: []
    }
  }
}
