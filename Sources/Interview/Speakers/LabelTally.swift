/// What is known of a possible label from all lines that it opens.
struct LabelTally {
  var key: String
  /// As first written.
  var label: String
  var firstLine: Int
  var count = 0
  /// How often it follows a question.
  var replies = 0
  /// How often it asks where nobody asked before.
  var leads = 0
  /// How often a small letter follows: the colon stands in a sentence.
  var small = 0
  /// How often it takes a line for itself that is bold, or bears a recorder's time.
  var marked = 0
  var forms: Set<Opening.Form> = []
  /// It may as well be words of a sentence.
  var isLoose = false
}

/// The lines that may begin a turn of the interview, each with what it may open with.
struct LabelCandidates {
  /// What each line opens with by its own look, wherever it stands.
  let written: [Opening?]
  private var openings: [Int: Opening] = [:]
  private var order: [Int] = []

  subscript(line: Int) -> Opening? { openings[line] }

  /// `told` are labels that the pack speaks of: they begin a line in whatever form.
  init(_ lines: [SourceLine], told: [String] = []) {
    written = lines.map { line in Opening(line.text, told: told) ?? Opening(line.text) }
    let known = Set(told.map(Opening.key))
    var counts: [String: Int] = [:]
    let colons = written.map { $0.flatMap { $0.form == .colon ? $0.key : nil } }
    for key in colons.lazy.compactMap({ $0 }) { counts[key, default: 0] += 1 }
    for index in lines.indices where !lines[index].isBlank {
      if let entry = entry(index, lines) {
        openings[index] = entry
        order.append(index)
        continue
      }
      // Within a paragraph only what comes again and again, or says that it asks.
      let isCommon =
        colons[index].map {
          counts[$0, default: 0] > 2 || officeRole($0) != nil || LabelWords.isMachineName($0)
            || known.contains($0)
        } ?? false
      guard isCommon || LabelCandidates.mayBeginTurn(index, lines),
        let opening = written[index] ?? LabelCandidates.unmarked(lines[index])
      else { continue }
      openings[index] = opening
      order.append(index)
    }
  }

  /// A number where numbers follow each other from line to line, or a colon: of a list, or of the question after one.
  private func entry(_ index: Int, _ lines: [SourceLine]) -> Opening? {
    guard index > 0, var opening = written[index], opening.isStrongNumber else { return nil }
    guard lines[index - 1].text.last == ":" || written[index - 1]?.isStrongNumber ?? false else { return nil }
    opening.isEntry = true
    return opening
  }

  /// A label that no sign ends.
  private static func unmarked(_ line: SourceLine) -> Opening? {
    let text = line.text
    // "Q Will you …": with one space, only where nothing else can be meant.
    // "Q -- is there music?" goes on where another cut in.
    if text.count > 3, text[0] == "Q", text[1].isBlank,
      text[2].beginsSentence || text[2].opensQuote || text[2].isDash && !text[3].isLetter
    {
      return Opening(label: "Q", length: 2, form: .space)
    }
    let words = text.split(whereSeparator: \.isBlank)
    guard (1...4).contains(words.count), text.count <= 40, let last = text.last,
      last.isLetter || last.isDigit,
      words.allSatisfy({ word in
        word.first.map { $0.beginsSentence || $0.isDigit } ?? false || LabelWords.isParticle(word.string)
          || LabelWords.role(ofWord: word.string) != nil
      }), !text.allSatisfy({ $0.isDigit || $0.isBlank }), !line.isHeading
    else { return nil }
    return Opening(label: text.string, length: text.count, form: .alone)
  }

  /// The line follows a gap or a finished sentence, or what a transcriber puts between brackets.
  static func mayBeginTurn(_ index: Int, _ lines: [SourceLine]) -> Bool {
    guard index > 0 else { return true }
    let before = lines[index - 1].text
    guard let last = before.last, !lines[index].opensPage else { return true }
    return before.endsSentence || last == "]" || last == ")" || last == "…" || last.isDash
  }

