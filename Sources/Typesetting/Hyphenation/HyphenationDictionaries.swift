import Dispatch
import Synchronization

/// The dictionaries of the machine, each read once for all who set text: another thread begins to read it before it is
/// needed, which takes some ten milliseconds.
public final class HyphenationDictionaries: Sendable {
  /// Where Debian's hyphen-* packages put them.
  private static let folder = "/usr/share/hyphen"

  private let known = Mutex<[String: AwaitedDictionary]>([:])

  public init() {}

  /// Begins to read the dictionary of a language on another thread, unless somebody did.
  ///
  /// - Parameter language: BCP 47.
  public func begin(_ language: String) { _ = awaited(language) }

  /// - Parameter language: BCP 47.
  /// - Returns: `nil` if there is no dictionary of the language.
  func dictionary(of language: String) -> HyphenationDictionary? { awaited(language).wait() }

  private func awaited(_ language: String) -> AwaitedDictionary {
    known.withLock { known in
      if let awaited = known[language] { return awaited }
      let awaited = AwaitedDictionary { Self.open(language) }
      known[language] = awaited
      return awaited
    }
  }

  private static func open(_ language: String) -> HyphenationDictionary? {
    let parts = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    let primary = parts.first?.lowercased() ?? ""
    let region = parts.dropFirst().first { $0.count == 2 }?.uppercased()
    // English words need three letters on the next line, whatever a dictionary says.
    let minimums = primary == "en" ? (left: 2, right: 3) : nil
    let names = [region ?? usualRegion[primary] ?? primary.uppercased(), usualRegion[primary]]
      .compactMap { $0 }.map { "hyph_\(primary)_\($0).dic" }
    for name in names + ["hyph_\(primary).dic"] {
      if let found = HyphenationDictionary(file: "\(folder)/\(name)", minimums: minimums) { return found }
    }
    return nil
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
/// `@unchecked Sendable`: the other thread writes `result` before it leaves the group, others read it after.
private final class AwaitedDictionary: @unchecked Sendable {
  private let reading = DispatchGroup()
  private var result: HyphenationDictionary?

  init(_ read: @escaping @Sendable () -> HyphenationDictionary?) {
    DispatchQueue.global(qos: .userInitiated).async(group: reading) { self.result = read() }
  }

  func wait() -> HyphenationDictionary? {
    reading.wait()
    return result
  }
}
