import Foundation

/// What a cell's number format makes of its number.
enum NumberFormat: Equatable {
  case number
  case percent
  /// A date, of which so much is shown.
  case date(hasMonth: Bool, hasDay: Bool)
  case time

  /// A built-in format by its number (ECMA-376, 18.8.30).
  init(builtIn id: Int) {
    self =
      switch id {
      case 9, 10: .percent
      case 14...16, 22, 27...31, 36, 50...54, 57, 58: .date(hasMonth: true, hasDay: true)
      case 17, 55, 56: .date(hasMonth: true, hasDay: false)
      case 18...21, 32...35, 45...47: .time
      default: .number
      }
  }

  /// A format by its code: "0.0%", "mmm-yy", "[$-409]d\ mmmm\ yyyy;@". The first section counts, the one for positive
  /// numbers; in it, text in quotes, escaped characters and what stands in brackets mean nothing.
  init(code: String) {
    var letters: Set<Character> = []
    var rest = code.lowercased()[...]
    scan: while let character = rest.popFirst() {
      switch character {
      case ";": break scan
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      default: letters.insert(character)
      }
    }
    // "General" is written as it is in every language.
    if code.lowercased().contains("general") {
      self = .number
    } else if letters.contains("%") {
      self = .percent
    } else if letters.contains("y") || letters.contains("d") {
      let hasDay = letters.contains("d")
      self = .date(hasMonth: hasDay || letters.contains("m"), hasDay: hasDay)
    } else if letters.contains("h") || letters.contains("s") {
      self = .time
    } else if letters.contains("m") {
      self = .date(hasMonth: true, hasDay: false)
    } else {
      self = .number
    }
  }

  /// The number of a cell as the format shows it, in digits and ISO dates; `nil` where it is no number.
  ///
  /// A spreadsheet computes in binary and keeps 17 digits ("8.5999999999999996", "62.000000000000007"); it shows and
  /// promises 15, and so many are taken.
  func text(of stored: String, countsFrom1904: Bool) -> String? {
    guard let number = Decimal(string: stored), Self.isPlain(stored), !number.isNaN else { return nil }
    guard number.isZero || (-60...60).contains(number.exponent) else { return nil }
    switch self {
    case .number: return Self.rounded(number).description
    case .percent: return Self.rounded(number * 100).description + "%"
    case .time: return nil
    case .date(let hasMonth, let hasDay):
      guard let date = Self.date(number, countsFrom1904: countsFrom1904) else { return nil }
      let year = Self.padded(date.year, to: 4)
      if !hasMonth { return year }
      return year + "-" + Self.padded(date.month, to: 2) + (hasDay ? "-" + Self.padded(date.day, to: 2) : "")
    }
  }

  /// Digits, a point and an exponent: `Decimal` reads the beginning of anything else.
  private static func isPlain(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first else { return false }
    let isExponent = parts.count == 1 || Int(parts[1]).map { abs($0) < 60 } ?? false
    let digits = first.drop { $0 == "-" || $0 == "+" }
    return isExponent && first.count - digits.count <= 1 && digits.contains { $0.isASCII && $0.isNumber }
      && digits.allSatisfy { $0.isASCII && $0.isNumber || $0 == "." } && digits.count { $0 == "." } <= 1
      && digits.count <= 40
  }

  private static func rounded(_ number: Decimal) -> Decimal {
    if number.isZero { return 0 }
    var value = number
    var result = Decimal()
    let digits = number.significand.magnitude.description.prefix { $0 != "." }.count
    NSDecimalRound(&result, &value, 15 - (digits + number.exponent), .plain)
    return result
  }

  private static func padded(_ number: Int, to count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }

  /// A day by its number. Day 60 of the system of 1900 is 29 February of that year, which was none; earlier numbers
  /// are one day off for its sake.
  private static func date(_ number: Decimal, countsFrom1904: Bool) -> (year: Int, month: Int, day: Int)? {
    guard number >= 0, number < 2_958_466 else { return nil }
    let serial = NSDecimalNumber(decimal: number).intValue
    // Days from 1 January 1970 to the day 0 of either system.
    let origin = countsFrom1904 ? -24107 : serial < 60 ? -25568 : -25569
    if !countsFrom1904, serial == 60 || serial == 0 { return nil }
    return civil(fromDays: serial + origin)
  }

  /// Howard Hinnant, "chrono-compatible low-level date algorithms" (2013), civil_from_days.
  private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
