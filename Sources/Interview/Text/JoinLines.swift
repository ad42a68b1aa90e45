/// Lines joined into one text.
struct JoinedText {
  var text: Scalars = []
  /// At which offset of the text each line begins.
  var starts: [(offset: Int, line: Int)] = []

  /// The index of the line that an offset stands in.
  func line(at offset: Int) -> Int? {
    starts.last { $0.offset <= offset }?.line ?? starts.first?.line
  }

  mutating func append(_ line: Scalars, index: Int, hyphens: LineEndHyphens) {
    let glue = Glue(after: text, before: line, hyphens: hyphens)
    if glue == .withoutHyphen { text.removeLast() }
    if glue == .withSpace { text.append(" ") }
    starts.append((text.count, index))
    appendRegular(line)
  }

  /// White space becomes single spaces, apostrophes become ’, soft hyphens vanish.
  private mutating func appendRegular(_ line: Scalars) {
    for (index, scalar) in line.enumerated() {
      if scalar.isBlank {
        if text.last != " " { text.append(" ") }
      } else if scalar == "\u{AD}" {
        // At a line's end it stays until the next line is joined.
        if index + 1 == line.count { text.append(scalar) }
      } else {
        text.append(regularApostrophe(scalar, after: text.last, before: line.dropFirst(index + 1)))
      }
    }
  }

  private func regularApostrophe(
    _ scalar: Unicode.Scalar, after: Unicode.Scalar?, before rest: Scalars.SubSequence
  ) -> Unicode.Scalar {
    guard "'´`′".unicodeScalars.contains(scalar) else { return scalar }
    let next = rest.first
    // Feet and minutes: 5'10", 40′. A number's apostrophe before letters or three figures is none of these.
    if scalar == "'" || scalar == "′", let after, after.isDigit, !(next?.isLetter ?? false),
      rest.prefix(4).prefix(while: \.isDigit).count != 3
    {
      return scalar
    }
    if let after, after != " ", !after.opensQuote, after != "—", after != "–" { return "’" }
    if scalar == "´" || next?.isDigit ?? false { return "’" }
    return next?.isLetter ?? false ? "‘" : scalar
  }
}

/// What stands between two lines of one paragraph.
private enum Glue {
  case nothing, withSpace, withoutHyphen

  init(after text: Scalars, before next: Scalars, hyphens: LineEndHyphens) {
    guard let last = text.last else {
      self = .nothing
      return
    }
    let beforeLast = text.count > 1 ? text[text.count - 2] : " "
    switch last {
    case "\u{AD}":
      self = .withoutHyphen
    case _ where continuesAddress(text, next):
      self = .nothing
    case "-", "\u{2010}":
      if beforeLast.isBlank || isConjunction(next) {
        self = .withSpace
      } else {
        self = hyphens.isReal(after: text, before: next) ? .nothing : .withoutHyphen
      }
    case "–", "—":
      self = beforeLast.isBlank ? .withSpace : .nothing
    default:
      self = .withSpace
    }
  }
}

/// "short- and long-term": the hyphen hangs, and a space follows.
private func isConjunction(_ next: Scalars) -> Bool {
  switch next.prefix(next.firstWordLength).string {
  case "and", "or", "to", "и", "или", "und", "oder", "et", "ou", "y", "o": true
  default: false
  }
}

/// A web address that was cut at the line's end goes on without a space.
private func continuesAddress(_ text: Scalars, _ next: Scalars) -> Bool {
  guard let last = text.last else { return false }
  let start = (text.lastIndex(where: \.isBlank) ?? -1) + 1
  let token = text[start...].string
  guard token.contains("://") || token.hasPrefix("www.") else { return false }
  let word = next.prefix(next.firstWordLength)
  guard let first = word.first, first.isLetter || first.isDigit || isAddressSign(first) else { return false }
  let inner = word.dropLast()
  let hasSign = word.contains(where: isAddressSign)
  let hasInnerStop = inner.contains(".")
  if last == "." { return !first.isUpper && (inner.contains("/") || hasInnerStop) }
  if isAddressSign(last) {
    return hasSign || hasInnerStop || first.isLower || word.contains(where: \.isDigit)
  }
  return isAddressSign(first) || (inner.contains("/") && !first.isUpper)
    || word.contains { "_=&?%".unicodeScalars.contains($0) }
}

private func isAddressSign(_ scalar: Unicode.Scalar) -> Bool {
  "/-_=&?%#~".unicodeScalars.contains(scalar)
}

/// Tells a hyphen that belongs to its word from one that only broke a line. The transcript itself is the
/// witness: a word that it also writes in one ("cooperation") had been broken, a compound that it also writes
/// with its hyphen had not. Without a witness the hyphen stays, unless the witnesses for other words all say
/// that this text was hyphenated.
struct LineEndHyphens {
  private var words: Set<String> = []
  private var isHyphenated = false

  init(_ lines: [SourceLine]) {
    guard lines.contains(where: { $0.text.last == "-" || $0.text.last == "\u{2010}" }) else { return }
    for line in lines {
      for word in line.text.split(whereSeparator: { !($0.isLetter || $0 == "-") }) where word.last != "-" {
        words.insert(word.string.lowercased())
      }
    }
    var broken = 0
    var real = 0
    for (line, next) in zip(lines, lines.dropFirst()) where line.text.last == "-" {
      guard let (head, tail) = LineEndHyphens.halves(line.text, next.text) else { continue }
      if words.contains(head + "-" + tail) {
        real += 1
      } else if words.contains(head + tail) {
        broken += 1
      }
    }
    isHyphenated = broken >= 2 && broken > real
  }

  func isReal(after text: Scalars, before next: Scalars) -> Bool {
    guard let (head, tail) = LineEndHyphens.halves(text, next) else { return true }
    if words.contains(head + "-" + tail) { return true }
    return !(isHyphenated || words.contains(head + tail))
  }

  /// The two halves of the word, if both are lower case (a hyphen before a capital or a digit is always real).
  private static func halves(_ text: Scalars, _ next: Scalars) -> (String, String)? {
    let head = text.dropLast().reversed().prefix(while: \.isLetter)
    let tail = next.prefix(while: \.isLetter)
    guard let last = head.first, last.isLower, let first = tail.first, first.isLower else { return nil }
    return (head.reversed().string.lowercased(), tail.string.lowercased())
  }
}
