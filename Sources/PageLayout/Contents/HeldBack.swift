/// Blocks of long queues (a table of ten thousand rows) that are far from their turn. Making a page looks at all of what is
/// left, to weigh heights and footnotes: with whole queues the time would grow with the square of their length.
struct HeldBack {
  private var later: [String: ArraySlice<Block>] = [:]

  /// Many pages hold so many blocks; shorter queues are never touched.
  private static let window = 400

  /// Takes what is far from its turn out of the queues.
  init(from queues: inout Queues) {
    for (area, blocks) in queues where blocks.count > 2 * Self.window {
      later[area] = blocks[Self.window...]
      queues[area] = Array(blocks[..<Self.window])
    }
  }

  /// Puts back what is needed next.
  mutating func refill(_ queues: inout Queues) {
    for (area, blocks) in later where (queues[area]?.count ?? 0) < Self.window / 2 {
      queues[area, default: []] += blocks.prefix(Self.window)
      later[area] = blocks.count > Self.window ? blocks.dropFirst(Self.window) : nil
    }
  }
}
