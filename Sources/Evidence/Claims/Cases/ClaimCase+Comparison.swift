import Foundation

extension ClaimCase {
  /// Holds "more than", "lags behind" and the like against the two figures that they stand between.
  func judgeComparison() -> ClaimJudgement {
    guard let phrase = claim.phrase([.more, .less, .equal]), !claim.isSupposed, !claim.isDenied else {
      return .none
    }
    if isOfPart { return .none }
    let references = sentence.references(in: 0..<sentence.tokens.count)
    let after = sentence.comparand(after: claim.range.upperBound) ?? secondComparand
    let before = references.last { $0.index < claim.range.upperBound }
    if before == nil || after == nil, let pair = sentence.pair(comparedBy: claim.range, ground) {
      return judge(phrase, pair.one, pair.other, isSure: true)
    }
    if let before, let after {
      guard let one = ground.figure(before.reference.id), let other = ground.figure(after.reference.id),
        before.reference.others.isEmpty, after.reference.others.isEmpty, !ground.isGoal(other),
        one.id != other.id
      else { return .none }
      return judge(phrase, one, other, isSure: one.unit.dimension == other.unit.dimension)
    }
    if before == nil, let after, let one = figureOfHeading, after.reference.others.isEmpty,
      let other = ground.figure(after.reference.id), !ground.isGoal(other), one.label == other.label
    {
      return judge(phrase, one, other, isSure: true)
    }
    let reference = before?.reference ?? notedReference
    if after == nil, let reference, let year = baseYear, reference.others.isEmpty,
      let one = ground.figure(reference.id), !ground.isGoal(one),
      let other = ground.predecessor(of: ground.table.original(of: one), in: year),
      other.period?.firstYear == year
    {
      return judge(phrase, one, other, isSure: true)
    }
    if let timed = comparedByTime(reference ?? sentence.references.first) {
      return judge(phrase, timed.one, timed.other, isSure: true)
    }
    if before != nil || clause.contains(where: { sentence.tokens[$0].reference != nil }) { return .none }
    return judgeNames(phrase)
  }

  /// "Exceeded every forecast and last year's {b}"
  private var secondComparand: (index: Int, reference: ClaimReference)? {
    let start = claim.range.upperBound
    guard
      let and = interval(start, upTo: min(start + 5, sentence.tokens.count)).first(where: {
        sentence.tokens[$0].kind != .word || sentence.key($0) == "and"
      }), sentence.key(and) == "and",
      let amount = sentence.references(in: interval(and + 1, upTo: min(and + 6, sentence.tokens.count)))
        .first,
      ["last", "previous"].contains(where: { word in
        (and + 1..<amount.index).contains { sentence.key($0) == word }
      }), sentence.key(amount.index - 1) == "s"
    else { return nil }
    return amount
  }

  /// "Above the {a}", in a note beside a figure, or over a chart of one thing: its latest.
  private var figureOfHeading: Figure? {
    if let noted { return noted }
    guard [.title, .statement].contains(passage.kind), sentence.references.count == 1 else { return nil }
    let figures = context.filter { !ground.isGoal($0) }
    guard Set(figures.map(\.label)).count == 1 else { return nil }
    return figures.max { ($0.period ?? .never) < ($1.period ?? .never) }
  }

  private var notedReference: ClaimReference? {
    noted.flatMap { figure in sentence.references.isEmpty ? ClaimReference(figure.id) { _ in false } : nil }
  }

  /// "Exceeds half of GDP", "more than a third": a part follows, and is judged as one.
  private var isOfPart: Bool {
    others.contains { $0.range.lowerBound == claim.range.upperBound && $0.says(.share) }
  }

  /// "{a} was lower than in {b|period}": b itself, or what is of a's kind and of b's time.
  private func comparedByTime(_ reference: ClaimReference?) -> (one: Figure, other: Figure)? {
    guard let reference, reference.others.isEmpty, let one = ground.figure(reference.id), !ground.isGoal(one),
      let time = interval(claim.range.upperBound, upTo: min(claim.range.upperBound + 5, clause.upperBound))
        .first(where: {
          sentence.tokens[$0].reference?.saysPeriod ?? false
        }),
      ["in", "for", "of", "at", "during", "it", "they", "the", "its"].contains(
        sentence.key(claim.range.upperBound)),
      let named = sentence.tokens[time].reference.flatMap({ ground.figure($0.id) }), !ground.isGoal(named)
    else { return nil }
    let own = ground.table.original(of: one)
    let alike = ground.series(of: own).first { $0.period == named.period && $0.id != own.id }
    if let alike { return (one, alike) }
    let isAlike = named.unit.dimension == one.unit.dimension && named.label == own.label
    return isAlike && ground.table.original(of: named).id != own.id ? (one, named) : nil
  }

