import Foundation

/// The labels of one paragraph's numbers: where a sentence says "it" or "they aim to", the number is of the same thing as the
/// one before it.
struct SentenceLabels {
  var last: (label: String, unit: String, sentence: Int)?
  private var parts: (part: String, whole: String, sentence: Int)?
  private var shares: [String: FigureDraft.Share] = [:]

  /// What a label of them says to be a part of what.
  func share(of label: String) -> FigureDraft.Share? { shares[label] }

  /// The unit of the number before, where a bare number can be another of these: "1,250 galaxies in 2020 and 3,400 in 2023".
  func unit(near sentence: Int, _ own: DraftLabel) -> String? {
    guard let last, last.sentence == sentence || last.sentence == sentence - 1 && own.isOnlyOfSentence else {
      return nil
    }
    let isCount = (last.unit.first?.isLowercase ?? true) && !last.unit.contains(" ")
    return isCount ? last.unit : nil
  }

  /// What the sentence said to have changed.
  private var changed: (subject: String, sentence: Int)?

  /// What changed, in a sentence.
  func changed(in sentence: Int) -> String? { changed.flatMap { $0.sentence == sentence ? $0.subject : nil } }

  /// The label of the number before, in a sentence or the one before it.
  func label(near sentence: Int) -> String? {
    last.flatMap { sentence - $0.sentence <= 1 ? $0.label : nil }
  }

  /// Of the number before in a sentence, if it is in the same unit.
  func label(of unit: String, in sentence: Int) -> String? {
    last.flatMap { $0.sentence == sentence && $0.unit == unit ? $0.label : nil }
  }

  /// - Returns: `nil` where neither the number nor one before it tells.
  mutating func label(_ reading: DraftLabel.Reading, _ own: DraftLabel, unit: String, sentence: Int)
    -> String?
  {
    let label: String?
    switch reading {
    case .own(let words):
      // "But our target is 2 million": of what was spoken of.
      if DraftWords.aims.contains(words.lowercased()), let last, sentence - last.sentence <= 1 {
        label = "\(last.label): \(words.lowercased())"
      } else {
        label = words
      }
    case .share(let part, let words):
      // "Wind covers 28% of demand, hydro 22%"; "employs 13% of the workforce and makes 5% of GDP".
      let known = parts.flatMap { $0.sentence == sentence ? $0 : nil }
      guard let whole = words.isEmpty ? known?.whole : words, let part = part.isEmpty ? known?.part : part
      else {
        return nil
      }
      parts = (part, whole, sentence)
      let name = part.prefix(1).uppercased() + part.dropFirst()
      label = "\(name), share of \(whole)"
      shares["\(name), share of \(whole)"] = FigureDraft.Share(part: name, whole: whole)
    case .change(let subject, let isFall):
      let inSentence = last.flatMap { $0.sentence == sentence ? $0.label : nil }
      guard let subject = subject ?? inSentence, !DraftWords.isVague(subject) else { return nil }
      changed = (own.loweredFirst(subject), sentence)
      return "\(isFall ? "Fall" : "Change") in \(own.loweredFirst(subject))"
    case .part(let predicate):
      guard let last, sentence - last.sentence <= 1 else { return nil }
      let name = last.label.hasPrefix("Number of ") ? String(last.label.dropFirst(10)) : last.label
      let whole = own.loweredFirst(name)
      return predicate.map { "Share of \(whole) that \($0)" } ?? "Share of \(whole)"
    case .amount(let head):
      guard let last, last.sentence == sentence else { return nil }
      label = "\(head) of \(own.loweredFirst(last.label))"
    case .same:
      guard let last, last.unit == unit, sentence - last.sentence <= 1 else { return nil }
      label = last.label
    case .none: label = nil
    }
    guard let label, label.count <= 80, !DraftWords.isVague(label) else { return nil }
    let written = label.prefix(1).uppercased() + label.dropFirst()
    last = (written, unit, sentence)
    return written
  }
}

extension DraftLabel {
  /// A label within another: in small letters, unless its first word is written with a capital within the sentence, too.
  func loweredFirst(_ label: String) -> String {
    let word = label.prefix { $0.isLetter }
    let isName =
      word.count > 1 && word.dropFirst().contains(where: \.isUppercase)
      || sentence.dropFirst().contains { tokens.text($0) == word }
    return isName ? label : label.prefix(1).lowercased() + label.dropFirst()
  }
}
