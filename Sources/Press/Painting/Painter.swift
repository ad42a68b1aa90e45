import Diagnostics
import Graphics

/// Paints pages and notes what their content means.
struct Painter {
  var canvas: any Canvas
  private(set) var structure = StructureTree()
  /// The element whose content is being painted; `nil` between marks.
  private var marked: Int?
  /// Whether all that is painted now is cut off.
  private var isHidden = false
  /// From the frame that is painted now to the page.
  private var transform = Transform.identity

  init(canvas: any Canvas) { self.canvas = canvas }

  mutating func paintPage(_ frame: Frame) throws(DiagnosticError) {
    structure.beginPage()
    try paint(frame, at: .zero)
    mark(nil)
  }

  private mutating func paint(_ frame: Frame, at origin: Point) throws(DiagnosticError) {
    let wasHidden = isHidden
    if frame.clips, !canvas.beginClip(Rect(origin: origin, size: frame.size)) { isHidden = true }
    var rest = frame.items[...]
    while let placed = rest.first {
      let shapes = rest.prefix { $0.item.isShape }
      if shapes.isEmpty {
        try paint(placed.item, at: origin + placed.origin)
        rest = rest.dropFirst()
      } else {
        rest = rest.dropFirst(shapes.count)
        if isHidden { continue }
        mark(structure.ownerOfShape)
        canvas.paint(shapes, at: origin)
      }
    }
    if frame.clips { canvas.endClip() }
    isHidden = wasHidden
  }

  private mutating func paint(_ item: Frame.Item, at place: Point) throws(DiagnosticError) {
    switch item {
    case .text where isHidden, .picture where isHidden, .shape: break
    case .unseen(let run): try paintUnseen(run, at: place)
    case .text(let run): try paint(run, at: place)
    case .picture(let picture, let size):
      mark(structure.ownerOfShape)
      try canvas.paint(picture, in: Rect(origin: place, size: size))
    case .group(let frame, let tag?):
      structure.open(tag, frame, in: transform.apply(to: Rect(origin: place, size: frame.size)))
      try paint(frame, at: place)
      structure.close()
    case .group(let frame, nil): try paint(frame, at: place)
    case .imposed(let frame, let placement): try paint(frame, placement, at: place)
    case .link(let size, let target):
      structure.addLink(transform.apply(to: Rect(origin: place, size: size)), to: target)
    case .anchor(let anchor): structure.addAnchor(anchor, at: transform.apply(to: place))
    }
  }

  /// Paints a page on its sheet.
  private mutating func paint(_ frame: Frame, _ placement: Placement, at place: Point) throws(DiagnosticError)
  {
    let (outer, outerOrder) = (transform, structure.order)
    let own = placement.transform(of: frame.size).moved(by: place)
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
    guard run.isCovered else {
      throw DiagnosticError(
        "the text '\(run.text)' in \(run.face.name) cannot be painted: its clusters are not of its length",
        advice: "this is a fault of Bayan: please report it with the pack")
    }
    guard let owner = structure.ownerOfText(run.text) else {
      mark(nil)
      return try canvas.show(run.readable, at: place)
    }
    let (text, hyphen) = run.splitBeforeAddedHyphen
    if let text = text?.readable {
      if text.isReadWhole { markAlone(owner, reading: text.text) } else { mark(owner) }
      try canvas.show(text, at: place)
      if text.isReadWhole { mark(nil) }
    }
    if let hyphen {
      mark(structure.addHyphen(in: owner))
      try canvas.show(hyphen.readable, at: place)
    }
  }

  /// Text that readers take and nobody sees, with a mark of its own: of what is cut off the mark stays, since without one
  /// the element would stand on no page.
  private mutating func paintUnseen(_ run: GlyphRun, at place: Point) throws(DiagnosticError) {
    guard !run.glyphs.isEmpty, let owner = structure.ownerOfText("") else { return }
    // Who takes a page's text as it stands finds a space.
    markAlone(owner, reading: " ")
    if !isHidden { try canvas.showUnseen(run.readable, at: place) }
    mark(nil)
  }

  // MARK: Marks

  /// What is painted from here on belongs to the element; `nil` for artifacts.
  private mutating func mark(_ element: Int?) {
    guard element != marked else { return }
    if marked != nil { canvas.endMark() }
    if let element { begin(element, reading: nil) }
    marked = element
  }

  private mutating func markAlone(_ element: Int, reading: String) {
    mark(nil)
    begin(element, reading: reading)
    marked = element
  }

  private mutating func begin(_ element: Int, reading: String?) {
    canvas.beginMark(
      structure.elements[element].tag.kind, number: structure.marksOfPage, reading: reading)
    structure.addMark(to: element)
  }
}

extension GlyphRun {
  /// Whether its clusters go from the start to the end of its text and of its glyphs.
  fileprivate var isCovered: Bool {
    var (bytes, shown) = (0, 0)
    for cluster in clusters { (bytes, shown) = (bytes + cluster.bytes, shown + cluster.glyphs) }
    return bytes == text.utf8.count && shown == glyphs.count
  }
}

extension Frame.Item {
  fileprivate var isShape: Bool { if case .shape = self { true } else { false } }
}
