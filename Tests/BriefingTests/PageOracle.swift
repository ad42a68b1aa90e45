import Evidence
import Foundation

/// What must hold of the figures where the pages say something of them: rules over the pages' words, apart from the
/// program's own.
struct PageOracle {
  let figures: FigureModel
  /// As of when they are, in months since year 0.
  let now: Int

  /// - Returns: what the figures contradict, and what the oracle can't read, each in words.
  func contradictions(in said: Said) -> [String] {
    var found: [String] = []
    for match in said.text.matches(of: /⟨([^|⟩]*)\|([^⟩]*)⟩/) {
      let rows = match.2.split(separator: ",").compactMap { figures[String($0)] }
      guard let mistake = mistake(in: String(match.1), rows) else { continue }
      found.append("\(match.0): \(mistake)")
    }
    if said.kind == .alternative { return found + mistakes(inAlternative: said) }
    for sentence in said.text.split(separator: #/[.;!?] /#) { found += mistakes(in: String(sentence), said) }
    return found
  }

  // MARK: Words made from figures

  private static let numbers = [
    "no": 0.0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "eleven": 11, "once": 1, "twice": 2, "a": 1,
  ]
  private static let parts: [String: Double] = [
    "half": 0.5, "third": 1.0 / 3, "thirds": 1.0 / 3, "quarter": 0.25, "quarters": 0.25, "fifth": 0.2,
    "fifths": 0.2,
    "tenth": 0.1, "tenths": 0.1,
  ]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `nil` where the words are true.
  private func mistake(in words: String, _ rows: [FigureModel.Row]) -> String? {
    guard let one = rows.first else { return "no figure" }
    let text = words.lowercased()
    if rows.count > 1 { return mistake(in: text, one, rows[1]) }
    switch text {
    case "is", "are": return one.months.map { $0.upperBound < now } ?? false ? "its time is over" : nil
    case "was", "were": return one.months.map { $0.upperBound < now } ?? false ? nil : "its time is not over"
    default: break
    }
    if text.hasSuffix(" of"), !text.hasPrefix("the whole"), let open = share(text, of: one) {
      return open ? nil : "not so much"
    }
    if let isRight = isPeriod(text, of: one) { return isRight ? nil : "another time" }
    guard let amount = Amount(words) else { return "the oracle can't read it" }
    return amount.mistake(for: one)
  }

  /// Of what is left of a figure in per cent; `nil` where it says nothing of that.
  private func share(_ text: String, of row: FigureModel.Row) -> Bool? {
    let left = 100 - row.value
    switch text.dropLast(3) {
    case "all": return left >= 100
    // Of about nothing, nearly all is left.
    case "nearly all": return left >= 90 && (left < 100 || row.qualifier != "exact")
    case "most": return left > 50
    case "hardly any", "almost none": return left < 10
    case "none": return left <= 0
    default:
      guard let share = ratio(text) else { return nil }
      if text.hasPrefix("more than") || text.hasPrefix("at least") { return left / 100 >= share - 0.005 }
      if text.hasPrefix("less than") || text.hasPrefix("at most") { return left / 100 <= share + 0.005 }
      return abs(left / 100 - share) <= 0.03
    }
  }

  /// "about 2.5 times", "a quarter of", "three fifths of", "40% of", "twice", "the same as".
  private func ratio(_ text: String) -> Double? {
    var words = text.split(separator: " ").map(String.init)
    while let first = words.first,
      ["about", "more", "less", "than", "at", "least", "most", "nearly", "almost"].contains(first)
    {
      words.removeFirst()
    }
    guard let first = words.first else { return nil }
    if words.prefix(3) == ["the", "same", "as"] { return 1 }
    if first.hasSuffix("%") { return Double(first.dropLast()).map { $0 / 100 } }
    if let part = Self.parts[first] { return part }
    guard let number = Double(first) ?? Self.numbers[first] else { return nil }
    if words.count > 1, let part = Self.parts[words[1]] { return number * part }
    return ["twice", "once"].contains(first) || words.count > 1 && words[1] == "times" ? number : nil
  }

  /// Of two figures.
  private func mistake(in text: String, _ one: FigureModel.Row, _ other: FigureModel.Row) -> String? {
    let difference = one.value - other.value
    let isEqual = abs(difference) <= 0.005 * max(abs(one.value), abs(other.value))
    func unless(_ isTrue: Bool) -> String? { isTrue ? nil : "\(one.value) and \(other.value)" }
    switch text {
    case "on the way to", "then on the way to": return unless(difference < 0 && other.isGoal)
    case "against": return unless(difference <= 0 && other.isGoal)
    case "short of": return unless(difference < 0)
    case "past": return unless(difference > 0 || isEqual && one.isFloor)
    case "level with": return unless(isEqual)
    case "rose": return unless(difference > 0)
    case "fell": return unless(difference < 0)
    case "stayed level", "unchanged": return unless(isEqual)
    default: break
    }
    if let change = text.firstMatch(
      of: /^(up|down) (about |more than |at least |less than |at most )?([0-9.]+)%$/),
      let percent = Double(change.3)
    {
      let real = difference / other.value * 100
      let isRight =
        abs(abs(real) - percent) <= max(1, percent * 0.02) || change.2 == "more than " && abs(real) >= percent
      return unless((real > 0) == (change.1 == "up") && isRight)
    }
    if let ratio = ratio(text) {
      let real = one.value / other.value
      if text.hasPrefix("at least") || text.hasPrefix("more than") { return unless(real >= ratio * 0.95) }
      if text.hasPrefix("at most") || text.hasPrefix("less than") { return unless(real <= ratio * 1.05) }
      return unless(abs(real - ratio) <= max(0.005, ratio * 0.06))
    }
    return "the oracle can't read it"
  }

  /// "2018", "Jan–Sep 2018", "nine months of 2018", also behind a label; `nil` for what is no time.
  private func isPeriod(_ text: String, of row: FigureModel.Row) -> Bool? {
    guard
      let match = text.firstMatch(
        of: /(?:^|, |the whole of |([a-z]+) months of )(?:([a-z]+)(?:–([a-z]+))? )?([12]\d\d\d)$/),
      let months = row.months, let year = Int(match.4)
    else { return nil }
    if let count = match.1.flatMap({ Self.numbers[String($0)] }) {
      return months.count == Int(count) && months.lowerBound / 12 == year
    }
    guard let name = match.2, let first = Self.months.firstIndex(of: String(name.prefix(3))) else {
      return months.lowerBound / 12 <= year && year <= months.upperBound / 12
        && (text.hasPrefix("the whole") ? months.count == 12 : true)
    }
    let last = match.3.flatMap { Self.months.firstIndex(of: String($0.prefix(3))) } ?? first
    return months == (year * 12 + first)...(year * 12 + last)
  }

  // MARK: Words typed beside them

  /// What a sentence says of goals, times, sources.
  private func mistakes(in sentence: String, _ said: Said) -> [String] {
    var found: [String] = []
    let made = sentence.matches(of: /⟨([^|⟩]*)\|([^⟩,]*)⟩/).compactMap { match in
      figures[String(match.2)].map { (words: String(match.1), row: $0) }
    }
    let amounts = made.filter {
      isPeriod($0.words.lowercased(), of: $0.row) == nil && Amount($0.words) != nil
    }
    let plain = sentence.replacing(/⟨[^⟩]*⟩/, with: "⟨⟩").lowercased()
    let words = sentence.lowercased()
    let speaksOfGoals =
      words.contains(/goal|on the way to|against|past|short of|level with/)
      || plain.contains(/goal|target|planned|set themselves|still to be|would/)
    if said.kind != .figure, !speaksOfGoals, sentence.contains("turnover-2017-9m"),
      figures["turnover-2017-9m"]?.status == "derived", figures["growth-2018-9m"]?.isGoal ?? false
    {
      found.append("turnover-2017-9m is computed from a goal: \(sentence)")
    }
    if said.kind != .figure, !speaksOfGoals {
      for amount in amounts where amount.row.isGoal {
        found.append("\(amount.row.id) is a goal: \(sentence)")
      }
    }
    for match in sentence.matches(of: /(?:[Gg]oal of|set themselves|and) ⟨[^|⟩]*\|([^⟩,]*)⟩ for ⟨/) {
      if let row = figures[String(match.1)], !row.isGoal { found.append("\(row.id) is no goal: \(sentence)") }
    }
    if plain.contains("the goal for mutual trade"), let row = amounts.first?.row, !row.isGoal {
      found.append("\(row.id) is no goal: \(sentence)")
    }
    found += mistakes(ofTimeIn: sentence, amounts, said)
    if said.kind != .figure, plain.contains(/[a-z]/) {
      found += mistakes(ofNothingIn: sentence, plain, amounts)
    }
    let shown = said.figures.compactMap { figures[$0] } + amounts.map(\.row)
    if plain.contains("is computed"), let row = made.first?.row, row.status != "derived" {
      found.append("\(row.id) is not computed: \(sentence)")
    }
    if plain.contains("the percentage that the interview states"), let growth = figures["growth-2018-9m"],
      !growth.source.hasPrefix("¶")
    {
      found.append("the growth is not from the interview: \(sentence)")
    } else if plain.contains(/interview (states|names|gives)/), !plain.contains("no figures") {
      for row in said.kind == .subtitle ? shown : []
      where row.status != "derived" && !row.source.hasPrefix("¶") {
        found.append("\(row.id) is not from the interview: \(sentence)")
      }
    }
    if said.kind == .subtitle, plain.contains("usd billion") {
      for row in shown where row.unit != "USD" { found.append("\(row.id) is in \(row.unit): \(sentence)") }
    }
    if said.kind == .figure, let id = said.figures.first,
      let match = plain.firstMatch(of: /“(?:almost )?(\d+)(%| years)/)
    {
      let quoted = id == "turnover-2017-9m" ? figures["growth-2018-9m"]?.value : figures[id]?.value
      if Double(match.1) != quoted { found.append("the note quotes \(match.1): \(sentence)") }
    }
    return found
  }

  /// What is left of nothing, and what is told of things of which there are none, or a single one.
  private func mistakes(
    ofNothingIn sentence: String, _ plain: String, _ amounts: [(words: String, row: FigureModel.Row)]
  ) -> [String] {
    amounts.compactMap { amount in
      let row = amount.row
      if row.value == 0, row.unit != "%" { return "there is no \(row.unit): \(sentence)" }
      if row.value == 0, plain.contains(/still to be|remain|\bopen\b/) {
        return "nothing of \(row.id) is left: \(sentence)"
      }
      let isOne = row.value == 1 && ["agreements", "grants", "events", "universities"].contains(row.unit)
      return isOne && plain.contains(#/⟨⟩ (?:[a-z]+ )?(?:are|were|have) /#)
        ? "one \(row.unit) are: \(sentence)" : nil
    }
  }

  private func mistakes(
    ofTimeIn sentence: String, _ amounts: [(words: String, row: FigureModel.Row)], _ said: Said
  ) -> [String] {
    var found: [String] = []
    // "In ⟨May 2018⟩, ⟨300 entrepreneurs⟩ met": what has no time of its own there is of that time.
    if let match = sentence.firstMatch(of: #/^In ⟨[^|⟩]*\|([^⟩,]*)⟩,/#),
      let time = figures[String(match.1)]?.months
    {
      for amount in amounts where !(amount.row.months?.overlaps(time) ?? true) {
        found.append("\(amount.row.id) is of another time: \(sentence)")
      }
    }
    if let period = said.period {
      let months = period.firstMonth...period.lastMonth
      for amount in amounts where !(amount.row.months?.overlaps(months) ?? true) {
        found.append("\(amount.row.id) is of another time than the event: \(sentence)")
      }
    }
    // "up 40% on the same months of 2017", "on those of 2017"
    if sentence.contains(/same months|on those of/) {
      for match in sentence.matches(of: /⟨[^|⟩]*\|([^⟩,]*),([^⟩,]*)⟩/) {
        guard let one = figures[String(match.1)]?.months, let other = figures[String(match.2)]?.months else {
          continue
        }
        if one.lowerBound % 12 != other.lowerBound % 12 || one.count != other.count {
          found.append("other months: \(sentence)")
        }
      }
    }
    return found
  }

  // MARK: Alternative texts

  private func mistakes(inAlternative said: Said) -> [String] {
    var found: [String] = []
    let rows = said.figures.compactMap { figures[$0] }
    let text = said.text
    if let match = text.firstMatch(
      of: #/(Rises|Falls|About the same in the end|The same in the end) from (.+?) in .+? to (.+?) in /#),
      let from = Amount(String(match.2)), let to = Amount(String(match.3))
    {
      let isRight =
        switch match.1 {
        case "Rises": to.value > from.value || to.value == from.value && to.qualifier.contains("more")
        case "Falls": to.value < from.value || to.value == from.value && to.qualifier.contains("less")
        default: abs(to.value - from.value) <= 0.05 * abs(from.value)
        }
      if !isRight { found.append("the trend is not so: \(text)") }
    }
    for (word, isMore) in [("owest", false), ("ighest", true)] {
      guard let part = text.firstRange(of: word + ": "),
        let extreme = text[part.upperBound...].split(separator: ", ").dropFirst().first.flatMap({
          Amount(String($0.split(separator: /[;]|\. |\.$/)[0]))
        })
      else { continue }
      let values = rows.filter { !$0.isGoal || !text.hasPrefix("Actual") }.map(\.value)
      guard let most = isMore ? values.max() : values.min() else { continue }
      if abs(extreme.value - most) > 0.05 * abs(most) { found.append("\(word) is another: \(text)") }
    }
    if text.hasPrefix("Bar") || text.hasPrefix("Line") {
      let goals = rows.count { $0.isGoal }
      let marked = text.matches(of: /\(target\)/).count
      if goals != marked { found.append("\(marked) of \(goals) goals are marked: \(text)") }
    }
    if let match = text.firstMatch(of: /No figures for ([0-9, –]+)/) {
      for part in match.1.split(separator: ", ") {
        let ends = part.split(separator: "–").compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last else { continue }
        for row in rows where row.years?.overlaps(first...last) ?? false {
          found.append("\(row.id) is of \(part): \(text)")
        }
      }
    }
    return found
  }
}

/// "more than $2 bn", "≈ 27 years", "Fewer than 100", "eight agreements", "200+".
struct Amount {
  var qualifier: String
  var value: Double
  /// Of the last digit that is shown.
  var step: Double
  var isPercent: Bool

  private static let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

  init?(_ text: String) {
    let pattern =
      /^(more than about|less than about|more than|less than|fewer than|at least|at most|about|>|<|≈|≥|≤)? ?(−)?\$?([0-9][0-9 ]*(?:\.[0-9]+)?|no|one|two|three|four|five|six|seven|eight|nine)(\+)?( ?(bn|m|%))?(?: |$|\()/
    let text = text.lowercased().replacing(/, [a-z]+–?[a-z]* ?\d{4}$/, with: "")
    guard let match = text.firstMatch(of: pattern) else { return nil }
    let digits = String(match.3).replacing(" ", with: "")

    guard let number = Double(digits) ?? Self.words.firstIndex(of: digits).map(Double.init) else {
      return nil
    }
    let scale: Double = match.6 == "bn" ? 1e9 : match.6 == "m" ? 1e6 : 1
    let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
    value = (match.2 == nil ? number : -number) * scale
    step = scale * pow(10.0, -Double(decimals))
    isPercent = match.6 == "%"
    qualifier = match.4 != nil ? "more than" : match.1.map(String.init) ?? ""
  }

  private static let qualifiers = [
    "more than": ["more-than"], ">": ["more-than"], "less than": ["less-than"], "fewer than": ["less-than"],
    "<": ["less-than"], "at least": ["at-least"], "≥": ["at-least"], "at most": ["at-most"], "≤": ["at-most"],
    "about": ["about"], "≈": ["about"], "": ["exact", ""], "more than about": ["more-than-about"],
    "less than about": ["less-than-about"],
  ]

  func mistake(for row: FigureModel.Row) -> String? {
    let tolerance = row.status == "derived" || row.isFloor || row.isCeiling ? step : step * 0.51
    if abs(value - row.value) > tolerance { return "it is \(row.value)" }
    if isPercent != (row.unit == "%") { return "it is in \(row.unit)" }
    if row.status == "derived" { return nil }
    return Self.qualifiers[qualifier]?.contains(row.qualifier) ?? false ? nil : "it is \(row.qualifier)"
  }
}
