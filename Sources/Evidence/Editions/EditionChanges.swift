import Diagnostics
import Foundation

/// What differs between an edition of a pack and the one before.
public struct EditionChanges: Hashable, Sendable {
  public var old: Edition
  public var new: Edition
  /// In the order in which they are told: figures whose value changed and new ones as the table has them, each
  /// followed by the derived ones that follow from it; then those of which something else changed; then those that
  /// are gone.
  public var changes: [EditionChange]
  /// Ids of the figures that are said differently, whatever their source.
  private var shown: Set<String>
  /// What the old edition said, by figures.
  private var known: Set<Statement.Piece>

  public init(from old: Edition, to new: Edition) {
    // A figure under another id is the same one.
    let old = old.renamed(like: new)
    self.old = old
    self.new = new
    changes = EditionChange.all(from: old, to: new)
    shown = Set(changes.filter(\.isShown).map(\.id))
    known = Set(old.statements.flatMap(\.pieces).filter { $0.figures != nil })
  }

  public var isEmpty: Bool { changes.isEmpty }

  /// Those that changed by themselves.
  public var own: [EditionChange] { changes.filter { $0.follows.isEmpty } }
  /// Derived ones that follow from others.
  public var following: [EditionChange] { changes.filter { !$0.follows.isEmpty } }

  /// Whether words made from these figures say something that the old edition did not.
  public func isChanged(_ words: String, of ids: [String]) -> Bool {
    ids.contains(where: shown.contains) && !known.contains(Statement.Piece(words, figures: ids))
  }

  /// Whether a chart of the figure shows something else than before.
  public func isChanged(_ id: String) -> Bool { shown.contains(id) }
}

/// How a figure differs between two editions.
public struct EditionChange: Hashable, Sendable {
  /// What can change of a figure. Labels and notes are words and not counted.
  public enum Aspect: String, Hashable, Sendable, CaseIterable {
    case value, unit, period, qualifier, status, formula, source, reporter
  }

  public var id: String
  /// `nil` for a new figure.
  public var was: EditionFigure?
  /// `nil` for one that is gone.
  public var now: EditionFigure?
  public var aspects: [Aspect]
  /// The changed figures in its formula, where nothing else about it changed.
  public var follows: [String] = []

  public var figure: EditionFigure? { now ?? was }
  public var label: String { figure?.label ?? id }

  /// Whether the two values are of different periods, so that each has to be named with its own.
  public var isOfTwoPeriods: Bool { aspects.contains(.period) }

  /// Label and period; of values of two periods the label alone.
  public var name: String { isOfTwoPeriods ? label : figure?.name ?? id }

  /// Whether something changed that is shown where the figure is, not only in the table of all figures.
  var isShown: Bool {
    aspects.isEmpty || aspects.contains { ![.formula, .source, .reporter].contains($0) }
  }

  /// Whether all that changed can come from the figures in its formula: of a derived figure its value, of another name
  /// of a figure all that it takes over.
  private var canFollow: Bool {
    guard let was, let now, now.formula != nil, was.formula == now.formula else { return false }
    return now.status == .derived ? aspects == [.value] : true
  }

  /// "up 50%", "down 3 percentage points", "up $1 bn"; empty where there is no such thing to say.
  public var movement: String {
    guard aspects.contains(.value), let was = was?.comparable, let now = now?.comparable else { return "" }
    // A goal for another time is another goal, and no more or less of this one.
    if aspects.contains(.period), was.status == .target || now.status == .target { return "" }
    if let words = try? FigureTable().words(.change, of: now, to: was) { return words }
    // Below zero and from nothing there is no percentage.
    guard was.unit == now.unit, was.period?.months == now.period?.months else { return "" }
    let difference = now.value - was.value
    let movement = Movement(of: now, from: was)
    let isUndirected = FigurePair(now, was, isStatedProportion: false).isUndirected
    if difference.isZero { return movement.words(.none(.exact), isUndirected) }
    let decimals = [was, now].map {
      Amount(value: $0.value, precision: $0.precision, unit: $0.unit).decimalPlaces
    }
    let amount = Amount(
      value: difference.magnitude, precision: .decimals(decimals.max() ?? 0), unit: now.unit,
      spellsSmallCounts: false)
    return movement.words(difference > 0 ? .larger(amount.words) : .smaller(amount.words), isUndirected)
  }

  fileprivate static func all(from old: Edition, to new: Edition) -> [EditionChange] {
    let before = Dictionary(old.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.figures.map(\.id))
    var changed: [EditionChange] = new.figures.compactMap { figure in
      guard let was = before[figure.id] else {
        return EditionChange(id: figure.id, was: nil, now: figure, aspects: [])
      }
      let aspects = was.aspects(changedIn: figure)
      return aspects.isEmpty ? nil : EditionChange(id: figure.id, was: was, now: figure, aspects: aspects)
    }
    let ids = Set(changed.map(\.id))
    for index in changed.indices where changed[index].canFollow {
      changed[index].follows = (changed[index].now?.dependencies ?? []).filter(ids.contains)
    }
    let gone = old.figures.filter { !after.contains($0.id) }.map {
      EditionChange(id: $0.id, was: $0, now: nil, aspects: [])
    }
    return ordered(changed) + gone
  }

  private static func ordered(_ changes: [EditionChange]) -> [EditionChange] {
    // A figure follows its first changed figure; a chain of formulas can't be a circle.
    let followers = Dictionary(grouping: changes.filter { !$0.follows.isEmpty }, by: { $0.follows[0] })
    func withFollowers(_ change: EditionChange) -> [EditionChange] {
      [change] + (followers[change.id] ?? []).flatMap(withFollowers)
    }
    let own = changes.filter { $0.follows.isEmpty }
    return (own.filter(\.isShown) + own.filter { !$0.isShown }).flatMap(withFollowers)
  }
}

extension EditionFigure {
  fileprivate func aspects(changedIn other: EditionFigure) -> [EditionChange.Aspect] {
    var found: [EditionChange.Aspect] = []
    if value != other.value { found.append(.value) }
    if unit != other.unit { found.append(.unit) }
    if period != other.period { found.append(.period) }
    if qualifier != other.qualifier { found.append(.qualifier) }
    if status != other.status { found.append(.status) }
    if formula != other.formula { found.append(.formula) }
    if sources != other.sources { found.append(.source) }
    if reporter != other.reporter { found.append(.reporter) }
    return found
  }

  /// The figure again, as far as it takes to compare it; `nil` where the record does not hold a number.
  fileprivate var comparable: Figure? {
    guard let number = Decimal(string: value, locale: nil) else { return nil }
    let point = value.utf8.firstIndex(of: UInt8(ascii: "."))
    let decimals = point.map { value.utf8.distance(from: $0, to: value.utf8.endIndex) - 1 } ?? 0
    return Figure(
      id: id, label: label, value: number, precision: status == .derived ? nil : .decimals(decimals),
      unit: Unit(unit), period: period.flatMap { Period($0) }, qualifier: qualifier, status: status,
      location: SourceLocation(file: ""))
  }
}