  func judge(_ phrase: ClaimVocabulary.Phrase, _ one: Figure, _ other: Figure, isSure: Bool)
    -> ClaimJudgement
  {
    guard one.isOfKind(of: other), one.id != other.id else { return .none }
    let isOfSize = one.amount <= 0 && other.amount <= 0 && isOfIll(one, other)
    let difference = (one.amount - other.amount) * (isOfSize ? -1 : 1)
    let isMore =
      difference > 0 || difference == 0 && Certainty(one.qualifier, minus: other.qualifier) == .more
    let isLess =
      difference < 0 || difference == 0 && Certainty(one.qualifier, minus: other.qualifier) == .less
    let size = TypedSize(before: claim.range.lowerBound, from: clause.lowerBound, in: sentence)
    let isSoMuch = !(size?.isContradicted(from: other, to: one) ?? false)
    let isSo =
      switch phrase.sense {
      case .more: isMore
      case .less: isLess
      default: true
      }
    if isSo, isSoMuch, isWithin(phrase, one, other) { return .agrees }
    let advice = ground.suggestion(.comparison, [one.id, other.id]) ?? "mend the words"
    return .contradicted(
      "'\(one.id)' is \(one.words(.full)) and '\(other.id)' \(other.words(.full))", advice: advice,
      isSure: isSure)
  }

  /// Whether the one is so much of the other as "dwarfs" and "on a par with" say.
  private func isWithin(_ phrase: ClaimVocabulary.Phrase, _ one: Figure, _ other: Figure) -> Bool {
    guard one.isExactEnough, other.isExactEnough, one.amount > 0, other.amount > 0 else { return true }
    let share = one.amount / other.amount * 100
    return !(phrase.least.map { share < $0 } ?? false || phrase.most.map { share > $0 } ?? false)
  }

  /// Whether a deficit, a loss or the like is spoken of, whose size a negative number says.
  private func isOfIll(_ figures: Figure...) -> Bool {
    figures.allSatisfy { ground.isIll($0) }
      || speaksOfIll(words(in: 0..<claim.range.lowerBound))
  }

  /// "Exports exceed imports" over a chart of both: by the names that the words on both sides have.
  private func judgeNames(_ phrase: ClaimVocabulary.Phrase) -> ClaimJudgement {
    let around = passage.kind == .point ? surroundings.compactMap { ground.figure($0.id) } : context
    let left = words(in: interval(clause.lowerBound, upTo: claim.range.lowerBound))
    let right = words(in: claim.range.upperBound..<clause.upperBound)
    guard let one = named(left, apartFrom: right, among: around),
      let other = named(right, apartFrom: left, among: around)
    else { return .none }
    for later in one.reversed() {
      if let same = other.last(where: {
        $0.period == later.period && $0.unit.dimension == later.unit.dimension
      }) {
        return judge(phrase, later, same, isSure: true)
      }
    }
    return .unlinked
  }

  func words(in range: Range<Int>) -> Set<String> {
    ground.contentWords(
      of: sentence.tokens[range].filter { $0.kind == .word }.map(\.text).joined(separator: " "))
  }

  /// The figures, in the order of time, whose label alone has one of the words.
  func named(_ words: Set<String>, apartFrom others: Set<String>, among figures: [Figure])
    -> [Figure]?
  {
    let own = words.subtracting(others)
    let labels = Set(figures.filter { !ground.isGoal($0) }.map(\.label))
    let meant = labels.filter { !own.isDisjoint(with: ground.contentWords(of: $0)) }
    guard meant.count == 1, let label = meant.first else { return nil }
    return figures.filter { $0.label == label }.sorted { ($0.period ?? .never) < ($1.period ?? .never) }
  }

  // MARK: The greatest of its kind

