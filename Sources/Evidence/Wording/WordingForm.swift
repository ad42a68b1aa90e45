/// How a single figure is said in a text; written after the bar in `{id|form}`.
public enum WordingForm: String, Hashable, Sendable, CaseIterable {
  /// "more than $2 bn"; the form of `{id}`.
  case full
  /// Without the qualifier: "$2 bn", "200 agreements".
  case value
  /// With the qualifier, without what is counted: "more than 200". Of money and measures the same as full.
  case count
  /// The bare number: "200".
  case number
  /// For large numerals: "> $2 bn", "≈ $2.5 bn", "200+", "10 000".
  case short
  /// For charts whose axis or subtitle has the unit: "≈2.5", ">3.2".
  case shortNumber = "short number"
  /// "January–September 2018"
  case period
  /// "Jan–Sep 2018"
  case periodShort = "period short"
  /// "nine months of 2018", "the whole of 2017"; else as period.
  case months = "months of"
  /// "2018", "2017–2018"
  case year
  case label

  /// Whether it says when, and needs a period.
  var isOfTime: Bool { [.period, .periodShort, .months, .year].contains(self) }
}

/// How two figures are compared in a text: `{id|change from other}`.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  /// "up 40%", "down 8%", "unchanged"
  case change = "change from"
  /// "40% higher than", "8% lower than", "the same as"
  case higher = "higher than"
  /// "2.5 times", "twice", "half", "two fifths of"
  case times
  /// "$1 bn short of", "$1 bn above", "level with"
  case gap = "gap to"
}
