import Diagnostics

/// The labels of an interview's turns, and what each is.
struct Speakers {
  /// By a label's key the key of the speaker that it means: "dr vela" is "dr maria vela".
  private(set) var speakers: [String: String] = [:]
  private var texts: Set<String> = []
  /// Every label, and what looks like one.
  private(set) var readings: [LabelReading] = []
  /// Keys of labels that the pack speaks of, and that begin no turn.
  private(set) var unknown: [String] = []
  /// By speaker.
  private(set) var roles: [String: LabelRole] = [:]
  /// Labels that were taken for others that they nearly are, and their lines.
  private(set) var misspelt: [(line: Int, label: String, meant: String)] = []

  /// Whoever is taken for the one who asks, though no turn ends in a question mark, or few do.
  private(set) var guessed: String?

  /// Speakers who neither ask nor are asked, and are taken for some that ask.
  private(set) var undecided: [String] = []

  /// The speaker that a label means; `nil` for what is no label.
  func speaker(_ label: String) -> String? { speakers[Opening.key(label)] }

  /// What each label is, by its key.
  var roleOfLabels: [String: LabelRole] { speakers.compactMapValues { roles[$0] } }

  /// The pack says that a label is none.
  func isText(_ label: String) -> Bool { texts.contains(Opening.key(label)) }

  func role(_ label: String) -> LabelRole? { speaker(label).flatMap { roles[$0] } }

  /// Finds who speaks, and sets what each line opens with. `labels` has what the pack says of them.
  init(_ lines: inout [SourceLine], told labels: [String: LabelRole]) {
    let candidates = LabelCandidates(lines, told: labels.filter { $0.value != .text }.keys.sorted())
    let tallies = candidates.tally(lines)
    let said = Dictionary(labels.map { (Opening.key($0), $1) }, uniquingKeysWith: { first, _ in first })
    let told = said.merging(declaredRoles(lines, candidates, tallies)) { said, _ in said }
    var accepted = acceptedLabels(tallies, preface: candidates.prefaceNames(lines), told: told)
    accepted.formUnion(candidates.interposed(among: accepted, lines).filter { told[$0] == nil })
    for key in accepted { speakers[key] = key }
    let written = Set(tallies.map(\.key))
    unknown = told.keys.filter { !written.contains($0) }.sorted()
    texts = Set(told.filter { $0.value == .text }.keys)
    joinNames(tallies, told: told)
    for index in lines.indices { lines[index].opening = opening(of: index, lines, candidates) }
    closeListedNames(&lines, tallies)
    if speakers.isEmpty { openWithDashes(&lines) }
    findRoles(lines, told: told)
    for index in lines.indices {
      guard let opening = lines[index].opening, opening.isSpeaker, opening.form != .dash else { continue }
      lines[index].opening?.role = role(opening.label)
    }
    readings = tallies.compactMap { reading($0, tallies, lines) }
  }

  private func reading(_ tally: LabelTally, _ tallies: [LabelTally], _ lines: [SourceLine]) -> LabelReading? {
    guard let speaker = speakers[tally.key] else {
      return tally.forms == [.colon] && !tally.isLoose
        ? LabelReading(
          label: tally.label, role: .text, count: tally.count, line: lines[tally.firstLine].number) : nil
    }
    let full = speaker == tally.key ? nil : tallies.first { $0.key == speaker }?.label
    return LabelReading(
      label: tally.label, means: full, role: roles[speaker] ?? .answers, count: tally.count,
      line: lines[tally.firstLine].number)
  }

  // MARK: Labels

  private func opening(of line: Int, _ lines: [SourceLine], _ candidates: LabelCandidates) -> Opening? {
    if let candidate = candidates[line] {
      return candidate.number != nil || speakers[candidate.key] != nil ? candidate : nil
    }
    // A label stands where a turn begins; that of a known speaker may cut a sentence short.
    if let opening = candidates.written[line], opening.form == .colon, opening.isSpeaker,
      speakers[opening.key] != nil
    {
      return opening
    }
    return missingColon(lines[line], before: line > 0 ? lines[line - 1] : nil)
  }

