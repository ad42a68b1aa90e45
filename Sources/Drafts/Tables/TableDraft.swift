import Diagnostics
import Evidence
import Foundation

/// A first pack made of a table of figures alone: its pages say what the table says, its interview is still to be held.
public struct TableDraft: Sendable {
  /// The pack's files, by their paths in its folder.
  public private(set) var files: [(name: String, bytes: [UInt8])] = []
  public private(set) var figures: FigureTable
  /// What is still to be asked, with the ids of the figures that stand beside it.
  public private(set) var questions: [(text: String, figures: [String])] = []
  /// What the reader of the table doubts.
  public private(set) var doubts: [Diagnostic]

  /// More pages are no briefing.
  private static let mostPages = 12
  private static let mostKeyFigures = (page: 3, overview: 4)
  /// In letters; more have no room in a chart.
  private static let longestLabel = 80

  /// - Parameters:
  ///   - table: as it was received.
  ///   - source: the file's own name.
  ///   - name: what the pack is called where no line above the table tells.
  public init(_ table: ReceivedTable, source: String, name: String) {
    figures = table.figures
    doubts = table.doubts
    let all = TablePage.all(of: TableSeries.all(in: figures.figures))
    let pages = Array(all.prefix(Self.mostPages))
    doubts += Self.doubts(about: figures, pages: all, at: table.place)
    let texts = TableTexts()
    let own = TableTexts.withoutMarks(name)
    let title = Self.title(in: table.titles) ?? (own.isEmpty ? "Figures" : own)
    questions = pages.map { page in
      let names = page.names { TableTexts.shortened(TableTexts.asSaid($0.label)) }
      return ("To be asked: \(names)", page.figures.map(\.id))
    }
    let transcript = questions.map { question in
      "Q: \(question.text)\n\nA: No answer yet. The figures of this page stand in \(TableTexts.asSaid(source)).\n"
    }
    files = [
      ("transcript.txt", Array(transcript.joined(separator: "\n").utf8)),
      ("pack.yml", Array(pack(title, pages, texts).utf8)),
      ("figures.csv", figures.csv()),
    ]
    for (index, page) in pages.enumerated() {
      files.append(("summaries/\(index + 1).md", Array(texts.points(of: page).utf8)))
    }
  }

  /// The first line above the table that could be a title: words, and of numbers years alone.
  private static func title(in lines: [String]) -> String? {
    lines.map(TableTexts.withoutMarks).first { line in
      line.count <= longestLabel && line.count(where: \.isLetter) > 3
        && line.split { !$0.isNumber }.allSatisfy { $0.count == 4 }
    }
  }

  private static func doubts(about figures: FigureTable, pages: [TablePage], at place: String) -> [Diagnostic]
  {
    var log = DiagnosticLog()
    let left = pages.dropFirst(mostPages).flatMap(\.series)
    if !left.isEmpty {
      log.warning(
        "the pages tell of the first subjects, and \(left.count) stand in the table of figures alone, from '\(left[0].label.prefix(60))' on",
        at: left[0].figures[0].location, advice: "leave in the table what the briefing is to tell")
    }
    let long = TableSeries.all(in: figures.figures).filter { $0.label.count > longestLabel }
    for series in long.prefix(5) {
      log.warning(
        "this label has \(series.label.count) letters: '\(series.label.prefix(40)) …'",
        at: series.figures[0].location,
        advice: "say in a few words what is counted: it stands in charts, in tables and beside numerals")
    }
    return log.diagnostics
  }

  // MARK: pack.yml

  private func pack(_ name: String, _ pages: [TablePage], _ texts: TableTexts) -> String {
    let labels = figures.figures.map(\.label).joined(separator: "\n")
    var lines = draftHead(
      questions: pages.count, figures: figures.ids,
      outOf: "a table's own figures. The interview is still to be held: write it into transcript.txt")
    lines += [
      "title: \(quoted(name))", "language: \(draftLanguage(of: labels))", "", "overview:", "  key_figures:",
    ]
    lines += keyFigures(of: pages).map { "    - \(keyFigure($0, texts))" }
    lines += ["", "questions:"]
    for (page, question) in zip(pages, questions) {
      lines += [
        "  # \(question.text)", "  - headline: \(quoted(texts.headline(of: page)))", "    key_figures:",
      ]
      lines += page.series.prefix(Self.mostKeyFigures.page).map { "      - \(keyFigure($0, texts))" }
      lines += TableExhibit(page: page, texts: texts).lines + [""]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// With who counts, where several do.
  private func keyFigure(_ series: TableSeries, _ texts: TableTexts) -> String {
    let latest = series.latest
    if series.reporter.isEmpty { return "{ figure: \(latest.id) }" }
    let time = latest.period == nil ? "" : ", {\(latest.id)|period short}"
    return
      "{ figure: \(latest.id), label: \(quoted(texts.label(of: series) + texts.who(of: series) + time)) }"
  }

  /// One of each page, then the next of each.
  private func keyFigures(of pages: [TablePage]) -> [TableSeries] {
    let most = pages.map(\.series.count).max() ?? 0
    let order = (0..<most).flatMap { index in
      pages.compactMap { $0.series.indices.contains(index) ? $0.series[index] : nil }
    }
    return Array(order.prefix(Self.mostKeyFigures.overview))
  }
}
