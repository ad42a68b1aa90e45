import Briefing
import Diagnostics
import Graphics

/// A block that is higher than what an area has left for it.
struct Overfull {
  var block: Block
  /// Of the area, points.
  var room: Double
  /// The area's name.
  var area: String?
}

/// The pages of a template after the first, with heads for what goes on there.
struct FurtherPages {
  private var contents: PageContents

  init(_ contents: PageContents) { self.contents = contents }

  private var template: PageTemplate { contents.template }
  private var layout: Layout { contents.maker.layout }

  /// What a block that is too high finds on one that has nothing else.
  mutating func room(for overfull: Overfull) -> Double {
    guard let area = overfull.area else { return overfull.room }
    var queues = contents.continued
    // As if more followed, for which no gap gives way.
    let more = Block(content: .piece(Frame(size: layout.body.size)))
    queues[area, default: []] += [overfull.block, more]
    let page = PageFiller(template: template, layout: layout, continues: true, queues: queues, forces: true)
      .page()
    return (page.overfull + page.waiting).map(\.room).min() ?? .infinity
  }

  /// Exhibits so high that a first page made for one would hold nothing but the words above it; and those that find no
  /// room here either, but would have had most of that page.
  mutating func pushedThere(from first: PageFilling) -> [Overfull] {
    let half = layout.body.height / 2
    if case .exhibit = template.each {
      return first.waiting.filter { $0.block.least > half && $0.block.exhibits?.continues == false }
    }
    var pushed: [Overfull] = []
    for block in first.waiting where block.room > half && block.block.least > room(for: block) {
      pushed.append(block)
    }
    return pushed
  }
}

extension ExhibitRow {
  /// Whether a part of it stands on an earlier page.
  var continues: Bool { exhibits.contains { ($0.content.told.piece ?? 0) > 0 } }

  /// Says of the highest of the exhibits that an area of this height can't hold it, and how much of it would fit.
  func problem(room: Double) -> Diagnostic? {
    let heights = plotHeights.map(\.least)
    guard let index = heights.indices.max(by: { heights[$0] < heights[$1] }) else { return nil }
    let exhibit = exhibits[index]
    func millimetres(_ points: Double, _ rule: FloatingPointRoundingRule) -> Int {
      Int((points / Length.pointsPerMillimetre).rounded(rule))
    }
    let layout = studio.layout
    let place = "\(layout.name) (\(layout.paper.rawValue))"
    var message =
      "this exhibit is \(millimetres(least, .up)) mm high at least, and a page of \(place) has \(millimetres(room, .down)) mm"
    let advice = "show it on other layouts with 'on:', or choose a larger paper"
    message += studio.form(of: exhibit).tellsThatNoPartFits(width: column, height: room - around) ?? ""
    return Diagnostic(.error, message, at: exhibit.location, advice: advice)
  }
}

extension ExhibitRow {
  /// How its exhibits go over several pages where they find so much room on one, by their places: those that have parts and
  /// did not, or with more parts on each. Then pages are to be made again.
  func divisions(room: Double) -> [SourceLocation: Division] {
    var found: [SourceLocation: Division] = [:]
    for exhibit in exhibits {
      found[exhibit.location] = studio.form(of: exhibit).division(width: column, height: room - around)
    }
    return found
  }
}

extension ExhibitStudio {
  /// The exhibit, or what stands of it on each page.
  func pieces(of exhibit: Exhibit) -> [Exhibit] {
    guard let division = divisions[exhibit.location] else { return [exhibit] }
    var pieces = form(of: exhibit).pieces(division)
    // Said once, at the end.
    for index in pieces.indices.dropLast() { pieces[index].note = nil }
    for index in pieces.indices.dropFirst() {
      pieces[index].title?.pieces.append(Inline(" (\(layout.word(.continued)))"))
    }
    return pieces
  }
}
