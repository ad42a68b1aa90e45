import Diagnostics

/// Pages by their numbers, as a person writes them: "1-3,5", "7-" (to the end), "-2".
public struct PageRanges: Hashable, Sendable {
  /// Ends that are left out are `nil`.
  private let parts: [(first: Int?, last: Int?)]
  public let text: String

  /// - Returns: `nil` for what is no list of pages.
  public init?(_ text: String) {
    self.text = text
    var parts: [(first: Int?, last: Int?)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.filter { !$0.isWhitespace }.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "–" })
      let numbers = ends.map { Int($0) }
      let isWritten = zip(ends, numbers).allSatisfy { $0.isEmpty || ($1 ?? 0) >= 1 }
      guard isWritten, (1...2).contains(ends.count), numbers.contains(where: { $0 != nil }) else {
        return nil
      }
      let last = ends.count == 1 ? numbers[0] : numbers[1]
      if let first = numbers[0], let last, first > last { return nil }
      parts.append((numbers[0], last))
    }
    if parts.isEmpty { return nil }
    self.parts = parts
  }

  /// Indices of the pages, in their own order, each once.
  ///
  /// - Throws: `DiagnosticError` where a number is beyond the last page.
  public func indices(of count: Int, in document: String) throws(DiagnosticError) -> [Int] {
    var chosen = Set<Int>()
    for (first, last) in parts {
      let range = (first ?? 1)...max(first ?? 1, last ?? count)
      guard range.upperBound <= count else {
        throw DiagnosticError(
          "\(document) has no page \(range.lowerBound > count ? range.lowerBound : range.upperBound)",
          advice: count == 1 ? "it has one page" : "it has \(count) pages")
      }
      chosen.formUnion(range)
    }
    return chosen.sorted().map { $0 - 1 }
  }

  public static func == (a: PageRanges, b: PageRanges) -> Bool { a.text == b.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
