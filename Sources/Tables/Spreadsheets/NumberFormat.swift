import Foundation

/// What a cell's number format makes of its number: sections for positive and negative numbers and zero, or for what
/// conditions say.
struct NumberFormat: Equatable {
  private var sections: [FormatSection]

  static let general = NumberFormat(sections: [FormatSection(kind: .number)])

  private init(sections: [FormatSection]) { self.sections = sections }

  /// A built-in format by its number (ECMA-376, 18.8.30).
  init(builtIn id: Int) {
    let kind: FormatSection.Kind =
      switch id {
      case 9, 10: .percent
      case 14...16, 22, 27...31, 36, 50...54, 57, 58: .date(hasMonth: true, hasDay: true)
      case 17, 55, 56: .date(hasMonth: true, hasDay: false)
      case 18...21, 32...35, 45...47: .time
      default: .number
      }
    sections = [FormatSection(kind: kind)]
  }

  /// A format by its code: "0.0%", "mmm-yy", "[$-409]d\ mmmm\ yyyy;@", "[>=1000000]0.0,,\"M\";0".
  init(code: String) {
    sections = FormatSection.texts(of: code).prefix(4).map { FormatSection($0) }
    if sections.isEmpty || sections.count == 1 && sections[0].isBlank { self = .general }
  }

  enum Reading: Equatable {
    /// In digits or as an ISO date, and what the format writes beside it ("€", "bn").
    case text(String, addition: String)
    /// A number, in digits, that the cell shows as something else; what it shows.
    case otherwise(String, shown: String)
    /// Why it is no number.
    case unreadable(String)
  }

  /// The number of a cell as the format shows it.
  ///
  /// A spreadsheet computes in binary and keeps 17 digits ("8.5999999999999996", "62.000000000000007"); it shows and
  /// promises 15, and so many are taken.
  func reading(of stored: String, countsFrom1904: Bool) -> Reading {
    let failure = Reading.unreadable("this cell's number '\(stored.prefix(60))' can't be read")
    guard Self.isPlain(stored), let number = Decimal(string: stored), !number.isNaN,
      number.isZero || (-60...60).contains(number.exponent)
    else { return failure }
    let section = section(for: number)
    switch section.kind {
    case .number, .percent:
      let isPercent = section.kind == .percent
      let text = Self.rounded(isPercent ? number * 100 : number).description + (isPercent ? "%" : "")
      if section.isBlank { return .otherwise(text, shown: "") }
      if section.thousands > 0 || section.percents > 1 || section.addsDigits || section.hidesNumber(number) {
        return .otherwise(text, shown: section.shown(Self.rounded(number)))
      }
      // The section for what is below zero shows no sign that it does not write itself.
      let isBare = number < 0 && hasNegativeSection
      if number > 0 && section.writesMinus || isBare && !section.tellsNegative {
        return .otherwise(text, shown: section.shown(Self.rounded(isBare ? -number : number)))
      }
      return .text(text, addition: section.addition)
    case .time: return .unreadable("this cell is a time of day")
    case .date(let hasMonth, let hasDay):
      guard let date = spreadsheetDay(number, countsFrom1904: countsFrom1904) else { return failure }
      let year = Self.padded(date.year, to: 4)
      if !hasMonth { return .text(year, addition: "") }
      let day = hasDay ? "-" + Self.padded(date.day, to: 2) : ""
      return .text(year + "-" + Self.padded(date.month, to: 2) + day, addition: "")
    }
  }

  private func section(for number: Decimal) -> FormatSection {
    let numbers = sections.count == 4 ? sections.dropLast() : sections[...]
    if numbers.contains(where: { $0.condition != nil }) {
      return numbers.first { $0.condition?.holds(for: number) ?? true } ?? sections[0]
    }
    if number < 0, numbers.count > 1 { return numbers[1] }
    return number.isZero && numbers.count > 2 ? numbers[2] : numbers[0]
  }

  /// Whether what is below zero has a section without a condition.
  private var hasNegativeSection: Bool {
    let numbers = sections.count == 4 ? sections.dropLast() : sections[...]
    return numbers.count > 1 && numbers.allSatisfy { $0.condition == nil }
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
}
