import Graphics
import Typesetting

/// A piece of content made ready for a known width: it knows its height and can be placed.
struct Block {
  enum Content {
    /// Lines of a paragraph; may go on in the next area.
    case lines(SetLines)
    /// One piece that can't be divided.
    case piece(Frame)
    /// As high as there is room for, between two bounds.
    case flexible(Flexible)
  }

  var content: Content
  /// Room above and below; between two blocks the larger counts. None at the top of an area.
  var before: Double = 0
  var after: Double = 0
  /// Never the last in an area while something follows.
  var keepsWithNext = false
  /// Ids of the figures that it shows other than in linked text.
  var figures: [String] = []
  /// Set again above this block where it opens an area that continues another (a table's head).
  var repeatedHead: Frame?
  /// What it shows, where that is exhibits.
  var exhibits: ExhibitRow?

  /// Least height that it can be placed in whole.
  var least: Double {
    switch content {
    case .lines(let lines): lines.height
    case .piece(let frame): frame.size.height
    case .flexible(let flexible): flexible.least
    }
  }

  var isFlexible: Bool { if case .flexible = content { true } else { false } }
  var most: Double { if case .flexible(let flexible) = content { flexible.most } else { least } }
}

/// A paragraph's lines at their leading.
struct SetLines {
  var lines: [Line]
  var leading: Double
  /// Depth of the first baseline below the top.
  var firstBaseline: Double
  var width: Double
  var tag: StructureTag
  /// The entry of a list that it is, where it is one; it may go on in other areas and pages.
  var entry: ListEntry?

  var height: Double { Double(lines.count) * leading }

  /// The lines as one frame, tagged as what they are.
  var frame: Frame {
    var frame = Frame(size: Size(width, height))
    for (index, line) in lines.enumerated() {
      let baseline = firstBaseline + Double(index) * leading
      frame.add(line.frame, at: Point(line.indent, baseline - line.ascent))
    }
    let text = frame.tagged(.structure(tag))
    return entry.map { text.listed(as: $0) } ?? text
  }

  /// The first `count` lines and the others.
  func split(after count: Int) -> (SetLines, SetLines) {
    var (first, rest) = (self, self)
    first.lines = Array(lines.prefix(count))
    rest.lines = Array(lines.dropFirst(count))
    return (first, rest)
  }
}

/// What grows into free room.
struct Flexible {
  var least: Double
  var most: Double
  /// Draws it to a height between the two.
  var draw: (Double) -> DrawnBlock
}

/// What a block that grows became at a height.
struct DrawnBlock {
  var frame: Frame
  var exhibits: [DrawnExhibit] = []
}

/// Which entry of which list of the document's structure.
struct ListEntry {
  /// Unique in a document.
  var list: String
  var index: Int
}

extension Frame {
  /// The same as an entry of a list, which has its other entries in other frames.
  func listed(as entry: ListEntry) -> Frame {
    let item = "\(entry.list)-\(entry.index)"
    return tagged(.structure(StructureTag(.listBody, id: item + "-body")))
      .tagged(.structure(StructureTag(.listItem, id: item)))
      .tagged(.structure(StructureTag(.list, id: entry.list)))
  }
}
