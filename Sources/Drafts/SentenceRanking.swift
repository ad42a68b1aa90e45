import Foundation

/// How telling each sentence of a text is: the more other sentences say alike, and the more telling those are, the more.
///
/// LexRank (Erkan and Radev, “LexRank: Graph-based Lexical Centrality as Salience in Text Summarization”, JAIR 22, 2004),
/// in its continuous form: cosines of tf-idf vectors as weights of a graph, of which the stationary distribution is
/// computed by power iteration with the damping that the paper takes. Other than there, no sentence speaks for itself.
struct SentenceRanking {
  /// In the order of the sentences; they add up to 1.
  let scores: [Double]
  private let vectors: [[String: Double]]

  private static let (damping, rounds) = (0.15, 60)

  init(_ sentences: [String]) {
    let words = sentences.map(Self.words)
    var holding: [String: Int] = [:]
    for own in words { for word in Set(own) { holding[word, default: 0] += 1 } }
    let count = Double(sentences.count)
    vectors = words.map { own in
      var vector: [String: Double] = [:]
      for word in own { vector[word, default: 0] += 1 }
      for (word, frequency) in vector {
        vector[word] = frequency * log(1 + count / Double(holding[word] ?? 1))
      }
      let length = sqrt(vector.values.sorted().reduce(0) { $0 + $1 * $1 })
      return length > 0 ? vector.mapValues { $0 / length } : vector
    }
    scores = Self.centrality(of: vectors)
  }

  /// The cosine of two sentences: 1 where they say the same words, 0 where they share none.
  func similarity(_ a: Int, _ b: Int) -> Double { Self.cosine(vectors[a], vectors[b]) }

  private static func cosine(_ a: [String: Double], _ b: [String: Double]) -> Double {
    let (few, many) = a.count < b.count ? (a, b) : (b, a)
    // In one order, so that sums don't depend on that of the table.
    return few.keys.sorted().reduce(0) { $0 + (few[$1] ?? 0) * (many[$1] ?? 0) }
  }

  private static func centrality(of vectors: [[String: Double]]) -> [Double] {
    let count = vectors.count
    guard count > 0 else { return [] }
    var weights = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for row in 0..<count {
      for column in 0..<row {
        let weight = cosine(vectors[row], vectors[column])
        (weights[row][column], weights[column][row]) = (weight, weight)
      }
    }
    let sums = weights.map { $0.reduce(0, +) }
    var scores = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<rounds {
      scores = (0..<count).map { column in
        // What is like no other sentence speaks for all of them alike.
        let own = (0..<count).reduce(0) { sum, row in
          sum + scores[row] * (sums[row] > 0 ? weights[row][column] / sums[row] : 1 / Double(count))
        }
        return damping / Double(count) + (1 - damping) * own
      }
    }
    return scores
  }

  /// Words in small letters, without those that every sentence has; beginnings stand for their forms.
  private static func words(_ sentence: String) -> [String] {
    sentence.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "’" && $0 != "'" }.map(String.init)
      .filter { $0.count > 2 && !common.contains($0) }.map { String($0.prefix(7)) }
  }

  private static let common: Set<String> = [
    "the", "and", "for", "that", "with", "this", "from", "are", "was", "were", "has", "have", "had", "will",
    "would", "which", "their",
    "they", "there", "these", "those", "its", "our", "but", "not", "all", "also", "can", "been", "being",
    "into", "than", "then", "such",
    "more", "most", "very", "about", "between", "both", "other", "some", "any", "what", "who", "when",
    "where", "how", "you", "your",
    "his", "her", "she", "him", "out", "over", "under", "only", "just", "because", "while", "within",
    "through", "could", "should",
  ]
}
