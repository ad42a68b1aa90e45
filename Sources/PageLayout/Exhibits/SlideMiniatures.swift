import Graphics

/// Slides small with ruled lines for notes: as large as their smallest type needs to be read on paper.
struct SlideMiniatures {
  let slides: [Frame]
  let layout: Layout

  /// Points, in print.
  static let smallestType = 6.5
  /// A slide's share of the width where its type allows it; the rest is for notes.
  private static let share = 0.56
  /// Beside a slide, for a hand to write in; where less is left, the notes stand below.
  private static let narrowestNotes = Length.mm(35)
  private static let leastHeightOfNotes = Length.mm(20)
  /// For a hand.
  private static let distanceOfLines = Length.mm(8)
  private static let perPage = 2.0

  func rows(width: Double) -> [Block] {
    let needed = slides.map { slide in
      max(width * Self.share / slide.size.width, Self.smallestType / (slide.smallestType ?? .infinity))
    }.max()
    return slides.map { row($0, least: needed ?? 1, width: width) }
  }

  private func row(_ slide: Frame, least factor: Double, width: Double) -> Block {
    let gap = layout.grid.gutter * 1.5
    let isBeside = width - slide.size.width * factor - gap >= Self.narrowestNotes
    // As high as two on a page can be, and no smaller than can be read.
    let highest = (layout.body.height + layout.grid.baseline) / Self.perPage - layout.grid.baseline
    let below = max(factor, (highest - Self.leastHeightOfNotes) / slide.size.height)
    var small = slide.scaled(
      by: isBeside ? factor : min(below, width / slide.size.width), thinning: 0.35)
    // A slide that is mirrored is so already.
    small.isOfOnePiece = true
    let height = height(of: small.size.height + (isBeside ? 0 : Self.leastHeightOfNotes))
    let notes =
      isBeside
      ? Rect(x: small.size.width + gap, y: 0, width: width - small.size.width - gap, height: height)
      : Rect(x: 0, y: small.size.height, width: small.size.width, height: height - small.size.height)
    var frame = Frame(size: Size(width, height))
    // Headings, lists, tables and links are the slide's own.
    frame.add(small, at: .zero, tag: .structure(StructureTag(.section)))
    frame.add(border(around: small.size), at: .zero, tag: .artifact)
    frame.add(lines(notes.size), at: Point(notes.minX, notes.minY), tag: .artifact)
    return Block(content: .piece(frame), after: layout.grid.baseline)
  }

  /// As many on a page as there is room for share its height.
  private func height(of least: Double) -> Double {
    let (body, gap) = (layout.body.height, layout.grid.baseline)
    let count = max(1, ((body + gap + 0.01) / (least + gap)).rounded(.down))
    return max(least, (body + gap) / count - gap)
  }

  private func border(around size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.stroke(.rectangle(Rect(size: size)), Stroke(layout.color(.grey), width: 0.4))
    return frame
  }

  /// Lines to write on.
  private func lines(_ size: Size) -> Frame {
    var frame = Frame(size: size)
    for y in stride(from: Self.distanceOfLines, through: size.height, by: Self.distanceOfLines) {
      frame.stroke(
        .line(from: Point(0, y), to: Point(size.width, y)), Stroke(layout.color(.hairline), width: 0.6))
    }
    return frame
  }
}

extension Frame {
  /// Size of the smallest letters on it, points; `nil` where it has none.
  var smallestType: Double? {
    leaves.compactMap { leaf in
      guard case .text(let run) = leaf.item, !run.text.allSatisfy(\.isWhitespace) else { return nil }
      return run.fontSize
    }.min()
  }
}
