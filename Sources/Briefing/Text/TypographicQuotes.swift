/// Sets the straight quotation marks and apostrophes that a keyboard has as a language sets them: “big”, Vietnam’s, ’90s,
/// 5′10″. Addresses stay as they are, and so does what is typed as typographic marks already.
struct TypographicQuotes {
  private let outer: (open: String, close: String)
  private let inner: (open: String, close: String)
  private let language: Substring

  /// - Parameter language: BCP 47; one that isn't known has the marks of English.
  init(language: String) {
    self.language = language.lowercased().prefix { $0 != "-" }
    switch self.language {
    case "de", "cs", "sk", "sl", "et", "lt", "is", "bg", "sr", "hr":
      (outer, inner) = (("„", "“"), ("‚", "‘"))
    case "pl", "ro", "hu": (outer, inner) = (("„", "”"), ("‚", "’"))
    case "fr": (outer, inner) = (("«\u{202F}", "\u{202F}»"), ("‹\u{202F}", "\u{202F}›"))
    case "ru", "uk", "be", "kk", "ky", "tg", "mn", "az", "hy", "el", "no", "nb", "nn", "it", "es", "pt":
      (outer, inner) = (("«", "»"), ("“", "”"))
    case "sv", "fi": (outer, inner) = (("”", "”"), ("’", "’"))
    default: (outer, inner) = (("“", "”"), ("‘", "’"))
    }
  }

  /// The text as it is set; `before` stands before it in its paragraph and says which marks are open.
  func set(_ text: String, after before: String) -> String {
    guard text.contains(where: { $0 == "'" || $0 == "\"" }) else { return text }
    let characters = Array(text)
    let addresses = Self.addresses(in: characters)
    var result = ""
    for index in characters.indices {
      let mark = characters[index]
      guard mark == "'" || mark == "\"", !addresses.contains(index) else {
        result.append(mark)
        continue
      }
      let last = result.last ?? before.last
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      // A quotation that goes on longer is taken as closed: looking back to the beginning from each mark would take
      // a long text's time squared.
      let recent = String((before.suffix(Self.longest) + result.suffix(Self.longest)).suffix(Self.longest))
      let place = Place(last: last, next: next, before: recent, rest: characters[(index + 1)...])
      result += mark == "\"" ? double(place) : single(place)
    }
    return result
  }

  /// Of a quotation or an address, in characters.
  private static let longest = 250

  /// What stands around a mark.
  private struct Place {
    var last: Character?
    var next: Character?
    var before: String
    var rest: ArraySlice<Character>

    /// Whether a word ends here: a mark before it opens nothing.
    var isBeforeGap: Bool { next.map { $0.isWhitespace || ".,;:!?)]".contains($0) } ?? true }
  }

  private func double(_ place: Place) -> String {
    let isOpen = isOpen(outer, in: place.before)
    if opens(after: place.last), !(isOpen && place.isBeforeGap) { return outer.open }
    if place.last?.isNumber == true, !isOpen || closesLater(place.rest) { return "″" }
    return outer.close
  }

  /// Whether the next mark of this kind closes: then an open quotation goes on, and 24" in it are inches.
  private func closesLater(_ rest: ArraySlice<Character>) -> Bool {
    let ahead = rest.prefix(Self.longest)
    guard let next = ahead.firstIndex(of: "\"") else { return false }
    return next > rest.startIndex && !opens(after: ahead[next - 1])
  }

  private func single(_ place: Place) -> String {
    let (last, next) = (place.last, place.next)
    let isOpen = isOpen(inner, in: place.before)
    if opens(after: last), !(isOpen && place.isBeforeGap) {
      // Left-out figures: ’90s.
      return next?.isNumber == true || next?.isLetter != true && next != "\"" ? "’" : inner.open
    }
    if next?.isLetter == true {
      // Uzbek oʻ and gʻ are letters.
      return language == "uz" && last.map { "oOgG".contains($0) } == true ? "ʻ" : "’"
    }
    if last?.isNumber == true, next?.isNumber == true {
      // 1’000 of the Swiss is no length.
      return place.rest.prefix(4).prefix { $0.isNumber }.count == 3 ? "’" : "′"
    }
    if isOpen { return inner.close }
    return last?.isNumber == true ? "′" : "’"
  }

  private func opens(after last: Character?) -> Bool {
    guard let last else { return true }
    return last.isWhitespace || "([{—–/".contains(last) || "“‘„‚«‹".contains(last)
  }

  /// Whether a pair was opened in the text before and not closed yet.
  private func isOpen(_ pair: (open: String, close: String), in before: String) -> Bool {
    if pair.open == pair.close { return before.count { pair.open.first == $0 } % 2 == 1 }
    let open = before.lastIndex { pair.open.first == $0 }
    guard let open else { return false }
    let rest = before[before.index(after: open)...]
    // An apostrophe before a letter closes nothing.
    return !zip(rest, rest.dropFirst().map(Optional.some) + [nil]).contains { mark, next in
      pair.close.last == mark && next?.isLetter != true
    }
  }

  /// The marks that stand in addresses and in those of mail. Words are looked through once, however many marks they hold.
  private static func addresses(in characters: [Character]) -> Set<Int> {
    var found: Set<Int> = []
    for word in characters.indices.split(whereSeparator: { characters[$0].isWhitespace }) {
      let marks = word.filter { characters[$0] == "'" || characters[$0] == "\"" }
      if marks.isEmpty { continue }
      let text = characters[word.startIndex..<word.endIndex]
      if text.contains("@") {
        found.formUnion(marks.filter { $0 > word.startIndex })
      } else if let start = [text.firstRange(of: "://"), text.firstRange(of: "www.")]
        .compactMap({ $0?.upperBound }).min()
      {
        found.formUnion(marks.filter { $0 >= start })
      }
    }
    return found
  }
}
