import Briefing
import Evidence
import Graphics
import Typesetting

/// The sources of all figures outside the transcript, whole, each with the figures that it is the source of: for
/// documents without a table of figures.
struct FigureSources {
  let maker: ContentMaker

  private var setter: Setter { maker.setter }

  func blocks(width: Double) -> [Block] {
    var names: [(source: Source, figures: [String])] = []
    for figure in maker.story.figures.figures {
      for source in figure.sources where !source.isOfInterview {
        if let index = names.firstIndex(where: { $0.source == source }) {
          if !names[index].figures.contains(name(of: figure)) {
            names[index].figures.append(name(of: figure))
          }
        } else {
          names.append((source, [name(of: figure)]))
        }
      }
    }
    return names.map { block(for: $0.source, of: $0.figures, width: width) }
  }

  private func name(of figure: Figure) -> String {
    figure.label + (figure.period.map { ", \($0.words(short: true))" } ?? "")
  }

  /// "Mutual trade, 2023; Mutual trade, 2024: Statistical Yearbook 2024, p. 12".
  private func block(for source: Source, of figures: [String], width: Double) -> Block {
    let style = setter.style(.note)
    var span = SourceWords.span(for: source, style: style, layout: setter.layout)
    // An address is printed whole: whoever has the paper can find it.
    if case .url(let address) = source { span.text = address }
    let text = RichText(
      [.init(figures.joined(separator: "; ") + ": ", style), span], file: maker.story.packFile)
    return setter.block(text, .note, width: width)
  }
}

extension Source {
  /// Whether the interview itself says it.
  var isOfInterview: Bool {
    switch self {
    case .paragraph, .footnote: true
    case .url, .table, .work: false
    }
  }
}
