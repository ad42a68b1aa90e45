import Diagnostics
import Graphics

/// Paints pages and notes what their content means.
struct Painter {
  let canvas: Canvas
  private(set) var structure = StructureTree()
  /// The element whose content is being painted; `nil` between marks.
  private var marked: Int?
  /// Whether all that is painted now is cut off.
  private var isHidden = false
  /// From the frame that is painted now to the page.
  private var transform = Transform.identity

  init(canvas: Canvas) { self.canvas = canvas }

  mutating func paintPage(_ frame: Frame) throws(DiagnosticError) {
    structure.beginPage()
    try paint(frame, at: .zero)
    mark(nil)
  }

  private mutating func paint(_ frame: Frame, at origin: Point) throws(DiagnosticError) {
    let wasHidden = isHidden
    if frame.clips, !canvas.beginClip(Rect(origin: origin, size: frame.size)) { isHidden = true }
    for placed in frame.items { try paint(placed.item, at: origin + placed.origin) }
    if frame.clips { canvas.endClip() }
    isHidden = wasHidden
  }

  private mutating func paint(_ item: Frame.Item, at place: Point) throws(DiagnosticError) {
    switch item {
    case .text where isHidden, .shape where isHidden: break
    case .text(let run): try paint(run, at: place)
    case .shape(let path, let fill, let stroke):
      mark(structure.ownerOfShape)
      canvas.paint(path, at: place, fill: fill, stroke: stroke)
    case .group(let frame, let tag?):
      structure.open(tag, frame, in: transform.apply(to: Rect(origin: place, size: frame.size)))
      try paint(frame, at: place)
      structure.close()
    case .group(let frame, nil): try paint(frame, at: place)
    case .imposed(let frame, let placement): try paint(frame, placement, at: place)
    case .link(let size, let target):
      structure.addLink(transform.apply(to: Rect(origin: place, size: size)), to: target)
    case .anchor(let name): structure.addAnchor(name, at: transform.apply(to: place))
    }
  }

  /// Paints a page on its sheet.
  private mutating func paint(_ frame: Frame, _ placement: Placement, at place: Point) throws(DiagnosticError)
  {
    let (outer, outerOrder) = (transform, structure.order)
    let own = placement.transform(of: frame.size).moved(by: place)
    // A mark may not begin under one transformation and end under another.
    mark(nil)
    canvas.beginTransform(own)
    transform = outer.after(own)
    structure.order = placement.order
    try paint(frame, at: .zero)
    mark(nil)
    canvas.endTransform()
    (transform, structure.order) = (outer, outerOrder)
  }

  private mutating func paint(_ run: GlyphRun, at place: Point) throws(DiagnosticError) {
    if run.glyphs.isEmpty { return }
    guard let owner = structure.ownerOfText(run.text) else {
      mark(nil)
      return try canvas.show(run.readable, at: place)
    }
    let (text, hyphen) = run.splitBeforeAddedHyphen
    if let text {
      mark(owner)
      try canvas.show(text.readable, at: place)
    }
    if let hyphen {
      mark(structure.addHyphen(in: owner))
      try canvas.show(hyphen.readable, at: place)
    }
  }

  /// What is painted from here on belongs to the element; `nil` for artifacts.
  private mutating func mark(_ element: Int?) {
    guard element != marked else { return }
    if marked != nil { canvas.endMark() }
    if let element {
      canvas.beginMark()
      structure.addMark(to: element)
    }
    marked = element
  }
}
