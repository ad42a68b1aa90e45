import Diagnostics
import Tables

extension Figure {
  /// Whether its label says no more than that it is a sum: "Total", "Итого".
  public var isTotal: Bool { PassedRows.isTotal(label) }
}

/// Rows of a table that a person sees to be no figures: totals, headings and notes between the figures.
struct PassedRows {
  /// The ids that the pack has.
  var known: Set<String>

  /// Why a row is no figure, as a warning; `nil` where it is one, or should be.
  func reason(for cells: FigureCells, row: [Table.Field]) -> Diagnostic? {
    if known.contains(cells.id) { return nil }
    let filled = row.filter { !$0.text.isBlank }
    guard let first = filled.first else { return nil }
    if isTotal(cells, filled) {
      return Diagnostic(
        .warning, "this row is a total, and is not read: '\(Self.beginning(of: first.text))'",
        at: first.location,
        advice: "give it an id if it is a figure of the pack, or better a formula")
    }
    let isAlone = filled.count == 1 && cells.text(.value).isEmpty && !isFigureID(cells.id)
    let isMeantAsID =
      !cells.id.isEmpty && !cells.id.contains(where: \.isWhitespace)
      && !nearestNames(to: cells.id, among: known.sorted()).isEmpty
    if isAlone, !isMeantAsID {
      return Diagnostic(
        .warning, "this row holds a text and no figure, and is not read: '\(Self.beginning(of: first.text))'",
        at: first.location, advice: "a figure has its id and its value in one row")
    }
    return nil
  }

  /// A row without an id, or with a word for a total as its id, that says nothing of a figure but a number.
  private func isTotal(_ cells: FigureCells, _ filled: [Table.Field]) -> Bool {
    let isSum = Self.sums.contains { cells[.value]?.formula?.uppercased().contains($0) == true }
    if cells.id.isEmpty {
      let texts = filled.filter { $0.text.contains(where: \.isLetter) }
      return texts.contains { Self.isTotal($0.text) } || isSum && cells.text(.label).isEmpty
    }
    let claims: [FigureColumn] = [.status, .formula, .source, .qualifier]
    return Self.isTotal(cells.id) && claims.allSatisfy { cells.text($0).isEmpty }
      && (cells.text(.label).isEmpty || cells.text(.unit).isEmpty)
  }

  /// "Total", "Итого:", "Grand total 2023".
  static func isTotal(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.filter {
      !$0.allSatisfy(\.isNumber)
    }
    return totals.contains(words.joined(separator: " "))
  }

  private static let sums = ["SUM(", "SUBTOTAL(", "AGGREGATE("]

  private static let totals: Set<String> = [
    "total", "totals", "subtotal", "sub-total", "sub total", "grand total", "sum", "overall", "in total",
    "gesamt", "insgesamt", "summe", "gesamtsumme", "zwischensumme", "ensemble", "somme", "sous-total",
    "total général",
    "suma", "soma", "total general", "totale", "somma", "razem", "ogółem", "celkem",
    "итого", "всего", "сумма", "итог", "общий итог", "разом", "усього", "барлығы", "жиыны", "жалпы", "баары",
    "ҳамагӣ",
    "jami", "жами", "toplam", "genel toplam", "ara toplam", "cəmi", "jemi", "合计", "总计", "小计", "總計", "合計",
    "小計",
    "المجموع", "الإجمالي", "إجمالي", "مجموع",
  ]

  private static func beginning(of text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 60 ? words.prefix(60) + " …" : words
  }
}