  /// In the order in which the labels come.
  func tally(_ lines: [SourceLine]) -> [LabelTally] {
    var tallies: [LabelTally] = []
    var positions: [String: Int] = [:]
    let ends = lastLines(lines)
    for (position, line) in order.enumerated() {
      guard let opening = openings[line], opening.isSpeaker else { continue }
      let place = positions[opening.key] ?? tallies.count
      if place == tallies.count {
        positions[opening.key] = place
        tallies.append(LabelTally(key: opening.key, label: opening.label, firstLine: line))
      }
      let before = position > 0 ? openings[order[position - 1]] : nil
      let isAsked =
        before.map { $0.isSpeaker && officeRole($0.key) == .asks && $0.key != opening.key } ?? false
      let asksBefore = isAsked || ends[position].map { lines[$0].text.asksQuestion } ?? false
      let asks =
        ends[position + 1].map { last in
          last >= line && lines[last].text.asksQuestion
            || last == line && Scalars(lines[line].text.dropFirst(opening.length)).requestsAnswer
        } ?? false
      tallies[place].count += 1
      if asksBefore, !asks { tallies[place].replies += 1 }
      if asks, !asksBefore { tallies[place].leads += 1 }
      if lines[line].text.element(opening.length)?.isLower ?? false,
        !(opening.label.first?.isLowercase ?? false)
      {
        tallies[place].small += 1
      }
      tallies[place].isLoose = opening.isLoose
      let isAlone = opening.form == .alone || opening.length >= lines[line].text.count
      if isAlone, lines[line].isEmphasised || lines[line].isTimed { tallies[place].marked += 1 }
      tallies[place].forms.insert(opening.form)
    }
    return tallies
  }

  /// For each candidate, and the end, the last line with text before it.
  private func lastLines(_ lines: [SourceLine]) -> [Int?] {
    var ends: [Int?] = []
    var last: Int?
    var next = 0
    for index in lines.indices {
      if next < order.count, order[next] == index {
        ends.append(last)
        next += 1
      }
      if !lines[index].isBlank { last = index }
    }
    ends.append(last)
    return ends
  }

  /// Words with capitals before the first turn, which may be names.
  func prefaceNames(_ lines: [SourceLine]) -> Set<String> {
    let first = order.first {
      openings[$0].map { $0.number == nil ? $0.form == .colon : !$0.isWeak } ?? false
    }
    var names: Set<String> = []
    for line in lines[..<(first ?? 0)] {
      for word in line.text.split(whereSeparator: { !$0.isLetter && $0 != "-" })
      where word.first?.isUpper ?? false {
        names.insert(word.string.lowercased())
      }
    }
    return names
  }
}

extension LabelCandidates {
  /// Labels that stand between two turns of one speaker, right before the second: else that speaker would not be
  /// named again.
  func interposed(among accepted: Set<String>, _ lines: [SourceLine]) -> [String] {
    var found: [String] = []
    for (position, line) in order.enumerated().dropFirst().dropLast() {
      guard let opening = openings[line], opening.isSpeaker, !opening.isLoose, opening.form == .colon,
        !accepted.contains(opening.key), let before = openings[order[position - 1]],
        let after = openings[order[position + 1]], before.key == after.key, accepted.contains(before.key),
        lines[line].text.element(opening.length).map({ !$0.isLower }) ?? false
      else { continue }
      let between = lines[line..<order[position + 1]]
      let text = between.prefix { !$0.isBlank }
      if between.dropFirst(text.count).allSatisfy(\.isBlank) { found.append(opening.key) }
    }
    return found
  }
}

