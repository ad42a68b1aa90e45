import Graphics

/// The paper of sheets, upright.
public enum SheetPaper: Hashable, Sendable {
  /// The page's own; a screen's page (16:9) takes A4.
  case page
  /// Twice the page's, so that a booklet's pages keep their size; for a screen's page A3.
  case double
  case standard(Standard)
  case custom(Size)

  /// ISO 216 and 217, and the American sizes.
  public enum Standard: String, Hashable, Sendable, CaseIterable {
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

  /// "a4", "page", "double" or "320 x 450 mm".
  public init?(_ text: String) {
    if let standard = Standard(rawValue: text) {
      self = .standard(standard)
    } else if text == "page" {
      self = .page
    } else if text == "double" {
      self = .double
    } else {
      guard let parts = text.wholeMatch(of: /([0-9.]+)\s*[x×]\s*([0-9.]+)\s*(mm|cm|in|pt)/),
        let width = Length.parse("\(parts.1)\(parts.3)"), let height = Length.parse("\(parts.2)\(parts.3)"),
        Self.sides.contains(width), Self.sides.contains(height)
      else { return nil }
      self = .custom(Size(min(width, height), max(width, height)))
    }
  }

  /// What a side of paper may measure, in points: a business card to A0.
  private static let sides = Length.mm(40)...Length.mm(1200)

  /// The paper for pages of this size, upright.
  func size(for page: Size) -> Size {
    switch self {
    case .standard(let standard): standard.size
    case .custom(let size): size
    case .page: Standard(size: page)?.size ?? (page.isScreen ? Standard.a4.size : page.upright)
    case .double:
      page.isScreen && Standard(size: page) == nil
        ? Standard.a3.size : Size(page.upright.height, page.upright.width * 2).upright
    }
  }
}

extension Size {
  /// The same rectangle, no wider than high.
  var upright: Size { Size(min(width, height), max(width, height)) }
  var turned: Size { Size(height, width) }
  /// Pages that lie on their side and are no paper are made for screens.
  fileprivate var isScreen: Bool { width > height }
}
