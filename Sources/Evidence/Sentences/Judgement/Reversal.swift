/// What a sentence says where a label says the contrary, in words that are no single noun: "still in the dark" of homes with
/// electricity, "were swept away" of bridges rebuilt.
struct Reversal {
  /// Words of a label.
  var labels: Set<String>
  /// Any of them says the contrary.
  var phrases: [[String]]
  /// Whether the sentence may name the label's own deed, too: "to pave 300 km, and not a metre was done".
  var isSaidOfDeed = false

  private init(_ labels: String, _ phrases: String, isSaidOfDeed: Bool = false) {
    self.labels = Set(labels.split(separator: " ").map(String.init))
    self.phrases = phrases.split(separator: ";").map { $0.split(separator: " ").map(String.init) }
    self.isSaidOfDeed = isSaidOfDeed
  }

  static let all = [
    Reversal("electricity power light", "in the dark;off the grid;by candlelight"),
    Reversal(
      "service running operation", "waiting for parts;waiting for repair;stood idle;stand idle;off the road"),
    Reversal("finish finished finishing graduated", "dropped out;drop out;gave up;never finished"),
    Reversal("rebuilt restored repaired", "swept away;washed away;were destroyed;was destroyed;collapsed"),
    Reversal("solved resolved cleared", "unsolved;unresolved;never solved"),
    Reversal("closed shut", "back to work;back at work;reopened;started up again"),
    Reversal("withdrawn withdrew", "arrived;moved in;marched in"),
    Reversal("harvested gathered picked", "rotted;spoiled;withered"),
    Reversal("received granted obtained", "turned down;refused us;refused our;rejected our;denied us"),
    Reversal("debt debts", "repaid;paid back;paid off", isSaidOfDeed: true),
    Reversal("voters votes", "said no;voted no;voted against", isSaidOfDeed: true),
    Reversal("delivered", "are waiting;are still waiting;still waiting for", isSaidOfDeed: true),
    Reversal(
      "paved built laid", "not a metre;not a kilometre;not one kilometre;not a mile;not a brick;not a stone",
      isSaidOfDeed: true),
    Reversal("with", "have none;has none;had none"),
  ]

  /// Of what is closed a label says that it is not in use, and still may be denied.
  var isOfClosed: Bool { labels.contains("closed") }

  /// Whether a label speaks of what the phrases deny: "voters for the bridge", but not "voters", nor "voters against it".
  func isOf(_ label: [String]) -> Bool {
    guard !labels.isDisjoint(with: label) else { return false }
    let isVote = labels.contains("voters")
    return !isVote || !["for", "favour", "yes"].allSatisfy { !label.contains($0) }
  }
}

extension StatementJudgement {
  /// The words of the number's part of the sentence that say the contrary of the label.
  var reversal: String? {
    let label = figure.labelWords
    if figure.says(Self.ahead) { return nil }
    let part = statement.part
    return Reversal.all.lazy.filter { $0.isOf(label) && ($0.isOfClosed || !figure.saysUndone) }.compactMap {
      reversal -> String? in
      let isOwn =
        !reversal.isSaidOfDeed
        && part.contains { place in
          reversal.labels.contains { label.contains($0) && $0 != "with" && $0 == statement.tokens.key(place) }
        }
      guard !isOwn else { return nil }
      return reversal.phrases.first { phrase in
        !phrase.contains(where: label.contains) && part.contains { statement.says(phrase, at: $0) }
      }?.joined(separator: " ")
    }.first
  }
}

extension NumberStatement {
  /// The places from the last stop or number before the number up to the next after it.
  var part: Range<Int> {
    func isEdge(_ place: Int) -> Bool {
      [";", ":", "but", "while", "whereas", "who", "which"].contains(key(place))
        || others.contains { $0.contains(place) } && !isYear(place)
    }
    func isYear(_ place: Int) -> Bool {
      tokens.text(place).utf8.count == 4 && ["in", "since", "by", "of"].contains(key(place - 1))
    }
    var start = number.lowerBound
    while start > sentence.lowerBound, number.lowerBound - start < 10, !isEdge(start - 1),
      key(start - 1) != ","
    { start -= 1 }
    var end = number.upperBound
    while end < sentence.upperBound, end - number.upperBound < 16, !isEdge(end) { end += 1 }
    return start..<end
  }

  /// Whether a phrase stands there, and is not itself denied.
  func says(_ phrase: [String], at place: Int) -> Bool {
    tokens.has(phrase, at: place)
      && !interval(place - 3, upTo: place).contains { before in
        ["no", "none", "never", "nobody", "nothing", "without"].contains(key(before))
          || QualifierFinder.isNegation(tokens, before)
      }
  }
}
