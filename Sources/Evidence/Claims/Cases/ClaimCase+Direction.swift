import Foundation

extension ClaimCase {
  private static let senses: Set<TypedClaim.Sense> = [.up, .down, .flat, .times]

  /// Holds a word of direction against how its figures moved.
  func judgeDirection() -> ClaimJudgement {
    guard let phrase = claim.phrase(Self.senses) else { return .none }
    if claim.isSupposed { return judgeAhead(phrase) }
    if claim.isDenied, [.flat, .times].contains(phrase.sense) { return .none }
    if claim.says(.share), phrase.sense == .times { return .none }
    if hasOtherObject || isSaidOfIdiom || isNameOfFigure || isOfSeason || isWork { return .none }
    let isHeading = sentence.isRunIn || [.title, .statement].contains(passage.kind)
    if claim.isBareComparative, !isHeading, !sentence.tellsOfCourse(ground) { return .none }
    if !isAttribute,
      let course = fromTo ?? continuedFromTo ?? courseOfNote ?? listedPair ?? toAfter ?? pairAround
    {
      return judge(phrase, [course], isSure: true)
    }
    if !isAttribute, !isOfEach, let direct {
      if let judged = judge(phrase, direct: direct) { return judged }
    }
    let (near, isSameClause) = references(apartFrom: Self.senses)
    let references = isOfEach ? sentence.references : near
    let movements = ground.movements(of: references, since: baseYear)
    if !movements.isEmpty {
      let isExplicit = references.contains { ground.comparison($0) != nil }
      let isStated = subject.isEmpty && (isSameClause || isExplicit) || continuation != nil
      let isLoose = isAttribute || !isStated
      return judge(phrase, about(movements), isSure: !isLoose || speaks(of: movements))
    }
    return judgeByContext(phrase, hasReferences: !references.isEmpty)
  }

  /// "Growing wheat takes patience": what is done, and not what became more.
  private var isWork: Bool {
    claim.range == 0..<1 && sentence.key(0).hasSuffix("ing")
      && ["takes", "needs", "requires", "means", "costs", "helps", "demands", "pays"].contains(
        sentence.key(2))
  }

  /// "Milk rises in May every year."
  private var isOfSeason: Bool {
    let end = claim.range.upperBound
    let time = sentence.key(end + 1)
    let isNamed =
      PeriodsInText.months[time] != nil || ["spring", "summer", "autumn", "winter"].contains(time)
    return isNamed && sentence.key(end) == "in"
      && (end + 1..<end + 4).contains {
        ["every", "each"].contains(sentence.key($0)) && sentence.key($0 + 1) == "year"
      }
  }

  /// "Growth was {a}", "while growth is {a}": what a figure that is a change is called, whichever way it went.
  private var isNameOfFigure: Bool {
    let next = sentence.key(claim.range.upperBound)
    guard claim.range.count == 1,
      [
        "is", "was", "are", "were", "rate", "rates", "of", "at", "stood", "stands", "came", "has", "had",
        "figure",
      ]
      .contains(next)
    else { return false }
    let word = sentence.key(claim.range.lowerBound)
    return sentence.references.compactMap { ground.figure($0.id) }.contains { figure in
      ground.ownDirection(of: figure) != nil
        && TextToken.tokens(of: Array(figure.label.unicodeScalars)).contains { $0.key == word }
    }
  }

  /// "The stock exchange fell."
  private var isSaidOfIdiom: Bool {
    interval(clause.lowerBound, upTo: claim.range.lowerBound).contains { index in
      sentence.phrases(at: index).contains {
        $0.sense == .idiom && index + $0.words.count == claim.range.lowerBound
      }
    }
  }

  /// "They doubled their guard": what is theirs and no figure's.
  private var hasOtherObject: Bool {
    var end = claim.range.upperBound
    // "lost a third of its passengers"
    if let size, sentence.key(size.range.upperBound) == "of" { end = size.range.upperBound + 1 }
    let isOwned = Self.owners.contains(sentence.key(end)) || end > claim.range.upperBound
    guard isOwned || size == nil && !isAttribute && Self.articles.contains(sentence.key(end)) else {
      return false
    }
    let words = sentence.tokens[
      within: interval(end + 1, upTo: min(end + 4, clause.upperBound))
    ].filter {
      $0.kind == .word
    }
    let object = ground.contentWords(of: words.map(\.text).joined(separator: " "))
    if !isOwned, object.isEmpty || !object.isDisjoint(with: Self.wordsOfDegree) { return false }
    let figures = (sentence.references + surroundings).compactMap { ground.figure($0.id) } + context
    return !object.isSubset(of: Self.measures) && !figures.contains { ground.speaks(object, of: $0) }
  }

