/// What texts claim beside figures, as forms of a reference: `{id|rose from other}`. Each is named by one of the words
/// that it can give; which it gives is decided by the figures, and by the date of the edition where a goal's time may
/// be over. Docs/figures.md has them all.
public enum ClaimForm: String, Hashable, Sendable, CaseIterable {
  /// "is" or "was", by whether the figure's period is over.
  case isNow = "is"
  case areNow = "are"

  /// "on the way to", "level with", "past", "short of" …: of a figure before its goal.
  case onTheWay = "on the way to"
  /// "has reached", "has passed", "has yet to reach", "reached", "passed", "missed" …
  case hasReached = "has reached"
  /// As `hasReached`, of many.
  case haveReached = "have reached"
  /// Of a goal: "met", "passed", "missed", "still ahead" …
  case metBy = "met by"

  /// "rose", "fell", "stayed level" …
  case rose = "rose from"
  /// "doubled", "more than tripled", "halved", else as `rose`.
  case doubled = "doubled from"
  /// "recovered", "fell back", "rose further" …: with a third, earlier figure.
  case recovered = "recovered from"
  /// "a rise", "a fall", "no change" …
  case rise = "a rise from"
  /// "growing", "shrinking", "steady" …
  case growing = "growing from"
  /// "up", "down", "level" …, without a number.
  case upFrom = "up from"
  /// "grew", "shrank", "did not change": of a figure that is a change itself.
  case grew
  /// The same with its size: "grew by 3%", "shrank by 12%".
  case grewBy = "grew by"

  /// "larger than", "smaller than", "as large as" …
  case largerThan = "larger than"
  /// The label of the larger of two.
  case largerOf = "larger of"
  case smallerOf = "smaller of"

  /// "nearly all of", "most of", "about a third of" …: of a share, or of a part and its whole.
  case mostOf = "most of"
  /// The same of what a share leaves.
  case allBut = "all but"

  /// Which figures a form names.
  enum Others: Hashable {
    case none
    case perhapsOne
    case one
    /// A second one after a word: "from", "after".
    case oneAndPerhaps(String)
    case oneAnd(String)
  }

  var others: Others {
    switch self {
    case .isNow, .areNow, .allBut, .grew, .grewBy: .none
    case .mostOf: .perhapsOne
    case .onTheWay, .hasReached, .haveReached, .metBy: .oneAndPerhaps("from")
    case .recovered: .oneAnd("after")
    case .rose, .doubled, .rise, .growing, .upFrom, .largerThan, .largerOf, .smallerOf: .one
    }
  }

  /// As it is written, with dots for ids.
  var pattern: String {
    switch others {
    case .none: rawValue
    case .perhapsOne: "\(rawValue) […]"
    case .one: "\(rawValue) …"
    case .oneAndPerhaps(let word): "\(rawValue) … [\(word) …]"
    case .oneAnd(let word): "\(rawValue) … \(word) …"
    }
  }
}
