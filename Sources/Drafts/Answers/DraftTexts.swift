import Evidence
import Foundation
import Tables

/// Sentences of an interview as a pack's texts have them: their numbers as references to figures, points with a run-in.
struct DraftTexts {
  let figures: [FigureDraft]

  /// A sentence with its numbers as references to their figures.
  func referenced(_ sentence: Sentence) -> String {
    if sentence.hasReferences { return sentence.text }
    let scalars = Array(sentence.text.unicodeScalars)
    var result = ""
    var index = 0
    for draft in figures(in: sentence) {
      guard let (range, form) = reference(draft, in: sentence, scalars) else { continue }
      guard range.lowerBound >= index, range.upperBound <= scalars.count else { continue }
      result += String(scalars: scalars[index..<range.lowerBound]) + "{\(draft.id)\(form)}"
      // "One in five households" are 20% of them.
      let next = String(scalars: scalars[range.upperBound...].prefix(4))
      let isNoun = next.hasPrefix(" ") && next.dropFirst().first?.isLetter == true && !next.hasPrefix(" of ")
      let isInWords = String(scalars: scalars[range]).contains(/\b(?:in|out of)\b/)
      if draft.unit == "%", isInWords, isNoun { result += " of" }
      index = range.upperBound
    }
    return (result + String(scalars: scalars[index...])).replacing("*", with: "\\*").replacing(
      "[", with: "\\[")
  }

