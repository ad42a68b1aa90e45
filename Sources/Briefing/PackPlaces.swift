import Atlas
import Diagnostics
import Evidence
import Interview

/// What a pack says about places, for whoever asks which one a name would mean.
public struct PackPlaces: Sendable {
  /// A place that a text of the pack names.
  public struct Mention: Sendable {
    /// "¶5", "fn3", "summaries/1.md", "pack.yml".
    public var source: String
    public var mention: PlaceMention
    /// The sentence that it stands in, in one line.
    public var sentence: String
  }

  /// ISO 3166-1 alpha-2, one or two.
  public var countries: [String]
  /// The pack's own places (places.csv), by their names.
  public var settled: [String: Place]
  private let passages: [(source: String, text: String)]
  private let language: String

  /// - Throws: `DiagnosticError` with what is wrong in the files that are read.
  public init(pack path: String) throws(DiagnosticError) {
    var folder = try PackFolder(path: path)
    let summaries = folder.pack?.questions.indices.map { folder.summary($0 + 1) } ?? []
    try folder.log.throwIfErrors()
    countries = folder.pack?.countries ?? []
    settled = folder.places.places
    language = folder.pack?.language ?? "en"
    var passages: [(source: String, text: String)] = []
    if let transcript = folder.transcript {
      passages += NamedPlaces.passages(of: transcript).map { ($0.source.mark, $0.text) }
    }
    for (index, summary) in summaries.enumerated() {
      passages.append(("summaries/\(index + 1).md", summary ?? ""))
    }
    for question in folder.pack?.questions ?? [] {
      passages += [question.headline, question.statement].compactMap { $0 }.map { ("pack.yml", $0.text) }
    }
    self.passages = passages
  }

  /// All places that the pack's texts name, in reading order: transcript, footnotes, summaries, headlines.
  public func mentions(atlas: Atlas) throws(DiagnosticError) -> [Mention] {
    let hints = PlaceHints(countries: countries, language: language, settled: settled)
    return try atlas.mentions(in: passages.map(\.text), hints: hints).map { mention in
      Mention(
        source: passages[mention.text].source, mention: mention,
        sentence: sentence(around: mention.range, of: passages[mention.text].text))
    }
  }

  private func sentence(around range: Range<Int>, of text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    func ends(_ position: Int) -> Bool {
      ".!?".unicodeScalars.contains(scalars[position])
        && (position + 1 == scalars.count || scalars[position + 1].properties.isWhitespace)
    }
    var start = range.lowerBound
    while start > 0, !ends(start - 1) { start -= 1 }
    var end = range.upperBound
    while end < scalars.count, !ends(end) { end += 1 }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<min(end + 1, scalars.count)])
    return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Source {
  fileprivate var mark: String {
    switch self {
    case .paragraph(let number): "¶\(number)"
    case .footnote(let number): "fn\(number)"
    case .url(let text), .table(let text): text
    }
  }
}
