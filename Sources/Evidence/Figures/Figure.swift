import Diagnostics
import Foundation

/// A number with what makes it one: unit, period, what the source claims about it, and the source.
public struct Figure: Hashable, Sendable {
  public var id: String
  public var label: String
  /// Exact decimal; for derived figures computed from the formula.
  public var value: Decimal
  /// How many digits of it are shown; `nil` shows all that the value has.
  public var precision: Precision?
  public var unit: Unit
  /// `nil` where the number belongs to no time (a share of a border).
  public var period: Period?
  public var qualifier: Qualifier
  public var status: Status
  /// As written; only figures whose value is computed have one.
  public var formula: String?
  public var sources: [Source]
  public var note: String?
  /// Whose statistics it is, where two sides count differently.
  public var reporter: String?
  public var location: SourceLocation
  /// Of its note, where it has one.
  public var noteLocation: SourceLocation?

  public init(
    id: String, label: String, value: Decimal, precision: Precision? = nil, unit: Unit, period: Period? = nil,
    qualifier: Qualifier = .exact, status: Status = .actual, formula: String? = nil, sources: [Source] = [],
    note: String? = nil, reporter: String? = nil, location: SourceLocation
  ) {
    self.id = id
    self.label = label
    self.value = value
    self.precision = precision
    self.unit = unit
    self.period = period
    self.qualifier = qualifier
    self.status = status
    self.formula = formula
    self.sources = sources
    self.note = note
    self.reporter = reporter
    self.location = location
  }
}

/// What the source claims about a number.
public enum Qualifier: String, Hashable, Sendable, CaseIterable {
  case exact
  case about
  case moreThan = "more-than"
  case lessThan = "less-than"
  case atLeast = "at-least"
  case atMost = "at-most"
  /// Of computed numbers: more than one number and about another add up to it.
  case moreThanAbout = "more-than-about"
  case lessThanAbout = "less-than-about"
}

public enum Status: String, Hashable, Sendable, CaseIterable {
  case actual, target, estimate, derived
}

/// Where a figure or quotation comes from.
public enum Source: Hashable, Sendable {
  /// "¶5" of the transcript.
  case paragraph(Int)
  /// "fn3" of the transcript.
  case footnote(Int)
  case url(String)
  /// A place in a table of figures, as `TABLE.csv, line 4` or `TABLE.xlsx, Sheet1 C4`: where an update has no other.
  case table(String)
  /// In words: a book and its page, a letter, "doi:10.1000/182".
  case work(String)
}
