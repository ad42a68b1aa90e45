import Tables

/// Cuts of a sentence that can't change what it says: its opening connective, whom it speaks to, and what is added at its end
/// with "which".
enum SentenceCuts {
  /// Without "Moreover,", "Amna," and the like; what is left begins with a capital. `names` are words of the names
  /// of those who ask, in small letters.
  static func withoutConnective(_ sentence: Sentence, askers names: Set<String> = []) -> Sentence {
    var result = sentence
    while let opening = openings.first(where: { result.text.lowercased().hasPrefix($0) })
      ?? address(result.text, names)
    {
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
    // "We can’t, Amna."
    if let comma = result.text.lastIndex(of: ","), result.text.last == ".",
      names.contains(result.text[comma...].dropFirst(2).dropLast().lowercased()),
      result.text[..<comma].count > 20
    {
      let kept = result.text[..<comma].unicodeScalars.count
      result.text = result.text[..<comma] + "."
      result.range = result.range.lowerBound..<result.range.lowerBound + kept
    }
    return result
  }

  /// "Amna, ", "Mr President, ", "Thank you, Amna, ": whom it speaks to, with the comma.
  private static func address(_ text: String, _ names: Set<String>) -> String? {
    // "No. Some of these are planned", "Well the minister said".
    if text.hasPrefix("No. "), text.dropFirst(4).first?.isUppercase ?? false { return "No. " }
    let second = text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    if text.hasPrefix("Well "), speaking.contains(second) || second == "the" { return "Well " }
    guard let comma = text.prefix(40).firstIndex(of: ","), text[comma...].dropFirst().first == " " else {
      return nil
    }
    let words = text[..<comma].split(separator: " ").map {
      $0.lowercased().filter { $0.isLetter || $0 == "-" }
    }
    guard (1...3).contains(words.count), let first = words.first else { return nil }
    // "Kochie" of "David Koch".
    let isName = words.allSatisfy { word in
      names.contains(word) || titles.contains(word) || names.contains { $0.count > 3 && word.hasPrefix($0) }
    }
    guard isName || words.count == 2 && ["mr", "mrs", "ms", "madam", "dear"].contains(first) else {
      return nil
    }
    // "Mr Birch, the master, came": somebody who is spoken of.
    let rest = text[comma...].dropFirst(2)
    let next = rest.prefix { $0.isLetter || $0 == "’" || $0 == "'" }.lowercased()
    let isAside = rest.prefix(50).contains(",")
    guard speaking.contains(next) || isName && !isAside || next.contains("’") || next.contains("'") else {
      return nil
    }
    return String(text[..<comma]) + ", "
  }

  private static let titles: Set = [
    "mr", "mrs", "ms", "madam", "dear", "sir", "chair", "chairman", "president", "senator",
  ]
  private static let speaking: Set = [
    "i", "we", "you", "it", "there", "this", "that", "when", "if", "our", "my", "in", "as", "what", "today",
    "yes", "no", "let",
  ]

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
    return firstStatement(scalars, of: sentence, within: longest) ?? sentence
  }

  /// Of statements joined by ", and" the first, where it has no comma itself.
  private static func firstStatement(_ scalars: [Unicode.Scalar], of sentence: Sentence, within longest: Int)
    -> Sentence?
  {
    let mark = Array(", and ".unicodeScalars)
    guard let comma = scalars.firstIndex(of: ","), (30...longest).contains(comma),
      scalars[comma...].starts(with: mark)
    else { return nil }
    let words = String(scalars: scalars[..<comma]).lowercased().split(separator: " ").map(String.init)
    let next = String(scalars: scalars[(comma + mark.count)...].prefix { $0.properties.isAlphabetic })
      .lowercased()
    guard words.count > 5, joining.isDisjoint(with: words), subjects.contains(next) else { return nil }
    var result = sentence
    result.text = String(scalars: scalars[..<comma]) + "."
    result.range = sentence.range.lowerBound..<sentence.range.lowerBound + comma
    return result
  }

  /// What comes before them goes on behind "and".
  private static let joining: Set = [
    "both", "between", "either", "neither", "not", "only", "if", "when", "that", "whether", "unless",
  ]
  /// A statement of its own begins with them.
  private static let subjects: Set = [
    "i", "we", "you", "it", "they", "he", "she", "there", "the", "our", "this", "that", "these",
  ]

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
    "in fact, ", "first of all, ", "frankly, ", "honestly, ", "to be honest, ", "obviously, ", "certainly, ",
    "sure, ",
    "absolutely, ", "again, ", "yeah, ", "no, ", "but ", "as you know, ", "as you may know, ", "as i said, ",
    "as i said before, ", "as i mentioned, ", "as promised, ", "i would like to note that ",
    "i would like to say that ",
    "i would like to add that ", "i want to say that ", "i must say that ", "i can say that ",
    "i can assure you that ",
    "let me say that ", "let me tell you that ", "it should be noted that ", "the fact is that ",
    "the truth is that ",
    "if i can just add, ", "if i can add, ", "if i may add, ", "if i may, ", "just to add, ", "thank you, ",
    "thanks, ",
    "um, ", "uh, ", "ah, ", "oh, ", "first, ", "second, ", "third, ", "finally, ", "firstly, ", "secondly, ",
  ]
}
