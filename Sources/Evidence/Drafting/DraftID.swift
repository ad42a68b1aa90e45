import Foundation

/// The first words of a label as the beginning of an id, in Latin letters.
func slug(_ text: String, words count: Int = 4) -> String {
  let words = inLatin(text).lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    .filter { !["the", "of", "a", "an", "in", "and", "for", "on", "at", "by", "s"].contains($0) }
  let stem = words.prefix(count).map { $0.prefix(longestWord) }.joined(separator: "-")
  return stem.first?.isLetter == true ? stem : stem.isEmpty ? "figure" : "figure-" + stem
}

/// In letters; what goes on longer is no word.
private let longestWord = 24

/// Without the signs that stand for soft letters and breathings: "өндіріс көлемі" is "ondiris kolemi".
private func inLatin(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  let latin = text.applyingTransform(.toLatin, reverse: false)?
    .applyingTransform(.stripDiacritics, reverse: false)
  let letters = (latin ?? text).unicodeScalars.filter { $0.properties.generalCategory != .modifierLetter }
  // Kazakh and Azerbaijani write so what others write as an a with dots.
  return String(String.UnicodeScalarView(letters)).replacing("ə", with: "a").replacing("Ə", with: "A")
}

extension Period {
  /// As the end of an id: "2018", "2018-9m", "2018-05", "2012-to-2015".
  var slug: String {
    if firstYear == lastYear, firstMonth % 12 == 0, months > 1, months < 12 {
      return "\(firstYear)-\(months)m"
    }
    return iso.replacing("/", with: "-to-")
  }
}