  private static let articles: Set<String> = ["the", "a", "an", "this", "that", "these", "those"]
  /// After an article, what is no object: "rose the following year", "grew a little".
  private static let wordsOfDegree: Set<String> = [
    "following", "next", "previous", "day", "week", "decade", "summer", "winter", "spring", "autumn",
    "season", "most",
    "least", "fastest", "slowest", "furthest", "little", "bit", "lot", "touch", "fraction", "good", "great",
    "full", "whole",
    "way", "later", "earlier", "ago", "third", "fifth", "tenth", "mere", "staggering", "massive", "deal",
    "moment",
  ]
  private static let owners: Set<String> = ["their", "its", "his", "her", "our", "my", "your"]
  /// What anything has that can be counted.
  private static let measures: Set<String> = [
    "weight", "volume", "size", "worth", "strength", "output", "value",
  ]

  /// Where no reference of the sentence says how anything moved.
  private func judgeByContext(_ phrase: ClaimVocabulary.Phrase, hasReferences: Bool) -> ClaimJudgement {
    switch passage.kind {
    case .title, .subtitle: return judgeTitle(phrase)
    case .point:
      let movements = ground.movements(of: surroundings, since: baseYear)
      let isExplicit = surroundings.contains { ground.comparison($0) != nil }
      let isWhole = sentence.isRunIn && !isAttribute && (subject.isEmpty || isExplicit)
      return judge(phrase, about(movements), isSure: isWhole || sentence.isRunIn && speaks(of: movements))
    case .statement, .label:
      let movements = ground.movementsOfEach(of: context)
      let isOfOneKind = context.count > 1 && Set(context.map(\.label)).count == 1
      let isPlain = noted != nil && subject.isEmpty || isOfOneKind
      let isSure = speaks(of: movements) || isPlain && !isAttribute
      return judge(phrase, about(movements), isSure: isSure)
    }
  }

  /// What the words are about, where they are about some of them.
  private func about(_ movements: [FigureCourse]) -> [FigureCourse] {
    let meant = movements.filter { ground.speaks(subject, of: $0.to) }
    return meant.isEmpty ? movements : meant
  }

  private func speaks(of movements: [FigureCourse]) -> Bool {
    // Of a negative number a "deficit" speaks too.
    movements.contains { ground.speaks(subject, of: $0.to) || $0.ofSize != nil && speaksOfIll(subject) }
  }

  /// `nil` where nothing is known of how that figure moved.
  private func judge(_ phrase: ClaimVocabulary.Phrase, direct: ClaimReference) -> ClaimJudgement? {
    guard let figure = ground.figure(direct.id), !ground.isTarget(figure) else { return nil }
    if let compared = ground.comparison(direct) { return judge(phrase, [compared], isSure: true) }
    if let since = since(figure, direct) { return judge(phrase, [since], isSure: true) }
    if let direction = ground.ownDirection(of: figure) {
      return judge(phrase, [FigureCourse(change: figure, direction: direction)], isSure: true)
    }
    let isBy = sentence.tokens[claim.range.upperBound..<clause.upperBound].prefix(2).contains {
      $0.key == "by"
    }
    if isBy, size == nil { return nil }
    let beside = sentence.references(in: clause).compactMap { ground.figure($0.reference.id) }
    let pairs = ground.pairs(of: beside)
    if !pairs.isEmpty { return judge(phrase, pairs, isSure: true) }
    return ground.single(figure, since: baseYear).map { judge(phrase, [$0], isSure: true) }
  }

  /// "{b}, down from {a}": from the one that the claim leads to up to the last of its kind before the claim.
  private func since(_ figure: Figure, _ direct: ClaimReference) -> FigureCourse? {
    guard
      sentence.key(claim.range.upperBound) == "from" || sentence.key(claim.range.upperBound - 1) == "from",
      sentence.references(in: claim.range.upperBound..<clause.upperBound).count == 1
    else { return nil }
    let own = ground.table.original(of: figure)
    let before = sentence.references(in: 0..<claim.range.lowerBound).compactMap {
      ground.figure($0.reference.id)
    }
    let later = before.last { other in
      let original = ground.table.original(of: other)
      return original.label == own.label && original.unit.dimension == own.unit.dimension
        && original.period != own.period && !ground.isTarget(other)
    }
    return later.map { FigureCourse(from: figure, to: $0) }
  }

