/// The papers that have names: ISO 216 and 217, and the American sizes.
public enum PaperSize: String, Hashable, Sendable, CaseIterable {
  case a2, a3, a4, a5, a6, sra3, sra4, b4, letter, legal, tabloid

  /// Points, upright.
  public var size: Size {
    switch self {
    case .a2: Size(Length.mm(420), Length.mm(594))
    case .a3: Size(Length.mm(297), Length.mm(420))
    case .a4: Size(Length.mm(210), Length.mm(297))
    case .a5: Size(Length.mm(148), Length.mm(210))
    case .a6: Size(Length.mm(105), Length.mm(148))
    case .sra3: Size(Length.mm(320), Length.mm(450))
    case .sra4: Size(Length.mm(225), Length.mm(320))
    case .b4: Size(Length.mm(250), Length.mm(353))
    case .letter: Size(612, 792)
    case .legal: Size(612, 1008)
    case .tabloid: Size(792, 1224)
    }
  }

  /// The paper of a size, whichever way it lies; one point is not told apart.
  public init?(size: Size) {
    let (width, height) = (min(size.width, size.height), max(size.width, size.height))
    let match = Self.allCases.first { abs($0.size.width - width) < 1 && abs($0.size.height - height) < 1 }
    guard let match else { return nil }
    self = match
  }
}
