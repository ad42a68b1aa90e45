import Tables

/// Cuts of a sentence that can't change what it says: its opening connective, and what is added at its end with "which".
enum SentenceCuts {
  /// Without "Moreover," and the like; what is left begins with a capital.
  static func withoutConnective(_ sentence: Sentence) -> Sentence {
    var result = sentence
    while let opening = openings.first(where: { result.text.lowercased().hasPrefix($0) }) {
      let rest = result.text.dropFirst(opening.count)
      guard rest.count > 20, let first = rest.first, first.isLetter || first.isNumber || first == "“" else {
        break
      }
      let removed = opening.unicodeScalars.count
      result.range = result.range.lowerBound + removed..<result.range.upperBound
      // One scalar for another, so that places in the sentence stay.
      let upper = first.uppercased()
      result.text = (upper.unicodeScalars.count == 1 ? upper : String(first)) + rest.dropFirst()
    }
    return result
  }

  /// What stands before ", which …" at a sentence's end, where that is a statement of its own; else the sentence.
  static func mainClause(_ sentence: Sentence, within longest: Int) -> Sentence {
    guard sentence.text.count > longest else { return sentence }
    let first = sentence.text.lowercased()
    if subordinate.contains(where: first.hasPrefix) { return sentence }
    let scalars = Array(sentence.text.unicodeScalars)
    for mark in [", which ", ", who ", ", while ", ", whereas "] {
      let mark = Array(mark.unicodeScalars)
      guard
        let place = scalars.indices.dropLast(mark.count).first(where: {
          Array(scalars[$0..<$0 + mark.count]) == mark
        }),
        // A second comma may end what is added.
        !scalars[(place + 1)...].contains(","), place <= longest, place >= 30
      else { continue }
      var result = sentence
      result.text = String(scalars: scalars[..<place]) + "."
      result.range = sentence.range.lowerBound..<sentence.range.lowerBound + place
      return result
    }
    return sentence
  }

  static let subordinate = [
    "if ", "when ", "while ", "although ", "though ", "since ", "because ", "as ", "unless ", "whereas ",
    "in order ",
    "what ", "whether ", "where ", "until ", "once ", "given ", "despite ", "without ", "let ", "for ",
  ]

  /// In small letters, with the blank.
  private static let openings = [
    "moreover, ", "furthermore, ", "in addition, ", "besides, ", "also, ", "further, ", "noteworthy, ",
    "particularly, ",
    "meanwhile, ", "well, ", "so, ", "yes, ", "now, ", "you know, ", "look, ", "of course, ", "and ",
    "at the same time, ",
    "it is worth to mention that ", "it is worth mentioning that ", "i mean, ", "right, ", "okay, ", "ok, ",
    "actually, ",
    "um, ", "uh, ", "ah, ", "oh, ", "first, ", "second, ", "third, ", "finally, ", "firstly, ", "secondly, ",
  ]
}
