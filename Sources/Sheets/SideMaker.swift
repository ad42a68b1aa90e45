import Diagnostics
import Graphics

/// Makes the frame of one side of a sheet: pages, lines around them, marks.
struct SideMaker {
  let plan: SheetPlan
  let pages: [Document.Page]
  let index: Int
  let metadata: Document.Metadata

  private var sheets: Sheets { plan.sheets }
  private var side: SheetPlan.Side { plan.sides[index] }

  init(plan: SheetPlan, pages: [Document.Page], side: Int, metadata: Document.Metadata) {
    self.plan = plan
    self.pages = pages
    index = side
    self.metadata = metadata
  }

  func page(information: (String) throws(DiagnosticError) -> Frame) throws(DiagnosticError) -> Document.Page {
    var frame = Frame(size: plan.size)
    var kept: [Rect] = []
    for slot in side.slots {
      let rect = place(of: slot)
      // Blank pages are cut like the others.
      if slot.page != nil || side.fold != nil { kept.append(rect) }
      if let page = slot.page { add(page, to: &frame, at: rect, limit: slot.limit) }
    }
    if sheets.drawsFrames { frame.add(lines(around: kept), at: .zero, tag: .artifact) }
    var cut: Document.Cut?
    if let trim = trim(around: kept), plan.surround > 0 {
      cut = Document.Cut(trim: trim, bleed: trim.insetBy(-sheets.bleed))
      var marks = Marks(sheets: sheets, size: plan.size, trim: trim)
      marks.columns = edges(of: kept.map { ($0.minX, $0.maxX) })
      marks.rows = edges(of: kept.map { ($0.minY, $0.maxY) })
      marks.fold = side.fold
      frame.add(
        try marks.frame(information: information, text: informationText(trim)), at: .zero, tag: .artifact)
    }
    return turned(frame, cut)
  }

  // MARK: Pages

  /// Where a slot's page stands on the side; a blank is as large as the first page would be.
  private func place(of slot: SheetPlan.Slot) -> Rect {
    let page = pages[slot.page ?? 0].frame.size
    let scale = scale(of: page, in: slot.cell)
    let size = Size(page.width * scale, page.height * scale)
    let free = Size(slot.cell.width - size.width, slot.cell.height - size.height)
    let moved = sheets.shift(of: plan.size, isBack: side.isBack)
    return Rect(
      x: slot.cell.minX + free.width * slot.alignment + slot.shift + moved.x,
      y: slot.cell.minY + free.height / 2 + moved.y, width: size.width, height: size.height)
  }

  private func scale(of page: Size, in cell: Rect) -> Double {
    if sheets.fit == .actual { return 1 }
    return min(cell.width / page.width, cell.height / page.height)
  }

  private func add(_ page: Int, to frame: inout Frame, at rect: Rect, limit: Rect) {
    let original = pages[page].frame
    let scale = rect.width / original.size.width
    let placement = Placement(scale: scale, order: page)
    let printed = rect.insetBy(-sheets.bleed).intersection(limit)
    let content = sheets.bleed > 0 ? original.bleeding(by: sheets.bleed / scale) : original
    var clipped = Frame(size: printed.size, clips: true)
    clipped.add(.imposed(content, placement), at: rect.origin - printed.origin)
    frame.add(clipped, at: printed.origin)
  }

  /// Thin lines around pages that are smaller than their paper.
  private func lines(around pages: [Rect]) -> Frame {
    var frame = Frame(size: plan.size)
    for page in pages {
      frame.stroke(.rectangle(page), Stroke(Self.lineColor, width: 0.4))
    }
    return frame
  }

  private static let lineColor = Color(red: 0.45, green: 0.45, blue: 0.45)

  // MARK: What is cut

  /// A booklet's sheets are all cut alike, whatever creep moved; what stands in a grid is cut where the pages end.
  private func trim(around kept: [Rect]) -> Rect? {
    guard side.fold != nil else {
      return kept.dropFirst().reduce(kept.first) { $0?.union($1) }
    }
    let places = side.slots.map { slot in
      var still = slot
      still.shift = 0
      return place(of: still)
    }
    return places.dropFirst().reduce(places.first) { $0?.union($1) }
  }

  /// Sorted, each once.
  private func edges(of intervals: [(Double, Double)]) -> [Double] {
    if side.fold != nil { return [] }
    var result: [Double] = []
    for edge in intervals.flatMap({ [$0.0, $0.1] }).sorted() {
      if let last = result.last, edge - last < 0.01 { continue }
      result.append(edge)
    }
    return result
  }

  /// What a printer needs to know of a side: the document, which side it is, its size and its date. No words, so that it
  /// is in every language.
  private func informationText(_ trim: Rect) -> String {
    var parts = [metadata.title, sheets.name, "\(index + 1)/\(plan.sides.count)", describe(trim.size)]
    if sheets.bleed > 0 { parts.append("+ \(millimetres(sheets.bleed)) mm") }
    if let date = metadata.date { parts.append(date) }
    return parts.joined(separator: " · ")
  }

  // MARK: The finished side

  private func turned(_ frame: Frame, _ cut: Document.Cut?) -> Document.Page {
    let half = side.isBack && sheets.turnsBacks(of: plan.size) ? 2 : 0
    let placement = Placement(quarterTurns: sheets.quarterTurns + half)
    let labels = side.slots.compactMap { $0.page.map { pages[$0].label } }
    let label = labels.isEmpty ? "–" : labels.joined(separator: ", ")
    if placement.quarterTurns == 0 { return Document.Page(frame, label: label, cut: cut) }
    var outer = Frame(size: placement.size(of: frame.size))
    outer.add(.imposed(frame, placement))
    let transform = placement.transform(of: frame.size)
    let turnedCut = cut.map {
      Document.Cut(trim: transform.apply(to: $0.trim), bleed: transform.apply(to: $0.bleed))
    }
    return Document.Page(outer, label: label, cut: turnedCut)
  }
}
