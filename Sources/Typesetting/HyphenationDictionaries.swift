import Dispatch

/// The dictionaries of the machine, each opened when it is first asked for.
struct HyphenationDictionaries {
  /// Where Debian's hyphen-* packages put them.
  private static let folder = "/usr/share/hyphen"

  private var opened: [String: Hyphenator?] = [:]
  private var awaited: [String: AwaitedDictionary] = [:]

  /// Begins to read the dictionary of a language on another thread.
  mutating func begin(_ language: String) {
    guard opened[language] == nil, awaited[language] == nil else { return }
    awaited[language] = AwaitedDictionary { Self.open(language) }
  }

  /// - Parameter language: BCP 47.
  /// - Returns: `nil` if there is no dictionary of the language.
  mutating func hyphenator(for language: String) -> Hyphenator? {
    if let known = opened[language] { return known }
    let hyphenator = awaited.removeValue(forKey: language).map { $0.wait() } ?? Self.open(language)
    opened[language] = .some(hyphenator)
    return hyphenator
  }

  private static func open(_ language: String) -> Hyphenator? {
    let parts = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    let primary = parts.first?.lowercased() ?? ""
    let region = parts.dropFirst().first { $0.count == 2 }?.uppercased()
    // English words need three letters on the next line, whatever a dictionary says.
    let minimums = primary == "en" ? (left: 2, right: 3) : nil
    let names = [region ?? usualRegion[primary] ?? primary.uppercased(), usualRegion[primary]]
      .compactMap { $0 }.map { "hyph_\(primary)_\($0).dic" }
    return (names + ["hyph_\(primary).dic"]).lazy.compactMap {
      Hyphenator(file: "\(folder)/\($0)", minimums: minimums)
    }.first
  }

  /// Whose spelling a language without a region is taken to be, where the region is not named like it.
  private static let usualRegion = [
    "en": "GB", "cs": "CZ", "da": "DK", "el": "GR", "et": "EE", "nb": "NO", "nn": "NO", "pt": "PT",
    "sl": "SI",
    "sv": "SE", "uk": "UA", "be": "BY", "ca": "ES", "gl": "ES", "te": "IN", "sr": "RS", "sq": "AL",
  ]
}

/// A dictionary that another thread is reading.
///
/// `@unchecked Sendable`: the other thread writes `result` before it signals, this one reads it after.
private final class AwaitedDictionary: @unchecked Sendable {
  private let isRead = DispatchSemaphore(value: 0)
  private var result: Hyphenator?

  init(_ read: @escaping @Sendable () -> Hyphenator?) {
    DispatchQueue.global(qos: .userInitiated).async {
      self.result = read()
      self.isRead.signal()
    }
  }

  func wait() -> Hyphenator? {
    isRead.wait()
    return result
  }
}
