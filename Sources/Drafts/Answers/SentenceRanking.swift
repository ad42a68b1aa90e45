import Foundation

/// How telling each sentence of a text is: the more other sentences say alike, and the more telling those are, the more.
///
/// LexRank (Erkan and Radev, “LexRank: Graph-based Lexical Centrality as Salience in Text Summarization”, JAIR 22, 2004),
/// in its continuous form: cosines of tf-idf vectors as weights of a graph, of which the stationary distribution is
/// computed by power iteration with the damping that the paper takes. Other than there, no sentence speaks for itself.
struct SentenceRanking {
  /// In the order of the sentences; they add up to 1.
  let scores: [Double]
  private let vectors: [[Term]]

  /// A word of a sentence, by its place among the words of all in alphabetical order, and how much it weighs there.
  private struct Term {
    var word: Int
    var weight: Double
  }

  /// What a sentence shares with another.
  private struct Edge {
    var other: Int
    var weight: Double
  }

  private static let (damping, rounds) = (0.15, 60)

  init(_ sentences: [String]) {
    let words = sentences.map(Self.words)
    var holding: [String: Int] = [:]
    for own in words { for word in Set(own) { holding[word, default: 0] += 1 } }
    let known = holding.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
    let count = Double(sentences.count)
    vectors = words.map { own in
      var frequencies: [String: Double] = [:]
      for word in own { frequencies[word, default: 0] += 1 }
      // In one order, so that sums don't depend on that of the table.
      var vector = frequencies.map { word, frequency in
        Term(word: places[word] ?? 0, weight: frequency * log(1 + count / Double(holding[word] ?? 1)))
      }.sorted { $0.word < $1.word }
      let length = sqrt(vector.map(\.weight).sorted().reduce(0) { $0 + $1 * $1 })
      for term in vector.indices { vector[term].weight /= length }
      return vector
    }
    scores = Self.centrality(of: vectors, words: known.count)
  }

  /// The cosine of two sentences: 1 where they say the same words, 0 where they share none.
  func similarity(_ a: Int, _ b: Int) -> Double {
    let (one, other) = (vectors[a], vectors[b])
    var (i, j, sum) = (0, 0, 0.0)
    while i < one.count, j < other.count {
      if one[i].word == other[j].word { sum += one[i].weight * other[j].weight }
      (i, j) = (
        one[i].word <= other[j].word ? i + 1 : i, one[i].word >= other[j].word ? j + 1 : j
      )
    }
    return sum
  }

  private static func centrality(of vectors: [[Term]], words: Int) -> [Double] {
    let count = vectors.count
    guard count > 0 else { return [] }
    let edges = edges(of: vectors, words: words)
    let sums = edges.map { $0.reduce(0) { $0 + $1.weight } }
    var scores = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<rounds {
      var own = [Double](repeating: 0, count: count)
      for row in 0..<count {
        // What is like no other sentence speaks for all of them alike.
        if sums[row] == 0 {
          for column in 0..<count { own[column] += scores[row] / Double(count) }
        }
        for edge in edges[row] { own[edge.other] += scores[row] * (edge.weight / sums[row]) }
      }
      scores = own.map { damping / Double(count) + (1 - damping) * $0 }
    }
    return scores
  }

  /// Of each sentence, those that share words with it: most sentences of a long answer share none.
  private static func edges(of vectors: [[Term]], words: Int) -> [[Edge]] {
    var holders = [[Edge]](repeating: [], count: words)
    for (row, vector) in vectors.enumerated() {
      for term in vector { holders[term.word].append(Edge(other: row, weight: term.weight)) }
    }
    var cosines = [Double](repeating: 0, count: vectors.count)
    return vectors.enumerated().map { row, vector in
      var others: Set<Int> = []
      for term in vector {
        for holder in holders[term.word] where holder.other != row {
          cosines[holder.other] += term.weight * holder.weight
          others.insert(holder.other)
        }
      }
      return others.sorted().map { other in
        defer { cosines[other] = 0 }
        return Edge(other: other, weight: cosines[other])
      }
    }
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
