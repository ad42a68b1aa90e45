import Foundation
import Tables

extension Unit {
  /// Whether so much of a measure or of money is meant to another thing, which stays with its number: "USD/t", "m³/s", "kg per
  /// head", "USD a week". "person/people" is a noun in its two forms.
  static func isRate(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map { $0.trimmed }
    if parts.count > 1 { return !areForms(parts) }
    return numerator(of: name) != nil
  }

  /// Of a rate, what there is so much of and to what; `nil` of other units, and of those that the measures have.
  var rate: (numerator: Unit, denominator: Unit)? {
    guard case .measure(let name) = kind, Measure.of(name) == nil else { return nil }
    let text: (String, String)
    if let slash = name.firstIndex(of: "/") {
      text = (name[..<slash].trimmed, name[name.index(after: slash)...].trimmed)
    } else if let over = Self.numerator(of: name) {
      text = (over, name.dropFirst(over.count).split(separator: " ").dropFirst().joined(separator: " "))
    } else {
      return nil
    }
    guard !text.0.isEmpty, !text.1.isEmpty else { return nil }
    let scaled = scale == .one ? text.0 : "\(scale.names?.ownUnit ?? "") \(text.0)"
    return (Unit(scaled), Unit(Self.timeNouns.contains(text.1 + "s") ? text.1 + "s" : text.1))
  }

  /// Of a rate, what there is so much of.
  var numerator: Unit? {
    if let rate { return rate.numerator }
    // "km/h"
    guard case .measure(let name) = kind, let slash = name.firstIndex(of: "/") else { return nil }
    return Unit(String(name[..<slash]))
  }

  /// What a value is multiplied by to be in ones: 1e9 for "USD bn", and for "USD bn per year".
  var factor: Decimal { scale.factor * (scale == .one ? rate?.numerator.scale.factor ?? 1 : 1) }

  /// What stands before "per" or "a", where it is a measure or money.
  private static func numerator(of name: String) -> String? {
    let words = name.split(separator: " ")
    guard words.count > 2,
      let place = words.dropFirst().firstIndex(where: { ["per", "a", "an"].contains($0) }),
      place < words.count - 1
    else { return nil }
    let before = words[..<place].joined(separator: " ")
    let isMeasured =
      Measure.of(before) != nil || Measure.called(before) != nil
      || currencyCodes.contains(String(words[0])) && place <= 2
    return isMeasured ? before : nil
  }

  /// Whether these are one and several of a thing: words that begin alike, none of which is a measure or money.
  private static func areForms(_ parts: [String]) -> Bool {
    guard parts.count == 2 else { return false }
    let (one, many) = (parts[0], parts[1])
    func isNoun(_ part: String) -> Bool {
      part.count > 1 && Measure.of(part) == nil && !currencyCodes.contains(part)
        && part.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" || $0 == "'" || $0 == "’" }
        && !part.dropFirst().contains(where: \.isUppercase)
    }
    guard isNoun(one), isNoun(many), one.lowercased().first == many.lowercased().first else { return false }
    // "Cars/capita" are no two forms of a word.
    return many.count + 1 >= one.count && (!one.hasSuffix("s") || many.hasSuffix("s"))
  }

  /// Whether a name is no noun that a label could say, but a symbol that must stay with its number: "hPa", "kV", "TEU", "km³",
  /// "ppm", "sq ft".
  static func isSymbol(_ name: String) -> Bool {
    if ["sq", "cu"].contains(name.split(separator: " ").first ?? "") { return true }
    guard !name.isEmpty, !name.contains(where: { $0.isWhitespace || $0 == "/" || $0 == "-" }) else {
      return false
    }
    if Measure.of(name) != nil { return true }
    if name.contains(where: { !$0.isLetter }) || name.dropFirst().contains(where: \.isUppercase) {
      return true
    }
    return name.count <= 3 && name.allSatisfy(\.isASCII) && !shortNouns.contains(name)
  }

  private static let shortNouns: Set<String> = ["men", "cows", "pcs", "ops", "pp"]
}
