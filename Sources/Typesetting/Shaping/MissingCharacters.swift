import CPango
import Diagnostics

/// A character that no font has, and where it was first met.
struct MissingCharacter {
  var character: String
  var word: String
  var file: String?

  fileprivate var diagnostic: Diagnostic {
    let codes = character.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return Diagnostic(
      .error, "no font has the character '\(character)' (\(codes.joined(separator: " ")))",
      at: file.map { SourceLocation(file: $0) },
      advice: "write '\(word)' otherwise, or name a family that has it among the theme's fallbacks")
  }

  /// ISO 15924, such as "Hani"; `nil` for signs that many scripts share, but those that come with Chinese characters.
  fileprivate var script: String? {
    for scalar in character.unicodeScalars {
      if (0x3000...0x303F).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value) {
        return "Hani"
      }
      let script = hb_unicode_script(hb_unicode_funcs_get_default(), scalar.value)
      if [HB_SCRIPT_COMMON, HB_SCRIPT_INHERITED, HB_SCRIPT_UNKNOWN].contains(script) { continue }
      let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: script.rawValue >> $0) }
      return String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }
}

/// One error for a script that lacks a font altogether, as one mistake made it, and one for each other character; in
/// the order in which they were met.
func diagnostics(of missing: [MissingCharacter]) -> [Diagnostic] {
  let scripts = missing.map(\.script)
  var told = Set<String>()
  return zip(missing, scripts).compactMap { character, script in
    guard let script else { return character.diagnostic }
    let alike = zip(missing, scripts).filter { $0.1 == script }.map(\.0)
    if alike.count < fewestOfScript { return character.diagnostic }
    return told.insert(script).inserted ? diagnostic(for: alike, of: script) : nil
  }
}

/// Fewer are signs of a script that the fonts have.
private let fewestOfScript = 3

private func diagnostic(for characters: [MissingCharacter], of script: String) -> Diagnostic {
  let known = scriptFonts[script]
  let name = known?.name ?? "the script '\(script)' (ISO 15924)"
  let shown = characters.prefix(6).map(\.character).joined(separator: " ")
  let package = known?.package ?? "fonts-noto-extra"
  let first = characters.first { $0.file != nil } ?? characters[0]
  return Diagnostic(
    .error,
    // Without their number: documents of one pack have different texts, and it is one mistake.
    "no font for \(name) (\(shown)" + (characters.count > 6 ? " …)" : ")"),
    at: first.file.map { SourceLocation(file: $0) },
    advice: "install one with 'sudo apt install \(package)'"
      + (known.map { ", and see that '\($0.family)' stands among the theme's fallbacks" }
        ?? ", and name its family among the theme's fallbacks"))
}

/// By ISO 15924: what a script is called, and Debian's package with a family that has it.
private let scriptFonts: [String: (name: String, package: String, family: String)] = [
  "Arab": ("Arabic script", "fonts-noto-core", "Noto Sans Arabic"),
  "Armn": ("Armenian", "fonts-noto-core", "Noto Serif Armenian"),
  "Beng": ("Bengali script", "fonts-noto-core", "Noto Serif Bengali"),
  "Cyrl": ("Cyrillic", "fonts-noto-core", "Noto Serif"),
  "Deva": ("Devanagari", "fonts-noto-core", "Noto Serif Devanagari"),
  "Ethi": ("Ethiopic script", "fonts-noto-core", "Noto Serif Ethiopic"),
  "Geor": ("Georgian", "fonts-noto-core", "Noto Serif Georgian"),
  "Grek": ("Greek", "fonts-noto-core", "Noto Serif"),
  "Hang": ("Korean", "fonts-noto-cjk", "Noto Serif CJK SC"),
  "Hani": ("Chinese characters", "fonts-noto-cjk", "Noto Serif CJK SC"),
  "Hebr": ("Hebrew", "fonts-noto-core", "Noto Serif Hebrew"),
  "Hira": ("Japanese", "fonts-noto-cjk", "Noto Serif CJK SC"),
  "Kana": ("Japanese", "fonts-noto-cjk", "Noto Serif CJK SC"),
  "Khmr": ("Khmer", "fonts-noto-core", "Noto Serif Khmer"),
  "Laoo": ("Lao", "fonts-noto-core", "Noto Serif Lao"),
  "Mong": ("Mongolian script", "fonts-noto-core", "Noto Sans Mongolian"),
  "Mymr": ("Burmese", "fonts-noto-core", "Noto Serif Myanmar"),
  "Sinh": ("Sinhala", "fonts-noto-core", "Noto Serif Sinhala"),
  "Taml": ("Tamil", "fonts-noto-core", "Noto Serif Tamil"),
  "Telu": ("Telugu", "fonts-noto-core", "Noto Serif Telugu"),
  "Thai": ("Thai", "fonts-noto-core", "Noto Serif Thai"),
  "Tibt": ("Tibetan", "fonts-noto-core", "Noto Serif Tibetan"),
]
