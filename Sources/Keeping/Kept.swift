/// Results under the values that they were made from, so that what is made of equal values is made once.
///
/// Two generations: what the present one and the one before have asked for is kept, so that hours of work take no more
/// memory than the last two rounds of it. Not safe for two threads at once. Inlined into its users, since it hashes whatever
/// they are made of.
public struct Kept<Key: Hashable, Value> {
  @usableFromInline var recent: [Key: Value] = [:]
  @usableFromInline var older: [Key: Value] = [:]
  @usableFromInline var counted = Tally()

  @inlinable public init() {}

  public var tally: Tally { counted }

  public var count: Int { recent.count + older.count }

  /// The result that was made of a value; `nil` where there is none. Asking keeps it.
  @inlinable public mutating func take(_ key: Key) -> Value? {
    if let known = recent[key] {
      counted.taken += 1
      return known
    }
    guard let known = older.removeValue(forKey: key) else { return nil }
    recent[key] = known
    counted.taken += 1
    return known
  }

  /// Keeps what has been made of a value.
  @inlinable public mutating func keep(_ value: Value, for key: Key) {
    recent[key] = value
    counted.made += 1
  }

  /// Begins a new generation: what only the one before has asked for is forgotten.
  @inlinable public mutating func turn() {
    older = recent
    recent = [:]
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
