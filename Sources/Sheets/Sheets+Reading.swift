import Diagnostics
import Graphics
import YAMLReading

extension Sheets {
  /// Reads a file of sheets.
  ///
  /// - Parameters:
  ///   - text: YAML; a name and its keys for each sheet.
  ///   - path: of the file, for messages.
  /// - Returns: the sheets in the order of the file.
  /// - Throws: every mistake of the file.
  public static func read(_ text: String, file path: String) throws(DiagnosticError) -> [Sheets] {
    let file = YAMLFile(text, path: path)
    var sheets: [Sheets] = []
    for (name, node) in file.root?.anyMapping()?.entries ?? [] {
      if name.text.wholeMatch(of: /[a-z0-9][a-z0-9-]*/) == nil {
        file.error(
          "'\(name.text)' is no name for sheets", at: name.location,
          advice: "a file is named after it: write small letters, digits and hyphens")
      }
      if let read = SheetsReader(file: file).sheets(name, node) { sheets.append(read) }
    }
    try file.log.throwIfErrors()
    return sheets
  }
}

/// The keys of an entry, as Layouts/sheets.schema.json has them too.
enum SheetsKeys {
  static let sheets = [
    "of", "pages", "right-hand", "paper", "per-side", "columns", "rows", "order", "booklet", "signature",
    "thickness", "size", "duplex", "bind", "turn", "margins", "shift", "gutter", "frames", "bleed", "marks",
  ]
  static let margins = ["inner", "outer", "top", "bottom"]
  /// What only pages in columns and rows have, and what only booklets have.
  static let grid = ["per-side", "columns", "rows", "order"]
  static let booklet = ["signature", "thickness"]
}

/// What the values of an entry may be. Lengths are in points.
enum SheetsLimits {
  static let perSide = 1...64
  static let columns = 1...16
  static let signature = 1...32
  static let thickness = 0.0...Length.mm(1)
  static let margin = 0.0...Length.mm(100)
  static let shift = 0.0...Length.mm(30)
  static let gutter = 0.0...Length.mm(50)
  static let bleed = 0.0...Length.mm(20)
}

/// How a side is turned for the printer.
enum TurnName: String, CaseIterable {
  case none, right, half, left

  var quarterTurns: Int {
    switch self {
    case .none: 0
    case .right: 1
    case .half: 2
    case .left: 3
    }
  }
}

/// Makes an entry's YAML into a value; mistakes are noted in the file's log.
private struct SheetsReader {
  let file: YAMLFile

  func sheets(_ name: YAMLText, _ node: YAMLNode) -> Sheets? {
    var sheets = Sheets(name: name.text, location: name.location)
    if node.isEmpty { return sheets }
    guard let keys = node.mapping(keys: SheetsKeys.sheets) else { return nil }
    sheets.layouts = keys["of"]?.strings()?.map(\.text) ?? []
    sheets.rightHand = keys["right-hand"]?.strings()?.map(\.text) ?? []
    sheets.pages = keys["pages"]?.strings()?.flatMap(selection) ?? []
    sheets.paper = keys["paper"].flatMap(paper) ?? .page
    sheets.fit = keys["size"]?.choice(of: Sheets.Fit.self) ?? .fit
    sheets.binding = keys["bind"]?.choice(of: Sheets.Binding.self)
    sheets.quarterTurns = keys["turn"]?.choice(of: TurnName.self)?.quarterTurns ?? 0
    sheets.margins = keys["margins"].flatMap(margins) ?? .init()
    sheets.shift = length(keys["shift"], "the shift", in: SheetsLimits.shift) ?? 0
    sheets.gutter = length(keys["gutter"], "a gutter", in: SheetsLimits.gutter) ?? 0
    sheets.drawsFrames = keys["frames"]?.flag() ?? false
    sheets.bleed = length(keys["bleed"], "a bleed", in: SheetsLimits.bleed) ?? 0
    sheets.marks = Set(keys["marks"]?.sequence()?.compactMap { $0.choice(of: Sheets.Mark.self) } ?? [])
    sheets.duplex = keys["duplex"]?.choice(of: Document.Duplex.self)
    if keys["booklet"]?.flag() == true {
      sheets.arrangement = .booklet(booklet(keys))
      if keys["duplex"] == nil { sheets.duplex = .shortEdge }
    } else {
      sheets.arrangement = .grid(grid(keys))
    }
    return sheets
  }

  // MARK: Arrangements

