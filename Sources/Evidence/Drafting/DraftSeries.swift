/// One name for one subject: "the volume of mutual trade", "the trade turnover" and "the total amount of bilateral trade" of
/// an answer are mutual trade.
enum DraftSeries {
  /// - Parameter drafts: of one answer, in its order, with the rows that each number may be.
  /// - Returns: those whose labels differ in words of measure alone have the first one's, without these.
  static func named(_ drafts: [[FigureDraft]]) -> [[FigureDraft]] {
    let labels = drafts.compactMap(\.first).filter(isMoney).map(\.label)
    var names: [[String]: String] = [:]
    for label in labels {
      let (core, name) = subject(label)
      if names[core] == nil, labels.contains(where: { $0 != label && subject($0).core == core }) {
        names[core] = name
      }
    }
    func name(_ label: String) -> String? {
      if let part = label.split(separator: " in ", maxSplits: 1).last,
        ["Change", "Fall"].contains(
          label.prefix { $0 != " " }), part.count < label.count
      {
        return names[subject(String(part)).core].map {
          "\(label.dropLast(part.count))\($0.prefix(1).lowercased())\($0.dropFirst())"
        }
      }
      return nil
    }
    return drafts.map { rows in
      rows.map { row in
        var named = row
        if let own = isMoney(row) ? names[subject(row.label).core] : name(row.label) { named.label = own }
        return named
      }
    }
  }

  private static func isMoney(_ draft: FigureDraft) -> Bool {
    draft.unit.count >= 3 && draft.unit.prefix(3).allSatisfy(\.isUppercase)
  }

  /// What is left of a label without words of measure, and how it is written.
  private static func subject(_ label: String) -> (core: [String], name: String) {
    var parts = label.split(separator: " ")
    while parts.count > 1, measures.contains(parts[0].lowercased()) { parts.removeFirst() }
    while parts.count > 1, measures.contains(parts[parts.count - 1].lowercased()) { parts.removeLast() }
    let core = parts.map { $0.lowercased() }.filter { !sides.contains($0) }
    guard !core.isEmpty else { return (words(label), label) }
    let name = parts.joined(separator: " ")
    return (core, name.prefix(1).uppercased() + name.dropFirst())
  }

  private static func words(_ label: String) -> [String] {
    label.split(separator: " ").map { $0.lowercased() }
  }

  private static let measures: Set<String> = [
    "total", "amount", "volume", "turnover", "value", "overall", "sum", "level", "of", "the", "our",
  ]
  private static let sides: Set<String> = ["mutual", "bilateral"]
}