  /// In the sentence's order.
  func figures(in sentence: Sentence) -> [FigureDraft] {
    figures.filter {
      $0.formula.isEmpty && $0.paragraph == sentence.paragraph && sentence.range.contains($0.range.lowerBound)
        && $0.range.upperBound <= sentence.range.upperBound
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What of a sentence is a figure's, in its scalars, and how it is said; `nil` where its words must stay.
  private func reference(
    _ draft: FigureDraft, in sentence: Sentence, _ scalars: [Unicode.Scalar]
  ) -> (Range<Int>, form: String)? {
    let start = sentence.range.lowerBound
    func own(_ range: Range<Int>) -> Range<Int> { range.lowerBound - start..<range.upperBound - start }
    let number = own(draft.number)
    guard number.lowerBound >= 0, number.upperBound <= scalars.count else { return nil }
    let digits = scalars[number].prefix {
      $0.properties.numericType != nil || [".", ",", " ", "\u{a0}", "’"].contains($0)
    }
    // A fraction's or a multiple's words are the number: "a third", "doubled".
    // "Every third job": what follows is one of them.
    if ["every", "each"].contains(
      String(scalars: scalars[own(draft.range)]).lowercased().split(separator: " ").first)
    {
      return nil
    }
    let isWritten = digits.contains { $0.properties.numericType != nil }
    if draft.isAmount {
      if draft.isRangeEnd { return (number, "|value") }
      if draft.isVerb { return nil }
      return hasArticle(own(draft.range), number, scalars) ? (number, "|value") : (own(draft.range), "")
    }
    // "4.5 million tonnes": the scale's words stay as they were said.
    guard isWritten, let last = digits.lastIndex(where: { $0.properties.numericType != nil }) else {
      return draft.isScaled ? nil : (number, "|number")
    }
    let written = number.lowerBound..<last + 1
    // "100 basis points" are one percentage point: the number is another than the one that was said.
    let said = String(
      scalars: scalars[written].filter { $0 != "," && $0 != " " && $0 != "\u{a0}" && $0 != "’" })
    if let said = Decimal(string: said), said != Decimal(string: draft.value) { return nil }
    return (written, "|number")
  }

  /// "An estimated 280 million", "about a 15 per cent tariff": the qualifier's words go with the article, and stay.
  private func hasArticle(_ range: Range<Int>, _ number: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    guard range.lowerBound < number.lowerBound, range.lowerBound >= 0 else { return false }
    let articles: Set<String> = ["a", "an"]
    let inside = String(scalars: scalars[range.lowerBound..<number.lowerBound]).lowercased().split(
      separator: " ")
    let before = String(scalars: scalars[..<range.lowerBound].suffix(8)).lowercased().split(separator: " ")
      .last
    return inside.contains { articles.contains(String($0)) }
      || before.map { articles.contains(String($0)) } ?? false
  }

  // MARK: Points

  /// Whether a point's run-in says something by itself.
  func hasGoodRunIn(_ sentence: Sentence) -> Bool {
    let text = referenced(sentence)
    return statement(text) != nil || subject(of: text) != nil
      || figures(in: sentence).contains(where: isTelling)
  }

  /// A point of a summary, with its run-in and mark.
  func point(_ sentence: Sentence) -> String {
    let text = referenced(sentence)
    let mark = "[¶\(sentence.paragraph)]"
    if let opening = statement(text) {
      return "**\(text.prefix(opening))**\(text.dropFirst(opening)) \(mark)"
    }
    if let opening = subject(of: text) {
      return "**\(text.prefix(opening))**\(text.dropFirst(opening)) \(mark)"
    }
    if let figure = figures(in: sentence).first(where: isTelling) {
      return "**\(runIn(figure))** \(text) \(mark)"
    }
    // Rather all of a sentence than a piece of a clause.
    let first = beginning(of: text)
    let opening =
      first.isWhole
      ? first.length
      : shown(text) <= Self.longestWhole
        ? text.count : clause(of: text) ?? (first.length < 12 ? text.count : first.length)
    return "**\(text.prefix(opening))**\(text.dropFirst(opening)) \(mark)"
  }

  /// A figure with its label, where no sentence is short enough to head a page; `nil` without one that says what it is.
  func headline(of sentences: [Sentence]) -> Sentence? {
    for sentence in sentences {
      guard let figure = figures(in: sentence).first(where: { isTelling($0) && !$0.isRangeEnd }) else {
        continue
      }
      var result = sentence
      result.text = String(runIn(figure).dropLast())
      result.hasReferences = true
      return result
    }
    return nil
  }

  /// "Mutual trade, 2017: about $2 bn."; what is aimed at or expected is said to be that.
  private func runIn(_ figure: FigureDraft) -> String {
    let status = figure.status == "target" ? ", goal" : figure.status == "estimate" ? ", estimate" : ""
    let time = figure.period.isEmpty ? "" : ", {\(figure.id)|period short}"
    // One end of a range says little.
    return "\(figure.label)\(status)\(time)\(figure.isRangeEnd ? "" : ": {\(figure.id)|count}")."
  }

  /// Its label says by itself what is counted: "Gas" and "Higher" don't.
  private func isTelling(_ figure: FigureDraft) -> Bool {
    !figure.isLoose && figure.label.contains(" ") && !figure.label.contains("*")
  }

  private static let longestRunIn = 72
  private static let longestWhole = 180

  /// How many characters at a point's beginning are a statement of their own: all of a short one, or what stands before
  /// "which", a clause with "and" or a colon.
  private func statement(_ text: String) -> Int? {
    let plain = text.lowercased()
    if SentenceCuts.subordinate.contains(where: plain.hasPrefix) { return nil }
    if shown(text) <= Self.longestRunIn { return text.count }
    let ends = [
      ", which ", ", who ", ", while ", ", where ", ", and ", ", so ", ", but ", "; ", ": ", " – ",
      " because ", " since ",
    ]
    let places = ends.compactMap { text.firstRange(of: $0)?.lowerBound }
    guard let end = places.min() else { return nil }
    let part = text[..<end]
    // "Trade, industry, and transport": a list is no statement, nor is what opens with a time.
    guard shown(String(part)) <= Self.longestRunIn, shown(String(part)) >= 16, !part.contains(","),
      hasVerb(part),
      !Self.prepositions.contains(where: plain.hasPrefix)
    else { return nil }
    return part.count
  }

  private static let prepositions = [
    "in ", "on ", "at ", "by ", "from ", "with ", "within ", "during ", "after ", "before ",
  ]

  /// How long a text is about when its references are filled in.
  private func shown(_ text: String) -> Int { text.replacing(/\{[^}]*\}/, with: "00 000").count }

  /// How many characters stand before a comma or a small word with which something is added.
  private func clause(_ text: String, before marks: [String], within longest: Int) -> Int? {
    let places = marks.flatMap { text.ranges(of: $0).map(\.lowerBound) }.map { text[..<$0] }
    return places.filter { (24...longest).contains(shown(String($0))) && !$0.hasSuffix("}") }.map(\.count)
      .max()
  }

  private func clause(of text: String) -> Int? {
    clause(text, before: [", "], within: 90)
      ?? clause(
        text, before: [" by ", " with ", " through ", " despite ", " after ", " before ", " because "],
        within: Self.longestRunIn)
  }

  func hasVerb(_ text: Substring) -> Bool {
    text.split(separator: " ").dropFirst().contains { Self.verbs.contains(String($0)) || $0.hasSuffix("ed") }
  }

  /// How many characters are what a sentence speaks of: all before its first verb.
  private func subject(of text: String) -> Int? {
    let plain = text.lowercased()
    if SentenceCuts.subordinate.contains(where: plain.hasPrefix) { return nil }
    if (Self.prepositions + ["there ", "discussing ", "the fact "]).contains(where: plain.hasPrefix) {
      return nil
    }
    var length = 0
    for (number, word) in text.split(separator: " ").prefix(13).enumerated() {
      let before = text.prefix(max(0, length - 1)).split(separator: " ").last.map { $0.lowercased() } ?? ""
      // "The proposed budget": no verb.
      let isPast = number > 1 && word.hasSuffix("ed") && word.count > 4 && !Self.determiners.contains(before)
      if number > 0, Self.verbs.contains(String(word)) || isPast {
        let part = text.prefix(length - 1)
        // "Even with less rain, we", "They": a beginning, and no subject.
        let isWhole =
          !["that", "which", "who", "what"].contains { part.contains(" \($0) ") }
          && !Self.pronouns.contains(part.lowercased().split(separator: " ").last ?? "")
        // "There", "I", "The growth" say little.
        let first = part.lowercased().split { $0 == " " || $0 == "’" || $0 == "'" }.first ?? ""
        let says =
          part.count >= 12 || number == 1 && !Self.determiners.contains(String(first)) && part.count > 3
        let isBold = isWhole && says && !Self.speakers.contains(first) && !Self.joints.contains(before)
        return isBold && shown(String(part)) <= Self.longestRunIn && !part.contains(",") ? length - 1 : nil
      }
      length += word.count + 1
    }
    return nil
  }

  /// How many characters are a point's first words, up to a verb or a mark, and whether there is one.
  private func beginning(of text: String) -> (length: Int, isWhole: Bool) {
    var (end, words, depth) = (0, 0, 0)
    let first = text.lowercased().split { $0 == " " || $0 == "’" }.first ?? ""
    for (offset, character) in text.enumerated() {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth > 0 { continue }
      // "2,5" is one number.
      let next = text.dropFirst(offset + 1).first ?? " "
      if ",;:–—(".contains(character), next == " ", words > 0 { return (offset, words > 1 && offset > 15) }
      guard character == " " || offset == text.count - 1 else { continue }
      words += 1
      let word = text.prefix(offset).split(separator: " ").last.map(String.init) ?? ""
      if words > 1, end > 0, Self.verbs.contains(word) {
        return (end, end > 11 && !Self.speakers.contains(first))
      }
      // "Interests in the region that both states": the noun alone.
      if words > 2, end > 0, ["that", "which", "who", "where"].contains(word) {
        // "I believe that" says nothing.
        return (end, words > 4 || !Self.speakers.contains(first))
      }
      // No run-in ends with a small word.
      if !Self.joints.contains(word.lowercased()), !Self.pronouns.contains(Substring(word.lowercased())) {
        end = character == " " ? offset : offset + 1
      }
      if words == 9 { break }
    }
    return (end > 0 ? min(end, text.count) : text.count, false)
  }

  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should", "must",
    "may", "does", "do", "did", "be", "gives", "makes", "needs", "shows", "brings", "remains", "became",
    "went", "came",
    "took", "made", "grew", "rose", "fell", "call", "calls", "means", "want", "know", "need", "goes",
    "supports", "reflects",
    "share", "require", "requires", "has", "opened", "signed", "depends", "began", "plans", "expects",
    "wants",
  ]