  /// "from {a} to {b}", "between {a} and {b}", also where the references say the years.
  private var fromTo: FigureCourse? {
    func figure(after word: String, in range: Range<Int>) -> Figure? {
      for index in range where sentence.key(index) == word {
        let next = sentence.tokens[within: interval(index + 1, upTo: min(index + 4, range.upperBound))]
        if let reference = next.compactMap(\.reference).first, reference.saysAmount || reference.saysPeriod {
          return ground.figure(reference.id)
        }
      }
      return nil
    }
    let isBetween = clause.contains { sentence.key($0) == "between" }
    // "And" ends a clause.
    let whole =
      clause.lowerBound..<(isBetween ? min(clause.upperBound + 4, sentence.tokens.count) : clause.upperBound)
    guard let from = figure(after: isBetween ? "between" : "from", in: whole),
      let to = figure(after: isBetween ? "and" : "to", in: whole), from.id != to.id,
      from.unit.dimension == to.unit.dimension, !ground.isTarget(from), !ground.isTarget(to)
    else { return nil }
    let course = FigureCourse(from: from, to: to)
    if isBetween, let one = from.period, let two = to.period, one >= two { return nil }
    return course
  }

  /// Against all that the exhibit shows: from first to last, or where the title names both directions, step by step.
  private func judgeTitle(_ phrase: ClaimVocabulary.Phrase) -> ClaimJudgement {
    let steps = ground.steps(of: context)
    let opposite: TypedClaim.Sense = phrase.sense == .up ? .down : .up
    if let own = figuresOfOwn(apartFrom: opposite) {
      return judge(phrase, ground.movementsOfEach(of: own), isSure: true)
    }
    if [.up, .down].contains(phrase.sense), others.contains(where: { $0.says(opposite) }) {
      let wanted = phrase.sense == .up ? 1 : -1
      if steps.isEmpty { return .unlinked }
      guard let last = steps.last, !steps.contains(where: { $0.direction == wanted }) else { return .agrees }
      return contradiction(by: last, isSure: true)
    }
    let changes = steps.filter { $0.from == nil }
    let whole = about(ground.pairs(of: context) + changes)
    let labels = Set(context.filter { !ground.isTarget($0) }.map(\.label))
    let isSure = subject.isEmpty || speaks(of: whole) || !isAttribute && labels.count == 1
    let turns = ["recover", "rebound", "bounc", "pick"].contains { phrase.words[0].hasPrefix($0) }
    if turns, let last = about(steps).last, case .agrees = judge(phrase, [last], isSure: isSure) {
      return .agrees
    }
    return judge(phrase, whole, isSure: isSure)
  }

  /// "More nurses, fewer doctors": those that this word is said of, where the other is said of others.
  private func figuresOfOwn(apartFrom opposite: TypedClaim.Sense) -> [Figure]? {
    func meant(by subject: Set<String>) -> [Figure] {
      subject.isEmpty ? [] : context.filter { !ground.isTarget($0) && ground.speaks(subject, of: $0) }
    }
    let own = meant(by: subject)
    let rivals = others.filter { $0.says(opposite) }.flatMap { other in
      meant(
        by: ClaimCase(
          claim: other, sentence: sentence, passage: passage, sentences: sentences, others: [],
          ground: ground, origin: origin
        ).subject)
    }
    let isApart = Set(own.map(\.label)).isDisjoint(with: rivals.map(\.label))
    return own.count > 1 && !rivals.isEmpty && isApart ? own : nil
  }

  // MARK: Against movements

  /// "All three ports grew", "imports and exports both grew": said of each of several things that the sentence refers to.
  private var isOfEach: Bool {
    let before = interval(clause.lowerBound, upTo: claim.range.lowerBound)
    let labels = Set(sentence.references.compactMap { ground.figure($0.id)?.label })
    guard labels.count > 1, !others.contains(where: { $0.phrase(Self.senses) != nil }) else { return false }
    return before.contains { place in
      let next = sentence.key(place + 1)
      return sentence.key(place) == "both"
        || sentence.key(place) == "all"
          && (NumberWords.small[next] != nil || ["of", "rose", "grew", "fell"].contains(next))
        || sentence.key(place) == "each" && ["of", "has", "rose", "grew", "fell"].contains(next)
    }
  }

