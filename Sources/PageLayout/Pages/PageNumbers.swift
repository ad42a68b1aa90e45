import Graphics

/// On which pages questions and figures stand, as far as it is known.
///
/// Pages are laid out, numbers read off, and what shows numbers is laid out again (see `DocumentBuilder`).
struct PageNumbers: Hashable {
  struct Reference: Hashable {
    /// Its index in the document.
    var page: Int
    /// The page's number as printed.
    var label: String
    /// An anchor on that page.
    var anchor: Anchor?
  }

  var questions: [Int: String] = [:]
  /// Of those that the pack writes itself, by their files.
  var freePages: [String: String] = [:]
  var figures: [String: [Reference]] = [:]
  /// Of exhibits with places.
  var maps: [Anchor: String] = [:]

  func page(ofQuestion number: Int) -> String { questions[number] ?? "" }
  /// Pages that use any of the figures, each once.
  func pages(using ids: [String]) -> [Reference] {
    var seen = Set<Int>()
    return ids.flatMap { figures[$0] ?? [] }.filter { seen.insert($0.page).inserted }
      .sorted { $0.page < $1.page }
  }
}
