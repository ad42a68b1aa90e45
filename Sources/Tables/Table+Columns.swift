extension Table {
  /// The columns that a reader of tables knows. What is wrong with other columns is no matter.
  public struct Columns: Sendable {
    /// Lowercase.
    var names: Set<String>
    /// The column that every such table has; what stands above the row with its name is passed over.
    var head: String
    /// The columns of numbers, if any, where a cell must say nothing but its number.
    var numbers: Set<String>
    /// What the first column is called where the row of names says nothing of it, as tables with years across have it.
    var corner: String?

    /// - Parameters:
    ///   - names: all of them.
    ///   - head: the one that every such table has.
    ///   - numbers: those with numbers.
    ///   - corner: what the first column is called where it has no name; without it such a column is none.
    public init(_ names: [String], head: String, numbers: [String] = [], corner: String? = nil) {
      self.names = Set((names + [corner].compactMap(\.self)).map { $0.lowercased() })
      self.head = head.lowercased()
      self.numbers = Set(numbers.map { $0.lowercased() })
      self.corner = corner
    }

    /// Where the table begins among records: the row that names the head's column and most others, among the first;
    /// `nil` where none does.
    func headIndex(of records: some Sequence<[Field]>) -> Int? {
      let counts = records.prefix(Self.highestHead).enumerated().map { index, record in
        let found = Set(record.map(\.text.trimmedLowercase)).intersection(names)
        return (index, count: found.contains(head) ? found.count : 0)
      }
      guard let most = counts.max(by: { $0.count < $1.count })?.count, most > 0 else { return nil }
      return counts.first { $0.count == most }?.0
    }

    /// How many rows may stand above a table, its own names included.
    static let highestHead = 50
  }
}
