/// The words of one language that periods, figures and comparisons are said in. Everything that the wording
/// prints comes from here; another language is another value of this type.
struct Vocabulary: Sendable {
  var months: [String]
  var shortMonths: [String]
  /// Between a number and a year: "nine months of 2018".
  var monthsOf: String
  /// Before a year.
  var wholeOf: String

  var about: String
  var moreThan: String
  var lessThan: String
  /// Before things that are counted.
  var fewerThan: String
  var atLeast: String
  var atMost: String

  var percentagePoints: (singular: String, plural: String)

  var up: String
  var down: String
  var unchanged: String
  var littleChanged: String
  var unchangedOrUp: String
  var unchangedOrDown: String

  var higherThan: String
  var lowerThan: String
  var sameAs: String
  var atLeastAsHighAs: String
  var atMostAsHighAs: String

  /// Where nobody can tell.
  var neitherUpNorDown: String
  var neitherHigherNorLower: String
  var neitherAboveNorShort: String
  var neitherAboveNorBelow: String
  var neitherMoreNorLess: String

  /// What a value is above or below, where it did not move there.
  var theGoal: String
  var theEstimate: String
  var theActualValue: String
  var `for`: String
  var `in`: String

  var above: String
  var below: String
  var shortOf: String
  var levelWith: String
  var atOrAbove: String
  var atOrBelow: String

  var times: String
  var twice: String
  /// Counts of things that running text says in words, by their number.
  var counts: [Int: String]
  /// Three to ten, before `times`.
  var smallNumbers: [Int: String]
  /// Before an amount, "of" included where it is needed: "half", "two fifths of".
  var fractions: [Fraction]
  var of: String
  var claims: ClaimWords

  struct Fraction: Sendable {
    var numerator: Int
    var denominator: Int
    var words: String
  }

  static let english = Vocabulary(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ],
    shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    monthsOf: "months of", wholeOf: "the whole of",
    about: "about", moreThan: "more than", lessThan: "less than", fewerThan: "fewer than",
    atLeast: "at least", atMost: "at most",
    percentagePoints: ("percentage point", "percentage points"),
    up: "up", down: "down", unchanged: "unchanged", littleChanged: "little changed",
    unchangedOrUp: "unchanged or up", unchangedOrDown: "unchanged or down",
    higherThan: "higher than", lowerThan: "lower than", sameAs: "the same as",
    atLeastAsHighAs: "at least as high as", atMostAsHighAs: "at most as high as",
    neitherUpNorDown: "neither clearly up nor down",
    neitherHigherNorLower: "neither clearly higher nor lower than",
    neitherAboveNorShort: "neither clearly above nor short of",
    neitherAboveNorBelow: "neither clearly above nor below",
    neitherMoreNorLess: "not clearly more or less than",
    theGoal: "the goal", theEstimate: "the estimate", theActualValue: "the actual value", for: "for",
    in: "in",
    above: "above", below: "below", shortOf: "short of", levelWith: "level with", atOrAbove: "at or above",
    atOrBelow: "at or below",
    times: "times", twice: "twice",
    counts: [
      1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
    ],
    smallNumbers: [
      3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
    ],
    fractions: [
      Fraction(numerator: 1, denominator: 2, words: "half"),
      Fraction(numerator: 1, denominator: 3, words: "a third of"),
      Fraction(numerator: 2, denominator: 3, words: "two thirds of"),
      Fraction(numerator: 1, denominator: 4, words: "a quarter of"),
      Fraction(numerator: 3, denominator: 4, words: "three quarters of"),
      Fraction(numerator: 1, denominator: 5, words: "a fifth of"),
      Fraction(numerator: 2, denominator: 5, words: "two fifths of"),
      Fraction(numerator: 3, denominator: 5, words: "three fifths of"),
      Fraction(numerator: 4, denominator: 5, words: "four fifths of"),
      Fraction(numerator: 1, denominator: 10, words: "a tenth of"),
    ],
    of: "of", claims: englishClaims)
}
