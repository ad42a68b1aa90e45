import Evidence
import Foundation
import Graphics
import Typesetting

/// How a bar is drawn, so that what the figure is can be seen in colour and in grey.
enum BarLook: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// An actual value of a whole period: solid.
  case actual
  /// Of a part of the year: pale with an outline.
  case partial
  /// Hatched.
  case target
  /// Dashed outline on a tint.
  case estimate
  /// Computed from other figures: hollow.
  case derived

  init(_ figure: Figure, isPartOfYear: Bool) {
    switch figure.status {
    case .target: self = .target
    case .estimate: self = .estimate
    case .derived: self = .derived
    case .actual: self = isPartOfYear ? .partial : .actual
    }
  }

  static func < (a: BarLook, b: BarLook) -> Bool { a.rawValue < b.rawValue }

  /// The word of the key.
  func word(_ words: StatusWords) -> String? {
    switch self {
    case .actual: nil
    case .partial: "part of a year"
    case .target: words.target
    case .estimate: words.estimate
    case .derived: words.derived
    }
  }
}

/// Where the true value lies from a bar's end: further out, or nearer to zero.
enum OpenEnd: Hashable, Sendable {
  case beyond, within

  /// More than −5 is nearer to zero.
  init?(_ figure: Figure) {
    switch figure.qualifier {
    case .moreThan, .atLeast, .moreThanAbout: self = figure.value < 0 ? .within : .beyond
    case .lessThan, .atMost, .lessThanAbout: self = figure.value < 0 ? .beyond : .within
    case .exact, .about: return nil
    }
  }
}
