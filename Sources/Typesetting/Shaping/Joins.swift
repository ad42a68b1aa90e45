/// What a typographer keeps together though the Unicode standard would let a line end between: a number and its
/// unit, the groups of its digits, a title and its name, initials, a dash and what stands before it.
///
/// Takes plain breaks away (to `.joined`, used only where a line would be overfull otherwise).
func joinWhatBelongsTogether(_ text: CollectedText, _ allowed: inout [Opportunity]) {
  let scalars = text.scalars
  var tokens: [Range<Int>] = []
  var start = 0
  for index in 0...scalars.count where index == scalars.count || isSpace(scalars[index]) {
    if start < index { tokens.append(start..<index) }
    start = index + 1
  }
  for (number, token) in tokens.enumerated() {
    joinInside(scalars[token], text, &allowed)
    guard number + 1 < tokens.count else { break }
    let next = tokens[number + 1]
    guard next.lowerBound == token.upperBound + 1, scalars[token.upperBound] == 0x20 else { continue }
    if belongTogether(scalars[token], scalars[next]) { join(text.offsets[next.lowerBound], &allowed) }
  }
}

/// A raised span, such as the mark of a footnote, stays with what stands before it.
func holdRaised(_ spans: [RichText.Span], to text: CollectedText, _ allowed: inout [Opportunity]) {
  for extent in text.extents where spans[extent.span].style.rise > 0 {
    var place = extent.start
    while place < extent.end, text.bytes[place] == 0x20 { place += 1 }
    guard place > 0, place < extent.end, allowed[place] != .forced else { continue }
    allowed[place] = text.bytes[place - 1] == 0x20 ? .joined : .none
  }
}

private func join(_ place: Int, _ allowed: inout [Opportunity]) {
  if allowed[place] == .plain { allowed[place] = .joined }
}

private func belongTogether(_ before: ArraySlice<UInt32>, _ after: ArraySlice<UInt32>) -> Bool {
  guard let last = before.last, let first = after.first else { return false }
  // A dash or an ellipsis never begins a line; a percent sign has its number before it.
  if first == 0x2013 || first == 0x2014 || first == 0x2026 || first == 0x25 || first == 0x2030 { return true }
  if after.count == 1, first == 0x2D { return true }
  // "Jan–Sep 2018"
  if after.count >= 4, after.prefix(4).allSatisfy(isDigit), before.contains(0x2013),
    before.contains(where: isLetter), before.first.map(isDigit) == false
  {
    return true
  }
  if endsWithFirstDigits(before), beginsWithThreeDigits(after) { return true }
  if beginsNumber(after) {
    // "¶ 5", "≈ 2", "USD 5", "No. 5"
    if before.count == 1, signs.contains(last) { return true }
    if before.count <= 3, before.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) { return before.count > 1 }
    return beforeNumbers.contains(string(before))
  }
  if isNumber(before) { return units.contains(string(unpunctuated(after))) }
  if isInitials(before) { return isUppercase(first) }
  return isUppercase(first) && before.count < 8 && titles.contains(string(openingDropped(before)))
}

/// Inside a word: no break before a dash, none inside a span of numbers or months, none that parts one letter from a
/// hyphen ("e-mail", "9-month").
private func joinInside(_ token: ArraySlice<UInt32>, _ text: CollectedText, _ allowed: inout [Opportunity]) {
  for index in token.indices {
    let scalar = token[index]
    guard scalar == 0x2013 || scalar == 0x2014 || scalar == 0x2D || scalar == 0x2010 || scalar == 0x2009
    else {
      continue
    }
    let after = index + 1
    if index > token.startIndex { join(text.offsets[index], &allowed) }
    guard after < token.endIndex else { continue }
    let touchesDigits = index > token.startIndex && isDigit(token[index - 1]) && isDigit(token[after])
    let isHyphen = scalar == 0x2D || scalar == 0x2010
    let partsOneLetter = isHyphen && (index - token.startIndex < 2 || token.endIndex - after < 2)
    // A thin space is there to hold together.
    let isPeriod = scalar == 0x2013 && isSpanOfMonths(token, at: index)
    if touchesDigits || isPeriod || partsOneLetter || scalar == 0x2009 { join(text.offsets[after], &allowed) }
  }
}

/// "Jan–Sep", "(2017–March"
private func isSpanOfMonths(_ token: ArraySlice<UInt32>, at dash: Int) -> Bool {
  let (before, after) = (token[..<dash], token[dash...].dropFirst())
  guard let last = before.last, months.contains(string(after.prefix(while: isLetter))) else { return false }
  let word = before.suffix(from: before.lastIndex { !isLetter($0) }.map { $0 + 1 } ?? before.startIndex)
  return isDigit(last) || months.contains(string(word))
}

// MARK: - Words that hold to their neighbours