/// The keys of the candidates that are labels of speakers, and not words that a colon follows.
func acceptedLabels(_ tallies: [LabelTally], preface: Set<String>, told: [String: LabelRole]) -> Set<String> {
  let judge = LabelJudge(tallies, preface: preface)
  var accepted: Set<String> = []
  for tally in tallies where told[tally.key].map({ $0 != .text }) ?? judge.accepts(tally) {
    accepted.insert(tally.key)
  }
  if accepted.isEmpty { accepted.formUnion(alternatingLabels(tallies)) }
  // "The Chairman. We begin" stands once, where others have full stops too.
  if tallies.contains(where: { accepted.contains($0.key) && $0.forms == [.stop] }) {
    accepted.formUnion(tallies.filter { $0.forms == [.stop] && told[$0.key] == nil }.map(\.key))
  }
  accepted.formUnion(initialsInColumns(tallies).filter { told[$0] == nil })
  // One that a machine gave, beside others of its kind.
  if tallies.contains(where: { accepted.contains($0.key) && LabelWords.isMachineName($0.key) }) {
    accepted.formUnion(
      tallies.filter { LabelWords.isMachineName($0.key) && $0.key.count > 3 && told[$0.key] == nil }.map(
        \.key))
  }
  // A name of the same make as those known ("Bob Birch" beside "Ann Ash"), and a part of one of them ("Birch").
  let shapes = Set(tallies.filter { accepted.contains($0.key) }.compactMap(judge.shape))
  let parts = Set(accepted.flatMap { $0.split(separator: " ").map(String.init) })
  for tally in tallies where told[tally.key] == nil && tally.forms.contains(.colon) && tally.small == 0 {
    if let shape = judge.shape(tally), shapes.contains(shape) { accepted.insert(tally.key) }
    if parts.contains(tally.key), !LabelWords.isTitle(tally.key), tally.key.count > 2 {
      accepted.insert(tally.key)
    }
    // "Ann Ash" where "Ash" speaks later.
    if judge.shape(tally) != nil, let last = tally.key.split(separator: " ").last, last.count > 2,
      accepted.contains(String(last)), LabelWords.role(ofWhole: String(last)) == nil
    {
      accepted.insert(tally.key)
    }
  }
  accepted.formUnion(capitalLabels(tallies, like: accepted).filter { told[$0] == nil })
  return accepted
}

/// "CL   Thank you.": initials before a wide gap, where several such come again; then whoever speaks once is one of them.
private func initialsInColumns(_ tallies: [LabelTally]) -> [String] {
  let initials = tallies.filter { tally in
    tally.forms == [.space] && tally.isInCapitals && (2...4).contains(tally.key.count)
      && tally.key.unicodeScalars.allSatisfy(\.isLetter)
  }
  return initials.count { $0.count > 1 } > 1 ? initials.map(\.key) : []
}

/// Labels all in capitals ("SPOKESMAN") where those known are so and one of them came before: somebody cuts in once.
private func capitalLabels(_ tallies: [LabelTally], like accepted: Set<String>) -> [String] {
  let known = tallies.filter { accepted.contains($0.key) && $0.forms == [.colon] && !$0.isLoose }
  guard known.count > 1, known.allSatisfy(\.isInCapitals), let first = known.map(\.firstLine).min() else {
    return []
  }
  return tallies.filter { tally in
    tally.isInCapitals && tally.forms == [.colon] && !tally.isLoose && tally.small == 0
      && tally.firstLine > first
      && tally.key.count > 3 && !tally.key.split(separator: " ").contains { LabelWords.isRemark(String($0)) }
  }.map(\.key)
}

extension Opening {
  fileprivate var isStrongNumber: Bool { number != nil && !isWeak && form == .number }
}

extension LabelTally {
  /// "«Голос»": a paper's name in quotes.
  fileprivate var isPaper: Bool { isLoose && isPaperName(key) }

  fileprivate var isInCapitals: Bool {
    label.unicodeScalars.allSatisfy { !$0.isLower } && label.unicodeScalars.contains { $0.isUpper }
  }
}

/// Judges one label by its looks and by where it stands.
private struct LabelJudge {
  private let preface: Set<String>
  /// Some label says that it asks.
  private let hasAskingWords: Bool
  /// How many labels stand alone on their lines more than once.
  private let repeatedAlone: Int
  /// How many labels a dash ends more than once.
  private let repeatedDashes: Int

  init(_ tallies: [LabelTally], preface: Set<String>) {
    self.preface = preface
    hasAskingWords = tallies.contains { officeRole($0.key) == .asks }
    repeatedDashes = tallies.count { $0.forms == [.dashed] && $0.count > 1 }
    repeatedAlone = tallies.count { $0.forms == [.alone] && $0.count > 1 }
  }

