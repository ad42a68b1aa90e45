import Graphics

/// Sheets and screens that pages are made for; sizes in points.
public enum Paper: String, Hashable, Sendable, CaseIterable {
  case a4, letter, a5
  case wide = "16:9"
  case standard = "4:3"

  /// Whether it is to be looked at and not to be printed on.
  public var isScreen: Bool { self == .wide || self == .standard }

  public var size: Size {
    switch self {
    case .a4: PaperSize.a4.size
    case .letter: PaperSize.letter.size
    case .a5: PaperSize.a5.size
    case .wide: Size(960, 540)
    case .standard: Size(720, 540)
    }
  }
}
