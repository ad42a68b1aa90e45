import Foundation

/// What one build of a pack said: its figures as of a date, and the words that were made of them.
///
/// A value of texts: it is written into the documents that the build makes and read back from them years later.
public struct Edition: Hashable, Sendable, Codable {
  public var title: String
  /// ISO 8601.
  public var figuresAsOf: String?
  /// In the table's order.
  public var figures: [EditionFigure]
  /// Every place that shows a figure, in reading order.
  public var statements: [Statement]

  public init(title: String, figuresAsOf: String?, figures: FigureTable, statements: [Statement]) {
    self.title = title
    self.figuresAsOf = figuresAsOf
    self.figures = figures.figures.map { EditionFigure($0) }
    self.statements = statements
  }

  public subscript(id: String) -> EditionFigure? { figures.first { $0.id == id } }

  /// Places that show a figure, each once.
  public func places(showing id: String) -> [String] {
    statements.filter { $0.shows(id) }.map(\.place)
  }

  private enum CodingKeys: String, CodingKey {
    case title, figures, statements
    case figuresAsOf = "figures_as_of"
  }
}

/// A headline, a point, a label, a chart: where in the pack it stands, and its words.
public struct Statement: Hashable, Sendable, Codable {
  public struct Piece: Hashable, Sendable, Codable {
    public var text: String
    /// Ids of the figures that the text was made from; `nil` for the words between.
    public var figures: [String]?

    public init(_ text: String, figures: [String]? = nil) {
      self.text = text
      self.figures = figures
    }
  }

  /// "question 1, point 3"; each place of a pack has one statement.
  public var place: String
  public var pieces: [Piece]

  public init(place: String, pieces: [Piece]) {
    self.place = place
    self.pieces = pieces
  }

  public var text: String { pieces.map(\.text).joined() }

  public func shows(_ id: String) -> Bool { pieces.contains { $0.figures?.contains(id) ?? false } }
}

/// A figure as an edition records it.
public struct EditionFigure: Hashable, Sendable, Codable {
  public var id: String
  public var label: String
  /// The exact decimal, with a point and all decimals that are shown.
  public var value: String
  public var unit: String
  /// ISO 8601.
  public var period: String?
  public var qualifier: Qualifier
  public var status: Status
  public var formula: String?
  /// "¶5", "fn3", an address.
  public var sources: [String]
  public var reporter: String?
  /// As printed in tables and large numerals.
  public var words: String

  public init(_ figure: Figure) {
    id = figure.id
    label = figure.label
    value = figure.writtenValue
    unit = figure.unit.text
    period = figure.period?.iso
    qualifier = figure.qualifier
    status = figure.status
    formula = figure.formula
    sources = figure.sources.map(\.written)
    reporter = figure.reporter
    words = figure.words(.short)
  }

  public var periodWords: String { period.flatMap { Period($0) }?.words(short: true) ?? "" }

  /// Label and period.
  public var name: String { periodWords.isEmpty ? label : "\(label), \(periodWords)" }

  /// The id of the figure that this is only another name of: its formula is that id alone.
  public var otherNameOf: String? {
    guard let only = dependencies.first, dependencies.count == 1, status != .derived,
      formula?.trimmingCharacters(in: .whitespaces) == only
    else { return nil }
    return only
  }

  /// Ids of the figures in its formula.
  public var dependencies: [String] {
    guard let formula, let read = try? Formula(formula) else { return [] }
    return read.figures.map(\.id)
  }
}

extension Qualifier: Codable {}
extension Status: Codable {}
