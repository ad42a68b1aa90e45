import Diagnostics
import Foundation

/// Times that a text has typed, or takes from another figure, beside figures of other times.
extension ClaimCheck {
  func periodDoubts(of sentence: ClaimSentence, in passage: Passage, _ sentences: [ClaimSentence])
    -> [Diagnostic]
  {
    var ids = sentence.references.flatMap(\.ids)
    // What a run-in or title has of its own comes first.
    let isNear = !ids.isEmpty
    if !isNear {
      ids =
        sentence.isRunIn
        ? sentences.filter { !$0.isRunIn }.flatMap(\.references).flatMap(\.ids) : passage.figures
    }
    if ids.isEmpty { return [] }
    return sentence.tokens.indices.compactMap { index in
      guard let time = time(at: index, of: sentence, beside: Set(ids)) else { return nil }
      guard let (figure, isContradicted) = contradiction(of: time, ids, in: ground), isContradicted else {
        return nil
      }
      let wasTrue = before.contains { old in
        guard let was = self.time(at: index, of: sentence, beside: Set(ids), in: old),
          let found = contradiction(of: was, ids, in: old)
        else { return false }
        return !found.isContradicted
      }
      let isSure = isClose(index, sentence, passage, isNear: isNear)
      guard wasTrue || isSure else { return nil }
      let period = figure.period?.words() ?? ""
      return Diagnostic(
        .warning, "\(time.words) stands beside '\(figure.id)', which is for \(period)",
        at: passage.location(at: sentence.tokens[index].range.lowerBound),
        advice: ground.suggestion(.period, [figure.id]) ?? "write {\(figure.id)|period}")
    }
  }

  /// Figures whose time was that of the words before an update, and is another now: "In {a|period} {b} were signed" where
  /// b has moved, "2018: {b}" on a timeline. What names its own time, or is compared, may be of another one.
  func timesApart(of sentence: ClaimSentence, in passage: Passage) -> [Diagnostic] {
    let amounts = sentence.references(in: 0..<sentence.tokens.count).filter { $0.reference.others.isEmpty }
    let timed = Set(sentence.tokens.compactMap { $0.reference?.saysPeriod ?? false ? $0.reference?.id : nil })
    func time(in ground: ClaimGround) -> (period: Period, words: String)? {
      if let time = passage.time { return (time, "this stands beside \(time.words())") }
      for index in sentence.tokens.indices.dropFirst() where ["in", "for"].contains(sentence.key(index - 1)) {
        if let reference = sentence.tokens[index].reference {
          guard reference.saysPeriod, let period = ground.original(reference.id)?.period else { continue }
          return (period, "this is told of \(period.words())")
        }
        guard sentence.tokens[index].kind == .digits, let year = Int(sentence.key(index)),
          (1900..<2100).contains(year)
        else { continue }
        return (Period(firstMonth: year * 12, lastMonth: year * 12 + 11), "this is told of \(year)")
      }
      return nil
    }
    guard let now = time(in: ground) else { return [] }
    var seen: Set<String> = []
    return amounts.compactMap { index, reference in
      guard passage.time != nil || !timed.contains(reference.id),
        let period = ground.original(reference.id)?.period, !period.overlaps(now.period)
      else { return nil }
      let wasThen = before.contains { old in
        guard let was = old.original(reference.id)?.period, let then = time(in: old) else { return false }
        return was.overlaps(then.period)
      }
      guard wasThen, seen.insert(reference.id).inserted else { return nil }
      return Diagnostic(
        .warning, "\(now.words), and '\(reference.id)' is for \(period.words()) now",
        at: passage.location(at: sentence.tokens[index].range.lowerBound),
        advice: "say when: {\(reference.id)|period}")
    }
  }

  private struct Time {
    enum Kind {
      case year(Int), wholeYear(Int), months(Int), period(Period), part(Period)
    }
    var kind: Kind
    /// As a message says it.
    var words: String
  }

