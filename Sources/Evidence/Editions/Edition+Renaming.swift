import Tables

extension Edition {
  /// The same edition with the ids of a later one: where a figure of it is gone, and one that is the same but for its id
  /// has come, it was given another id.
  func renamed(like new: Edition) -> Edition {
    let (before, after) = (Set(figures.map(\.id)), Set(new.figures.map(\.id)))
    let gone = Dictionary(grouping: figures.filter { !after.contains($0.id) }, by: Likeness.init)
    let come = Dictionary(grouping: new.figures.filter { !before.contains($0.id) }, by: Likeness.init)
    var names: [String: String] = [:]
    // Of several that are alike each has to have its counterpart; they are taken in their order.
    for (likeness, figures) in gone where come[likeness]?.count == figures.count {
      for (old, new) in zip(figures, come[likeness] ?? []) { names[old.id] = new.id }
    }
    return names.isEmpty ? self : renamed(by: names)
  }

  private func renamed(by names: [String: String]) -> Edition {
    var edition = self
    for index in edition.figures.indices {
      let id = edition.figures[index].id
      edition.figures[index].id = names[id] ?? id
      edition.figures[index].formula = edition.figures[index].formula.map { Self.renamed($0, by: names) }
    }
    for statement in edition.statements.indices {
      for piece in edition.statements[statement].pieces.indices {
        let ids = edition.statements[statement].pieces[piece].figures
        edition.statements[statement].pieces[piece].figures = ids?.map { names[$0] ?? $0 }
      }
    }
    return edition
  }

  private static func renamed(_ formula: String, by names: [String: String]) -> String {
    guard let read = try? Formula(formula) else { return formula }
    var scalars = Array(formula.unicodeScalars)
    for (id, offset) in read.figures.reversed() {
      guard let name = names[id] else { continue }
      scalars.replaceSubrange(offset..<(offset + id.unicodeScalars.count), with: Array(name.unicodeScalars))
    }
    return String(scalars: scalars)
  }
}

/// What makes two figures the same one under two ids.
private struct Likeness: Hashable {
  var label: String
  var value: String
  var unit: String
  var period: String?
  var qualifier: Qualifier
  var status: Status

  init(_ figure: EditionFigure) {
    label = figure.label
    value = figure.value
    unit = figure.unit
    period = figure.period
    qualifier = figure.qualifier
    status = figure.status
  }
}
