import Briefing
import Evidence
import Graphics
import Typesetting

/// The sources of all figures outside the transcript, each host, file and work once, with figures that it is the source
/// of: for documents without a table of figures.
struct FigureSources {
  let maker: ContentMaker

  private var setter: Setter { maker.setter }

  /// So many figures are named of a source, the others are counted.
  private static let mostNames = 4

  private struct Group {
    var sources: [Source]
    var figures: [String] = []
  }

  func blocks(width: Double) -> [Block] {
    var order: [String] = []
    var groups: [String: Group] = [:]
    for figure in maker.story.figures.figures {
      let name = figure.label + (figure.period.map { maker.setter.comma + $0.words(short: true) } ?? "")
      for source in figure.sources where !source.isInTranscript {
        let key = SourceWords.group(source)
        if groups[key] == nil { order.append(key) }
        var group = groups[key] ?? Group(sources: [source])
        if !group.sources.contains(source) { group.sources.append(source) }
        if !group.figures.contains(name) { group.figures.append(name) }
        groups[key] = group
      }
    }
    return order.compactMap { groups[$0] }.map { block(for: $0, width: width) }
  }

  /// "Mutual trade, 2023; Mutual trade, 2024: Statistical Yearbook 2024, p. 12".
  private func block(for group: Group, width: Double) -> Block {
    let style = setter.style(.note)
    var span = SourceWords.span(for: group.sources[0], style: style, layout: setter.layout)
    if group.sources.count > 1 {
      span.text = SourceWords.group(group.sources[0])
    } else if case .url(let address) = group.sources[0] {
      // Printed whole: whoever has the paper can find it.
      span.text = address
    }
    var names = group.figures.prefix(Self.mostNames).joined(separator: maker.setter.semicolon)
    let more = group.figures.count - Self.mostNames
    if more > 0 {
      names += " " + setter.layout.word(.sourcesMore).replacing("{count}", with: String(more))
    }
    return setter.block(
      RichText([.init(names + ": ", style), span], file: maker.story.packFile), .note, width: width)
  }
}
