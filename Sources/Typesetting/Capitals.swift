import Foundation

/// The text in capital letters, as its language writes them: Turkish and Azerbaijani have İ for i, Greek drops its
/// accents, German writes ß as SS (Unicode's SpecialCasing, from the data in Swift's Foundation).
///
/// - Parameters:
///   - text: any.
///   - language: BCP 47.
/// - Returns: the capitals.
public func capitals(_ text: String, language: String) -> String {
  text.uppercased(with: Locale(identifier: language))
}
