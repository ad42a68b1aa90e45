import Graphics
import Typesetting

/// What came of filling an area.
struct Filling {
  var frame: Frame
  /// Height that is taken up, without room below the last block.
  var used: Double
  var rest: [Block]
  /// What there was for the first of them, points.
  var room = 0.0
  /// Figures of the blocks that were placed.
  var figures: [String]
  /// What was drawn for them.
  var exhibits: [DrawnExhibit] = []
  /// The block that is higher than the area, where one had to be placed.
  var overfull: Overfull?
}

/// Fills an area of this size with blocks from the top, as many as fit.
///
/// Lines keep at least two together at the foot and at the head of an area (no widows, no orphans) where the
/// paragraph has four or more; a block that keeps with the next goes on with it.
///
/// - Parameters:
///   - blocks: made for the area's width.
///   - size: points.
///   - continues: whether the area goes on from another, so that heads are set again.
///   - mustPlace: place the first block (or a line of it) even where it doesn't fit, since no other area will
///     ever have more room: so that each page takes something, and making pages ends.
///   - looseness: what is added to the room between blocks.
///   - name: what the area is called in the whole document; the two parts of a paragraph that is divided here are
///     one element of its structure by it.
/// - Returns: the area's frame and the blocks that found no room.
func fill(
  _ blocks: [Block], size: Size, continues: Bool = false, mustPlace: Bool = false, looseness: Double = 0,
  name: String = ""
) -> Filling {
  let blocks = looseness > 0 ? blocks.map { $0.loosened(by: looseness) } : blocks
  var filler = Filler(blocks: blocks, size: size, mustPlace: mustPlace, name: name)
  if continues, let head = blocks.first?.repeatedHead { filler.place(head) }
  filler.run()
  filler.noteRoom()
  return filler.result
}

/// Height of the blocks one below the other: at least, and at most.
func heights(of blocks: [Block]) -> (least: Double, most: Double) {
  var (least, most, after) = (0.0, 0.0, 0.0)
  for (index, block) in blocks.enumerated() {
    let gap = index == 0 ? 0 : max(after, block.before)
    least += gap + block.least
    most += gap + block.most
    after = block.after
  }
  return (least, most)
}

private let tolerance = 0.01

private struct Filler {
  let blocks: [Block]
  let size: Size
  let mustPlace: Bool
  let name: String
  private(set) var result: Filling
  private var lastAfter = 0.0
  private var hasPlaced = false

  init(blocks: [Block], size: Size, mustPlace: Bool, name: String) {
    self.name = name
    self.blocks = blocks
    self.size = size
    self.mustPlace = mustPlace
    result = Filling(frame: Frame(size: size), used: 0, rest: [], figures: [])
  }

