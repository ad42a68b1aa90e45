import Briefing
import ChartGrammar
import Evidence
import Graphics
import Typesetting
import struct Foundation.Decimal

/// What a table says in each of its places, in the layout's words and styles.
struct TableWords {
  let table: TableDescription
  let file: String
  let setter: Setter
  /// Letters that stand for statuses.
  let marks: [Status: String]

  init(_ table: TableDescription, file: String, setter: Setter) {
    self.table = table
    self.file = file
    self.setter = setter
    let cells = (table.rows.map(\.cells) + [table.totals ?? []]).joined()
    let used = Set(cells.compactMap { $0?.mark })
    marks = Self.letters(
      for: Status.allCases.filter(used.contains).map { ($0, setter.layout.word(Word($0))) })
  }

  private var layout: Layout { setter.layout }

  private func style(_ role: StyleRole, isQuiet: Bool = false) -> TextStyle {
    var style = setter.style(role)
    if isQuiet { style.color = layout.color(.grey) }
    return style
  }

  // MARK: Names

  /// Before the rows, and over them.
  var names: [RichText] {
    table.rows.map(name) + [corner] + (table.totals == nil ? [] : [totalName])
      + Set(table.rows.map(\.group)).subtracting([""]).sorted().map(group)
  }

  func name(of row: TableDescription.Row) -> RichText {
    let isStrong = isHighlighted(row)
    var spans = [RichText.Span(name(row.heading), style(isStrong ? .tableNumber : .tableCell))]
    let details = details(of: row.heading)
    if !details.isEmpty {
      spans.append(
        .init(setter.comma + details.joined(separator: setter.comma), style(.tableCell, isQuiet: true)))
    }
    return RichText(spans, file: file)
  }

  /// What the whole table has in common.
  var corner: RichText {
    let details = details(of: table.common)
    return RichText(details.joined(separator: setter.comma), style(.tableCell, isQuiet: true), file: file)
  }

  /// Nobody stated it: it was computed.
  var totalName: RichText {
    RichText("Σ\u{A0}\(layout.word(.total))", style(.tableNumber), file: file)
  }

  func group(_ name: String) -> RichText { RichText(name, style(.tableHead), file: file) }

  private func name(_ heading: TableDescription.Heading) -> String {
    if !heading.name.isEmpty { return heading.name }
    return heading.status.map { layout.word(Word($0)) } ?? ""
  }

  private func details(of heading: TableDescription.Heading) -> [String] {
    let status = heading.name.isEmpty && heading != table.common ? nil : heading.status
    return [heading.unit?.text, heading.period?.words(short: true), status.map { layout.word(Word($0)) }]
      .compactMap { $0 }.filter { !$0.isEmpty }
  }

  /// Of all its figures.
  func isHighlighted(_ row: TableDescription.Row) -> Bool {
    let figures = row.cells.compactMap { $0 }.filter { !$0.isComputed }.map(\.figure.id)
    return !figures.isEmpty && figures.allSatisfy(table.highlighted.contains)
  }

  // MARK: Columns

  /// What stands over a column: its name, and below it what its figures have in common.
  struct Head {
    var name: RichText
    var details: RichText

    var lines: [RichText] { [name, details] }
  }

  func head(of column: TableDescription.Column) -> Head {
    var name = name(column.heading)
    var lines = details(of: column.heading)
    switch column.kind {
    case .figures:
      if name.isEmpty, table.columns.count(where: { $0.kind == .figures }) == 1 { name = layout.word(.value) }
    case .total: name = "Σ\u{A0}\(layout.word(.total))"
    case .course(let from, let to): lines = [span(from: from, to: to)]
    case .change(let from, let to, _):
      let unit = column.heading.unit.map(changeUnit).flatMap { $0.isEmpty ? nil : $0 }
      name = [layout.word(.change), unit].compactMap { $0 }.joined(separator: setter.comma)
      lines =
        [span(from: from, to: to)] + [column.heading.status.map { layout.word(Word($0)) }].compactMap { $0 }
    }
    let details = lines.joined(separator: setter.comma)
    return Head(
      name: RichText(name, style(.tableHead), file: file),
      details: RichText(details, style(.tableCell, isQuiet: true), file: file))
  }

