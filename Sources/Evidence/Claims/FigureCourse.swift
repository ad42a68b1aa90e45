import Foundation

/// How something moved: between two figures of one kind, or as a figure says that is itself a change.
struct FigureCourse {
  /// `nil` where the figure is itself a change.
  var from: Figure?
  var to: Figure

  /// 1: up, −1: down, 0: as before.
  var direction: Int
  /// By how much of what was, in per cent; `nil` where there was nothing.
  var percent: Decimal?
  /// Of two negative numbers, whether it is told of how large they are: "the deficit grew".
  private(set) var isOfSize = false

  init(from: Figure, to: Figure) {
    self.from = from
    self.to = to
    let difference = to.amount - from.amount
    direction = difference > 0 ? 1 : difference < 0 ? -1 : Self.directionOfEqual(from, to)
    percent = from.amount > 0 ? difference / from.amount * 100 : nil
  }

  /// Of a figure that says by how much something changed.
  init(change: Figure, direction: Int) {
    to = change
    self.direction = direction
    percent = change.unit.isPercent ? change.value.magnitude * Decimal(direction) : nil
  }

  /// Of two negative numbers how large they are, as is said of a deficit; `nil` of others.
  var ofSize: FigureCourse? {
    guard let from, from.amount <= 0, to.amount <= 0, !(from.amount.isZero && to.amount.isZero) else {
      return nil
    }
    var result = self
    result.direction = -direction
    result.percent = from.amount.isZero ? nil : (to.amount - from.amount) / from.amount * 100
    result.isOfSize = true
    return result
  }

  /// The other way round: of a thing that is better when it is less.
  var reversed: FigureCourse {
    var result = self
    result.direction = -direction
    result.percent = percent.map { -$0 }
    return result
  }

  /// More than 2 after 2 is more.
  private static func directionOfEqual(_ from: Figure, _ to: Figure) -> Int {
    switch Certainty(to.qualifier, minus: from.qualifier) {
    case .more: 1
    case .less: -1
    default: 0
    }
  }
}

extension ClaimGround {
  /// What the references of a stretch of text say of movements: what they compare says most, then figures that are
  /// themselves changes, then figures of one kind beside each other, then what a figure was before.
  func movements(of references: [ClaimReference], since year: Int? = nil) -> [FigureCourse] {
    let compared = references.compactMap { comparison($0) }
    if !compared.isEmpty { return compared }
    let figures = references.compactMap { table[$0.id] }.filter { !isTarget($0) }
    let changes = figures.compactMap { figure in
      ownDirection(of: figure).map { FigureCourse(change: figure, direction: $0) }
    }
    if !changes.isEmpty { return changes }
    let pairs = self.pairs(of: figures)
    return pairs.isEmpty ? figures.compactMap { single($0, since: year) } : pairs
  }

  /// From the first to the last of each kind; of what stands alone since the one before.
  func movementsOfEach(of figures: [Figure]) -> [FigureCourse] {
    let pairs = pairs(of: figures)
    let alone = figures.filter { figure in !pairs.contains { $0.to.label == figure.label } }
    return pairs + alone.compactMap { single($0) }
  }

  /// Of a figure since the one before.
  func single(_ figure: Figure, since year: Int? = nil) -> FigureCourse? {
    if let direction = ownDirection(of: figure) { return FigureCourse(change: figure, direction: direction) }
    let original = table.original(of: figure)
    if original.status == .target { return nil }
    return predecessor(of: original, in: year).map { FigureCourse(from: $0, to: figure) }
  }

  /// `{a|change from b}` and the like, where both are of one kind at two times.
  func comparison(_ reference: ClaimReference) -> FigureCourse? {
    guard let other = reference.others.first.flatMap({ table[$0] }), let figure = table[reference.id],
      !isTarget(figure), !isTarget(other), figure.unit.dimension == other.unit.dimension,
      figure.period != other.period || figure.period == nil
    else { return nil }
    if let one = figure.period, let two = other.period, one < two {
      return FigureCourse(from: figure, to: other)
    }
    return FigureCourse(from: other, to: figure)
  }

  /// From the first to the last of each kind.
  func pairs(of figures: [Figure]) -> [FigureCourse] {
    groups(of: figures).compactMap { group in
      guard let first = group.first, let last = group.last, first.period != last.period else { return nil }
      return FigureCourse(from: first, to: last)
    }
  }

  /// From each figure to the next of its kind; figures that are changes say one each.
  func steps(of figures: [Figure]) -> [FigureCourse] {
    let changes = figures.compactMap { figure in
      ownDirection(of: figure).map { FigureCourse(change: figure, direction: $0) }
    }
    return changes
      + groups(of: figures).flatMap { group in zip(group, group.dropFirst()).map(FigureCourse.init) }
  }

  /// Figures of one kind, in the order of time: no goals, no changes, periods of one length.
  private func groups(of figures: [Figure]) -> [[Figure]] {
    var groups: [(key: String, figures: [Figure])] = []
    for figure in figures {
      guard let period = figure.period, !isTarget(figure), ownDirection(of: figure) == nil else { continue }
      let key = "\(figure.label.lowercased())|\(figure.unit.kind)|\(period.months)|\(figure.reporter ?? "")"
      if let index = groups.firstIndex(where: { $0.key == key }) {
        if !groups[index].figures.contains(where: { $0.period == period }) {
          groups[index].figures.append(figure)
        }
      } else {
        groups.append((key, [figure]))
      }
    }
    return groups.map { $0.figures.sorted { ($0.period ?? .never) < ($1.period ?? .never) } }
  }

  // MARK: In words

  /// The likeliest reference that would have followed the figures.
  func suggestion(_ kind: ClaimKind, _ ids: [String]) -> String? {
    table.forms(for: kind, of: ids).first.map { "write \($0.reference), which gives '\($0.words)'" }
  }

  /// "is down 40% from 'trade-2017'"
  func words(_ movement: FigureCourse) -> String {
    let to = movement.to
    guard let from = movement.from else { return "'\(to.id)' is \(to.words(.full))" }
    if !movement.isOfSize, let words = try? table.words(.change, of: to, to: from) {
      return "'\(to.id)' is \(words) on '\(from.id)'"
    }
    return "'\(to.id)' is \(to.words(.full)) after \(from.words(.full))"
  }

  /// What to write instead, and what that gives.
  func advice(_ movement: FigureCourse, _ kind: ClaimKind = .direction) -> String {
    let ids = movement.isOfSize ? [] : [movement.to.id, movement.from?.id].compactMap(\.self)
    return suggestion(kind, ids) ?? "write {\(movement.to.id)} without a typed direction, or mend the words"
  }
}
