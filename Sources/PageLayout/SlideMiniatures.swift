import Graphics

/// Slides small beside ruled lines for notes, three to a page.
struct SlideMiniatures {
  let slides: [Frame]
  let layout: Layout

  /// A slide's share of the width; the rest is for notes.
  private static let share = 0.56
  private static let perPage = 3

  func rows(width: Double) -> [Block] {
    slides.map { slide in
      let factor = width * Self.share / slide.size.width
      let small = slide.scaled(by: factor, keepsMeaning: false, thinning: 0.35)
      let height = max(small.size.height, layout.body.height / Double(Self.perPage) - layout.grid.baseline)
      var frame = Frame(size: Size(width, height))
      frame.add(small, at: .zero, tag: .structure(StructureTag(.figure, alternative: slide.text)))
      frame.add(border(around: small.size), at: .zero, tag: .artifact)
      let left = small.size.width + layout.grid.gutter * 1.5
      frame.add(lines(width: width - left, height: height), at: Point(left, 0), tag: .artifact)
      return Block(content: .piece(frame), after: layout.grid.baseline)
    }
  }

  private func border(around size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.stroke(.rectangle(Rect(size: size)), Stroke(layout.color(.grey), width: 0.4))
    return frame
  }

  /// Lines to write on, far enough apart for a hand; the last stands on the slide's lower edge.
  private func lines(width: Double, height: Double) -> Frame {
    var frame = Frame(size: Size(width, height))
    let distance = Length.mm(8)
    var y = height
    while y > distance * 0.5 {
      frame.stroke(.line(from: Point(0, y), to: Point(width, y)), Stroke(layout.color(.hairline), width: 0.6))
      y -= distance
    }
    return frame
  }
}
