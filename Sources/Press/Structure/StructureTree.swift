import Diagnostics
import Graphics

/// What a document means beside how it looks: its elements, the content and the links that belong to each, and
/// the places that links lead to. Built while the pages are painted, in painting order, which is reading order.
struct StructureTree {
  struct Element {
    var tag: StructureTag
    /// Index of the parent; the root is its own.
    var parent: Int
    var kids: [Kid] = []
    /// For each kid where the page that it stands on comes in reading.
    var orders: [Int] = []
    /// What is read instead of the content: a soft hyphen for a hyphen that was added at a line's end, the words of an
    /// element that shows none.
    var actualText: String?
    /// Where a figure stands, as long as it stands in one place only.
    var box: (page: Int, rect: Rect)?
    /// The text of a link.
    var text = ""
    /// Made for text that stands directly in an element for blocks.
    var isImplied = false
  }

  enum Kid: Equatable {
    case element(Int)
    /// Marked content: the page's index and the mark's number on it (MCID).
    case mark(page: Int, number: Int)
    /// Index in `links`.
    case link(Int)
  }

  struct Link {
    var page: Int
    var rect: Rect
    var target: LinkTarget
    var element: Int
  }

  struct Place: Equatable {
    var page: Int
    var point: Point
  }

  /// The first is the Document.
  private(set) var elements = [Element(tag: StructureTag(.document), parent: 0)]
  /// For each page the element of each mark, by the mark's number.
  private(set) var marks: [[Int]] = []
  private(set) var links: [Link] = []
  private(set) var anchors: [Anchor: Place] = [:]
  /// Names of anchors in the order in which they were met.
  private(set) var anchorNames: [String] = []
  private(set) var log = DiagnosticLog()

  private var byIdentifier: [String: Int] = [:]
  /// Where the page that is painted now comes in reading (`Placement.order`); the same for all that isn't imposed.
  var order = 0
  /// The elements around what is painted now, outermost first; `nil` is an artifact.
  private var path: [Int?] = [0]
}

// MARK: Building

extension StructureTree {
  private var page: Int { marks.count - 1 }

  mutating func beginPage() { marks.append([]) }

  /// Enters a group; `close` leaves it.
  mutating func open(_ tag: Tag, _ frame: Frame, in box: Rect) {
    guard case .structure(let tag) = tag, let parent = path.last.flatMap({ $0 }) else {
      return path.append(nil)
    }
    path.append(element(for: tag, in: parent, frame, box: box))
  }

  private mutating func element(
    for tag: StructureTag, in parent: Int, _ frame: Frame, box: Rect
  ) -> Int {
    // A page's own Document is the document's.
    if tag.kind == .document, parent == 0 { return 0 }
    // A figure is read as its alternative text; only what leads elsewhere and its caption stand by themselves.
    if elements[parent].tag.kind == .figure, !isInline(tag.kind) || tag.kind == .span,
      tag.kind != .caption
    {
      return parent
    }
    if let known = tag.id.flatMap({ byIdentifier[$0] }) {
      if elements[known].tag.kind != tag.kind {
        log.error(
          "page \(page + 1): '\(tag.id ?? "")' names a \(tag.kind.rawValue) here and a \(elements[known].tag.kind.rawValue) before",
          advice: "give each element an identifier of its own")
      }
      elements[known].box = nil
      return known
    }
    if tag.kind == .link, let known = linkThatGoesOn(in: parent, frame) { return known }
    checkParent(of: tag, elements[parent].tag.kind)
    let element = add(
      Element(
        tag: tag, parent: isInline(tag.kind) ? blockForInline(in: parent) : parent, actualText: tag.actualText
      ))
    if tag.kind == .figure {
      elements[element].box = (page, box)
      if tag.alternative?.isEmpty ?? true {
        log.error(
          "page \(page + 1): a figure has no alternative text", advice: "say in words what the figure shows")
      }
    }
    if let id = tag.id { byIdentifier[id] = element }
    return element
  }

  private func isInline(_ kind: StructureTag.Kind) -> Bool {
    kind == .link || kind == .reference || kind == .span
  }

  /// The link before, if the new one is the rest of it on the next line: nothing stands between them and they lead
  /// to the same place.
  private func linkThatGoesOn(in parent: Int, _ frame: Frame) -> Int? {
    guard case .element(let last)? = elements[parent].kids.last, elements[last].tag.kind == .link else {
      return nil
    }
    var known: LinkTarget?
    for case .link(let index) in elements[last].kids { known = links[index].target }
    for placed in frame.items {
      if case .link(_, let target) = placed.item { return target == known ? last : nil }
    }
    return nil
  }

  mutating func close() { path.removeLast() }

  /// The element that text painted now belongs to; `nil` for an artifact.
  mutating func ownerOfText(_ text: String) -> Int? {
    guard path.count > 1, let owner = path.last.flatMap({ $0 }) else { return nil }
    for case let element? in path where elements[element].tag.kind == .link { elements[element].text += text }
    switch elements[owner].tag.kind {
    case .document, .section, .quotation: return impliedParagraph(in: owner)
    case .list, .listItem, .table, .row:
      log.error(
        "page \(page + 1): the text '\(text.prefix(40))' stands directly in a \(elements[owner].tag.kind.rawValue)",
        advice: "put it into a cell, a label or a list body")
      return nil
    default: return owner
    }
  }