  mutating func run() {
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      let gap = hasPlaced ? max(lastAfter, block.before) : 0
      let room = size.height - result.used - gap
      let needed = block.least + roomToKeep(after: index)
      if needed <= room + tolerance {
        place(whole: block, index: index, gap: gap, room: room)
        index += 1
      } else if let (first, rest) = split(block, room: room) {
        place(first, gap: gap, of: block)
        result.rest = [rest] + blocks[(index + 1)...]
        return
      } else if mustPlace, !hasPlaced {
        force(block)
        result.rest = result.rest + blocks[(index + 1)...]
        return
      } else {
        result.rest = Array(blocks[index...])
        return
      }
    }
  }

  mutating func noteRoom() {
    guard let next = result.rest.first else { return }
    result.room = size.height - result.used - (hasPlaced ? max(lastAfter, next.before) : 0)
  }

  mutating func place(_ head: Frame) {
    result.frame.add(head, at: .zero)
    result.used = head.size.height
    hasPlaced = !mustPlace
  }

  /// What the next blocks need at least, where this one mustn't be the last.
  private func roomToKeep(after index: Int) -> Double {
    guard blocks[index].keepsWithNext, index + 1 < blocks.count else { return 0 }
    let next = blocks[index + 1]
    let gap = max(blocks[index].after, next.before)
    let start = next.leastStart
    return gap + start + roomToKeep(after: index + 1)
  }

  private mutating func place(whole block: Block, index: Int, gap: Double, room: Double) {
    switch block.content {
    case .lines(let lines): place(lines.frame, gap: gap, of: block)
    case .piece(let frame): place(frame, gap: gap, of: block)
    case .flexible(let flexible):
      place(drawn(flexible, height(of: flexible, index: index, room: room)), gap: gap, of: block)
    }
  }

  private mutating func drawn(_ flexible: Flexible, _ height: Double) -> Frame {
    let drawn = flexible.draw(height)
    result.exhibits += drawn.exhibits
    return drawn.frame
  }

  /// Its least height and an even share of what the blocks leave free that will stand here with it.
  private func height(of flexible: Flexible, index: Int, room: Double) -> Double {
    var free = room - flexible.least
    var sharing = 1.0
    var last = blocks[index]
    for block in blocks[(index + 1)...] {
      let needed = max(last.after, block.before) + block.least
      if needed > free + tolerance { break }
      free -= needed
      if block.isFlexible { sharing += 1 }
      last = block
    }
    return min(flexible.most, flexible.least + max(free, 0) / sharing)
  }

  private mutating func place(_ frame: Frame, gap: Double, of block: Block) {
    result.frame.add(frame, at: Point(0, result.used + gap))
    result.used += gap + frame.size.height
    result.figures += block.figures
    lastAfter = block.after
    hasPlaced = true
  }

  /// As many lines as fit, and the others. Heads are not divided.
  private func split(_ block: Block, room: Double) -> (Frame, Block)? {
    guard case .lines(let lines) = block.content, lines.lines.count >= 4, !block.keepsWithNext else {
      return nil
    }
    var count = Int((room + tolerance) / lines.leading)
    count = min(count, lines.lines.count - 2)
    // No word is divided between two pages or columns.
    while count >= 2, lines.lines[count - 1].endsWithHyphen { count -= 1 }
    guard count >= 2 else { return nil }
    return parts(of: block, lines: lines, after: count)
  }

  private func parts(of block: Block, lines: SetLines, after count: Int) -> (Frame, Block) {
    var whole = lines
    if whole.tag.id == nil, !name.isEmpty { whole.tag.id = "divided-\(name)" }
    let (first, rest) = whole.split(after: count)
    var remainder = block
    remainder.content = .lines(rest)
    remainder.figures = []
    return (first.frame, remainder)
  }

  /// Places the first block though it doesn't fit: as many of its lines as there is room for, at least one.
  private mutating func force(_ block: Block) {
    switch block.content {
    case .lines(let lines):
      let count = max(1, min(lines.lines.count, Int((size.height - result.used + tolerance) / lines.leading)))
      noteOverfull(block, height: Double(count) * lines.leading)
      if count < lines.lines.count {
        let (first, rest) = parts(of: block, lines: lines, after: count)
        place(first, gap: 0, of: block)
        result.rest = [rest]
      } else {
        // It fits by itself and was only held back by what it keeps with.
        place(lines.frame, gap: 0, of: block)
      }
    case .piece(let frame):
      noteOverfull(block, height: frame.size.height)
      place(frame, gap: 0, of: block)
    case .flexible(let flexible):
      let room = size.height - result.used
      noteOverfull(block, height: flexible.least)
      place(drawn(flexible, max(flexible.least, min(room, flexible.most))), gap: 0, of: block)
    }
  }

  private mutating func noteOverfull(_ block: Block, height: Double) {
    let room = size.height - result.used
    if height > room + tolerance { result.overfull = Overfull(block: block, room: room) }
  }
}

extension SetLines {
  /// After how many lines, at most so many, the paragraph may be divided: two at least stay and two go on, and no
  /// word is divided between two pages or columns.
  fileprivate func places(toDivideWithin most: Int) -> [Int] {
    guard lines.count >= 4, most >= 2 else { return [] }
    return (2...max(2, min(most, lines.count - 2))).filter { !lines[$0 - 1].endsWithHyphen }
  }
}

extension Block {
  fileprivate func loosened(by room: Double) -> Block {
    var block = self
    block.after += room
    block.before += before > 0 ? room : 0
    return block
  }

  /// Height of the least of it that may stand at an area's foot.
  fileprivate var leastStart: Double {
    guard case .lines(let lines) = content, !keepsWithNext,
      let first = lines.places(toDivideWithin: lines.lines.count).first
    else { return least }
    return Double(first) * lines.leading
  }
}

extension Line {
  /// Whether a word goes on in the next line: an added hyphen reads as a soft one.
  fileprivate var endsWithHyphen: Bool {
    for leaf in frame.leaves.reversed() {
      if case .text(let run) = leaf.item { return run.text.hasSuffix("\u{AD}") }
    }
    return false
  }
}