  /// Names that stand alone on their lines before the first turn, and have colons later, list who takes part.
  private func closeListedNames(_ lines: inout [SourceLine], _ tallies: [LabelTally]) {
    let listed = Set(tallies.filter { $0.forms == [.alone, .colon] }.map(\.key))
    let first = lines.firstIndex { $0.opening.map { $0.form != .alone && !$0.isWeak } ?? false }
    for index in lines[..<(first ?? 0)].indices {
      if let opening = lines[index].opening, opening.form == .alone, listed.contains(opening.key) {
        lines[index].opening = nil
      }
    }
  }

  /// "Interviewer Why?": an office that asks elsewhere, without its colon.
  private func missingColon(_ line: SourceLine, before: SourceLine?) -> Opening? {
    guard before?.isBlank ?? true else { return nil }
    let end = line.text.firstWordLength
    let label = line.text[..<end].string
    let next = line.text.skippingBlanks(from: end)
    guard LabelWords.role(ofWord: Opening.key(label)) == .asks, speaker(label) != nil, next < line.text.count,
      line.text[next].beginsSentence
    else { return nil }
    return Opening(label: label, length: next, form: .space)
  }

  /// Lets shorter forms of a name, and misspelt ones, mean the same speaker.
  private mutating func joinNames(_ tallies: [LabelTally], told: [String: LabelRole]) {
    let byCount = tallies.filter { speakers[$0.key] != nil }.sorted { $0.count > $1.count }
    for tally in tallies where told[tally.key] == nil {
      let full = byCount.filter { $0.key != tally.key && isShortForm(tally.key, of: $0.key) }
      if full.count == 1, let name = full.first?.key {
        speakers[tally.key] = speakers[name] ?? name
        continue
      }
      guard tally.count == 1, let near = byCount.first(where: { isMisspelt(tally, $0) }) else { continue }
      speakers[tally.key] = speakers[near.key] ?? near.key
      misspelt.append((tally.firstLine, tally.label, near.label))
    }
    // Two forms may each be short for the third.
    for key in speakers.keys.sorted() { speakers[key] = root(of: key) }
  }

  private func root(of key: String) -> String {
    var (name, steps) = (key, 0)
    while let next = speakers[name], next != name, steps < speakers.count {
      (name, steps) = (next, steps + 1)
    }
    return name
  }

  /// "vela" of "dr maria vela", "dr vela" of "maria vela".
  private func isShortForm(_ key: String, of name: String) -> Bool {
    if isAbbreviation(key, of: name) { return true }
    let words = nameWords(key)
    let others = nameWords(name)
    guard let last = words.last, last == others.last, last.count > 1, !last.allSatisfy(\.isNumber),
      LabelWords.role(ofWhole: last) == nil
    else { return false }
    if words == others { return key.count < name.count || (key.count == name.count && key < name) }
    return words.count < others.count && words.allSatisfy(others.contains)
  }

  /// "lo" of "lena orlo", "корр" of "корреспондент", "p" of "pregunta".
  private func isAbbreviation(_ key: String, of name: String) -> Bool {
    let words = nameWords(name)
    if key.count > 1, words.count == key.count, zip(words, key).allSatisfy({ $0.first == $1 }) { return true }
    // "speaker_1" is none of "speaker_10".
    guard words.count == 1, key.count < name.count, name.hasPrefix(key), !(key.last?.isNumber ?? false) else {
      return false
    }
    return key.count >= 3 || (key.count == 1 && LabelWords.role(ofWhole: name) != nil)
  }

  private func nameWords(_ key: String) -> [String] {
    let words = key.split(separator: " ").map(String.init)
    let names = Array(words.drop(while: LabelWords.isTitle))
    return names.isEmpty ? words : names
  }

  private func isMisspelt(_ rare: LabelTally, _ known: LabelTally) -> Bool {
    guard rare.key != known.key, rare.key.first == known.key.first, min(rare.key.count, known.key.count) >= 5,
      rare.key.filter(\.isNumber) == known.key.filter(\.isNumber), LabelWords.role(ofWhole: rare.key) == nil
    else { return false }
    return alignmentDistance(Array(rare.key), Array(known.key)) <= (known.key.count >= 8 ? 2 : 1)
  }

