import Briefing
import Diagnostics
import Graphics
import Typesetting

/// Place cards that are cut out and folded to tents: the name reads from both sides of the table.
///
/// All names of a meeting have one size, the largest at which the longest of them fits, on one line or, where that
/// is clearly larger, on two or three. A name that would make all others small is set smaller alone.
struct PlaceCardMaker {
  let setter: Setter
  let attendees: [Attendee]

  private var layout: Layout { setter.layout }
  private static let perPage = 2
  /// Share of a panel's width and height that stays free on each side.
  private static let sideMargin = 0.06
  private static let edgeMargin = 0.08
  /// A name is never made smaller than this share of the style's size for the sake of another.
  private static let leastShare = 0.5
  /// Around a card, for the marks.
  private static let markRoom = Length.mm(5)

  func cards(width: Double) -> [Block] {
    let height = layout.body.height / Double(Self.perPage) - 2 * Self.markRoom
    let panel = Size(width - 2 * Self.markRoom, (height / 2).rounded(.down))
    let text = Size(
      panel.width * (1 - 2 * Self.sideMargin), panel.height * (1 - 2 * Self.edgeMargin))
    let sizes = attendees.map { largest(for: $0, in: text) }
    let style = layout.style(.cardName)
    let common = max(sizes.min() ?? style.text.size, style.text.size * Self.leastShare)
    return zip(attendees, sizes).map { attendee, own in
      let size = min(common, own)
      return card(panelText(attendee, size: size, in: text), panel: panel)
    }
  }

  // MARK: Size

  /// The largest size of this name, in points, at which name and details stand in the room.
  private func largest(for attendee: Attendee, in room: Size) -> Double {
    let most = layout.style(.cardName).text.size
    var (low, high) = (1.0, most)
    if fits(attendee, size: high, in: room) { return high }
    while high - low > 0.25 {
      let middle = (low + high) / 2
      if fits(attendee, size: middle, in: room) { low = middle } else { high = middle }
    }
    return low
  }

  private func fits(_ attendee: Attendee, size: Double, in room: Size) -> Bool {
    let lines = nameLines(attendee, size: size, width: room.width)
    guard lines.count <= 3, lines.allSatisfy({ $0.width <= room.width + 0.01 }) else { return false }
    // No word is broken: each line is made of whole words.
    let words = Set(attendee.name.split(whereSeparator: \.isWhitespace).map(String.init))
    let set = lines.flatMap { $0.text.split(whereSeparator: \.isWhitespace).map(String.init) }
    let isWhole = set.allSatisfy(words.contains) || size <= 12
    return isWhole
      && height(of: lines, size: size) + details(attendee, width: room.width).size.height
        <= room.height
  }

  private func nameLines(_ attendee: Attendee, size: Double, width: Double) -> [Line] {
    var text = setter.style(.cardName)
    text.size = size
    var setting = layout.style(.cardName).setting
    setting.alignment = .left
    setting.hyphenates = false
    let rich = RichText(attendee.name, text, file: attendee.location.file)
    let lines = setter.typesetter.paragraph(rich, setting, measures: Measures(width: width))
    if lines.count == 1 { return lines }
    // Lines of like length: broken to the least width that needs no more of them.
    var (low, high, best) = (width / Double(lines.count), width, lines)
    while high - low > size / 2 {
      let middle = (low + high) / 2
      let narrower = setter.typesetter.paragraph(rich, setting, measures: Measures(width: middle))
      if narrower.count <= lines.count, narrower.allSatisfy({ $0.width <= middle + 0.01 }) {
        (best, high) = (narrower, middle)
      } else {
        low = middle
      }
    }
    return best
  }

  private func leading(_ size: Double) -> Double {
    let style = layout.style(.cardName)
    return size * style.leading / style.text.size
  }

  private func height(of lines: [Line], size: Double) -> Double { Double(lines.count) * leading(size) }

  // MARK: Drawing

  /// Name and details in the middle of the room.
  private func panelText(_ attendee: Attendee, size: Double, in room: Size) -> Frame {
    let lines = nameLines(attendee, size: size, width: room.width)
    let details = details(attendee, width: room.width)
    let name = height(of: lines, size: size)
    var y = (room.height - name - details.size.height) / 2
    var words = Frame(size: Size(room.width, name))
    for (index, line) in lines.enumerated() {
      let baseline = (leading(size) + 0.52 * size) / 2 + Double(index) * leading(size)
      words.add(line.frame, at: Point((room.width - line.width) / 2, baseline - line.ascent))
    }
    var frame = Frame(size: room)
    frame.add(words, at: Point(0, y), tag: .structure(StructureTag(.paragraph)))
    y += name
    frame.add(details, at: Point(0, y))
    return frame
  }

  private func details(_ attendee: Attendee, width: Double) -> Frame {
    let parts = [attendee.role, attendee.organisation].compactMap { $0 }.map { text in
      setter.lines(
        setter.rich(text, .cardDetail, file: attendee.location.file), .cardDetail, width: width)
    }
    let before = parts.isEmpty ? 0 : layout.style(.cardDetail).before
    var frame = Frame(size: Size(width, parts.reduce(before) { $0 + $1.height }))
    var y = before
    for part in parts {
      frame.add(part.frame, at: Point(0, y))
      y += part.height
    }
    return frame
  }

  /// Both panels with the fold between them and marks to cut by. The upper one stands on its head, and is there for
  /// the eye only: it says nothing that the lower one doesn't.
  private func card(_ text: Frame, panel: Size) -> Block {
    let room = Self.markRoom
    var frame = Frame(size: Size(panel.width + 2 * room, panel.height * 2 + 2 * room))
    let (left, top) = ((panel.width - text.size.width) / 2, (panel.height - text.size.height) / 2)
    frame.add(marks(frame.size), at: .zero, tag: .artifact)
    var turned = Frame(size: panel)
    turned.add(
      .imposed(text.scaled(by: 1, keepsMeaning: false), Placement(scale: 1, quarterTurns: 2)),
      at: Point(left, top))
    frame.add(turned, at: Point(room, room), tag: .artifact)
    frame.add(text, at: Point(room + left, room + panel.height + top))
    return Block(content: .piece(frame))
  }

  /// Where to cut, and dashed where to fold: outside the card, so that nothing is left on it.
  private func marks(_ size: Size) -> Frame {
    let room = Self.markRoom
    let stroke = Stroke(layout.color(.grey), width: 0.4)
    var frame = Frame(size: size)
    for (edge, x) in [(0, room), (size.width, size.width - room)] {
      let outward = edge == 0 ? -1.0 : 1.0
      let (near, far) = (x + outward * room * 0.2, x + outward * room * 0.9)
      for (side, y) in [(0, room), (size.height, size.height - room)] {
        let beyond = side == 0 ? -1.0 : 1.0
        frame.stroke(.line(from: Point(near, y), to: Point(far, y)), stroke)
        frame.stroke(
          .line(from: Point(x, y + beyond * room * 0.2), to: Point(x, y + beyond * room * 0.9)), stroke)
      }
      frame.stroke(
        .line(from: Point(near, size.height / 2), to: Point(far, size.height / 2)),
        Stroke(layout.color(.grey), width: 0.4, dash: [2, 1.5]))
    }
    return frame
  }
}
