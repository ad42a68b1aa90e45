import Diagnostics

extension Period {
  /// Reads a year ("2018"), a quarter ("2018-Q3"), a month ("2018-05") or an interval of two of the same kind
  /// ("2018-01/2018-09", "2017/2019"), both ends included.
  ///
  /// - Returns: `nil` for anything else: a month 13, an interval that ends before it begins, a day.
  public init?(_ iso: String) {
    let ends = iso.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count <= 2, let first = Part(ends[0]) else { return nil }
    guard ends.count == 2 else {
      self = first.period
      return
    }
    guard let last = Part(ends[1]), first.kind == last.kind,
      first.period.firstMonth <= last.period.firstMonth
    else { return nil }
    self.init(firstMonth: first.period.firstMonth, lastMonth: last.period.lastMonth)
  }

  /// What is wrong with a text that is no period, and what to write.
  static func problem(with text: String) -> (message: String, advice: String) {
    let forms = "write 2018, 2018-05, 2018-Q3, 2018-01/2018-09 or 2017/2019"
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map { Part($0) }
    if ends.count == 2, let first = ends[0], let last = ends[1] {
      if first.kind != last.kind {
        return ("the period '\(text)' mixes years, quarters and months", forms)
      }
      return ("the period '\(text)' ends before it begins", "write the earlier end first")
    }
    if MonthTurnedDate(text) != nil {
      return (
        "'\(text)' is a day, as a spreadsheet makes it of a month",
        "\(forms); format the column as text first, or leave the cell empty to keep the pack's period"
      )
    }
    return ("'\(text)' is no period", forms)
  }

  /// A year, quarter or month.
  private struct Part {
    enum Kind { case year, quarter, month }
    var kind: Kind
    var period: Period

    init?(_ text: Substring) {
      let bytes = Array(text.utf8)
      guard bytes.count >= 4, let year = Self.number(bytes[0..<4]), year >= 1 else { return nil }
      if bytes.count == 4 {
        kind = .year
        period = Period(firstMonth: year * 12, lastMonth: year * 12 + 11)
        return
      }
      guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return nil }
      if bytes[5] == UInt8(ascii: "Q") {
        guard let quarter = Self.number(bytes[6...]), (1...4).contains(quarter) else { return nil }
        kind = .quarter
        let first = year * 12 + (quarter - 1) * 3
        period = Period(firstMonth: first, lastMonth: first + 2)
        return
      }
      guard let month = Self.number(bytes[5...]), (1...12).contains(month) else { return nil }
      kind = .month
      period = Period(firstMonth: year * 12 + month - 1, lastMonth: year * 12 + month - 1)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
      var number = 0
      for digit in digits {
        guard (0x30...0x39).contains(digit) else { return nil }
        number = number * 10 + Int(digit - 0x30)
      }
      return number
    }
  }
}
