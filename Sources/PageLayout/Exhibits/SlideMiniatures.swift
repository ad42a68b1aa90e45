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

  /// `notes` is what is to be said with the slide of a place, set to a width; it stands instead of lines to write on.
  func rows(width: Double, notes: (Int, Double) -> [Block] = { _, _ in [] }) -> [Block] {
    let needed = slides.map { slide in
      max(width * Self.share / slide.size.width, Self.smallestType / (slide.smallestType ?? .infinity))
    }.max()
    return slides.enumerated().flatMap { index, slide in
      row(slide, least: needed ?? 1, width: width) { notes(index, $0) }
    }
  }

  /// Each slide alone, as wide as there is room for.
  func whole(width: Double) -> [Block] {
    slides.map { slide in
      let factor = min(1, width / slide.size.width)
      let small = small(slide, factor)
      var frame = Frame(size: Size(width, small.size.height))
      frame.add(small, at: .zero, tag: .structure(StructureTag(.section)))
      frame.add(border(around: small.size), at: .zero, tag: .artifact)
      return Block(content: .piece(frame), after: layout.grid.baseline)
    }
  }

  /// Lines to write on in all the room that is left, if it is enough for two.
  func linesBelow(width: Double) -> Block {
    let flexible = Flexible(least: Self.distanceOfLines * 2, most: layout.body.height) { height in
      DrawnBlock(frame: lines(Size(width, height)).tagged(.artifact))
    }
    return Block(content: .flexible(flexible))
  }

  private func small(_ slide: Frame, _ factor: Double) -> Frame {
    var small = slide.scaled(by: factor, thinning: 0.35)
    // A slide that is mirrored is so already.
    small.isOfOnePiece = true
    return small
  }

  private func row(
    _ slide: Frame, least factor: Double, width: Double, notes: (Double) -> [Block]
  ) -> [Block] {
    let gap = layout.grid.gutter * 1.5
    let isBeside = width - slide.size.width * factor - gap >= Self.narrowestNotes
    // As high as two on a page can be, and no smaller than can be read.
    let highest = (layout.body.height + layout.grid.baseline) / Self.perPage - layout.grid.baseline
    let below = max(factor, (highest - Self.leastHeightOfNotes) / slide.size.height)
    let small = small(slide, isBeside ? factor : min(below, width / slide.size.width))
    let left = isBeside ? small.size.width + gap : 0
    let top = isBeside ? 0 : small.size.height + layout.grid.baseline / 2
    // What finds no room beside or below the slide on one page goes on below.
    let (fitting, rest) = parted(notes(width - left), height: layout.body.height - top)
    let told = stack(fitting, width: width - left)
    let height = max(
      height(of: small.size.height + (isBeside ? 0 : Self.leastHeightOfNotes)),
      told.map { top + $0.size.height } ?? 0)
    var frame = Frame(size: Size(width, height))
    // Headings, lists, tables and links are the slide's own.
    frame.add(small, at: .zero, tag: .structure(StructureTag(.section)))
    frame.add(border(around: small.size), at: .zero, tag: .artifact)
    if let told {
      frame.add(told, at: Point(left, top))
    } else if isBeside {
      frame.add(lines(Size(width - left, height)), at: Point(left, 0), tag: .artifact)
    } else {
      let room = Size(small.size.width, height - small.size.height)
      frame.add(lines(room), at: Point(0, small.size.height), tag: .artifact)
    }
    return [Block(content: .piece(frame), after: layout.grid.baseline)] + rest
  }

  /// As many paragraphs as a height holds, the last of them in part, and the others.
  private func parted(_ blocks: [Block], height: Double) -> (fitting: [Block], rest: [Block]) {
    var (fitting, used): ([Block], Double) = ([], 0)
    for (index, block) in blocks.enumerated() {
      guard case .lines(let lines) = block.content else { continue }
      let room = height - used - (fitting.isEmpty ? 0 : block.before)
      if lines.height > room {
        let count = max(Int(room / lines.leading), 0)
        var rest = Array(blocks[index...])
        if count > 0 {
          let (first, others) = lines.split(after: count)
          fitting.append(Block(content: .lines(first), before: block.before))
          rest[0].content = .lines(others)
        }
        return (fitting, rest)
      }
      used += lines.height + block.after + (fitting.isEmpty ? 0 : block.before)
      fitting.append(block)
    }
    return (fitting, [])
  }

  /// Paragraphs below each other; `nil` of none.
  private func stack(_ blocks: [Block], width: Double) -> Frame? {
    var height = 0.0
    var frames: [(Frame, Double)] = []
    for block in blocks {
      guard case .lines(let lines) = block.content else { continue }
      if !frames.isEmpty { height += block.before }
      frames.append((lines.frame, height))
      height += lines.height + block.after
    }
    guard !frames.isEmpty else { return nil }
    var stack = Frame(size: Size(width, height))
    for (frame, top) in frames { stack.add(frame, at: Point(0, top)) }
    return stack
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
