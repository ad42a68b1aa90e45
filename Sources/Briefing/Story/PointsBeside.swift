import ChartGrammar
import Evidence
import MapGrammar

extension QuestionStory {
  /// Which points stand beside an exhibit, those first that belong to it most: those that the pack puts there, else the
  /// ones that share its figures or its places, else its ¶ marks.
  ///
  /// No point stands beside two exhibits, unless the pack says so. Beside the first stand the question's key figures,
  /// which count as points. Two are chosen at most, and one where they are long: a slide says one thing.
  ///
  /// - Parameter index: the exhibit's, of those of this question.
  /// - Returns: places among `points`.
  public func points(beside index: Int) -> [Int] {
    if let told = exhibits[index].points { return told.filter(points.indices.contains) }
    let taken = Set(exhibits.compactMap(\.points).joined())
    let choosing = exhibits.indices.filter {
      exhibits[$0].points == nil && ($0 > 0 || keyFigures.count < Self.mostBeside)
    }
    let subjects = choosing.map { Subject(of: exhibits[$0]) }
    let ties = points.indices.filter { !taken.contains($0) }.compactMap { point in
      subjects.indices.compactMap { subject in
        subjects[subject].tie(to: points[point]).map { (point: point, exhibit: choosing[subject], tie: $0) }
      }.reduce(nil) { best, next in best.map { $0.tie < next.tie ? next : $0 } ?? next }
    }.filter { $0.exhibit == index }
    // What is only said in the same paragraphs stands in for what is said of the same things.
    let close = ties.contains { $0.tie.isOfSubject } ? ties.filter(\.tie.isOfSubject) : ties
    let ranked = close.sorted { $1.tie < $0.tie || ($0.tie == $1.tie && $0.point < $1.point) }.map(\.point)
    let most = Self.mostBeside - (index == 0 ? keyFigures.count : 0)
    var letters = 0
    return Array(
      ranked.prefix(max(most, 0)).prefix { place in
        letters += points[place].text.count
        return letters <= Self.mostLetters || place == ranked.first
      })
  }
}

extension QuestionStory {
  private static let mostBeside = 2
  /// Of the two together; more has no room beside an exhibit of a slide.
  private static let mostLetters = 420

  /// Places among `points` of those that stand beside none of its exhibits; none where it has no exhibits.
  public var otherPoints: [Int] {
    if exhibits.isEmpty { return [] }
    let beside = Set(exhibits.indices.flatMap { points(beside: $0) })
    return points.indices.filter { !beside.contains($0) }
  }
}

/// What an exhibit is about, as points can be about it too.
private struct Subject {
  let figures: Set<String>
  let places: [[String]]
  let paragraphs: Set<Int>

  init(of exhibit: Exhibit) {
    let texts = [exhibit.title, exhibit.subtitle, exhibit.note].compactMap { $0 }
    figures = Set(
      exhibit.figures.map(\.id) + exhibit.figuresInWords + exhibit.events.flatMap(\.figures)
        + texts.flatMap(\.figures))
    places = exhibit.content.told.sites.filter(\.isNamed).map { [$0.label] + $0.otherNames }
    paragraphs = Set(
      exhibit.sources.compactMap { if case .paragraph(let number) = $0 { number } else { nil } })
  }

  /// `nil` where a point is about something else.
  func tie(to point: InlineText) -> Tie? {
    let shared = Double(figures.intersection(point.figures).count) / Double(max(figures.count, 1))
    let marks = point.pieces.flatMap { piece in
      if case .source(let numbers) = piece.kind { numbers } else { [Int]() }
    }
    let same = Double(marks.count { paragraphs.contains($0) }) / Double(max(marks.count, 1))
    let text = point.text
    // Of a map that is about a number as well a point says more than where.
    let isOfIt = figures.isEmpty || shared > 0 || same > 0
    let named = isOfIt ? places.count { $0.contains { text.names($0) } } : 0
    let tie = Tie(
      isOfSubject: shared > 0 || named > 0,
      strength: shared + Double(named) / Double(max(places.count, 1)) + same / 2)
    return tie.isOfSubject || same >= Tie.leastSame ? tie : nil
  }
}

private struct Tie: Comparable {
  /// Whether figures or places are shared, and not only paragraphs.
  var isOfSubject: Bool
  /// The shares of the exhibit's figures and places that the point names, and half that of the point's paragraphs that
  /// the exhibit stands on.
  var strength: Double

  /// Of a point's paragraphs, where it shares nothing else.
  static let leastSame = 0.5

  static func < (one: Tie, other: Tie) -> Bool { one.strength < other.strength }
}

extension String {
  /// Whether a name stands in it as words of its own.
  fileprivate func names(_ name: String) -> Bool {
    guard !name.isEmpty else { return false }
    var rest = self[...]
    while let range = rest.firstRange(of: name) {
      let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
      let after = range.upperBound < endIndex ? self[range.upperBound] : " "
      if !before.isLetter, !after.isLetter { return true }
      rest = self[range.upperBound...]
    }
    return false
  }
}