  private func span(from: Period, to: Period) -> String {
    let dash = from.isYear && to.isYear ? "–" : " – "
    return from.words(short: true) + dash + to.words(short: true)
  }

  /// Of changes: that of the table itself is said already.
  private func changeUnit(_ unit: Unit) -> String {
    unit == .percentagePoints ? layout.word(.points) : unit == table.common.unit ? "" : unit.text
  }

  // MARK: Numbers

  /// A number and its mark, in `ink` on a tinted ground; an en dash where there is none.
  func number(
    _ cell: TableDescription.Cell?, in column: TableDescription.Column, isStrong: Bool = false,
    ink: Color? = nil
  ) -> RichText {
    if column.isCourse { return RichText([], file: file) }
    guard let cell else { return RichText("–", style(.tableCell, isQuiet: true), file: file) }
    let isHighlighted = !cell.isComputed && table.highlighted.contains(cell.figure.id)
    var style = style(isStrong || isHighlighted ? .tableNumber : .tableCell)
    if let ink { style.color = ink }
    var number = RichText.Span(text(cell.figure, in: column), style)
    if !cell.isComputed { number.link = .anchor(.figure(cell.figure.id)) }
    guard let mark = cell.mark.flatMap({ marks[$0] }) else { return RichText([number], file: file) }
    return RichText([number, raised(mark, ink: ink)], file: file)
  }

  private func raised(_ mark: String, ink: Color?) -> RichText.Span {
    let whole = style(.tableCell)
    var style = setter.raised(whole)
    style.size = min(whole.size, max(style.size, layout.exhibits.leastType ?? Self.leastMark))
    style.color = ink ?? layout.color(.grey)
    return .init(mark, style)
  }

  /// Smaller type can hardly be read, points.
  private static let leastMark = 6.2

  private func text(_ figure: Figure, in column: TableDescription.Column) -> String {
    let text = figure.words(.shortNumber)
    guard case .change = column.kind else { return text }
    let number = figure.words(.number)
    let signed = figure.value > 0 ? text.dropLast(number.count) + "+" + number : text
    guard column.heading.unit == nil else { return signed }
    // Rows of several units have each its own.
    let unit = changeUnit(figure.unit)
    return unit == "%" ? signed + "%" : unit.isEmpty ? signed : signed + "\u{A0}" + unit
  }

  // MARK: Key

  /// What the marks that stand here mean.
  var key: RichText? {
    let here = Set(table.cells.compactMap(\.mark))
    if here.isEmpty { return nil }
    let style = setter.style(.exhibitNote)
    let entries = Status.allCases.filter(here.contains).compactMap { status in
      marks[status].map { (status, $0) }
    }
    let spans = entries.enumerated().flatMap { index, entry in
      [
        RichText.Span((index > 0 ? setter.comma : "") + entry.1, style),
        .init("\u{2002}" + layout.word(Word(entry.0)), style),
      ]
    }
    return RichText(spans, file: file)
  }

  /// The first letters of the words, as few as tell them apart.
  private static func letters(for words: [(status: Status, word: String)]) -> [Status: String] {
    var letters: [Status: String] = [:]
    for (status, word) in words {
      let lower = word.lowercased()
      for count in 1...max(1, lower.count) {
        let start = String(lower.prefix(count))
        letters[status] = start
        if !words.contains(where: { $0.status != status && $0.word.lowercased().hasPrefix(start) }) { break }
      }
    }
    return letters
  }
}

extension TableDescription.Column {
  /// Whether it has small lines, and no numbers.
  var isCourse: Bool { if case .course = kind { true } else { false } }
}
