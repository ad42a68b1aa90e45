import Foundation

/// One section of a number format's code.
struct FormatSection: Equatable {
  enum Kind: Equatable {
    case number
    case percent
    /// A date, of which so much is shown.
    case date(hasMonth: Bool, hasDay: Bool)
    case time
  }

  /// "[>=1000]", as some sections begin.
  struct Condition: Equatable {
    var comparison: String
    var limit: Decimal

    func holds(for number: Decimal) -> Bool {
      switch comparison {
      case ">": number > limit
      case ">=": number >= limit
      case "<": number < limit
      case "<=": number <= limit
      case "<>": number != limit
      default: number == limit
      }
    }
  }

  var kind: Kind
  var condition: Condition?
  /// How many times a thousand the number is divided by before it is shown: `0.0,,` shows millions.
  var thousands = 0
  var percents = 0
  /// Whether it shows digits that the number doesn't have: `0"000"`.
  var addsDigits = false
  /// What it writes beside the number, without spaces at its ends: "€", "bn".
  var addition = ""
  /// Whether it shows any digit of the number.
  private var hasPlaceholders = true
  /// Whether it has a colour of its own.
  private var isColoured = false
  /// What it writes before the number's digits and after them, as it stands.
  private var (before, after) = ("", "")

  init(kind: Kind) { self.kind = kind }

  /// Shows nothing at all.
  var isBlank: Bool { !hasPlaceholders && addition.isEmpty && kind == .number }

  /// Shows a text in the number's place. A zero may be a dash, as accountants write it.
  func hidesNumber(_ number: Decimal) -> Bool {
    !hasPlaceholders && !(number.isZero && addition.allSatisfy { "-–—−".contains($0) })
  }

  /// The number as it is shown, all its digits kept.
  func shown(_ number: Decimal) -> String {
    if !hasPlaceholders { return addition }
    var value = number
    for _ in 0..<thousands { value /= 1000 }
    for _ in 0..<percents { value *= 100 }
    let digits = value.description + String(repeating: "%", count: percents)
    return (before + digits + after).trimmed
  }

  /// Whether it writes a minus beside the number, or stands it between brackets, as accountants do.
  var writesMinus: Bool {
    let lead = before.trimmed
    let isMinus = { (character: Character?) in character.map { "-–−".contains($0) } ?? false }
    if isMinus(lead.first) || isMinus(lead.last) { return true }
    let trail = after.trimmed
    if trail.count == 1, isMinus(trail.first) { return true }
    return lead.count { $0 == "(" } > lead.count { $0 == ")" } && trail.contains(")")
  }

  /// Whether a person sees that the number is below zero: by a minus, a word or an arrow, or by its colour.
  var tellsNegative: Bool {
    if writesMinus || isColoured { return true }
    let words = addition.lowercased()
    return ["▼", "▾", "▽", "↓", "minus", "neg", "loss", "deficit", "минус"].contains(where: words.contains)
  }

  // MARK: Reading

  /// The sections of a code; what stands in quotes or brackets separates none.
  static func texts(of code: String) -> [String] {
    var texts = [""]
    var closing: Character?
    var isEscaped = false
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if let end = closing {
        if character == end { closing = nil }
      } else if character == ";" {
        texts.append("")
        continue
      } else {
        isEscaped = "\\_*".contains(character)
        closing = character == "\"" ? "\"" : character == "[" ? "]" : nil
      }
      texts[texts.count - 1].append(character)
    }
    return texts
  }

  /// Text in quotes and escaped characters are shown as they are; what stands in brackets is a colour, a condition, a
  /// currency or an elapsed time.
  init(_ code: String) {
    kind = .number
    var letters: Set<Character> = []
    var digits = ""
    var isElapsed = false
    var rest = code[...]
    func skip(to end: Character) -> String {
      let text = rest.prefix { $0 != end }
      rest = rest.dropFirst(text.count + 1)
      return String(text)
    }
    func write(_ text: String) {
      addition += text.filter { !"()".contains($0) }
      if digits.isEmpty { before += text } else { after += text }
    }
    while let character = rest.popFirst() {
      switch character {
      case "\"": write(skip(to: "\""))
      case "\\": rest.popFirst().map { write(String($0)) }
      case "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = skip(to: "]")
        if inside.hasPrefix("$") {
          write(String(inside.dropFirst().prefix { $0 != "-" }))
        } else if !inside.isEmpty, inside.lowercased().allSatisfy({ "hms".contains($0) }) {
          isElapsed = true
        } else if let condition = Self.condition(inside) {
          self.condition = condition
        } else {
          isColoured = isColoured || Self.colours.contains { inside.lowercased().hasPrefix($0) }
        }
      case "0", "#", "?", ",", ".":
        digits.append(character)
        // What stands between digits is beside none of them: "000-000".
        after = ""
      case "E", "e":
        // "0.00E+00": the digits of an exponent are none of the number's.
        if let sign = rest.first, "+-".contains(sign) {
          rest = rest.dropFirst().drop { "0#?".contains($0) }
        } else {
          letters.insert("y")
        }
      case "G" where rest.lowercased().hasPrefix("eneral"), "g" where rest.lowercased().hasPrefix("eneral"):
        rest = rest.dropFirst("eneral".count)
        digits.append("0")
      case "%": percents += 1
      case "y", "Y", "d", "D", "h", "H", "s", "S", "m", "M": letters.insert(Character(character.lowercased()))
      case "@", "/", ":", " ": break
      default: write(String(character))
      }
    }
    addition = addition.trimmed
    addsDigits = addition.contains(where: \.isNumber)
    hasPlaceholders = digits.contains { "0#?".contains($0) } || code.contains("@")
    thousands = Self.scalingCommas(digits)
    kind = Self.kind(letters, isElapsed: isElapsed, percents: percents)
    if case .date = kind { addition = "" }
  }

  private static let colours = [
    "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow", "color",
  ]

  private static func kind(_ letters: Set<Character>, isElapsed: Bool, percents: Int) -> Kind {
    if percents > 0 { return .percent }
    if letters.contains("y") || letters.contains("d") {
      let hasDay = letters.contains("d")
      return .date(hasMonth: hasDay || letters.contains("m"), hasDay: hasDay)
    }
    if isElapsed || letters.contains("h") || letters.contains("s") { return .time }
    return letters.contains("m") ? .date(hasMonth: true, hasDay: false) : .number
  }

  /// Commas after the last digit of the whole part or of the decimals; others separate thousands.
  private static func scalingCommas(_ digits: String) -> Int {
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.map { part in
      part.contains { $0 != "," } || parts.count > 1 ? part.reversed().prefix { $0 == "," }.count : 0
    }.reduce(0, +)
  }

  private static func condition(_ text: String) -> Condition? {
    let comparison = text.prefix { "<>=".contains($0) }
    let limit = text.dropFirst(comparison.count)
    guard !comparison.isEmpty, limit.count <= 20,
      limit.allSatisfy({ $0.isASCII && ($0.isNumber || ".-".contains($0)) }),
      let number = Decimal(string: String(limit))
    else { return nil }
    return Condition(comparison: String(comparison), limit: number)
  }
}