  private func grid(_ keys: YAMLMapping) -> Sheets.Grid {
    refuse(
      SheetsKeys.booklet, in: keys, advice: "only a booklet has this: add 'booklet: true' or take it out")
    var grid = Sheets.Grid()
    grid.columns = integer(keys["columns"], "columns", in: SheetsLimits.columns)
    grid.rows = integer(keys["rows"], "rows", in: SheetsLimits.columns)
    let count = integer(keys["per-side"], "the pages on a side", in: SheetsLimits.perSide)
    grid.perSide = count ?? (grid.columns ?? 1) * (grid.rows ?? 1)
    if let columns = grid.columns, let rows = grid.rows, let count, count > columns * rows {
      keys["per-side"]?.error(
        "\(count) pages don't go into \(columns) columns and \(rows) rows",
        advice: "leave one of the three out")
    }
    grid.order = keys["order"]?.choice(of: Sheets.Order.self) ?? .across
    return grid
  }

  private func booklet(_ keys: YAMLMapping) -> Sheets.Booklet {
    refuse(SheetsKeys.grid, in: keys, advice: "a booklet has two pages a side: take this or 'booklet:' out")
    for key in ["shift"] where keys[key] != nil {
      keys[key]?.error(
        "a booklet's pages can't be moved away from its fold", advice: "write 'gutter:' for room at the fold")
    }
    if keys["bind"]?.string() == Sheets.Binding.top.rawValue {
      keys["bind"]?.error("a booklet is folded at its side", advice: "write 'bind: left' or 'bind: right'")
    }
    var booklet = Sheets.Booklet()
    booklet.sheetsPerSignature = integer(
      keys["signature"], "the sheets of a signature", in: SheetsLimits.signature)
    booklet.thickness = length(keys["thickness"], "paper", in: SheetsLimits.thickness) ?? 0
    return booklet
  }

  private func refuse(_ names: [String], in keys: YAMLMapping, advice: String) {
    for name in names { keys[name]?.error("'\(name)' is not allowed here", advice: advice) }
  }

  // MARK: Values

  private func selection(_ text: YAMLText) -> [Sheets.PageSelection] {
    text.text.split(separator: ",").compactMap { part in
      let word = String(part.filter { !$0.isWhitespace })
      guard let numbers = word.wholeMatch(of: /(\d+)(?:[-–](\d+))?/) else { return .part(word) }
      guard let first = Int(numbers.1), let last = numbers.2.map({ Int($0) }) ?? first, first >= 1,
        first <= last
      else {
        file.error(
          "'\(word)' are no pages", at: text.location,
          advice: "write numbers from 1 such as 1-4, the smaller one first")
        return nil
      }
      return .range(first...last)
    }
  }

  private func paper(_ node: YAMLNode) -> SheetPaper? {
    guard let text = node.string() else { return nil }
    if let paper = SheetPaper(text) { return paper }
    let names = ["page", "double"] + PaperSize.allCases.map(\.rawValue)
    let known = nearestNames(to: text, among: names)
    node.error(
      "'\(text)' is no paper",
      advice: known.isEmpty
        ? "allowed: \(names.joined(separator: ", ")), or a size such as 320 x 450 mm (40 to 1200 mm each way)"
        : adviceForUnknown(text, among: names))
    return nil
  }

  private func margins(_ node: YAMLNode) -> Sheets.Margins? {
    guard let keys = node.mapping(keys: SheetsKeys.margins) else { return nil }
    func margin(_ name: String) -> Double {
      length(keys[name], "the margin \(name)", in: SheetsLimits.margin) ?? 0
    }
    return Sheets.Margins(
      inner: margin("inner"), outer: margin("outer"), top: margin("top"), bottom: margin("bottom"))
  }

  private func length(_ node: YAMLNode?, _ what: String, in range: ClosedRange<Double>) -> Double? {
    guard let node, let text = node.string() else { return nil }
    guard let value = Length.parse(text) else {
      node.error("'\(text)' is no length", advice: "write a number with mm, cm, in or pt, such as 3 mm")
      return nil
    }
    if range.contains(value) { return value }
    let (least, most) = (millimetres(range.lowerBound), millimetres(range.upperBound))
    node.error(
      "'\(text)' is too \(value < range.lowerBound ? "little" : "much") for \(what)",
      advice: "allowed: \(least) mm to \(most) mm")
    return nil
  }

  private func integer(_ node: YAMLNode?, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let node, let value = node.integer() else { return nil }
    if range.contains(value) { return value }
    node.error(
      "\(value) is too \(value < range.lowerBound ? "little" : "much") for \(what)",
      advice: "allowed: \(range.lowerBound) to \(range.upperBound)")
    return nil
  }
}
