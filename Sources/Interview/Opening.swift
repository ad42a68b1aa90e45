/// How a paragraph opens where it begins a turn of the interview: "1. ", "2: ", "Question 3", "Q4)", "Q: ",
/// "EB: ", "Dr Smith: ".
struct Opening {
  /// Without its number and its colon; empty where there is only a number.
  var label: String
  var number: Int?
  /// Only a space follows the number, so it may as well be a sentence's first word or a footnote's number.
  var isWeak: Bool
  /// How many scalars it takes, with the white space after it.
  var length: Int

  /// A label that names a person or a part, without a number.
  var isSpeaker: Bool { number == nil }

  /// The label as it is compared: without case and full stops.
  var key: String { Opening.key(label) }

  static func key(_ label: String) -> String { label.lowercased().filter { $0 != "." } }

  /// Reads the opening at the start of a line.
  init?(_ text: Scalars) {
    if let opening = Opening.numbered(text, label: "", from: 0) ?? Opening.labelled(text) {
      self = opening
    } else {
      return nil
    }
  }

  private init(label: String, number: Int?, isWeak: Bool, length: Int) {
    self.label = label
    self.number = number
    self.isWeak = isWeak
    self.length = length
  }

  /// A number and what ends it: "1.", "1:", "1)", "(1)", "1.)", or after a label also a dash or the line's end.
  private static func numbered(_ text: Scalars, label: String, from start: Int) -> Opening? {
    let inBrackets = start < text.count && text[start] == "("
    guard let (number, afterNumber) = text.number(at: inBrackets ? start + 1 : start) else { return nil }
    var end = afterNumber
    var delimiters = 0
    while end < text.count, delimiters < 2, text[end] == "." || text[end] == ":" || text[end] == ")" {
      end += 1
      delimiters += 1
    }
    if inBrackets, delimiters == 0 || text[afterNumber] != ")" { return nil }
    let next = text.skippingBlanks(from: end)
    if delimiters > 0 {
      // "4:30" and "1.5" are values; "1.Why" is a question in a hurry.
      if end < text.count, next == end, !text[end].isLetter, !text[end].opensQuote { return nil }
      return Opening(label: label, number: number, isWeak: false, length: next)
    }
    if next == text.count {
      return Opening(label: label, number: number, isWeak: label.isEmpty, length: next)
    }
    if !label.isEmpty, text[next] == "–" || text[next] == "—" || text[next] == "-" {
      return Opening(label: label, number: number, isWeak: false, length: text.skippingBlanks(from: next + 1))
    }
    guard next > end, text[next].isUpper || text[next].opensQuote else { return nil }
    return Opening(label: label, number: number, isWeak: !asksGenerically(label), length: next)
  }

  /// One to four words that begin with a capital, and a colon or a number.
  private static func labelled(_ text: Scalars) -> Opening? {
    guard let first = text.first, first.isUpper || (first.isLetter && !first.isLower) else { return nil }
    var end = 0
    var words = 1
    while end < text.count, end <= 40 {
      let scalar = text[end]
      if scalar == ":" || scalar == "：" {
        let next = text.skippingBlanks(from: end + 1)
        if next == end + 1, next < text.count, !text[next].isLetter, !text[next].opensQuote { return nil }
        if text[next...].starts(with: "//".unicodeScalars) { return nil }
        return Opening(label: text[..<end].string, number: nil, isWeak: false, length: next)
      }
      if scalar == ".", let opening = abbreviated(text, end: end) { return opening }
      if scalar.isDigit {
        let label = text[..<end].filter { !$0.isBlank }
        return words <= 2 && label.count <= 12 && label.allSatisfy(\.isLetter)
          ? numbered(text, label: label.string, from: end) : nil
      }
      if scalar.isBlank {
        words += 1
        let next = text.skippingBlanks(from: end)
        if words > 4 || !beginsNameWord(text, at: next) { return nil }
        end = next
      } else if scalar.isLetter || scalar == "." || scalar == "-" || scalar == "’" || scalar == "'" {
        end += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// "Q. " and "A. ": with a full stop, only the labels that everybody knows.
  private static func abbreviated(_ text: Scalars, end: Int) -> Opening? {
    let label = text[..<end].string
    guard end == 1, end + 1 < text.count, text[end + 1].isBlank, label == "Q" || label == "A" else {
      return nil
    }
    return Opening(label: label, number: nil, isWeak: false, length: text.skippingBlanks(from: end + 1))
  }

  /// A name's later words: capitals, numbers, or short particles ("van", "de la").
  private static func beginsNameWord(_ text: Scalars, at start: Int) -> Bool {
    guard start < text.count else { return false }
    if text[start].isUpper || text[start].isDigit { return true }
    if !text[start].isLetter { return text[start] == ":" }
    var end = start
    while end < text.count, text[end].isLetter { end += 1 }
    return !text[start].isLower || end - start <= 3
  }
}

/// Labels that say "question" and name nobody: English, Russian, Kazakh, Uzbek, German, French, Spanish.
func asksGenerically(_ label: String) -> Bool {
  switch Opening.key(label) {
  case "q", "question", "вопрос", "в", "сұрақ", "savol", "frage", "pregunta": true
  default: false
  }
}

/// Labels that say "answer" and name nobody, in the same languages.
func answersGenerically(_ label: String) -> Bool {
  switch Opening.key(label) {
  case "a", "answer", "ответ", "о", "жауап", "javob", "antwort", "réponse", "respuesta": true
  default: false
  }
}
