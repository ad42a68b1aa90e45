extension String {
  /// As it may be shown: what would steer a terminal or turn the order of the letters around (controls of C0 and C1,
  /// bidirectional controls, what can't be seen) stands as `\u{1B}`. Joiners within words stay, as scripts need them.
  public var visible: String { escaped(keepsLines: false) }

  /// As `visible`, but for the ends of lines.
  public var visibleLines: String { escaped(keepsLines: true) }

  private func escaped(keepsLines: Bool) -> String {
    func hides(_ scalar: Unicode.Scalar) -> Bool {
      if keepsLines, scalar == "\n" { return false }
      switch scalar.value {
      case 0x20..<0x7F, 0x200C, 0x200D: return false
      case 0..<0x20, 0x7F..<0xA0: return true
      case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
        0xE0000...0xE007F:
        return true
      default: return false
      }
    }
    guard unicodeScalars.contains(where: hides) else { return self }
    var shown = ""
    for scalar in unicodeScalars {
      if hides(scalar) {
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
