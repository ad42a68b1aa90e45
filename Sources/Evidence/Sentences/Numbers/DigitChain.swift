import Foundation

/// Digits with the marks between them, read as English texts write them: "10,000.5", "1.200.000", "12,00,000", "3.2.1".
struct DigitChain {
  var value: Decimal = 0
  /// "6.500" is 6500 to writers of other languages.
  var alternative: Decimal?
  /// What it is where it is no amount.
  var name: String?
  /// The token after it.
  private(set) var end: Int

  private let tokens: TokenRow
  private var groups: [String]
  private var marks: [String] = []

  /// The chain of the digits at a token.
  init(_ tokens: TokenRow, at start: Int) {
    self.tokens = tokens
    groups = [tokens.text(start)]
    end = start + 1
    takeMarked()
    takeSpaced()
    read()
  }

  private static let joining: Set<String> = [".", ",", "'", "’", "ʼ", ":", "/"]

  private mutating func takeMarked() {
    while Self.joining.contains(tokens.key(end)), tokens.isGlued(end - 1), tokens.isGlued(end),
      tokens.isDigits(end + 1)
    {
      marks.append(tokens.key(end))
      groups.append(tokens.text(end + 1))
      end += 2
    }
    // "2018-05-01"; a single dash joins a range.
    if marks.isEmpty, isDashed(end), isDashed(end + 2) {
      marks = ["-", "-"]
      end += 4
    }
  }

  private func isDashed(_ index: Int) -> Bool {
    tokens.key(index) == "-" && tokens.isGlued(index - 1) && tokens.isGlued(index)
      && tokens.isDigits(index + 1)
  }

  /// "10 000": groups of three after single spaces, and decimals after them.
  private mutating func takeSpaced() {
    guard marks.isEmpty, groups[0].utf8.count <= 3 else { return }
    while tokens.isDigits(end), tokens.text(end).utf8.count == 3,
      tokens.all[end].range.lowerBound == tokens.all[end - 1].range.upperBound + 1
    {
      marks.append(" ")
      groups.append(tokens.text(end))
      end += 1
    }
    if !marks.isEmpty, [".", ","].contains(tokens.key(end)), tokens.isGlued(end - 1), tokens.isGlued(end),
      tokens.isDigits(end + 1)
    {
      marks.append(tokens.key(end))
      groups.append(tokens.text(end + 1))
      end += 2
    }
  }

  private mutating func read() {
    if let plain = Decimal(string: groups[0]) { value = plain }
    guard groups.reduce(0, { $0 + $1.utf8.count }) <= 30 else {
      name = "a number of too many digits"
      return
    }
    guard let mark = marks.first else { return }
    if let name = Self.name(of: marks, groups) {
      self.name = name
      return
    }
    let isWhole = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    let same = marks.allSatisfy { $0 == mark }
    if mark == ".", marks.count == 1 {
      value = decimal(groups[0], groups[1])
      if isWhole, groups[0].utf8.count <= 3, groups[0] != "0" { alternative = decimal(groups.joined(), "") }
    } else if same, isWhole, groups[0].utf8.count <= 3 {
      value = decimal(groups.joined(), "")
    } else if same, mark == ",", isIndian(groups) {
      value = decimal(groups.joined(), "")
    } else if let last = marks.last, [".", ","].contains(last),
      marks.dropLast().allSatisfy({ $0 == mark && $0 != last }),
      groups.dropFirst().dropLast().allSatisfy({ $0.utf8.count == 3 }) || isIndian(groups.dropLast())
    {
      value = decimal(groups.dropLast().joined(), groups[groups.count - 1])
    } else {
      name = "a number of a version or an article"
    }
  }

  private func decimal(_ whole: String, _ fraction: String) -> Decimal {
    Decimal(string: fraction.isEmpty ? whole : whole + "." + fraction) ?? 0
  }

  /// "12,00,000".
  private func isIndian(_ groups: some BidirectionalCollection<String>) -> Bool {
    groups.count > 2 && groups.last?.utf8.count == 3 && (groups.first?.utf8.count ?? 0) <= 2
      && groups.dropFirst().dropLast().allSatisfy { $0.utf8.count == 2 }
  }

  private static func name(of marks: [String], _ groups: [String]) -> String? {
    if marks.contains("-") { return "a date" }
    if marks.contains(":") { return groups[1].utf8.count == 2 ? "a time" : "a score or a ratio" }
    if marks.contains("/") {
      return marks.count == 1 && groups[0].utf8.count < 3 && groups[1].utf8.count < 4
        ? "a fraction or a date" : "a date"
    }
    let isDate =
      marks == [".", "."] && groups[0].utf8.count <= 2 && groups[1].utf8.count <= 2
      && [2, 4].contains(groups[2].utf8.count)
    return isDate ? "a date" : nil
  }
}
