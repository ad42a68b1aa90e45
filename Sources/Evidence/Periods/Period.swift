/// A stretch of whole months, from ISO 8601: a year ("2018"), a month ("2018-05") or an interval
/// ("2018-01/2018-09", both ends included).
public struct Period: Hashable, Sendable, Comparable {
  /// A month counted from year 0: `year * 12 + month - 1`.
  public var firstMonth: Int
  public var lastMonth: Int

  public init(firstMonth: Int, lastMonth: Int) {
    self.firstMonth = firstMonth
    self.lastMonth = lastMonth
  }

  public var firstYear: Int { firstMonth / 12 }
  public var lastYear: Int { lastMonth / 12 }
  public var months: Int { lastMonth - firstMonth + 1 }
  /// Exactly one calendar year.
  public var isYear: Bool { firstMonth % 12 == 0 && months == 12 }

  /// Whether they have a month in common.
  public func overlaps(_ other: Period) -> Bool {
    firstMonth <= other.lastMonth && other.firstMonth <= lastMonth
  }

  /// Whether the other lies in it.
  public func holds(_ other: Period) -> Bool {
    firstMonth <= other.firstMonth && other.lastMonth <= lastMonth
  }

  public static func < (a: Period, b: Period) -> Bool {
    (a.firstMonth, a.lastMonth) < (b.firstMonth, b.lastMonth)
  }
}
