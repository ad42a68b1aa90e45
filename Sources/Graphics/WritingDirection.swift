/// Whether a language is written from right to left.
///
/// - Parameter language: BCP 47; its script counts if it has one ("az-Arab", "ur-Latn"), else the usual one.
/// - Returns: true for Arabic, Persian, Hebrew, Urdu and their like.
public func readsRightToLeft(language: String) -> Bool {
  let parts = language.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
  if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
    return rightToLeftScripts.contains(script)
  }
  return parts.first.map(rightToLeftLanguages.contains) ?? false
}

private let rightToLeftLanguages: Set<String> = [
  "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "mzn", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug",
  "ur", "yi",
]
private let rightToLeftScripts: Set<String> = [
  "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
]
