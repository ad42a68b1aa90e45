import Graphics

/// The paper of sheets, upright.
public enum SheetPaper: Hashable, Sendable {
  /// The page's own; a screen's page (16:9) takes A4.
  case page
  /// Twice the page's, so that a booklet's pages keep their size; for a screen's page A3.
  case double
  case standard(PaperSize)
  case custom(Size)

  /// "a4", "page", "double" or "320 x 450 mm".
  public init?(_ text: String) {
    if let standard = PaperSize(rawValue: text) {
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
    case .page: PaperSize(size: page)?.size ?? (page.isScreen ? PaperSize.a4.size : page.upright)
    case .double:
      page.isScreen && PaperSize(size: page) == nil
        ? PaperSize.a3.size : Size(page.upright.height, page.upright.width * 2).upright
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
