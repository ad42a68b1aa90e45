extension StringProtocol {
  /// Nothing but white space.
  package var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// Without white space at its ends.
  package var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars: scalars[first...last])
  }

  package var trimmedLowercase: String { trimmed.lowercased() }
}

extension String {
  /// Much faster than appending to `unicodeScalars`, and every word of a pack is made so.
  package init(scalars: some Collection<Unicode.Scalar>) {
    self =
      scalars.withContiguousStorageIfAvailable { String(contiguous: $0) }
      ?? Array(scalars).withUnsafeBufferPointer { String(contiguous: $0) }
  }

  private init(contiguous scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    self.init(unsafeUninitializedCapacity: 4 * scalars.count) { bytes in
      var count = 0
      func write(_ value: UInt32) {
        bytes[count] = UInt8(truncatingIfNeeded: value)
        count += 1
      }
      for scalar in scalars {
        let value = scalar.value
        switch value {
        case ..<0x80: write(value)
        case ..<0x800:
          write(0xC0 | value >> 6)
          write(0x80 | value & 0x3F)
        case ..<0x1_0000:
          write(0xE0 | value >> 12)
          write(0x80 | value >> 6 & 0x3F)
          write(0x80 | value & 0x3F)
        default:
          write(0xF0 | value >> 18)
          write(0x80 | value >> 12 & 0x3F)
          write(0x80 | value >> 6 & 0x3F)
          write(0x80 | value & 0x3F)
        }
      }
      return count
    }
  }
}

extension Unicode.Scalar {
  /// A control character that no text has; tabs, line ends and page ends are white space.
  package var isForbiddenControl: Bool {
    value < 0x09 || (0x0E...0x1F).contains(value) || (0x7F...0x84).contains(value)
      || (0x86...0x9F).contains(value)
  }

  /// In four digits or more.
  var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
