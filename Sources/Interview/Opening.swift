/// How a line opens where it begins a turn of the interview, or may: "1. ", "2: ", "Question 3", "Q4)", "Q: ",
/// "EB: ", "Dr Smith (via interpreter): ", "Mr. Smith. ", "Q   ".
struct Opening: Equatable {
  /// What ends the label.
  enum Form {
    /// A number, with or without a label before it.
    case number
    case colon
    /// "Mr. Smith. Thank you": a title, a name and a full stop.
    case stop
    /// "Q  Why", "Interviewer<tab>Why".
    case space
    /// The label has a line for itself, without a colon.
    case alone
    /// "— Why": a turn by nobody in particular.
    case dash
    /// "Reed – Why".
    case dashed
  }

  /// As the transcript writes it, without its number and its colon; empty where there is only a number.
  var label: String
  var number: Int?
  /// Only a space follows the number, so it may as well be a sentence's first word or a footnote's number.
  var isWeak: Bool
  /// How many scalars it takes, with the white space after it.
  var length: Int
  var form: Form
  /// It may as well be words of a sentence, so it must come again to be a label.
  var isLoose = false
  /// Its number stands in a list, or right behind one.
  var isEntry = false
  /// What its turns are; `nil` until it is known, and for numbers.
  var role: LabelRole?

  init(
    label: String, number: Int? = nil, isWeak: Bool = false, length: Int, form: Form, role: LabelRole? = nil
  ) {
    self.label = label
    self.number = number
    self.isWeak = isWeak
    self.length = length
    self.form = form
    self.role = role
  }

  /// A label that names a person or a part, without a number.
  var isSpeaker: Bool { number == nil }

  /// The label as it is compared.
  var key: String { Opening.key(label) }

  /// Without case, full stops, what stands in brackets ("via interpreter") and what follows a comma.
  static func key(_ label: String) -> String {
    var key = ""
    var depth = 0
    for character in label.lowercased() {
      switch character {
      case "(", "[", "（": depth += 1
      case ")", "]", "）": depth -= 1
      case ",": if depth == 0 { return trimmed(key) }
      case ".", "*": break
      default: if depth <= 0 { key.append(character) }
      }
    }
    return trimmed(key)
  }

