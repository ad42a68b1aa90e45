/// All figures of a pack, in the order of their file.
public struct FigureTable: Hashable, Sendable {
  public var figures: [Figure] {
    didSet { index = Self.index(figures) }
  }
  private var index: [String: Int]

  /// - Parameter figures: with different ids (of equal ones the first is found).
  public init(_ figures: [Figure] = []) {
    self.figures = figures
    index = Self.index(figures)
  }

  public subscript(id: String) -> Figure? { index[id].map { figures[$0] } }

  /// In the file's order.
  public var ids: [String] { figures.map(\.id) }

  private static func index(_ figures: [Figure]) -> [String: Int] {
    Dictionary(figures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
