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
  public func points(beside index: Int) -> [Int] { points(besideEach: index...index)[0] }

  /// Places among `points` of those that stand beside none of its exhibits; none where it has no exhibits.
  public var otherPoints: [Int] {
    guard let last = exhibits.indices.last else { return [] }
    let beside = Set(points(besideEach: 0...last).joined())
    return points.indices.filter { !beside.contains($0) }
  }

  private static let mostBeside = 2
  /// Of the two together; more has no room beside an exhibit of a slide.
  private static let mostLetters = 420

  /// Those beside each of these exhibits: each point is held against all exhibits once.
  private func points(besideEach exhibits: ClosedRange<Int>) -> [[Int]] {
    let ties = ties
    return exhibits.map { index in
      if let told = self.exhibits[index].points { return told.filter(points.indices.contains) }
      return chosen(of: ties.filter { $0.exhibit == index }, beside: index)
    }
  }

  private typealias PointTie = (point: Int, exhibit: Int, tie: Tie)

  /// Of each point that the pack puts nowhere, the exhibit that it belongs to most.
  private var ties: [PointTie] {
    let taken = Set(exhibits.compactMap(\.points).joined())
    let choosing = exhibits.indices.filter {
      exhibits[$0].points == nil && ($0 > 0 || keyFigures.count < Self.mostBeside)
    }
    let subjects = choosing.map { Subject(of: exhibits[$0]) }
    return points.indices.filter { !taken.contains($0) }.compactMap { point in
      let said = Said(points[point])
      return subjects.indices.compactMap { subject in
        subjects[subject].tie(to: said).map { (point: point, exhibit: choosing[subject], tie: $0) }
      }.reduce(nil) { best, next in best.map { $0.tie < next.tie ? next : $0 } ?? next }
    }
  }

  private func chosen(of ties: [PointTie], beside index: Int) -> [Int] {
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

/// What a point says, read once for all exhibits.
private struct Said {
  let text: String
  private let bytes: [UInt8]
  let figures: [String]
  /// The paragraphs that it stands on.
  let marks: [Int]

  init(_ point: InlineText) {
    (text, figures) = (point.text, point.figures)
    bytes = Array(text.utf8)
    marks = point.pieces.flatMap { piece in
      if case .source(let numbers) = piece.kind { numbers } else { [Int]() }
    }
  }

  /// Whether a name stands in it as words of its own.
  func names(_ name: String) -> Bool {
    guard !name.isEmpty, mayHold(name) else { return false }
    var rest = text[...]
    while let range = rest.firstRange(of: name) {
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      if !before.isLetter, !after.isLetter { return true }
      rest = text[range.upperBound...]
    }
    return false
  }

  /// Whether it has a name's bytes, which are found faster than its letters: most names are not in it at all.
  private func mayHold(_ name: String) -> Bool {
    let wanted = Array(name.utf8)
    // Letters that may be written in parts are compared as letters.
    if mayBeWrittenOtherwise(wanted) || mayBeWrittenOtherwise(bytes) { return true }
    return bytes.indices.dropLast(wanted.count - 1).contains { start in
      wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] }
    }
  }

  /// Whether bytes of UTF-8 have marks that combine with the letter before them, or are of scripts beyond Latin, Greek and
  /// Cyrillic but for punctuation.
  private func mayBeWrittenOtherwise(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 == 0xCC || $0 == 0xCD || (0xD4...0xFF).contains($0) && $0 != 0xE2 }
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
  func tie(to point: Said) -> Tie? {
    let shared = Double(figures.intersection(point.figures).count) / Double(max(figures.count, 1))
    let same = Double(point.marks.count { paragraphs.contains($0) }) / Double(max(point.marks.count, 1))
    // Of a map that is about a number as well a point says more than where.
    let isOfIt = figures.isEmpty || shared > 0 || same > 0
    let named = isOfIt ? places.count { $0.contains { point.names($0) } } : 0
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
