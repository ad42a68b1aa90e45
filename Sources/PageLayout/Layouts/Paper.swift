import Graphics

/// Sheets and screens that pages are made for; sizes in points.
public enum Paper: String, Hashable, Sendable, CaseIterable {
  case a4, letter, a5
  case wide = "16:9"
  case standard = "4:3"
  case tall = "9:16"
  case portrait = "3:4"

  /// Whether it is to be looked at and not to be printed on.
  public var isScreen: Bool {
    switch self {
    case .wide, .standard, .tall, .portrait: true
    case .a4, .letter, .a5: false
    }
  }

  public var size: Size {
    switch self {
    case .a4: PaperSize.a4.size
    case .letter: PaperSize.letter.size
    case .a5: PaperSize.a5.size
    case .wide: Size(960, 540)
    case .standard: Size(720, 540)
    case .tall: Size(540, 960)
    case .portrait: Size(540, 720)
    }
  }
}
