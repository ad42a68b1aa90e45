import Diagnostics
import Tables

/// Periods that can be read in two ways: "2011-12" is December 2011, or the year from 2011 to 2012.
struct PeriodDoubts {
  private var doubtful: [Table.Field] = []
  /// Files whose periods name other months: there it is one too.
  private var haveMonths: Set<String> = []

  mutating func add(_ cells: FigureCells) {
    guard let field = cells[.period] else { return }
    let parts = field.text.trimmed.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(parts[0]),
      let month = Int(parts[1])
    else { return }
    if (year + 1) % 100 == month {
      doubtful.append(field)
    } else {
      haveMonths.insert(field.location.file)
    }
  }

  func doubts() -> [Diagnostic] {
    doubtful.filter { !haveMonths.contains($0.location.file) }.compactMap { field in
      let text = field.text.trimmed
      guard let period = Period(text) else { return nil }
      return Diagnostic(
        .warning,
        "'\(text)' is read as \(period.words()), and may be meant as \(period.firstYear)/\(period.firstYear + 1)",
        at: field.location,
        advice:
          "write \(text)/\(text) for the month, or \(period.firstYear)/\(period.firstYear + 1) for the years")
    }
  }
}

extension FigureTable {
  /// Warnings of actual values whose time begins after the edition's date: nobody can have counted them.
  public func earlyActuals() -> [Diagnostic] {
    guard let asOf else { return [] }
    return figures.compactMap { figure in
      guard figure.status == .actual, let period = figure.period, period.firstMonth > asOf.lastMonth else {
        return nil
      }
      return Diagnostic(
        .warning,
        "figure '\(figure.id)' is an actual value of \(figure.words(.period)), but the figures are as of \(asOf.words())",
        at: figure.location,
        advice: "correct its period, give it the status estimate or target, or say as of when the figures are"
      )
    }
  }
}
