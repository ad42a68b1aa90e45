import Evidence

extension Story {
  /// What this build says, to be recorded and compared with.
  public var edition: Edition {
    var statements = Statements()
    statements.add("title", title)
    statements.add("subtitle", subtitle)
    statements.add("kicker", kicker)
    statements.add("overview", keyFigures)
    if let map { statements.add("overview, map", map) }
    for question in questions {
      let name = "question \(question.number)"
      statements.add(name, question.question)
      statements.add("\(name), headline", question.headline)
      statements.add("\(name), statement", question.statement)
      for (index, point) in question.points.enumerated() {
        statements.add("\(name), point \(index + 1)", point)
      }
      statements.add("\(name), notes", question.notes)
      statements.add(name, question.keyFigures)
      for (index, exhibit) in question.exhibits.enumerated() {
        statements.add("\(name), exhibit \(index + 1)", exhibit)
      }
    }
    for page in pages {
      for (index, text) in page.texts.enumerated() {
        statements.add(index == 0 ? "\(page.name), title" : "\(page.name), text \(index)", text)
      }
      for (index, exhibit) in page.exhibits.enumerated() {
        statements.add("\(page.name), exhibit \(index + 1)", exhibit)
      }
    }
    return Edition(
      title: title.text, figuresAsOf: figuresAsOf, figures: figures, statements: statements.all)
  }
}

/// Collects the places that show figures.
private struct Statements {
  private(set) var all: [Statement] = []

  mutating func add(_ place: String, _ text: InlineText?) {
    guard let text, !text.figures.isEmpty else { return }
    let pieces = text.pieces.map { piece -> Statement.Piece in
      if case .figure(let ids) = piece.kind { return Statement.Piece(piece.text, figures: ids) }
      return Statement.Piece(piece.text)
    }
    all.append(Statement(place: place, pieces: pieces))
  }

  mutating func add(_ place: String, _ texts: [InlineText]) {
    for text in texts { add(place, text) }
  }

  mutating func add(_ place: String, _ keyFigures: [KeyFigure]) {
    for (index, key) in keyFigures.enumerated() {
      let name = "\(place), key figure \(index + 1)"
      all.append(Statement(place: name, pieces: [.init(key.numeral, figures: [key.figure.id])]))
      add("\(name), label", key.label)
      add("\(name), note", key.note)
    }
  }

  mutating func add(_ place: String, _ exhibit: Exhibit) {
    add("\(place), title", exhibit.title)
    add("\(place), subtitle", exhibit.subtitle)
    add("\(place), note", exhibit.note)
    add("\(place), notes", exhibit.notes)
    var pieces: [Statement.Piece] = []
    for (text, figures) in exhibit.content.told.recordedWords where !figures.isEmpty {
      if !pieces.isEmpty { pieces.append(Statement.Piece(", ")) }
      pieces.append(Statement.Piece(text, figures: figures))
    }
    if !pieces.isEmpty { all.append(Statement(place: "\(place), chart", pieces: pieces)) }
  }
}