  /// "a record {a}", "Germany is the largest": no other of its kind is more.
  func judgeExtreme() -> ClaimJudgement {
    guard let isMost = extreme, !claim.isSupposed, !isOfTimeAlone || span != nil else { return .none }
    let references = sentence.references
    if let timed = figureOfTime(besides: references) {
      let original = ground.table.original(of: timed)
      let others = ground.series(of: original).filter { $0.id != original.id }
      return judge(isMost, timed, among: isLimited && !claim.isNever ? [] : others, isSure: true)
    }
    if claim.isDenied { return .none }
    if let (figure, rivals) = namesakes { return judge(isMost, figure, among: rivals, isSure: true) }
    if references.count == 1, let figure = ground.figure(references[0].id), references[0].others.isEmpty,
      !ground.isGoal(figure)
    {
      let original = ground.table.original(of: figure)
      let own = ground.series(of: original).filter { $0.id != original.id }
      let earlier = own.filter { ($0.period ?? .never) < (original.period ?? .never) }
      if let span {
        if isBesideRecord { return .none }
        let rivals = earlier.filter { span.contains($0, before: original) }
        return judge(isMost, figure, among: rivals, isSure: isOf(figure) || isDirect)
      }
      if claim.isNever {
        return judge(isMost, figure, among: earlier, isSure: ground.speaks(wordsOfNever, of: figure))
      }
      let isOfAll = ground.speaks(subjectOfExtreme, of: figure) && isDirect && !isLimited
      return judge(isMost, figure, among: isOfAll ? own : earlier, isSure: isDirect)
    }
    if references.isEmpty, let record {
      return judge(isMost, record.figure, among: record.rivals, isSure: true)
    }
    guard references.isEmpty, [.title, .statement].contains(passage.kind) else { return .none }
    let before = words(in: interval(clause.lowerBound, upTo: claim.range.lowerBound))
    guard let own = named(before, apartFrom: [], among: context)?.last else { return .none }
    let rivals = context.filter { $0.period == own.period && $0.label != own.label && !ground.isGoal($0) }
    return judge(isMost, own, among: rivals, isSure: true)
  }

  /// "Tarn, our largest port, handled {tarn}": the only figure of the sentence, and those whose labels say the same of
  /// others: "Freight at Osk" beside "Freight at Tarn".
  private var namesakes: (figure: Figure, rivals: [Figure])? {
    let end = claim.range.upperBound
    let (noun, owner) = (sentence.key(end), sentence.key(claim.range.lowerBound - 1))
    let isOwned =
      Self.possessives.contains(owner) || owner == "s" && sentence.key(claim.range.lowerBound - 2) == "’"
    let isOfShare = owner == "the" && Self.parts.contains(noun)
    guard isOwned || isOfShare || owner == "s" && sentence.key(claim.range.lowerBound - 2) == "'",
      claim.range.count == 1,
      end < clause.upperBound, sentence.tokens[end].kind == .word, !noun.hasSuffix("s"),
      !Self.extents.contains(noun),
      !isLimited, !["by", "in"].contains(sentence.key(end + 1)), sentence.references.count == 1,
      let figure = sentence.references.first.flatMap({ $0.others.isEmpty ? ground.figure($0.id) : nil }),
      !ground.isGoal(figure), !isOfShare || figure.unit.isPercent
    else { return nil }
    let isApposed = isOfShare && sentence.key(end + 1) == "," && sentence.tokens[end + 2].reference != nil
    let label = ground.contentWords(of: figure.label)
    let said = words(in: 0..<sentence.tokens.count)
    let rivals = ground.table.figures.filter { rival in
      guard rival.period == figure.period, !ground.isGoal(rival), rival.label != figure.label else {
        return false
      }
      let other = ground.contentWords(of: rival.label)
      let own = label.subtracting(other)
      return own.count == 1 && other.subtracting(label).count == 1 && !label.isDisjoint(with: other)
        && (isApposed || own.isSubset(of: said))
    }
    return rivals.isEmpty ? nil : (figure, rivals)
  }

  /// "The largest share, {a}"
  private static let parts: Set<String> = ["share", "part", "portion", "slice"]
  private static let possessives: Set<String> = ["our", "its", "their", "your", "my"]
  /// What is large by its extent or its people, whatever the figure beside it counts.
  private static let extents: Set<String> = [
    "island", "lake", "mountain", "town", "city", "village", "river", "region", "province", "district",
    "country",
    "desert", "forest", "valley", "state",
  ]

