/// What a head says of those who speak: "Interviewer: Ann Ash" or "Reporter" over "Ann Ash", where "ANN ASH:" asks later.
/// By key; the head's own word is text.
func declaredRoles(
  _ lines: [SourceLine], _ candidates: LabelCandidates, _ tallies: [LabelTally]
) -> [String: LabelRole] {
  var declared: [String: LabelRole] = [:]
  for tally in tallies where tally.count == 1 {
    guard let role = LabelWords.role(ofWord: tally.key), let opening = candidates[tally.firstLine],
      let name = name(after: opening, tally.firstLine, lines)
    else { continue }
    for other in tallies where other.key != tally.key && other.forms.contains(.colon) {
      guard means(other.key, name) else { continue }
      declared[other.key] = role
      declared[tally.key] = .text
    }
  }
  return declared
}

/// The few words with capitals behind a label, or below it, that end no sentence.
private func name(after opening: Opening, _ line: Int, _ lines: [SourceLine]) -> [String]? {
  var rest = Scalars(lines[line].text.dropFirst(opening.length))
  if rest.isEmpty, line + 1 < lines.count { rest = lines[line + 1].text }
  let words = rest.split(whereSeparator: \.isBlank)
  guard (1...4).contains(words.count), !rest.endsSentence,
    words.allSatisfy({ $0.first?.beginsSentence ?? false || LabelWords.isParticle($0.string) })
  else { return nil }
  return Opening.key(rest.string).split(separator: " ").map(String.init)
}

/// "kerry o'brien", "o'brien" and "mr o'brien" mean Kerry O'Brien.
private func means(_ key: String, _ name: [String]) -> Bool {
  let words = key.split(separator: " ").map(String.init).filter { !LabelWords.isTitle($0) }
  return !words.isEmpty && words.last == name.last && words.allSatisfy(name.contains)
}
