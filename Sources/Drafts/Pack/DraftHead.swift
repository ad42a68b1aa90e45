/// What pack.yml of every draft begins with: everything in it, as nobody has looked at it yet.
///
/// - Parameters:
///   - questions: how many it has.
///   - figures: their ids.
///   - words: whose words it is made of.
/// - Returns: lines of YAML.
func draftHead(questions: Int, figures: [String], outOf words: String) -> [String] {
  let ids = figures.map { "    - \($0)" }
  return [
    "# yaml-language-server: $schema=\(DraftPack.schema)",
    "# A draft by 'bayan new', out of \(words). Correct it; 'bayan preview' shows it while you do.",
    "# Take each line out of these lists when you have looked at what it names, and 'draft' itself at last: until then its",
    "# label stands on every page.",
    "draft:", "  label: Draft", "  questions:",
  ] + (1...max(questions, 1)).map { "    - \($0)" } + (ids.isEmpty ? [] : ["  figures:"] + ids)
}

/// BCP 47, by the letters: what a person corrects in pack.yml.
func draftLanguage(of text: String) -> String {
  let letters = text.unicodeScalars.prefix(20_000).filter(\.properties.isAlphabetic)
  func share(_ range: ClosedRange<UInt32>) -> Double {
    letters.isEmpty ? 0 : Double(letters.count { range.contains($0.value) }) / Double(letters.count)
  }
  if share(0x0400...0x04FF) > 0.5 {
    let own = letters.count { "әғқңөұүһі".unicodeScalars.contains($0) }
    return own * 50 > letters.count ? "kk" : "ru"
  }
  if share(0x0600...0x06FF) > 0.5 { return "ar" }
  if share(0x4E00...0x9FFF) > 0.3 { return "zh" }
  return "en"
}