  private static func trimmed(_ key: String) -> String {
    key.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Reads what may be an opening at the start of a line.
  init?(_ text: Scalars) {
    if let opening = Opening.numbered(text, label: "", from: 0) ?? Opening.labelled(text)
      ?? Opening.loose(text) ?? Opening.afterDash(text) ?? Opening.quoted(text)
    {
      self = opening
    } else {
      return nil
    }
  }

  /// Reads a label that is known beforehand, whatever signs stand around it: "<Reporter> Why", "Mr Rudd - Because",
  /// "REPORTER Why".
  init?(_ text: Scalars, told labels: [String]) {
    let start = text.firstIndex { !"[<({*_>#«“\"-–— \t".unicodeScalars.contains($0) } ?? 0
    let written = text[start...].prefix(Opening.mostOfficeScalars).string.lowercased()
    let known = labels.filter { label in
      written.hasPrefix(label.lowercased())
        && !(text.element(start + label.unicodeScalars.count)?.isLetter ?? false)
    }
    guard let label = known.max(by: { $0.count < $1.count }), !label.isEmpty else { return nil }
    var end = start + label.unicodeScalars.count
    // "Ann Ash, chair:", "Ann Ash (by telephone):"
    if let opening = Opening(Array(text[start...])), opening.form == .colon, opening.key == Opening.key(label)
    {
      end = start + opening.length
    } else {
      while end < text.count, "]>)}*_:.-–—|/»”\" \t".unicodeScalars.contains(text[end]) || text[end].isBlank {
        end += 1
      }
    }
    self.init(
      label: text[start..<(start + label.unicodeScalars.count)].string, length: end,
      form: end == text.count ? .alone : .colon)
  }

  // MARK: Numbers

  /// A number and what ends it: "1.", "1:", "1)", "(1)", "1.)", or after a label also a dash or the line's end.
  private static func numbered(_ text: Scalars, label: String, from start: Int) -> Opening? {
    let inBrackets = start < text.count && text[start] == "("
    guard let (number, afterNumber) = text.number(at: inBrackets ? start + 1 : start, digits: 5) else {
      return nil
    }
    var end = afterNumber
    var delimiters = 0
    while end < text.count, delimiters < 2, isNumberEnd(text[end]) {
      end += 1
      delimiters += 1
    }
    if inBrackets, delimiters == 0 || text[afterNumber] != ")" { return nil }
    let next = text.skippingBlanks(from: end)
    if delimiters > 0 {
      // "4:30" and "1.5" are values; "1.Why" is a question in a hurry.
      if end < text.count, next == end, !text[end].isLetter, !text[end].opensQuote { return nil }
      return Opening(label: label, number: number, length: next, form: .number)
    }
    if next == text.count {
      return Opening(label: label, number: number, isWeak: label.isEmpty, length: next, form: .number)
    }
    if !label.isEmpty, text[next].isDash {
      return Opening(
        label: label, number: number, length: text.skippingBlanks(from: next + 1), form: .number)
    }
    guard next > end, text[next].beginsSentence || text[next].opensQuote else { return nil }
    return Opening(
      label: label, number: number, isWeak: label.isEmpty || LabelWords.role(ofWhole: key(label)) != .asks,
      length: next, form: .number)
  }

  private static func isNumberEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ":", ")", "、", "．", "：", "）": true
    default: false
    }
  }

  // MARK: Labels

  /// How many words and scalars a label has at most, brackets aside.
  private static let mostWords = 5
  private static let mostScalars = 60
  /// And with the office behind a name: "Ann Ash, President and Chief Executive, Gas Association".
  private static let mostOfficeWords = 14
  private static let mostOfficeScalars = 120

  /// A few words that begin with a capital, and a colon, a tab or a number.
  private static func labelled(_ text: Scalars) -> Opening? {
    if let first = text.first, first == "[" { return bracketed(text) }
    guard let first = text.first, first.beginsSentence || isLowerOffice(text) else { return nil }
    var end = 0
    var words = 1
    var afterComma = false
    while end < text.count, end <= (afterComma ? mostOfficeScalars : mostScalars) {
      let scalar = text[end]
      if scalar == ":" || scalar == "：" { return colon(text, at: end, from: end) }
      if scalar == "\t" || (scalar.isBlank && isWideGap(text, at: end)) {
        if let opening = spaced(text, at: end) { return opening }
      }
      if scalar == ".", let opening = abbreviated(text, end: end) ?? titled(text, end: end) { return opening }
      if scalar == "(" || scalar == "[" || scalar == "（" { return suffixed(text, from: end) }
      if scalar.isDigit, let opening = withNumber(text, at: end) { return opening }
      if scalar.isBlank || scalar == "," {
        if scalar == "," { afterComma = true }
        let next = text.skippingBlanks(from: scalar == "," ? end + 1 : end)
        words += 1
        guard continuesName(text, at: next, before: end, afterComma: afterComma) else { return nil }
        if words > mostWords, !afterComma || words > mostOfficeWords || !continuesOffice(text, at: next) {
          return nil
        }
        end = next
      } else if scalar.isLetter || scalar.isDigit || isNameSign(scalar) || (afterComma && isQuote(scalar)) {
        end += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// "— Interviewer: Why", "- 1. Why": a dash and a label or a number.
  private static func afterDash(_ text: Scalars) -> Opening? {
    guard text.first?.isDash ?? false else { return nil }
    let start = text.skippingBlanks(from: 1)
    guard start > 1 else { return nil }
    let rest = Scalars(text[start...])
    guard var opening = numbered(rest, label: "", from: 0) ?? labelled(rest),
      opening.form == .colon || opening.number != nil && !opening.isWeak
    else { return nil }
    opening.length += start
    return opening
  }

  /// "«Голос»: — Почему": a paper's name in quotes asks.
  private static func quoted(_ text: Scalars) -> Opening? {
    guard let first = text.first, "«“„\"".unicodeScalars.contains(first),
      let close = text.prefix(mostScalars).dropFirst().firstIndex(where: {
        "»”“\"".unicodeScalars.contains($0)
      }),
      close > 1, text.element(close + 1) == ":", text[1].beginsSentence,
      var opening = colon(text, at: close + 1, from: close + 1)
    else { return nil }
    if opening.length < text.count, text[opening.length].isDash {
      opening.length = text.skippingBlanks(from: opening.length + 1)
    }
    opening.isLoose = true
    return opening
  }

  /// "Le Courrier du détroit : Quand", "orlo: in spring", "Reed – Why": what only its coming again makes a label.
  private static func loose(_ text: Scalars) -> Opening? {
    guard let first = text.first, first.isLetter else { return nil }
    var words = 1
    for (index, scalar) in text.prefix(mostScalars).enumerated() {
      if scalar == ":" || scalar == "：" || (scalar.isDash && text[index - 1].isBlank) {
        if words > (first.isLower ? 2 : mostWords) { return nil }
        guard var opening = colon(text, at: index, from: index) else { return nil }
        if scalar.isDash {
          let follows =
            text.element(opening.length).map { $0.beginsSentence || $0.opensQuote || $0.isDigit } ?? false
          guard opening.length > index + 1, follows, !first.isLower else { return nil }
          opening.form = .dashed
        }
        opening.isLoose = true
        return opening
      }
      if scalar.isBlank {
        if !(text.element(index + 1)?.isBlank ?? true),
          text.element(index + 1).map({ $0 != ":" && !$0.isDash }) ?? false
        {
          words += 1
        }
      } else if !(scalar.isLetter || scalar.isDigit || isNameSign(scalar)) {
        return nil
      }
    }
    return nil
  }

  /// "interviewer: so tell me": in small letters only what everybody knows.
  private static func isLowerOffice(_ text: Scalars) -> Bool {
    guard text.first?.isLower ?? false, let colon = text.prefix(20).firstIndex(of: ":") else { return false }
    let key = key(text[..<colon].string)
    return LabelWords.role(ofWhole: key) != nil && (key.count > 1 || text.element(colon + 1) == " ")
  }

  private static func isNameSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "-", "‐", "_", "’", "'", "ʻ", "‘", "&", "/": true
    default: false
    }
  }

  /// "Anna Reed, «Harbour Times»".
  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    "«»“”„\"".unicodeScalars.contains(scalar)
  }

  private static func isWideGap(_ text: Scalars, at index: Int) -> Bool {
    text.skippingBlanks(from: index) - index >= 2
  }

  /// The label ends at a position, and a colon follows at another.
  private static func colon(_ text: Scalars, at colon: Int, from end: Int) -> Opening? {
    let next = text.skippingBlanks(from: colon + 1)
    if next == colon + 1, next < text.count, !text[next].isLetter, !text[next].opensQuote { return nil }
    if text[next...].starts(with: "//".unicodeScalars) { return nil }
    var label = text[..<end]
    while label.last?.isBlank ?? false { label.removeLast() }
    return Opening(label: label.string, length: next, form: .colon)
  }

  /// "[Interviewer]: Why", "[Interviewer] Why".
  private static func bracketed(_ text: Scalars) -> Opening? {
    guard let close = text.prefix(mostScalars).firstIndex(of: "]"), close > 1 else { return nil }
    let inner = Scalars(text[1..<close])
    let isMachine = LabelWords.isMachineName(key(inner.string))
    guard let first = inner.first, first.beginsSentence || isMachine,
      LabelWords.role(ofWhole: key(inner.string)) != nil || isMachine || text.element(close + 1) == ":"
    else { return nil }
    let end = text.element(close + 1) == ":" ? close + 2 : close + 1
    return Opening(label: inner.string, length: text.skippingBlanks(from: end), form: .colon)
  }

  /// "Dr Smith (via interpreter): ", "QUESTION (Amber Radio): ".
  private static func suffixed(_ text: Scalars, from open: Int) -> Opening? {
    guard let close = closingBracket(text, from: open) else { return nil }
    let next = text.skippingBlanks(from: close + 1)
    guard next < text.count, text[next] == ":" || text[next] == "：" else { return nil }
    return colon(text, at: next, from: close + 1)
  }

  /// "The Chair (Mr. Ash (Northern Coast, Lib.)): ": the bracket that closes the first.
  private static func closingBracket(_ text: Scalars, from open: Int) -> Int? {
    let pair: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "（": "）", "(": ")"]
    guard let closing = pair[text[open]] else { return nil }
    var depth = 0
    for index in text.indices[open...].prefix(mostOfficeScalars) {
      if text[index] == text[open] { depth += 1 }
      if text[index] == closing { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// "Q  Why", "Quay<tab>Because".
  private static func spaced(_ text: Scalars, at end: Int) -> Opening? {
    let next = text.skippingBlanks(from: end)
    guard next < text.count, text[next].beginsSentence || text[next].opensQuote else { return nil }
    return Opening(label: text[..<end].string, length: next, form: .space)
  }

  /// "Question 3" is a question's number, "Speaker 3" a name.
  private static func withNumber(_ text: Scalars, at start: Int) -> Opening? {
    let label = text[..<start].filter { !$0.isBlank }
    guard label.count <= 12, label.allSatisfy(\.isLetter) || label == ["№"] else { return nil }
    guard let role = LabelWords.role(ofWhole: key(label.string)), role == .asks || role == .answers,
      LabelWords.role(ofWord: key(label.string)) == nil
    else { return nil }
    return numbered(text, label: label.string, from: start)
  }

  /// "Q. " and "A. ": with a full stop, only the labels that everybody knows.
  private static func abbreviated(_ text: Scalars, end: Int) -> Opening? {
    let label = text[..<end].string
    guard end == 1, end + 1 < text.count, text[end + 1].isBlank, label == "Q" || label == "A" else {
      return nil
    }
    return Opening(label: label, length: text.skippingBlanks(from: end + 1), form: .colon)
  }

  /// "Mr. Smith. Thank you", "The Chairman. Thank you".
  private static func titled(_ text: Scalars, end: Int) -> Opening? {
    let label = text[..<end].string
    let words = key(label).split(separator: " ").map(String.init)
    let next = text.skippingBlanks(from: end + 1)
    guard words.count > 1, words.count <= 4, let first = words.first, LabelWords.isTitle(first),
      let last = words.last, last.count > 1, !LabelWords.isTitle(last) || first == "the", next > end + 1,
      next < text.count,
      text[next].beginsSentence || text[next].opensQuote
    else { return nil }
    return Opening(label: label, length: next, form: .stop)
  }

  /// An office's later words: capitals, and small words between them.
  private static func continuesOffice(_ text: Scalars, at start: Int) -> Bool {
    guard start < text.count, !text[start].isUpper else { return start < text.count }
    let word = text[start...].prefix(while: \.isLetter).string
    return LabelWords.isParticle(word) || officeParticles.contains(word)
  }

  private static let officeParticles: Set = [
    "for", "in", "on", "at", "и", "в", "во", "по", "на", "при", "із", "у", "та", "мен", "және", "va", "im",
    "für", "sur", "en",
    "para", "per",
  ]

  /// A name's later words: capitals, numbers, small words ("van", "de la"), or what makes the label an office
  /// ("Second reporter").
  private static func continuesName(_ text: Scalars, at start: Int, before: Int, afterComma: Bool) -> Bool {
    guard start < text.count else { return false }
    let scalar = text[start]
    if scalar.isUpper || scalar.isDigit || scalar == "(" || scalar == "[" || scalar == ":" || scalar == "：" {
      return true
    }
    if afterComma, isQuote(scalar) { return true }
    guard scalar.isLetter else { return false }
    // "Peter Holt, news agency": what somebody works for, after a name of two words.
    if afterComma, text[..<before].string.split(separator: ",").first?.split(separator: " ").count == 2 {
      return true
    }
    var end = start
    while end < text.count, text[end].isLetter { end += 1 }
    let word = text[start..<end].string
    if !scalar.isLower { return true }
    return LabelWords.isParticle(word) || LabelWords.role(ofWord: word) != nil
      || LabelWords.role(ofWord: key(text[..<before].string)) != nil
  }
}

extension Unicode.Scalar {
  var isDash: Bool { self == "–" || self == "—" || self == "-" || self == "―" }
}

extension Array where Element == Unicode.Scalar {
  func element(_ index: Int) -> Unicode.Scalar? { indices.contains(index) ? self[index] : nil }
}
