import Briefing
import Graphics
import Typesetting

extension Setter {
  /// A pack's title. One of many words is set smaller, down to a headline's size, or it would fill the page.
  func title(_ text: InlineText, as role: StyleRole, width: Double, anchor: Anchor) -> Block {
    func block(_ layout: Layout, _ role: StyleRole) -> Block {
      var setter = self
      setter.layout = layout
      return setter.block(text, role, width: width, tag: .heading1, anchor: anchor)
    }
    guard role == .title else { return block(layout, role) }
    let sizes = [(layout, 3), (layout.withTitleBetweenSizes, 4)]
    for (layout, most) in sizes {
      let block = block(layout, .title)
      if case .lines(let lines) = block.content, lines.lines.count <= most { return block }
    }
    var block = block(layout, .headline)
    block.after = max(block.after, layout.style(.title).after)
    return block
  }
}

extension Layout {
  /// With titles as much larger than headlines as the usual titles are larger than these; lines stand on half lines of the grid.
  fileprivate var withTitleBetweenSizes: Layout {
    var layout = self
    var title = style(.title)
    let factor = (style(.headline).text.size / title.text.size).squareRoot()
    title.text.size *= factor
    let half = grid.baseline / 2
    title.leading = (title.leading * factor / half).rounded(.up) * half
    layout.styles[.title] = title
    return layout
  }
}
