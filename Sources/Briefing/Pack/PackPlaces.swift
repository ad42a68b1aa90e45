import Atlas
import Diagnostics
import Evidence
import Interview
import YAMLReading

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
  private let pack: Pack
  private let own: PlaceList
  /// Of the transcript, which alone says what names mean on maps.
  private let passages: [NamedPlaces.Passage]
  /// Summaries, headlines and statements.
  private let others: [(source: String, text: String)]

  /// - Throws: `DiagnosticError` with what is wrong in the files that are read.
  public init(pack path: String) throws(DiagnosticError) {
    var folder = try PackFolder(path: path)
    let summaries = folder.pack?.questions.indices.map { folder.summary($0 + 1) } ?? []
    try folder.log.throwIfErrors()
    countries = folder.pack?.countries ?? []
    settled = folder.places.places
    (pack, own) = (folder.pack ?? Pack.unread, folder.places)
    passages = folder.transcript.map(NamedPlaces.passages) ?? []
    var others = summaries.enumerated().map { (source: "summaries/\($0 + 1).md", text: $1 ?? "") }
    for question in pack.questions {
      others += [question.headline, question.statement].compactMap { $0 }.map { ("pack.yml", $0.text) }
    }
    self.others = others
  }

  /// The towns of a name, likeliest first, as the pack's maps take it: what the texts say of it, and what stands with it in
  /// the maps' lists, counts.
  public func places(named name: String, atlas: Atlas) throws(DiagnosticError) -> [Place] {
    let texts = try read(settled: settled, atlas: atlas)
    let lists = try pack.listedPlaces(own: own, texts: texts, atlas: atlas)
    if let listed = lists[placeSpelling(name)] { return listed.places }
    let told = texts.unanimous.merging(own.bySpelling) { _, own in own }
    return try atlas.places(inLists: [[name]], countries: countries, told: told)[placeSpelling(name)]?
      .places ?? []
  }

  private func hints(_ settled: [String: Place]) -> PlaceHints {
    PlaceHints(countries: countries, language: pack.language, settled: settled)
  }

  private func read(settled: [String: Place], atlas: Atlas) throws(DiagnosticError) -> NamedPlaces {
    try NamedPlaces(passages, hints: hints(settled), atlas: atlas)
  }

  /// All places that the pack's texts name, in reading order: transcript, footnotes, summaries, headlines. Those of the
  /// transcript are what a build finds.
  public func mentions(atlas: Atlas) throws(DiagnosticError) -> [Mention] {
    var texts = try read(settled: settled, atlas: atlas)
    let settled = texts.settled(
      by: try pack.listedPlaces(own: own, texts: texts, atlas: atlas), own: own)
    if settled != self.settled { texts = try read(settled: settled, atlas: atlas) }
    let found = texts.mentions.map {
      mention($0, source: passages[$0.text].source.mark, of: passages[$0.text].text)
    }
    let all = passages.map(\.text) + others.map(\.text)
    return found
      + (try atlas.mentions(in: all, hints: hints(settled))).filter { $0.text >= passages.count }.map {
        let (source, text) = others[$0.text - passages.count]
        return mention($0, source: source, of: text)
      }
  }

  private func mention(_ mention: PlaceMention, source: String, of text: String) -> Mention {
    Mention(source: source, mention: mention, sentence: sentence(around: mention.range, of: text))
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
    case .url(let text), .table(let text), .work(let text): text
    }
  }
}
