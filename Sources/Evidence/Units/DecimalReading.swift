import Foundation
import Tables

/// A number as a person or a spreadsheet wrote it.
enum WrittenNumber: Equatable {
  /// And how many decimals were written.
  case value(Decimal, decimals: Int)
  /// "2,500": thousands or a decimal comma; both readings as plain numbers.
  case ambiguous(String, String)
  /// No number; what to do about it.
  case invalid(advice: String)

  /// Reads digits with an optional sign (−, - or +), a decimal point and thousands in groups of three, set off
  /// by spaces (also no-break and thin ones), apostrophes or the other of point and comma. The decimal mark may be a comma
  /// where the file separates its fields by semicolons, as spreadsheets do then.
  static func read(_ text: String, hasDecimalComma: Bool) -> WrittenNumber {
    var scalars = Array(text.trimmed.unicodeScalars)
    if scalars.isEmpty { return .invalid(advice: "write the number in digits, such as 2.5") }
    var isNegative = false
    if let sign = scalars.first, ["-", "\u{2212}", "+"].contains(sign) {
      isNegative = sign != "+"
      scalars.removeFirst()
    }
    if scalars.contains(where: { $0 == "%" || $0.properties.generalCategory == .currencySymbol }) {
      return .invalid(advice: "write the number alone; its unit has a column of its own")
    }
    guard let first = scalars.first, isDigit(first), let last = scalars.last, isDigit(last),
      let groups = withoutSpaces(scalars)
    else { return .invalid(advice: "write the number in digits, such as 2.5, or remove the row") }
    return readMarks(groups, isNegative: isNegative, hasDecimalComma: hasDecimalComma)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Spaces of any width, and the apostrophes of Switzerland.
  private static func isGroupMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || ["'", "\u{2019}", "\u{02BC}"].contains(scalar)
  }

  /// The number without the marks between thousands; `nil` if something else stands in it.
  private static func withoutSpaces(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    let parts = scalars.split(omittingEmptySubsequences: false, whereSeparator: isGroupMark)
    guard scalars.allSatisfy({ isDigit($0) || $0 == "." || $0 == "," || isGroupMark($0) }) else {
      return nil
    }
    if parts.count == 1 { return scalars }
    guard (1...3).contains(parts[0].count), parts[0].allSatisfy(isDigit) else { return nil }
    for (index, part) in parts.enumerated().dropFirst() {
      let whole = part.prefix { isDigit($0) }
      guard whole.count == 3, whole.count == part.count || index == parts.count - 1 else { return nil }
    }
    return Array(parts.joined())
  }

  /// Tells apart what point and comma mean.
  private static func readMarks(
    _ scalars: [Unicode.Scalar], isNegative: Bool, hasDecimalComma: Bool
  ) -> WrittenNumber {
    let points = scalars.count { $0 == "." }
    let commas = scalars.count { $0 == "," }
    let notANumber = WrittenNumber.invalid(advice: "write the number in digits, such as 2.5")
    if points > 0, commas > 0 {
      guard let lastMark = scalars.last(where: { !isDigit($0) }), (lastMark == "." ? points : commas) == 1,
        let whole = ungrouped(scalars.prefix { $0 != lastMark }, by: lastMark == "." ? "," : ".")
      else { return notANumber }
      return value(whole, scalars.split(separator: lastMark)[1], isNegative)
    }
    if points + commas > 1 {
      guard let whole = ungrouped(scalars[...], by: points > 0 ? "." : ",") else { return notANumber }
      return value(whole, [], isNegative)
    }
    let parts = scalars.split { !isDigit($0) }
    guard parts.count == 2 else { return value(Array(parts[0]), [], isNegative) }
    let isGroup = parts[1].count == 3 && parts[0].count <= 3 && parts[0].first != "0"
    if isGroup, commas == 1 || hasDecimalComma {
      let sign = isNegative ? "-" : ""
      let whole = String(scalars: parts[0])
      let rest = String(scalars: parts[1])
      let trimmedRest = String(rest.reversed().drop { $0 == "0" }.reversed())
      return .ambiguous(
        sign + whole + rest, sign + whole + (trimmedRest.isEmpty ? ".0" : "." + trimmedRest))
    }
    if commas == 1, !hasDecimalComma {
      return .invalid(
        advice:
          "write \(String(scalars: parts[0])).\(String(scalars: parts[1])), with a point for the decimals")
    }
    return value(Array(parts[0]), parts[1], isNegative)
  }

  /// Digits in groups of three without their separator.
  private static func ungrouped(_ scalars: ArraySlice<Unicode.Scalar>, by mark: Unicode.Scalar) -> [Unicode
    .Scalar]?
  {
    let groups = scalars.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first.allSatisfy(isDigit),
      groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(isDigit) })
    else { return nil }
    return Array(groups.joined())
  }

  private static func value(
    _ whole: [Unicode.Scalar], _ fraction: ArraySlice<Unicode.Scalar>, _ isNegative: Bool
  ) -> WrittenNumber {
    let digits = String(scalars: whole) + (fraction.isEmpty ? "" : "." + String(scalars: fraction))
    // Decimal holds 38 significant digits and traps when exponents overflow; these leave room to compute.
    guard whole.count <= 20, fraction.count <= 15, let number = Decimal(string: digits) else {
      return .invalid(advice: "a number has at most 20 digits before the decimal point and 15 after it")
    }
    return .value(isNegative ? -number : number, decimals: fraction.count)
  }
}