  // MARK: Dashes

  /// "— Why? / — Because.": every turn begins with a dash, and nobody is named.
  private mutating func openWithDashes(_ lines: inout [SourceLine]) {
    let written = lines.count { !$0.isBlank }
    // Captions have small letters alone.
    let isCaption = lines.count { $0.text.first?.isDash ?? false } * 2 > written
    let turns = lines.indices.filter { dashLength(lines[$0].text, small: isCaption) != nil }
    let asking = turns.map { turn in lines[turn].text.asksQuestion }
    guard lines.allSatisfy({ $0.opening?.isWeak ?? true }) else { return }
    if turns.count >= 2, asksAlone(turns, lines) {
      for turn in turns {
        lines[turn].opening = Opening(
          label: "", length: dashLength(lines[turn].text) ?? 0, form: .dash, role: .asks)
      }
      return
    }
    guard turns.count >= 4 else { return }
    // Questions and answers alternate: few of what should answer ask.
    let even = stride(from: 0, to: turns.count, by: 2).count { asking[$0] }
    let odd = stride(from: 1, to: turns.count, by: 2).count { asking[$0] }
    let pairs = turns.count / 2
    let alternates = even * 2 > pairs && odd * 4 <= pairs
    // Where one dash is missing, the question marks tell.
    let answered = zip(asking, asking.dropFirst()).count { $0 && !$1 }
    let asked = asking.count { $0 }
    guard alternates || (asked >= 2 && answered * 2 >= asked && asked * 3 >= turns.count) else { return }
    for (position, turn) in turns.enumerated() {
      let asks = alternates ? position.isMultiple(of: 2) : asking[position]
      lines[turn].opening = Opening(
        label: "", length: dashLength(lines[turn].text, small: isCaption) ?? 0, form: .dash,
        role: asks ? .asks : .answers)
    }
  }

  /// Only questions begin with a dash: nearly all that do ask, and something without one follows each.
  private func asksAlone(_ turns: [Int], _ lines: [SourceLine]) -> Bool {
    guard turns.count(where: { lines[$0].text.asksQuestion }) * 4 >= turns.count * 3 else { return false }
    return zip(turns, turns.dropFirst() + [lines.count]).allSatisfy { turn, next in
      let rest = lines[(turn + 1)..<next].drop { !$0.isBlank }
      return rest.contains { !$0.isBlank }
    }
  }

  private func dashLength(_ text: Scalars, small: Bool = false) -> Int? {
    guard let first = text.first, first.isDash else { return nil }
    let next = text.skippingBlanks(from: 1)
    guard next > 1, next < text.count else { return nil }
    return text[next].beginsSentence || text[next].opensQuote || small && text[next].isLetter ? next : nil
  }

  // MARK: Roles

  private mutating func findRoles(_ lines: [SourceLine], told: [String: LabelRole]) {
    let turns = SpokenTurns(lines, speakers: speakers)
    for speaker in turns.order {
      // A coordinator or a chair who is asked, and answers.
      let office = officeRole(speaker).map { $0 == .chairs && turns.onlyReplies(speaker) ? .answers : $0 }
      roles[speaker] = told[speaker] ?? office
    }
    for (key, role) in told.sorted(by: { $0.key < $1.key }) where role != .text {
      if let speaker = speakers[key] { roles[speaker] = role }
    }
    let found = turns.roles(known: roles)
    roles.merge(found.roles) { known, _ in known }
    undecided = found.guessed
    // What the pack or an office says is no guess.
    let isTold = turns.order.contains { told[$0] != nil || officeRole($0) != nil }
    if !isTold, !turns.hasNumbers { guessed = turns.doubtfulAsker(roles) }
    if !roles.values.contains(where: { $0 == .asks || $0 == .chairs }), !turns.hasNumbers {
      if let asker = turns.quieterOfTwo() ?? (turns.order.count == 2 ? turns.order.first : nil) {
        roles[asker] = .asks
        guessed = asker
      }
    }
  }
}
