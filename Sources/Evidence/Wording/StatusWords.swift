/// What charts and maps call figures that are not actual values, in the layout's language.
public struct StatusWords: Hashable, Sendable {
  public var target: String
  public var estimate: String
  public var derived: String

  public init(target: String = "target", estimate: String = "estimate", derived: String = "derived") {
    self.target = target
    self.estimate = estimate
    self.derived = derived
  }

  /// The word for a status; of actual values nothing is said.
  public subscript(status: Status) -> String? {
    switch status {
    case .actual: nil
    case .target: target
    case .estimate: estimate
    case .derived: derived
    }
  }
}
