import Diagnostics

/// What a reference asks of its figure: what stands after its bar.
enum ReferenceForm: Hashable {
  case words(WordingForm)
  case comparison(Comparison, with: String)
  case claim(ClaimForm, others: [String])

  /// Reads "change from trade-2017", "recovered from a after b".
  /// - Parameters:
  ///   - text: what stands after the bar.
  ///   - ids: of all figures, for advice where it is unknown.
  /// - Throws: an error without a place.
  init(_ text: String, ids: @autoclosure () -> [String]) throws(DiagnosticError) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let form = words.joined(separator: " ")
    if let simple = WordingForm(rawValue: form) {
      self = .words(simple)
      return
    }
    if let comparison = Comparison.allCases.first(where: { $0.rawValue.begins(form) }) {
      let others = words.dropFirst(comparison.rawValue.wordCount)
      guard !others.isEmpty else { throw Self.lacksFigure(comparison.rawValue) }
      self = .comparison(comparison, with: others.joined(separator: " "))
      return
    }
    // "grew by" before "grew".
    let claims = ClaimForm.allCases.filter { $0.rawValue.begins(form) }
    if let claim = claims.max(by: { $0.rawValue.utf8.count < $1.rawValue.utf8.count }) {
      let others = Array(words.dropFirst(claim.rawValue.wordCount))
      self = .claim(claim, others: try Self.others(of: claim, others))
      return
    }
    throw DiagnosticError("unknown form '\(form)'", advice: Self.adviceForUnknown(words, ids()))
  }

  /// The names of all forms, with dots for ids.
  static let patterns =
    WordingForm.allCases.map(\.rawValue) + Comparison.allCases.map { $0.rawValue + " …" }
    + ClaimForm.allCases.map(\.pattern)

  private static func others(of claim: ClaimForm, _ words: [String]) throws(DiagnosticError) -> [String] {
    switch (claim.others, words.count) {
    case (.none, 0), (.perhapsOne, 0), (.perhapsOne, 1), (.one, 1), (.oneAndPerhaps, 1): return words
    case (.oneAndPerhaps(let word), 3) where words[1] == word: return [words[0], words[2]]
    case (.oneAnd(let word), 3) where words[1] == word: return [words[0], words[2]]
    case (.one, 0), (.oneAndPerhaps, 0), (.oneAnd, 0): throw lacksFigure(claim.rawValue)
    case (.oneAnd(let word), 1):
      throw DiagnosticError(
        "'\(claim.rawValue)' names one figure and needs two",
        advice: "write \(claim.rawValue) \(words[0]) \(word) and the id of an earlier figure")
    default:
      throw DiagnosticError(
        "'\(words.joined(separator: " "))' is not what follows '\(claim.rawValue)'",
        advice: "write \(claim.pattern), with an id for each …")
    }
  }

  private static func lacksFigure(_ name: String) -> DiagnosticError {
    DiagnosticError("'\(name)' names no figure to compare with", advice: "write \(name) and an id")
  }

  /// The nearest forms, and where a word may be a misspelt id, the nearest ids.
  private static func adviceForUnknown(_ words: [String], _ ids: [String]) -> String {
    let known = Set(ids)
    let names =
      WordingForm.allCases.map(\.rawValue) + Comparison.allCases.map(\.rawValue)
      + ClaimForm.allCases.map(\.rawValue)
    // The ids after a form are of any length: without the last words it may be near, or its first word alone.
    let heads = [words.filter { !known.contains($0) }, Array(words.prefix(2))].map {
      nearestNames(to: $0.joined(separator: " "), among: names)
    }
    let firsts = nearestNames(to: words.first ?? "", among: names.map(\.firstWord))
    let near = (heads + [names.filter { firsts.contains($0.firstWord) }]).first { !$0.isEmpty }
    guard let near else { return "allowed: \(patterns.joined(separator: ", "))" }
    let last = words.count > 1 && !known.contains(words[words.count - 1]) ? words[words.count - 1] : nil
    let figures = last.map { nearestNames(to: $0, among: ids) } ?? []
    let forms = near.map { name in "'\(patterns.first { $0.hasPrefix(name) } ?? name)'" }
    return "did you mean \(forms.joined(separator: " or "))?"
      + (figures.isEmpty ? "" : " (figures: \(figures.map { "'\($0)'" }.joined(separator: ", ")))")
  }
}

extension String {
  /// Whether a form is this name, alone or with something after it.
  fileprivate func begins(_ form: String) -> Bool { form == self || form.hasPrefix(self + " ") }

  fileprivate var firstWord: String { split(separator: " ").first.map(String.init) ?? "" }

  fileprivate var wordCount: Int { split(separator: " ").count }
}
