import Evidence
import Graphics
import Typesetting

/// A source in words, as it stands in tables and below exhibits.
enum SourceWords {
  static func span(for source: Source, style: TextStyle, layout: Layout) -> RichText.Span {
    switch source {
    case .paragraph(let number): reference(to: number, style)
    case .footnote(let number): .init("\(layout.word(.footnote)) \(number)", style)
    case .url(let url): .init(name(of: url), style, link: .url(url))
    case .table(let place): .init(place, style)
    case .work(let text): .init(text, style, link: source.address.map { .url($0) })
    }
  }

  private static func reference(to paragraph: Int, _ style: TextStyle) -> RichText.Span {
    var span = RichText.Span("¶\(paragraph)", style, link: .anchor(.paragraph(paragraph)))
    span.role = .reference
    return span
  }

  /// Letters of a list of sources below an exhibit, beyond which the rest is counted: three lines or so.
  private static let roomForList = 320

  /// Several, separated by commas. Of a long list the first and how many more there are: it stands below a chart, which
  /// needs the page, and all of them in the table of figures and on the page of sources.
  static func list(
    _ runs: [SourceRun], style: TextStyle, layout: Layout, room: Int = roomForList
  ) -> [RichText.Span] {
    var spans: [RichText.Span] = []
    var length = 0
    for (index, run) in runs.enumerated() {
      var span = span(for: run.first, style: style, layout: layout)
      // Two that follow each other are a run too, as in the text.
      if let last = run.last { span.text += "–\(last)" }
      length += span.text.count
      if index > 0, length > room, index + 1 < runs.count {
        let more = layout.word(.sourcesMore).replacing("{count}", with: String(runs.count - index))
        return spans + [.init(" " + more, style)]
      }
      if index > 0 { spans.append(.init(separator(before: run.first, language: style.language), style)) }
      spans.append(span)
    }
    return spans
  }

  /// The same in a running line.
  static func words(for runs: [SourceRun], layout: Layout, language: String) -> String {
    var style = layout.style(.running).text
    style.language = language
    return list(runs, style: style, layout: layout, room: roomInLine).map(\.text).joined()
  }

  private static let roomInLine = 70

  /// A work has commas of its own.
  static func separator(before source: Source, language: String) -> String {
    if case .work = source { semicolon(language: language) } else { comma(language: language) }
  }

  /// "¶5", or of an address its host.
  static func short(_ written: String) -> String {
    switch Source(written) {
    case .url(let address): name(of: address)
    default: written
    }
  }

  /// What sources are named alike by: hosts and files, else the source itself.
  static func group(_ source: Source) -> String {
    switch source {
    case .paragraph(let number): "¶\(number)"
    case .footnote(let number): "fn\(number)"
    case .url(let address): name(of: address)
    case .table(let place): String(place.prefix { $0 != "," })
    case .work(let text): text
    }
  }

  /// The host; of a document that has a DOI that, since its host is the same for all.
  private static func name(of url: String) -> String {
    let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    let host = parts.dropFirst().first.map(String.init) ?? url
    if ["doi.org", "dx.doi.org", "www.doi.org"].contains(host), let name = parts.dropFirst(2).first {
      return "doi:\(name)"
    }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}
