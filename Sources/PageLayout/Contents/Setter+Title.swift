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
    let factor = layout.style(.headline).text.size / layout.style(.title).text.size
    let sizes = [(layout, 3), (layout.withTitle(scaledBy: factor.squareRoot()), 4)]
    for (layout, most) in sizes {
      let block = block(layout, .title)
      if case .lines(let lines) = block.content, lines.lines.count <= most { return block }
    }
    return block(layout.withTitle(scaledBy: factor), .title)
  }
}

extension Layout {
  /// With titles in smaller type, whose lines stand on half lines of the grid.
  fileprivate func withTitle(scaledBy factor: Double) -> Layout {
    guard factor < 1 else { return self }
    var layout = self
    let half = grid.baseline / 2
    layout.styles[.title]?.text.size *= factor
    layout.styles[.title]?.leading = (style(.title).leading * factor / half).rounded(.up) * half
    return layout
  }
}
