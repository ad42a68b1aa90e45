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
  package init(scalars: some Sequence<Unicode.Scalar>) {
    self.init()
    unicodeScalars.append(contentsOf: scalars)
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
