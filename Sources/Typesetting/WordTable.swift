/// What has been shaped, by text and setting.
///
/// A hash table of its own: Swift's strings compare by canonical equivalence, which is neither fast nor wanted
/// here, and arrays as keys would each cost an allocation.
struct WordTable {
  private struct Entry {
    var hash: UInt64
    var start: Int
    var count: Int
    var setting: Int
    var shaped: ShapedText
  }

  private var slots = [Int32](repeating: -1, count: 1024)
  private var entries: [Entry] = []
  private var text: [UInt8] = []

  func find(_ bytes: UnsafeBufferPointer<UInt8>, _ setting: Int) -> ShapedText? {
    let hash = Self.hash(bytes, setting)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.setting == setting, entry.count == bytes.count,
        text[entry.start..<entry.start + entry.count].elementsEqual(bytes)
      {
        return entry.shaped
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, _ setting: Int, _ shaped: ShapedText) {
    let hash = Self.hash(bytes, setting)
    entries.append(
      Entry(hash: hash, start: text.count, count: bytes.count, setting: setting, shaped: shaped))
    text.append(contentsOf: bytes)
    if entries.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  /// FNV-1a, 64 bits, folded so that the low bits depend on all others.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ setting: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: setting)
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}