  private static let determiners: Set<String> = [
    "the", "a", "an", "our", "their", "its", "his", "her", "my", "your", "this", "that", "these", "those",
    "some", "any", "no",
    "of", "to", "and", "or", "most", "more", "very", "in", "for", "with", "by",
  ]

  private static let speakers: Set<Substring> = [
    "i", "we", "you", "he", "she", "it", "they", "there", "what", "who", "which", "how", "this", "that",
  ]

  private static let pronouns: Set<Substring> = [
    "i", "we", "you", "he", "she", "it", "they", "this", "these", "those", "our", "my", "your", "his", "her",
  ]

  private static let joints: Set<String> = [
    "under", "over", "between", "into", "about", "than", "very", "more", "so", "is", "are", "was", "were",
    "the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "as", "that",
    "which", "since", "its", "their", "not", "only", "but", "both", "also",
  ]
}

extension FigureDraft {
  /// Whether its unit is a currency or %, so that its reference says all of it.
  var isAmount: Bool { unit == "%" || isMoney }
  var isMoney: Bool {
    // "14,000 TEU" are boxes.
    unit.count >= 3 && unit.prefix(3).allSatisfy(\.isUppercase) && unit != "TEU"
      && unit.prefix(4).last.map { $0 == " " || unit.count == 3 } == true
  }
  /// Whether it counts thousands or millions of something.
  var isScaled: Bool { !isMoney && ["thousand ", "m ", "bn ", "trn "].contains { unit.hasPrefix($0) } }
}
