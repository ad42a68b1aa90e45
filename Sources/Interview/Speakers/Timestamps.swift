/// Times that a recorder put into the text: "[00:01:23]", "(01:23)", "1:23" before a turn or on a line of their own.
/// They are no words of anybody. A time of day within a sentence stays.
func removeTimestamps(_ lines: inout [SourceLine]) {
  removeBracketed(&lines)
  removeBare(&lines)
  removeTrailing(&lines)
}

/// A time and where it stands in a line.
private struct Timestamp {
  /// In seconds.
  var time: Int
  var range: Range<Int>
  /// Hours, minutes and seconds are all there, or its brackets are square.
  var isSure: Bool
}

private func removeBracketed(_ lines: inout [SourceLine]) {
  let found = lines.map { bracketedTimes(in: $0.text) }
  let all = found.joined()
  // "(10:30)" and "(12:15)" may be an agenda's.
  guard all.contains(where: \.isSure) || all.count >= 2 else { return }
  for index in lines.indices {
    for stamp in found[index].reversed() {
      let after = lines[index].text.element(stamp.range.upperBound)
      let standsApart = stamp.range.lowerBound == 0 || after == nil || after == ":"
      guard stamp.isSure || standsApart else { continue }
      remove(stamp.range, from: &lines[index])
      lines[index].isTimed = true
    }
  }
}

private func bracketedTimes(in text: Scalars) -> [Timestamp] {
  var found: [Timestamp] = []
  var index = 0
  while index < text.count {
    defer { index += 1 }
    guard let close = closing[text[index]], let (time, parts, end) = clockTime(in: text, at: index + 1),
      text.element(end) == close
    else { continue }
    found.append(Timestamp(time: time, range: index..<(end + 1), isSure: parts == 3 || close == "]"))
    index = end
  }
  return found
}

private let closing: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "(": ")", "<": ">", "{": "}"]

/// Takes a range out, and with it one of the blanks beside it.
private func remove(_ range: Range<Int>, from line: inout SourceLine) {
  if range.lowerBound == 0 {
    line.dropFirst(range.upperBound)
    return
  }
  var start = range.lowerBound
  while start > 0, line.text[start - 1].isBlank { start -= 1 }
  line.text.removeSubrange(start..<range.upperBound)
}

/// "00:01:23 Why", "1:23" alone: where at least two stand so, in order, and most of them before a label or alone.
private func removeBare(_ lines: inout [SourceLine]) {
  var stamps: [(line: Int, time: Int, length: Int, isSure: Bool)] = []
  for index in lines.indices {
    let text = lines[index].text
    // "00:15Well": copied from a player.
    guard let (time, parts, end) = clockTime(in: text, at: 0),
      end == text.count || text[end].isBlank || text[end].isDash || text[end].beginsSentence
    else { continue }
    var start = text.skippingBlanks(from: end)
    if start < text.count, text[start].isDash { start = text.skippingBlanks(from: start + 1) }
    let rest = Array(text[start...])
    let isGlued = end < text.count && text[end].beginsSentence
    stamps.append(
      (index, time, start, parts == 3 || rest.isEmpty || isGlued || Opening(rest)?.isSpeaker ?? false))
  }
  // A player's times stand before nearly every line.
  let isOnAll = stamps.count > 3 && stamps.count * 4 > lines.count(where: { !$0.isBlank }) * 3
  guard stamps.count >= 2, isOnAll || stamps.count(where: \.isSure) * 2 > stamps.count,
    zip(stamps, stamps.dropFirst()).allSatisfy({ $0.time <= $1.time })
  else { return }
  for stamp in stamps {
    lines[stamp.line].dropFirst(stamp.length)
    lines[stamp.line].isTimed = true
  }
}

/// "Speaker 1  00:12": a name and a time on one line, at least twice and in order.
private func removeTrailing(_ lines: inout [SourceLine]) {
  var stamps: [(line: Int, time: Int, start: Int)] = []
  for index in lines.indices {
    let text = lines[index].text
    guard text.count <= 60, let blank = text.lastIndex(where: \.isBlank),
      let (time, _, end) = clockTime(in: text, at: blank + 1), end == text.count
    else { continue }
    var name = text[..<blank]
    while name.last?.isBlank ?? false { name.removeLast() }
    if isName(name) { stamps.append((index, time, name.count)) }
  }
  guard stamps.count >= 2, zip(stamps, stamps.dropFirst()).allSatisfy({ $0.time <= $1.time }) else { return }
  for stamp in stamps {
    lines[stamp.line].text.removeSubrange(stamp.start...)
    lines[stamp.line].isTimed = true
  }
}

/// Up to four words that begin with capitals or are numbers.
private func isName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
  let words = text.split(whereSeparator: \.isBlank)
  return (1...4).contains(words.count)
    && words.allSatisfy { word in
      word.first.map { $0.beginsSentence || $0.isDigit } ?? false
        && word.allSatisfy { $0.isLetter || $0.isDigit || $0 == "." || $0 == "-" || $0 == "’" }
    }
}

/// "1:23", "01:23", "00:01:23", "00:01:23.5": its seconds, how many parts it has, and where it ends.
private func clockTime(in text: Scalars, at start: Int) -> (time: Int, parts: Int, end: Int)? {
  var time = 0
  var parts = 0
  var index = start
  while parts < 3 {
    guard let (part, end) = twoDigits(in: text, at: index), parts == 0 || end - index == 2,
      parts == 0 || part < 60
    else { return nil }
    time = time * 60 + part
    parts += 1
    index = end
    guard text.element(index) == ":" else { break }
    index += 1
  }
  if parts < 2 || text.element(index)?.isDigit ?? false { return nil }
  if let sign = text.element(index), sign == "." || sign == ",", text.element(index + 1)?.isDigit ?? false {
    index += 1
    while text.element(index)?.isDigit ?? false { index += 1 }
  }
  return (time, parts, index)
}

private func twoDigits(in text: Scalars, at start: Int) -> (value: Int, end: Int)? {
  var value = 0
  var end = start
  while end < text.count, end - start < 2, let digit = text[end].digitValue {
    value = value * 10 + digit
    end += 1
  }
  return end > start ? (value, end) : nil
}