  /// The element that a shape painted now belongs to: shapes mean something in figures only.
  var ownerOfShape: Int? {
    guard let owner = path.last.flatMap({ $0 }) else { return nil }
    return path.contains { $0.map { elements[$0].tag.kind == .figure } ?? false } ? owner : nil
  }

  /// A Span of its own for the hyphen that was added at the end of a line.
  mutating func addHyphen(in owner: Int) -> Int {
    add(Element(tag: StructureTag(.span), parent: owner, actualText: "\u{AD}"))
  }

  /// How many marks this page has.
  var marksOfPage: Int { marks[page].count }

  /// The next mark on this page, which belongs to the element.
  mutating func addMark(to element: Int) {
    append(.mark(page: page, number: marks[page].count), to: element)
    marks[page].append(element)
  }

  mutating func addLink(_ rect: Rect, to target: LinkTarget) {
    if target == .change { return }
    let owner = path.last.flatMap { $0 } ?? 0
    let around = path.last { $0.map { elements[$0].tag.kind == .link } ?? false }.flatMap { $0 }
    let element = around ?? add(Element(tag: StructureTag(.link), parent: blockForInline(in: owner)))
    append(.link(links.count), to: element)
    links.append(Link(page: page, rect: rect, target: target, element: element))
  }

  mutating func addAnchor(_ anchor: Anchor, at point: Point) {
    if let known = anchors[anchor] {
      log.error(
        "anchor '\(anchor.name)' stands on page \(known.page + 1) and again on page \(page + 1)",
        advice: "give each place that links lead to a name of its own")
      return
    }
    anchors[anchor] = Place(page: page, point: point)
    anchorNames.append(anchor.name)
  }

  private mutating func add(_ element: Element) -> Int {
    let index = elements.count
    elements.append(element)
    append(.element(index), to: element.parent)
    return index
  }

  private mutating func append(_ kid: Kid, to element: Int) {
    elements[element].kids.append(kid)
    elements[element].orders.append(order)
  }

  /// Puts the content of each element in the order of reading: on sheets, pages are painted in another one.
  mutating func arrange() {
    for index in elements.indices {
      let orders = elements[index].orders
      guard zip(orders, orders.dropFirst()).contains(where: >) else { continue }
      let kids = zip(elements[index].kids, orders).enumerated()
      elements[index].kids = kids.sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
        .map(\.element.0)
      elements[index].orders = orders.sorted()
    }
  }

  private mutating func blockForInline(in owner: Int) -> Int {
    switch elements[owner].tag.kind {
    case .document, .section, .quotation: impliedParagraph(in: owner)
    default: owner
    }
  }

  private mutating func impliedParagraph(in owner: Int) -> Int {
    if case .element(let last)? = elements[owner].kids.last, elements[last].isImplied { return last }
    return add(Element(tag: StructureTag(.paragraph), parent: owner, isImplied: true))
  }

  private mutating func checkParent(of tag: StructureTag, _ parent: StructureTag.Kind) {
    let allowed: [StructureTag.Kind]
    switch tag.kind {
    case .row: allowed = [.table]
    case .headerCell, .cell: allowed = [.row]
    case .listItem: allowed = [.list]
    case .listBody: allowed = [.listItem]
    default: return
    }
    if !allowed.contains(parent) {
      log.error(
        "page \(page + 1): a \(tag.kind.rawValue) stands in a \(parent.rawValue)",
        advice: "put it into a \(allowed.map(\.rawValue).joined(separator: " or "))")
    }
  }
}

// MARK: Checking

extension StructureTree {
  /// - Throws: all mistakes found while it was built, and every link and bookmark that leads nowhere.
  func check(_ document: Document) throws(DiagnosticError) {
    var log = log
    if document.pages.isEmpty {
      log.error("the document has no pages", advice: "let the layout make at least one page")
    }
    if document.metadata.title.isEmpty {
      log.error("the document has no title", advice: "give the pack a 'title:'")
    }
    for link in links {
      if case .anchor(let anchor, _) = link.target, anchors[anchor] == nil {
        log.error(
          "page \(link.page + 1): a link leads to '\(anchor.name)', which is on no page",
          advice: adviceForUnknown(anchor.name, among: anchorNames))
      }
    }
    func check(_ entries: [Document.OutlineEntry]) {
      for entry in entries {
        if anchors[entry.anchor] == nil {
          log.error(
            "the bookmark '\(entry.title)' leads to '\(entry.anchor.name)', which is on no page",
            advice: adviceForUnknown(entry.anchor.name, among: anchorNames))
        }
        check(entry.children)
      }
    }
    check(document.outline)
    try log.throwIfErrors()
  }

  /// For each element whether anything is in it; empty cells count, since a table needs its columns.
  var isInhabited: [Bool] {
    var result = [Bool](repeating: false, count: elements.count)
    // Parents come before their children.
    for index in elements.indices.reversed() {
      let element = elements[index]
      let hasContent = element.kids.contains { kid in
        if case .element(let child) = kid { result[child] } else { true }
      }
      result[index] = hasContent || element.tag.kind == .cell || element.tag.kind == .headerCell
    }
    return result
  }

  /// Whether a header cell is for its row: other cells of the row are plain ones.
  func headsItsRow(_ cell: Int) -> Bool {
    elements[elements[cell].parent].kids.contains { kid in
      if case .element(let index) = kid { elements[index].tag.kind == .cell } else { false }
    }
  }
}
