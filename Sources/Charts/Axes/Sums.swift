import Evidence

extension Figure {
  /// The sign says that nobody stated it: it was computed.
  func sumInWords(withUnit: Bool = false) -> String {
    "Σ\u{00A0}" + (withUnit ? valueWithUnit : words(.shortNumber))
  }
}