  /// A typed year ("2018"), a typed number of months ("nine months of"), or the time of a figure whose amount the sentence
  /// does not say.
  private func time(
    at index: Int, of sentence: ClaimSentence, beside ids: Set<String>, in ground: ClaimGround? = nil
  ) -> Time? {
    let ground = ground ?? self.ground
    let token = sentence.tokens[index]
    if let part = sentence.partOfYear(at: index, ground) {
      return Time(kind: .part(part.period), words: "'\(part.words)' is typed and")
    }
    if let reference = token.reference, reference.saysPeriod, reference.form != "months of",
      isWhole(index, of: sentence), let year = ground.original(reference.id)?.period?.firstYear
    {
      return Time(kind: .wholeYear(year), words: "the whole of \(year) is typed and")
    }
    if let reference = token.reference {
      guard reference.saysPeriod, !ids.contains(reference.id),
        let figure = ground.original(reference.id), let period = figure.period,
        !ids.contains(where: { ground.original($0)?.id == figure.id })
      else { return nil }
      return Time(kind: .period(period), words: "the time of '\(reference.id)' (\(period.words()))")
    }
    if token.kind == .digits, token.text.utf8.count == 4, let year = Int(token.text),
      (1900..<2100).contains(year)
    {
      let isPartOfDate =
        ["-", "/", "."].contains(sentence.key(index - 1)) && index > 1
        && sentence.tokens[index - 2].range.upperBound == sentence.tokens[index - 1].range.lowerBound
        && sentence.tokens[index - 2].kind == .word
      if isPartOfDate { return nil }
      if isWhole(index, of: sentence) {
        return Time(kind: .wholeYear(year), words: "the whole of \(token.text) is typed and")
      }
      return Time(kind: .year(year), words: "'\(token.text)' is typed and")
    }
    if ["months", "month"].contains(token.key), sentence.key(index + 1) == "of",
      let count = NumberFinder.mentions(in: sentence.key(index - 1)).first?.value, count > 0, count < 12
    {
      for months in 1..<12 where count == .init(months) {
        return Time(kind: .months(months), words: "'\(sentence.key(index - 1)) \(token.text)' is typed and")
      }
    }
    return nil
  }

  /// "The whole of 2018", "all of 2018", "the full year 2018".
  private func isWhole(_ index: Int, of sentence: ClaimSentence) -> Bool {
    let before = (sentence.key(index - 2), sentence.key(index - 1))
    return ["whole", "all"].contains(before.0) && before.1 == "of"
      || ["full", "whole", "entire"].contains(before.0) && before.1 == "year"
  }

  /// The first figure that has a period, and whether none agrees with the time.
  private func contradiction(of time: Time, _ ids: [String], in ground: ClaimGround) -> (
    figure: Figure, isContradicted: Bool
  )? {
    let figures = ids.compactMap { ground.figure($0) }.filter { $0.period != nil }
    guard let first = figures.first else { return nil }
    let agrees = figures.compactMap(\.period).contains { period in
      switch time.kind {
      case .year(let year): period.firstYear <= year && year <= period.lastYear
      case .wholeYear(let year): period.firstYear <= year && year <= period.lastYear && period.months >= 12
      case .months(let months): period.months == months
      case .part(let part): period == part
      case .period(let other): period.overlaps(other)
      }
    }
    return (first, !agrees)
  }

  /// Whether the time is surely that of the figures: "{a} in 2018", "nine months of 2018", a subtitle's.
  private func isClose(_ index: Int, _ sentence: ClaimSentence, _ passage: Passage, isNear: Bool) -> Bool {
    let before = sentence.key(index - 1)
    if let part = sentence.partOfYear(at: index, ground) {
      return opensWithFigure(index, upTo: part.end, of: sentence)
    }
    if sentence.tokens[index].reference?.saysPeriod ?? false, isWhole(index, of: sentence) {
      return opensWithFigure(index, upTo: index + 1, of: sentence)
    }
    let ofMonths = ["months", "quarter"].contains(sentence.key(index - 2)) && before == "of"
    if sentence.tokens[index].key == "months" || ofMonths {
      return isNear || passage.kind == .title || passage.kind == .subtitle
    }
    if sentence.tokens[index].reference != nil { return false }
    if !isNear, passage.kind == .label {
      // "herring landed in 2018"
      return passage.figures.count == 1 && index == sentence.tokens.count - 1 && index > 1
        && sentence.key(index - 2) != "than" && ["in", "for", "of", "during"].contains(before)
        && !sentence.isRunIn
    }
    if isAhead(index, of: sentence) { return true }
    if !isNear {
      guard passage.kind == .title || passage.kind == .subtitle else { return false }
      let isSince = ["since", "before", "after", "until", "by", "than", "from", "of", "to"].contains(before)
      return passage.kind == .subtitle ? !isSince : before == "in" || before == ","
    }
    // "{a} in 2018", unless the reference names its own time too
    guard ["in", "for", "of", ",", "("].contains(before),
      let reference = sentence.tokens[max(0, index - 2)].reference,
      reference.saysAmount, reference.others.isEmpty
    else { return false }
    return !sentence.tokens.contains { $0.reference.map { $0.id == reference.id && $0.saysPeriod } ?? false }
  }
}
