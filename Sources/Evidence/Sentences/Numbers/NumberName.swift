import Foundation

/// Tells numbers that name something (a date, an article, a room, a flight) from those that count.
struct NumberName {
  private let tokens: TokenRow
  /// The number's tokens.
  private let place: Range<Int>
  private let mention: NumberMention

  init(_ tokens: TokenRow, _ place: Range<Int>, _ mention: NumberMention) {
    self.tokens = tokens
    self.place = place
    self.mention = mention
  }

  /// What a bare number is.
  var form: NumberMention.Form {
    if isDate { return .name("a date") }
    if isTime { return .name("a time of day") }
    if let name = numbered { return .name(name) }
    return isYear ? .year : .amount
  }

  private func key(_ index: Int) -> String { tokens.key(index) }

  private var isYear: Bool {
    place.count == 1 && tokens.text(place.lowerBound).utf8.count == 4 && tokens.isDigits(place.lowerBound)
      && mention.value >= 1800 && mention.value <= 2200
  }

  // MARK: Dates and times

  private var isDate: Bool {
    guard mention.value <= 31, mention.value > 0 else { return false }
    if isMonth(place.upperBound) { return true }
    if key(place.upperBound) == "of", isMonth(place.upperBound + 1) { return true }
    guard isMonth(place.lowerBound - 1) else { return false }
    // "In May 12 firms came", but "on May 8".
    return key(place.lowerBound - 2) != "in"
      || !mention.after.words.contains(where: WordsAfterNumber.isPlural)
  }

  private func isMonth(_ index: Int) -> Bool {
    PeriodsInText.months[key(index)] != nil && tokens.text(index).first?.isUppercase == true
  }

  private var isTime: Bool {
    let end = place.upperBound
    if ["am", "pm", "o"].contains(key(end)), key(end) != "o" || ["'", "’"].contains(key(end + 1)) {
      return true
    }
    return tokens.has(["a", ".", "m"], at: end) || tokens.has(["p", ".", "m"], at: end)
  }

  // MARK: Numbers of things

  /// "1. ", "(2)", "No. 5", "Article 12", "¶5", "room 300", "12 Abay Avenue"; what it is.
  private var numbered: String? {
    let first = place.lowerBound
    let before = key(first - 1) == "." ? key(first - 2) : key(first - 1)
    if key(first - 1) != "." || Self.shortened.contains(before), let name = Self.names[before] {
      return isVerb(first - 1) ? nil : name
    }
    if key(first - 1) == "of", key(first - 2) == "group", mention.after.words.isEmpty {
      return "a part of a name"
    }
    if first == 0, [".", ")"].contains(key(place.upperBound)), mention.value < 100, tokens.isDigits(0) {
      return "the number of an item"
    }
    if key(first - 1) == "(", key(place.upperBound) == ")", mention.value < 100 {
      return "the number of an item"
    }
    return isAddress ? "a number in a street" : nil
  }

  /// "Took part", "in question", "to call 300 witnesses".
  private func isVerb(_ index: Int) -> Bool {
    let before = key(index - 1)
    return switch key(index) {
    case "part": ["took", "take", "takes", "taking", "taken", "in"].contains(before)
    case "call", "phone", "dial", "page", "table", "note", "question", "model", "version", "stage", "phase":
      ["to", "will", "this", "that", "in"].contains(before)
        && mention.after.words.contains(where: WordsAfterNumber.isPlural)
    case "no": tokens.key(index + 1) != "." && mention.after.words.contains(where: WordsAfterNumber.isPlural)
    default: false
    }
  }

  private var isAddress: Bool {
    let end = place.upperBound
    return (end + 1...end + 3).contains { index in
      Self.streets.contains(key(index))
        && (end...index).allSatisfy { tokens.text($0).first?.isUppercase == true }
    }
  }

  private static let streets: Set<String> = [
    "street", "avenue", "road", "lane", "boulevard", "square", "drive", "prospekt", "prospect", "embankment",
    "alley",
  ]

  private static let shortened: Set<String> = [
    "no", "nos", "art", "fig", "p", "pp", "vol", "tel", "ext", "ch", "sec",
  ]

  /// What a number is after a word.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for word in ["call", "dial", "phone", "telephone", "tel", "fax", "ext", "extension", "hotline"] {
      names[word] = "a telephone number"
    }
    for word in [
      "article", "articles", "art", "chapter", "chapters", "ch", "section", "sections", "sec", "paragraph",
      "paragraphs",
      "clause", "annex", "appendix", "protocol", "page", "pages", "p", "pp", "figure", "fig", "table",
      "footnote", "note",
      "fn", "question", "point", "item", "step", "part", "version", "volume", "vol", "resolution",
      "resolutions",
      "decree", "directive", "regulation", "convention", "¶", "§", "#", "№", "no", "nos", "number", "psalm",
      "season",
      "episode", "phase", "stage", "model", "category",
    ] { names[word] = "the number of a text or a part" }
    for word in [
      "room", "rooms", "suite", "apartment", "floor", "hall", "box", "gate", "platform", "terminal", "pier",
      "berth",
      "flight", "flights", "route", "highway", "motorway", "bus", "tram", "channel", "seat", "ward",
    ] { names[word] = "the number of a place or a route" }
    for word in [
      "boeing", "airbus", "formula", "windows", "agenda", "vision", "horizon", "strategy", "covid",
    ] {
      names[word] = "a part of a name"
    }
    return names
  }()
}
