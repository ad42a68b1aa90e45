/// All figures of a pack, in the order of their file.
public struct FigureTable: Hashable, Sendable {
  public var figures: [Figure] {
    didSet { index = FigureIndex(figures) }
  }
  private var index: FigureIndex
  /// As of when the figures are, at least to the year: what is over by then is said in the past tense.
  public var asOf: Period?
  /// Ids whose rows have mistakes or rest on such rows: references to them are no mistakes of their own.
  public private(set) var unread: Set<String> = []

  /// Ids of those that the pack drew from the transcript and an update has from elsewhere.
  var movedFromTranscript: Set<String> = []

  /// - Parameter figures: with different ids (of equal ones the first is found).
  public init(_ figures: [Figure] = []) {
    self.figures = figures
    index = FigureIndex(figures)
  }

  init(_ figures: [Figure], unread: Set<String>) {
    self.init(figures)
    self.unread = unread
  }

  public subscript(id: String) -> Figure? { index.ids[id].map { figures[$0] } }

  /// The figures, in the file's order, that a number in a text could stand for by its value; what else it says of itself
  /// isn't looked at. Few of many, so that a text is not held against every figure.
  func candidates(for mention: NumberMention) -> [Figure] {
    index.candidates(for: mention).map { $0.map { figures[$0] } } ?? figures
  }

  /// The figure that a figure is another name of, by a formula of nothing but an id; else itself.
  public func original(of figure: Figure) -> Figure {
    var original = figure
    // Figures that depend on themselves are refused when they are read; the bound is for tables made otherwise.
    for _ in figures {
      guard let text = original.formula, let id = (try? Formula(text))?.namedFigure, let next = self[id]
      else { break }
      original = next
    }
    return original
  }

  /// In the file's order.
  public var ids: [String] { figures.map(\.id) }
}
