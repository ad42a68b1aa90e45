import Diagnostics
import Tables

/// Lines above a table that name another unit, scale or year than its figures are taken in.
///
/// They are not read, but whoever wrote the numbers below them counted on them.
struct TitleDoubts {
  /// A figure that a table gives the value of.
  struct Entry {
    var figure: Figure
    /// The table's row says the period itself.
    var hasOwnPeriod: Bool
  }

  /// By the table's file.
  private var entries: [String: [Entry]] = [:]

  mutating func add(_ row: FigureRow, _ cells: FigureCells) {
    guard row.formula == nil, let file = cells[.value]?.location.file else { return }
    let period = cells[.period].flatMap { $0.text.isBlank ? nil : $0 }
    entries[file, default: []].append(Entry(figure: row.figure, hasOwnPeriod: period?.location.file == file))
  }

  /// A warning for each line that does not fit.
  func doubts(about titles: [Table.Field]) -> [Diagnostic] {
    titles.compactMap { title in
      let found = entries[title.location.file] ?? []
      let statement = TitleStatement(title.text)
      let words = title.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let line =
        "'\(words.count > 80 ? words.prefix(80) + " …" : words)' stands above the table, and is not read"
      if statement.namesUnit {
        let others = misfits(found.map(\.figure), statement)
        if let first = others.first {
          return Diagnostic(
            .warning,
            "\(line): figure '\(first.id)'\(Self.more(others.count)) is taken in \(first.unit.name)",
            at: title.location,
            advice:
              "if the numbers are in what it says, write that in the column 'unit'; else correct the line")
        }
      }
      guard let years = statement.years else { return nil }
      let others = found.filter { entry in
        guard !entry.hasOwnPeriod, let period = entry.figure.period else { return false }
        return period.lastYear < years.lowerBound || period.firstYear > years.upperBound
      }
      guard let first = others.first?.figure else { return nil }
      return Diagnostic(
        .warning,
        "\(line): figure '\(first.id)'\(Self.more(others.count)) is taken to be of \(first.words(.period))",
        at: title.location,
        advice:
          "write what the numbers are of in the column 'period', or into the rows of that year's figures")
    }
  }

  private static func more(_ count: Int) -> String {
    switch count {
    case ...1: ""
    case 2: ", like another,"
    default: ", like \(count - 1) others,"
    }
  }

  /// The figures that are not in what the line says.
  private func misfits(_ figures: [Figure], _ statement: TitleStatement) -> [Figure] {
    let named = figures.filter { statement.names(familyOf: $0.unit) }
    if statement.namesFamily { return named.isEmpty ? figures : named.filter { !statement.fits($0.unit) } }
    // "In thousands" says nothing of percentages and ratios beside what is counted.
    let counted = figures.filter { !$0.unit.isPercent && $0.unit.kind != .plain }
    return (counted.isEmpty ? figures : counted).filter { !statement.fits($0.unit) }
  }
}

extension TitleStatement {
  /// It says what is measured, and not only in what scale.
  fileprivate var namesFamily: Bool { !currencies.isEmpty || !measures.isEmpty || isPercent }

  /// It names a currency and the unit is money, and so on.
  fileprivate func names(familyOf unit: Unit) -> Bool {
    if unit.magnitude() != nil { return !measures.isEmpty }
    switch unit.kind {
    case .currency: return !currencies.isEmpty
    case .percent: return isPercent
    default: return false
    }
  }

  fileprivate func fits(_ unit: Unit) -> Bool {
    if let own = unit.magnitude(), !measures.isEmpty {
      let scales: Set<Unit.Scale> = scales.isEmpty ? [.one] : scales
      return measures.contains { symbol in scales.contains { Measure.of(symbol)?.magnitude(in: $0) == own } }
    }
    switch unit.kind {
    case .percent where isPercent: return true
    case .currency(let code) where !currencies.isEmpty:
      // "EUR" alone names the currency of numbers whose scale everybody knows.
      return currencies.contains { $0.contains(code) } && (scales.isEmpty || scales.contains(unit.scale))
    default: return scales.contains(unit.scale)
    }
  }
}
