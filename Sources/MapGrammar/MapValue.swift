import Evidence
import Foundation
import Graphics

extension MapDescription {
  /// A number that is drawn, and as it is said.
  public struct Value: Hashable, Sendable {
    public var amount: Double
    /// With qualifier and unit: "> $2 bn".
    public var text: String
    /// The same without the unit, where that is shorter and the legend says the unit.
    public var bare: String?
    /// What is no actual value is drawn otherwise, and its status stands after it.
    public var status: Status

    public init(_ amount: Double, _ text: String, bare: String? = nil, status: Status = .actual) {
      self.amount = amount
      self.text = text
      self.bare = bare
      self.status = status
    }

    /// A figure as it is labelled, its period with it where those beside it have others.
    ///
    /// - Parameters:
    ///   - figure: what is shown.
    ///   - others: all that its layer shows.
    ///   - language: the map's, BCP 47.
    public init(_ figure: Figure, among others: [Figure], language: String) {
      var addition = ""
      if let period = figure.period, others.contains(where: { $0.period != period }) {
        addition = comma(language: language, after: figure.valueWithUnit) + period.words(short: true)
      }
      // What is said of the number stays with it.
      let (full, bare) = (figure.valueWithUnit + addition, figure.words(.shortNumber) + addition)
      self.init(
        figure.value.double, full, bare: bare.count + 2 < full.count ? bare : nil, status: figure.status)
    }
  }

  /// - Parameter value: one of this map.
  /// - Returns: its words, with its status in the layout's where it is no actual value.
  public func words(of value: Value) -> String { value.text + status(of: value) }

  /// - Parameter value: one of this map.
  /// - Returns: the same without the unit, where that is shorter.
  public func bareWords(of value: Value) -> String { (value.bare ?? value.text) + status(of: value) }

  private func status(of value: Value) -> String { layoutWords.status[value.status].map { " (\($0))" } ?? "" }

  /// - Parameter event: one of this map.
  /// - Returns: its label and its time.
  public func words(of event: Event) -> String {
    let date = event.period.map { comma(language: language, after: event.label) + $0.words(short: true) }
    return event.label + (date ?? "")
  }
}
