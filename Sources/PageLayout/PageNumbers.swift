/// On which pages questions and figures stand, as far as it is known.
///
/// Pages are laid out, numbers read off, and what shows numbers is laid out again (see `DocumentBuilder`).
struct PageNumbers: Hashable {
  struct Reference: Hashable {
    /// The page's number as printed.
    var label: String
    /// An anchor on that page.
    var anchor: String?
  }

  var questions: [Int: String] = [:]
  var figures: [String: [Reference]] = [:]
  /// By the maps' anchors.
  var maps: [String: String] = [:]

  func page(ofQuestion number: Int) -> String { questions[number] ?? "" }
  func pages(using figure: String) -> [Reference] { figures[figure] ?? [] }
}