  /// Whether the most or the least is claimed: "the largest", "never larger".
  private var extreme: Bool? {
    if let phrase = claim.phrase([.most, .least]) { return claim.isDenied ? nil : phrase.sense == .most }
    guard claim.isDenied, let phrase = claim.phrase([.more, .less]),
      sentence.tokens[within: interval(clause.lowerBound, upTo: claim.range.lowerBound)].contains(where: {
        $0.key == "never"
      })
    else { return nil }
    return phrase.sense == .more
  }

  /// "Never before had so many died on the roads": dividers stand among the words.
  private var wordsOfNever: Set<String> {
    words(in: claim.range.lowerBound..<sentence.clause(at: claim.range.upperBound - 1).upperBound)
  }

  /// "lowest in {a|period}": of a figure that the words before it speak of, or that the sentence says.
  private func figureOfTime(besides references: [ClaimReference]) -> Figure? {
    let end = claim.range.upperBound
    let places = sentence.tokens[
      within: interval(end, upTo: min(end + 4, sentence.clause(at: end - 1).upperBound))]
    let times = places.compactMap(\.reference).filter(\.saysPeriod)
    guard times.count == 1, ["in", "of", "for"].contains(sentence.key(end)), let id = times.first?.id,
      let figure = ground.figure(id), !ground.isGoal(figure),
      !(claim.text(in: sentence).hasSuffix("best") && figure.unit.isPercent)
    else { return nil }
    if !references.isEmpty {
      return references.allSatisfy { $0.id == id && $0.others.isEmpty } ? figure : nil
    }
    // "Never were so few homes completed as in {y}": what it is of stands among its words.
    let before = words(
      in: clause.lowerBound..<(claim.isNever ? claim.range.upperBound : claim.range.lowerBound))
    return ground.speaks(before, of: figure) ? figure : nil
  }

  /// "the smallest catch", "the catch was smallest".
  private var subjectOfExtreme: Set<String> {
    let end = claim.range.upperBound
    let after = words(in: interval(end, upTo: min(end + 2, clause.upperBound)))
    return after.isEmpty ? words(in: interval(clause.lowerBound, upTo: claim.range.lowerBound)) : after
  }

  /// "The highest since 1990", "so far": of some of its kind only.
  private var isLimited: Bool {
    let limits: Set<String> = [
      "since", "until", "till", "then", "yet", "far", "years", "decades", "decade", "before", "among",
      "record",
      "ever", "previous", "hitherto", "after", "between",
    ]
    return sentence.tokens.contains { limits.contains($0.key) }
  }

  /// ", a new record"
  private var isApposition: Bool {
    interval(claim.range.lowerBound - 3, upTo: claim.range.lowerBound).contains {
      sentence.key($0) == "," && sentence.key($0 + 1) == "a"
    }
  }

  /// "a record {a}", "{a}, a record".
  private var isDirect: Bool {
    sentence.references(in: 0..<sentence.tokens.count).contains { index, _ in
      index >= claim.range.upperBound
        ? index - claim.range.upperBound < 4
        : claim.range.lowerBound - index < (isApposition ? 10 : 6)
    }
  }

  func judge(_ isMost: Bool, _ figure: Figure, among others: [Figure], isSure: Bool) -> ClaimJudgement {
    let isOfSize = figure.amount < 0 && (isOfIll(figure) || speaksOfIll(subjectOfExtreme))
    let comparable = others.filter {
      $0.unit.dimension == figure.unit.dimension && (!isOfSize || $0.amount < 0)
    }
    let isMost = isMost != isOfSize
    if comparable.isEmpty { return .none }
    guard
      let rival = comparable.first(where: { isMost ? $0.amount > figure.amount : $0.amount < figure.amount })
    else { return .agrees }
    let time = rival.period == figure.period ? "" : rival.period.map { " for \($0.words())" } ?? ""
    return .contradicted(
      "'\(figure.id)' is \(figure.words(.full)) and '\(rival.id)' \(rival.words(.full))\(time)",
      advice: "leave the word out, or name the figure that it is true of", isSure: isSure)
  }
}
