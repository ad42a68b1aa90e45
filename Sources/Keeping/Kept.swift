/// Results under the values that they were made from, so that what is made of equal values is made once.
///
/// Two generations: what the present one and the one before have asked for is kept, so that hours of work take no more
/// memory than the last two rounds of it. Not safe for two threads at once. Inlined into its users, since it hashes whatever
/// they are made of.
public struct Kept<Key: Hashable, Value> {
  @usableFromInline struct Entry {
    @usableFromInline var value: Value
    /// The last round that asked for it.
    @usableFromInline var round: Int

    @inlinable init(value: Value, round: Int) {
      self.value = value
      self.round = round
    }
  }

  @usableFromInline var entries: [Key: Entry] = [:]
  @usableFromInline var round = 0
  @usableFromInline var counted = Tally()

  @inlinable public init() {}

  public var tally: Tally { counted }

  public var count: Int { entries.count }

  /// The result that was made of a value; `nil` where there is none. Asking keeps it.
  @inlinable public mutating func take(_ key: Key) -> Value? {
    guard let index = entries.index(forKey: key) else { return nil }
    entries.values[index].round = round
    counted.taken += 1
    return entries.values[index].value
  }

  /// Keeps what has been made of a value.
  @inlinable public mutating func keep(_ value: Value, for key: Key) {
    entries[key] = Entry(value: value, round: round)
    counted.made += 1
  }

  /// Begins a new generation: what only the one before has asked for is forgotten.
  @inlinable public mutating func turn() {
    let stale = entries.compactMap { $0.value.round < round ? $0.key : nil }
    for key in stale { entries[key] = nil }
    round += 1
    counted = Tally()
  }
}

/// How often something was made, and how often it was there already.
public struct Tally: Hashable, Sendable {
  public var made = 0
  public var taken = 0

  @inlinable public init(made: Int = 0, taken: Int = 0) {
    self.made = made
    self.taken = taken
  }

  public static func + (one: Tally, other: Tally) -> Tally {
    Tally(made: one.made + other.made, taken: one.taken + other.taken)
  }
}
