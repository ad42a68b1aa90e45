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

/// What stands between two things in a row.
///
/// - Parameter language: BCP 47.
/// - Returns: a comma as its script has it, and a space.
public func comma(language: String) -> String { hasArabicMarks(language) ? "\u{060C} " : ", " }

/// The same after a text: after a word in Latin letters, which has its own direction, a comma of its script.
///
/// - Parameters:
///   - language: BCP 47.
///   - text: what stands before.
/// - Returns: a comma and a space.
public func comma(language: String, after text: String) -> String {
  text.last(where: \.isLetter)?.isASCII == true ? ", " : comma(language: language)
}

/// What stands between two things in a row that may hold commas.
///
/// - Parameter language: BCP 47.
/// - Returns: a semicolon as its script has it, and a space.
public func semicolon(language: String) -> String { hasArabicMarks(language) ? "\u{061B} " : "; " }

/// Hebrew, Yiddish and N'Ko, though written from the right, have marks like those of Latin or their own.
private func hasArabicMarks(_ language: String) -> Bool {
  let plain = language.lowercased().prefix { $0 != "-" && $0 != "_" }
  return readsRightToLeft(language: language) && !["he", "iw", "ji", "yi", "nqo"].contains(plain)
    && !language.lowercased().contains("hebr")
}

private let rightToLeftLanguages: Set<String> = [
  "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "mzn", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug",
  "ur", "yi",
]
private let rightToLeftScripts: Set<String> = [
  "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
]