private let titles: Set<String> = [
  "Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Prof", "Prof.", "St", "St.", "Sir", "Gen.", "Col.",
  "Capt.", "Lt.", "Sgt.", "Sen.", "Rep.", "Gov.", "Hon.", "Rev.", "H.E.", "Amb.", "Mme", "Herr", "Frau",
  "г-н", "г-жа", "д-р", "проф.", "акад.", "им.", "г.", "ул.",
]

private let beforeNumbers: Set<String> = [
  "No", "No.", "no.", "Nos.", "nos.", "p.", "pp.", "para.", "paras.", "Art.", "art.", "Fig.", "fig.", "Figs.",
  "Vol.", "vol.", "ch.", "Ch.", "sec.", "Sec.", "c.", "ca.", "стр.", "с.", "ст.", "гл.", "рис.", "табл.",
]

private let units: Set<String> = [
  "bn", "mn", "tn", "m", "k", "million", "billion", "trillion", "thousand", "per", "pp", "bps", "km", "km²",
  "m²",
  "m³", "km/h", "cm", "mm", "ha", "kg", "g", "t", "Mt", "kt", "W", "kW", "MW", "GW", "kWh", "MWh", "GWh",
  "TWh",
  "°C", "°", "K", "h", "min", "s", "USD", "EUR", "GBP", "KZT", "UZS", "RUB", "US$", "$", "€", "£", "tenge",
  "years", "a.m.", "p.m.", "am", "pm", "BC", "AD", "млн", "млрд", "трлн", "тыс.", "г.", "гг.", "км", "м",
  "кг",
  "т", "га", "руб.",
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November",
  "December",
]

private let months: Set<String> = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
  "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
  "декабрь", "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
  "ноября", "декабря",
]

/// ¶ § # № ~ ± + − – = < > ≈ ≤ ≥ × $ € £ ₸ &
private let signs: Set<UInt32> = [
  0xB6, 0xA7, 0x23, 0x2116, 0x7E, 0xB1, 0x2B, 0x2212, 0x2013, 0x3D, 0x3C, 0x3E, 0x2248, 0x2264, 0x2265, 0xD7,
  0x24, 0x20AC, 0xA3, 0x20B8, 0x26,
]

// MARK: - What a word is

private func isSpace(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x0A }
private func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

private func isLetter(_ scalar: UInt32) -> Bool {
  Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
}

func isUppercase(_ scalar: UInt32) -> Bool {
  scalar < 0x80
    ? scalar >= 0x41 && scalar <= 0x5A : Unicode.Scalar(scalar)?.properties.isUppercase ?? false
}

/// "5", "$5"
private func beginsNumber(_ token: ArraySlice<UInt32>) -> Bool {
  let body = token.drop { $0 == 0x24 || $0 == 0x20AC || $0 == 0xA3 || $0 == 0x20B8 }
  return body.first.map(isDigit) ?? false
}

/// "41", "$12", "500": at most three digits at the end, as before a space in "41 000"; "2018" begins no such number.
private func endsWithFirstDigits(_ token: ArraySlice<UInt32>) -> Bool {
  (1...3).contains(token.reversed().prefix(while: isDigit).count)
}

/// "000", "000,": exactly three digits.
private func beginsWithThreeDigits(_ token: ArraySlice<UInt32>) -> Bool {
  token.prefix(while: isDigit).count == 3
}

/// "2", "$2", "(8.6", "1,000", "2017–2019": ends with a digit and holds no letter.
private func isNumber(_ token: ArraySlice<UInt32>) -> Bool {
  guard let last = token.last, isDigit(last) else { return false }
  return token.allSatisfy { $0 >= 0x80 ? $0 < 0xC0 || $0 >= 0x2000 : $0 < 0x41 || ($0 > 0x5A && $0 < 0x61) }
}

/// "N.", "N.A.", "Н."
private func isInitials(_ token: ArraySlice<UInt32>) -> Bool {
  let body = openingDropped(token)
  guard body.count >= 2, body.count % 2 == 0 else { return false }
  return body.enumerated().allSatisfy { index, scalar in
    index % 2 == 0 ? isUppercase(scalar) : scalar == 0x2E
  }
}

/// Without brackets and quotes before it.
private func openingDropped(_ token: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
  token.drop {
    $0 == 0x28 || $0 == 0x5B || $0 == 0x22 || $0 == 0x27 || $0 == 0xAB || (0x2018...0x201F).contains($0)
  }
}

/// Without the marks that end a clause after it.
private func unpunctuated(_ token: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
  var rest = token
  while rest.count > 1, let last = rest.last,
    [0x2C, 0x3B, 0x3A, 0x29, 0x5D, 0x21, 0x3F, 0x22, 0x27, 0xBB, 0x2019, 0x201D].contains(last)
      || (last == 0x2E && !rest.dropLast().contains(0x2E) && !units.contains(string(rest)))
  {
    rest = rest.dropLast()
  }
  return rest
}

private func string(_ token: ArraySlice<UInt32>) -> String {
  var result = String.UnicodeScalarView()
  for scalar in token { if let scalar = Unicode.Scalar(scalar) { result.append(scalar) } }
  return String(result)
}
