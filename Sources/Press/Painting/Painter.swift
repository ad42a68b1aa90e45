import Diagnostics
import Graphics

/// What is written by ourselves, where Cairo painted a placeholder.
enum Insert {
  case outlines(DensePaths)
  case picture(Picture)
}

/// What Cairo does not write of a page.
struct PageExtras {
  /// What stands in place of the placeholders, by their numbers.
  var inserts: [Insert] = []
  /// Content that stands under the text of a mark, by the mark's number.
  var halos: [Int: [UInt8]] = [:]
  /// The forms that those draw.
  var haloGlyphs: Set<Int> = []
  /// What a mark reads as, by its number, where a reader couldn't put its glyphs together.
  var readings: [Int: String] = [:]
  /// Marks whose text is not painted, by their numbers.
  var unseen: Set<Int> = []
}

/// Paints pages and notes what their content means.
struct Painter {
  let canvas: Canvas
  private(set) var structure = StructureTree()
  /// Of each page.
  private(set) var extras: [PageExtras] = []
  private(set) var halos = HaloGlyphs()
  /// The element whose content is being painted; `nil` between marks.
  private var marked: Int?
  /// Whether all that is painted now is cut off.
  private var isHidden = false
  /// From the frame that is painted now to the page.
  private var transform = Transform.identity

  init(canvas: Canvas) { self.canvas = canvas }

  mutating func paintPage(_ frame: Frame) throws(DiagnosticError) {
    structure.beginPage()
    extras.append(PageExtras())
    try paint(frame, at: .zero)
    mark(nil)
  }

  private mutating func paint(_ frame: Frame, at origin: Point) throws(DiagnosticError) {
    let wasHidden = isHidden
    if frame.clips, !canvas.beginClip(Rect(origin: origin, size: frame.size)) { isHidden = true }
    var rest = frame.items[...]
    while let placed = rest.first {
      let shapes = rest.prefix { $0.item.isOutline }
      if !shapes.isEmpty {
        try paint(shapes, at: origin)
        rest = rest.dropFirst(shapes.count)
      } else {
        try paint(placed.item, at: origin + placed.origin)
        rest = rest.dropFirst()
      }
    }
    if frame.clips { canvas.endClip() }
    isHidden = wasHidden
  }

  /// Shapes that follow each other: by Cairo, or in a PDF, if they have very many points, by ourselves.
  private mutating func paint(_ shapes: ArraySlice<Frame.Placed>, at origin: Point) throws(DiagnosticError) {
    let points = shapes.reduce(0) { $0 + $1.item.pointCount }
    guard canvas.isPDF, !isHidden, points >= DensePaths.leastPoints else {
      for placed in shapes { try paint(placed.item, at: origin + placed.origin) }
      return
    }
    mark(structure.ownerOfShape)
    let outlines = DensePaths(shapes, at: origin)
    insert(.outlines(outlines), in: outlines.place)
  }

  private mutating func insert(
    _ insert: Insert, in place: Rect, held orientation: Picture.Orientation = .upright
  ) {
    let page = extras.count - 1
    canvas.showPlaceholder(extras[page].inserts.count, in: place, held: orientation)
    extras[page].inserts.append(insert)
  }

  private mutating func paint(_ item: Frame.Item, at place: Point) throws(DiagnosticError) {
    switch item {
    case .text where isHidden, .shape where isHidden, .picture where isHidden: break
    case .unseen(let run): try paintUnseen(run, at: place)
    case .text(let run): try paint(run, at: place)
    case .shape(let path, let fill, let stroke):
      mark(structure.ownerOfShape)
      canvas.paint(path, at: place, fill: fill, stroke: stroke)
    case .picture(let picture, let size):
      mark(structure.ownerOfShape)
      let rect = Rect(origin: place, size: size)
      if canvas.isPDF {
        insert(.picture(picture), in: rect, held: picture.orientation)
      } else {
        try canvas.paint(picture, in: rect)
      }
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
    if let text, canvas.isPDF, text.halo != nil || text.isReadWhole {
      try paintAlone(text, of: owner, at: place)
    } else if let text {
      mark(owner)
      try canvas.show(text.readable, at: place)
    }
    if let hyphen {
      mark(structure.addHyphen(in: owner))
      try canvas.show(hyphen.readable, at: place)
    }
  }

  /// Text with a mark of its own, in which its halo is put before it when the PDF is finished.
  private mutating func paintAlone(_ text: GlyphRun, of owner: Int, at place: Point) throws(DiagnosticError) {
    mark(nil)
    mark(owner)
    var plain = text.readable
    let page = extras.count - 1
    let number = structure.marks[page].count - 1
    if let halo = text.halo {
      var content: [UInt8] = []
      for (piece, turn) in text.turns.isEmpty ? [(text, .identity)] : text.pieces {
        content += try halos.content(
          of: piece, halo, at: .zero, in: transform.after(turn.moved(by: place)), canvas: canvas,
          used: &extras[page].haloGlyphs)
      }
      extras[page].halos[number] = content
    }
    if text.isReadWhole { extras[page].readings[number] = plain.text }
    plain.halo = nil
    try canvas.show(plain, at: place)
    mark(nil)
  }

  /// Text with a mark of its own, which is made invisible when the PDF is finished. Of what is cut off the mark stays:
  /// without one the element would stand on no page.
  private mutating func paintUnseen(_ run: GlyphRun, at place: Point) throws(DiagnosticError) {
    guard canvas.isPDF, !run.glyphs.isEmpty, let owner = structure.ownerOfText("") else { return }
    mark(nil)
    mark(owner)
    let page = extras.count - 1
    extras[page].unseen.insert(structure.marks[page].count - 1)
    try canvas.show(run.readable, at: place)
    mark(nil)
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
