extension Double {
  /// A number as people write it: digits with at most one point, and a sign. Swift's own reading takes "0x10", "1e3",
  /// "inf" and "nan" too, which nobody means.
  public init?(plain text: some StringProtocol) {
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text.dropFirst(0)
    let bytes = digits.utf8
    guard (1...40).contains(bytes.count), bytes.contains(where: { (0x30...0x39).contains($0) }),
      bytes.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), bytes.count(where: { $0 == 0x2E }) <= 1
    else { return nil }
    self.init(String(text))
  }
}
