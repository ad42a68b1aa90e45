extension Table {
  /// The columns that a reader of tables knows. What is wrong with other columns is no matter.
  public struct Columns: Sendable {
    /// Lowercase.
    var names: Set<String>
    /// The column that every such table has; what stands above the row with its name is passed over.
    var head: String
    /// The column of numbers, if any, where a cell must say nothing but its number.
    var number: String?

    /// - Parameters:
    ///   - names: all of them.
    ///   - head: the one that every such table has.
    ///   - number: the one with numbers.
    public init(_ names: [String], head: String, number: String? = nil) {
      self.names = Set(names.map { $0.lowercased() })
      self.head = head
      self.number = number
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