  /// Contradicted only where all of them contradict it.
  private func judge(_ phrase: ClaimVocabulary.Phrase, _ movements: [FigureCourse], isSure: Bool)
    -> ClaimJudgement
  {
    let meant = movements.map { told($0, by: phrase) }
    guard let first = meant.first else { return .unlinked }
    let agreeing = meant.filter { !isContradicted(phrase, by: $0) }
    if isOfEach, let other = meant.first(where: { isContradicted(phrase, by: $0) }) {
      return contradiction(by: other, isSure: true)
    }
    if agreeing.isEmpty { return contradiction(by: first, isSure: isSure) }
    let broken = agreeing.compactMap { brokenStep(phrase, of: $0) }
    guard let step = broken.first, broken.count == agreeing.count else { return .agrees }
    return contradiction(by: step, isSure: isSure)
  }

  private func contradiction(by movement: FigureCourse, isSure: Bool) -> ClaimJudgement {
    .contradicted(
      ground.words(movement), advice: ground.advice(movement, claim.says(.times) ? .multiple : .direction),
      isSure: isSure)
  }

  private func isContradicted(_ phrase: ClaimVocabulary.Phrase, by movement: FigureCourse) -> Bool {
    switch phrase.sense {
    case .up, .down:
      let wanted = phrase.sense == .up ? 1 : -1
      if claim.isDenied { return movement.direction == wanted }
      if movement.direction != wanted { return !isNearlyRecovered(movement) }
      if let size, isContradicted(size, by: movement) { return true }
      guard let percent = movement.percent?.magnitude else { return false }
      // Of a rate its points may be meant: "eased from 9% to 6%".
      let points = movement.from.flatMap {
        $0.unit.isPercent ? (movement.to.value - $0.value).magnitude : nil
      }
      let (most, least) = (max(percent, points ?? percent), min(percent, points ?? percent))
      // "Eased by a third": where it is said by how much, the verb says no more.
      let bounds = (size == nil ? [phrase] : []) + adverbs
      return bounds.contains { bound in
        bound.least.map { most < $0 } ?? false || bound.most.map { least > $0 } ?? false
      }
    case .flat:
      let most = phrase.most ?? 5
      guard let percent = movement.percent else { return false }
      return percent > most || percent < (phrase.least ?? -most)
    case .times:
      guard let percent = movement.percent else { return false }
      return !times(phrase).contains(100 + percent)
    default: return false
    }
  }

  /// "Almost recovered": to a little less than what was.
  private func isNearlyRecovered(_ movement: FigureCourse) -> Bool {
    sentence.key(claim.range.lowerBound).hasPrefix("recover")
      && ["almost", "nearly", "partly", "partially", "largely", "mostly", "virtually", "practically", "but"]
        .contains(
          sentence.key(claim.range.lowerBound - 1))
      && (movement.percent.map { $0 < 0 && $0 > -15 } ?? false)
  }

  func isContradicted(_ size: TypedSize, by movement: FigureCourse) -> Bool {
    if let from = movement.from { return size.isContradicted(from: from, to: movement.to) }
    return movement.percent.map { size.isContradicted(by: $0) } ?? false
  }

  /// "slightly", "sharply" beside the word.
  private var adverbs: [ClaimVocabulary.Phrase] {
    others.filter { other in
      let gap = max(
        other.range.lowerBound - claim.range.upperBound, claim.range.lowerBound - other.range.upperBound)
      return gap <= 1 && clause.contains(other.range.lowerBound)
    }.compactMap { $0.phrase([.slight, .sharp]) }
  }

  /// "more than doubled", "nearly doubled": in per cent of what was.
  private func times(_ phrase: ClaimVocabulary.Phrase) -> ClosedRange<Decimal> {
    let (least, most) = (phrase.least ?? 0, phrase.most ?? 0)
    let middle = (least + most) / 2
    let before = (sentence.key(claim.range.lowerBound - 2), sentence.key(claim.range.lowerBound - 1))
    if before == ("more", "than") || before.1 == "over" {
      return middle < 100 ? 0...middle : middle...1_000_000
    }
    if ["nearly", "almost"].contains(before.1) {
      return middle < 100 ? middle...(middle + (100 - middle) / 4) : (middle * 8 / 10)...middle
    }
    return least...most
  }
}
