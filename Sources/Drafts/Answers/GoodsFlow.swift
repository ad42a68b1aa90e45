import Foundation

/// Goods that one side is said to give to another: "Uzbekistan exports cars, buses and glass to Kazakhstan".
struct GoodsFlow {
  var from: String
  var to: String
  var goods: [String]
  /// ¶
  var paragraph: Int

  /// - Parameter answer: its paragraphs.
  /// - Returns: in the answer's order; of a pair of sides the first that names goods.
  static func all(in answer: [(text: String, paragraph: Int)]) -> [GoodsFlow] {
    let active =
      /\b(?<from>[A-Z][a-z]+) (?:exports|ships|sells|supplies|sends|delivers) (?<goods>[^.;:()0-9]+?) to (?<to>[A-Z][a-z]+)\b/
    let listed =
      /\b(?<from>[A-Z][a-z]+)[^.;,A-Z]{0,60}products? (?:supplied|exported|sold|sent|delivered) to (?<to>[A-Z][a-z]+), including (?<goods>[^.;:()0-9]+)/
    var found: [GoodsFlow] = []
    for (text, paragraph) in answer {
      // "etc." ends no sentence here.
      let text = text.replacing(/\,? etc\.(?= to\b)/, with: "").replacing(/\,? etc\./, with: ".")
      let matches =
        text.matches(of: active).map { ($0.range.lowerBound, $0.output.from, $0.output.to, $0.output.goods) }
        + text.matches(of: listed).map {
          ($0.range.lowerBound, $0.output.from, $0.output.to, $0.output.goods)
        }
      for (_, from, to, words) in matches.sorted(by: { $0.0 < $1.0 }) {
        let goods = list(words)
        guard from != to, !goods.isEmpty, !names.contains(String(from)),
          !found.contains(where: { $0.from == from && $0.to == to })
        else { continue }
        found.append(GoodsFlow(from: String(from), to: String(to), goods: goods, paragraph: paragraph))
      }
    }
    return found
  }

  /// Words that begin a sentence and are no side.
  private static let names: Set<String> = [
    "It", "He", "She", "This", "That", "Which", "Who", "They", "We", "Nobody",
  ]

  /// "Cars and trucks, buses, and glass" are three; nothing where a part is too long for a good.
  private static func list(_ words: Substring) -> [String] {
    var goods = words.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    if goods.count == 1 { goods = goods[0].components(separatedBy: " and ") }
    goods = goods.map { $0.hasPrefix("and ") ? String($0.dropFirst(4)) : $0 }.filter { !$0.isEmpty }
    let verbs: Set<String> = [
      "is", "are", "was", "were", "which", "that", "we", "they", "it", "more", "less", "most",
    ]
    let isList = goods.allSatisfy { good in
      let words = good.split(separator: " ")
      return words.count <= 6 && !words.contains { verbs.contains($0.lowercased()) }
    }
    return isList ? goods : []
  }
}