  func accepts(_ tally: LabelTally) -> Bool {
    let takesPart = tally.replies + tally.leads > 0
    // "S1" may be something's number, too.
    if LabelWords.isMachineName(tally.key), tally.key.count > 3 || takesPart {
      return takesPart || tally.count > 1
    }
    if tally.forms == [.alone] {
      return tally.count > 1
        && (takesPart ? repeatedAlone > 1 || tally.marked == tally.count : tally.marked == tally.count)
    }
    if tally.forms == [.stop] || tally.forms == [.space] {
      return tally.count > 1 && (takesPart || tally.key == "q")
    }
    if tally.forms == [.dashed] { return tally.count > 1 && takesPart && repeatedDashes > 1 }
    if tally.isPaper { return tally.count > 1 && tally.small == 0 }
    // "Ann: (12:31)" has a line for itself.
    if tally.forms == [.colon], tally.marked == tally.count, !tally.isLoose { return true }
    if tally.isLoose, officeRole(tally.key) == nil {
      return tally.count > 1 && tally.replies + tally.leads > 1 && tally.small == 0
    }
    if LabelWords.role(ofWhole: tally.key) != nil || officeRole(tally.key) != nil { return true }
    let words = tally.label.split(separator: " ").map(String.init)
    if let first = words.first, words.count > 1, LabelWords.isTitle(Opening.key(first)),
      first.first?.isUppercase ?? false
    {
      return tally.small < tally.count
    }
    if tally.small == tally.count { return false }
    let letters = tally.key.unicodeScalars.filter(\.isLetter)
    let isCapitals =
      tally.label.unicodeScalars.allSatisfy { !$0.isLower } && letters.contains { $0.properties.isLowercase }
    if isCapitals, words.count > 1 {
      return takesPart || !words.contains { LabelWords.isRemark($0.lowercased()) }
    }
    if isCapitals, letters.count <= 4, letters.count > 1 { return takesPart }
    if shape(tally) != nil {
      return takesPart
        || Opening.key(tally.label).split(separator: " ").contains { preface.contains(String($0)) }
    }
    if tally.count > 1 { return takesPart }
    return takesPart && (hasAskingWords && tally.replies > 0 || preface.contains(tally.key))
  }

  /// How many words a full name has; `nil` for what is none.
  func shape(_ tally: LabelTally) -> Int? {
    let words = Opening.key(tally.label).split(separator: " ")
    let written = tally.label.split(whereSeparator: { $0.isWhitespace })
    guard (2...4).contains(words.count), tally.forms.contains(.colon),
      LabelWords.role(ofWhole: tally.key) == nil,
      written.prefix(words.count).allSatisfy({
        $0.first?.isUppercase ?? false || $0.first?.isNumber ?? false || LabelWords.isParticle(String($0))
      })
    else { return nil }
    return words.count
  }
}

/// Two labels that take turns at least three times each, though nobody asks.
private func alternatingLabels(_ tallies: [LabelTally]) -> [String] {
  let common = tallies.filter { $0.count >= 3 && $0.forms == [.colon] && $0.small * 2 < $0.count }
  guard common.count == 2, abs(common[0].count - common[1].count) <= 1 else { return [] }
  return common.map(\.key)
}

private func isPaperName(_ key: String) -> Bool {
  key.unicodeScalars.first.map { $0.opensQuote && $0 != "(" && $0 != "[" } ?? false
}

/// What an office says of whoever bears it: "Second reporter", "Journalist 2", "The Chair".
func officeRole(_ key: String) -> LabelRole? {
  if let role = LabelWords.role(ofWhole: key) { return role }
  // "路透社记者": which agency's reporter.
  if isPaperName(key) || key.hasSuffix("记者") || key.hasSuffix("記者") { return .asks }
  let words = key.split(separator: " ").map(String.init).filter { !$0.allSatisfy(\.isNumber) }
  // "Question from the audience".
  if words.count > 2, LabelWords.role(ofWhole: words[0]) == .asks,
    ["from", "by", "de", "du", "aus", "von", "из", "от"].contains(words[1])
  {
    return .asks
  }
  if words.first == "the", words.count == 2 { return LabelWords.role(ofWord: words[1]) }
  return words.last.flatMap { LabelWords.role(ofWord: $0) }
}
