import Atlas
import Briefing
import ChartGrammar
import Charts
import Diagnostics
import Evidence
import Graphics
import Keeping
import Maps
import Typesetting

/// Draws the story's charts and maps, each once: laying pages out asks for the same one again, and so does the next edition.
final class ExhibitStudio {
  let layout: Layout
  let typesetter: Typesetter
  let atlas: Atlas
  let countries: [String]
  let language: String
  let chartMemory = ChartMemory()
  private(set) var log = DiagnosticLog()
  private let memory: LayoutMemory
  /// Those that were asked for since this was emptied last.
  var asked: Set<Drawing> = []
  /// Maps that were drawn and leave values untold.
  var silent: [Exhibit] = []
  /// Whose data the maps of the document are made from, where it has any.
  let credits: [String]
  /// Of exhibits that are higher than a page: how they go over several, by the place of the exhibit.
  var divisions: [SourceLocation: Division] = [:]

  struct Drawing: Hashable {
    var exhibit: Exhibit
    var size: Size

    func hash(into hasher: inout Hasher) {
      exhibit.hashPlace(into: &hasher)
      hasher.combine(size)
    }
  }

  /// What came of drawing an exhibit.
  struct Drawn {
    var frame: Frame
    /// What can't be drawn, and what found no room.
    var diagnostics: [Diagnostic]
    /// Whether it is a map that leaves values untold, which then stand on a page of their own.
    var isSilent = false
  }

  init(
    layout: Layout, typesetter: Typesetter, atlas: Atlas, story: Story, memory: LayoutMemory = LayoutMemory()
  ) {
    self.memory = memory
    self.layout = layout
    self.typesetter = typesetter
    self.atlas = atlas
    credits = layout.showsMap(of: story) ? atlas.credits : []
    countries = story.countries
    language = story.language
  }

  /// Heights of a plot.
  struct Heights {
    /// In less it is not legible.
    var least: Double
    /// More gains nothing; a strip, rows of bars or a list of dates would only have a hole below it.
    var most: Double
    /// In a row with exhibits that can use more height: so much, with some white below it.
    var mostBeside: Double
  }

  struct Measuring: Hashable {
    var exhibit: Exhibit
    var width: Double

    func hash(into hasher: inout Hasher) {
      exhibit.hashPlace(into: &hasher)
      hasher.combine(width)
    }
  }

  /// Heights of a plot of this width; `nil` where it would need more width.
  func heights(_ exhibit: Exhibit, width: Double) -> Heights? {
    let measuring = Measuring(exhibit: exhibit, width: width)
    var heights: Heights?
    if let known = memory.heights.take(measuring) {
      heights = known
    } else {
      heights = measure(exhibit, width: width)
      memory.heights.keep(heights, for: measuring)
    }
    // On all its pages there is as much between its rows.
    if let chart = chart(exhibit), chart.part != nil, let parts = chart.parts,
      let air = divisions[exhibit.location]?.air
    {
      heights?.most += air * Double(parts.count)
    }
    return heights
  }

  private func measure(_ exhibit: Exhibit, width: Double) -> Heights? {
    let rules = layout.exhibits
    guard let chart = chart(exhibit) else {
      if let key = key(exhibit, width: width) {
        let height = key.size.height
        return Heights(least: height, most: height, mostBeside: height)
      }
      guard width >= rules.least else { return nil }
      let legend = legendHeight(exhibit, size: Size(width, rules.least))
      // More height than the whole globe fills would only stay white.
      let most =
        showsWorld(exhibit, width: width) ? min(rules.most, max(rules.least, width * 0.52)) : rules.most
      // Alone on a page a map fills it, as long as it is no taller than wide.
      let alone = most < rules.most ? most : max(most, width * 0.95)
      // A list takes a part of the room that the map itself would have.
      let least = rules.least + legend - min(legend / 3, rules.least / 5)
      return Heights(least: least, most: max(least, legend + alone), mostBeside: max(least, legend + most))
    }
    return heights(chart, width: width)
  }

  /// The plot at this size; an empty frame where it can't be drawn, and the log says why.
  func draw(_ exhibit: Exhibit, size: Size) -> Frame {
    let drawing = Drawing(exhibit: exhibit, size: size)
    let drawn: Drawn
    if let known = memory.drawings.take(drawing) {
      drawn = known
    } else {
      drawn = make(drawing)
      memory.drawings.keep(drawn, for: drawing)
    }
    asked.insert(drawing)
    for diagnostic in drawn.diagnostics { log.add(diagnostic) }
    if drawn.isSilent { silent.append(exhibit) }
    return drawn.frame
  }

  private func make(_ drawing: Drawing) -> Drawn {
    let exhibit = drawing.exhibit
    var (leftOut, untold) = ([String](), [String]())
    var log = DiagnosticLog()
    let frame = log.collect { () throws(DiagnosticError) in
      do throws(DiagnosticError) {
        if case .map = exhibit.content {
          return try paintMap(exhibit, size: drawing.size, leftOut: &leftOut, untold: &untold)
        }
        return try paintChart(exhibit, size: drawing.size, leftOut: &leftOut)
      } catch {
        throw error.located(at: exhibit.location)
      }
    }
    leftOut.removeAll(where: untold.contains)
    if !leftOut.isEmpty { log.add(warning(of: leftOut, in: exhibit)) }
    return Drawn(
      frame: frame ?? Frame(size: drawing.size), diagnostics: log.diagnostics, isSilent: !untold.isEmpty)
  }

  /// Takes what was drawn for pages that are taken again, so that it is kept with them.
  func ask(for drawings: Set<Drawing>) {
    for drawing in drawings {
      guard let drawn = memory.drawings.take(drawing) else { continue }
      for diagnostic in drawn.diagnostics { log.add(diagnostic) }
    }
  }

  /// `leftOut` gets the labels that find no room.
  private func paintChart(
    _ exhibit: Exhibit, size: Size, leftOut: inout [String]
  ) throws(DiagnosticError) -> Frame {
    guard let chart = chart(exhibit) else { return Frame(size: size) }
    var frame = try drawChart(
      chart, size: size, typesetter: typesetter, style: chartStyle, memory: chartMemory, leftOut: &leftOut)
    frame.isOfOnePiece = true
    let words = chart.alternativeText(title: exhibit.title?.text)
    var figure = frame.tagged(.structure(StructureTag(.figure, alternative: words)))
    figure.add(dataTable(of: chart, title: exhibit.title?.text, size: size), at: .zero)
    return figure
  }

  private func warning(of leftOut: [String], in exhibit: Exhibit) -> Diagnostic {
    var (what, advice) = (
      "chart",
      "show fewer figures, or give the chart more room in the layout; the table of figures says them"
    )
    if case .map(let map) = exhibit.content {
      (what, advice) = ("map", "name fewer places, or give the map more room in the layout")
      if map.shades.count > 1 {
        advice =
          "give the map more room in the layout, or write 'labels: none'; the table of figures says them"
      }
    }
    let others = leftOut.count - Self.mostNamed
    return Diagnostic(
      .warning,
      "the \(what) of \(layout.name) (\(layout.paper.rawValue)) has no room for \(leftOut.count) of its labels: "
        + leftOut.prefix(Self.mostNamed).joined(separator: ", ") + (others > 0 ? " and \(others) more" : ""),
      at: exhibit.location, advice: advice)
  }

  /// Of labels that found no room, in a warning.
  private static let mostNamed = 8

  func text(_ role: StyleRole) -> TextStyle {
    var style = layout.style(role).text
    style.language = language
    return style
  }
}

extension Layout {
  /// Whether the pack's title, or the meeting's, heads a page of its own.
  var hasTitle: Bool { pages.contains { $0.shows(.title) || $0.shows(.meeting) } }

  /// Whether any of its pages shows a map of the story, the slides that stand small in it aside.
  fileprivate func showsMap(of story: Story) -> Bool {
    pages.contains { template in
      guard [ContentName.exhibits, .exhibit, .plot].contains(where: template.shows) else { return false }
      let exhibits =
        template.each == .pack ? [story.map].compactMap { $0 } : story.questions.flatMap(\.exhibits)
      return exhibits.contains { if case .map = $0.content { true } else { false } }
    }
  }
}

extension DiagnosticError {
  /// What says no place itself was found wrong here.
  fileprivate func located(at location: SourceLocation) -> DiagnosticError {
    DiagnosticError(
      diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        if diagnostic.location == nil { diagnostic.location = location }
        return diagnostic
      })
  }
}

extension Exhibit {
  /// Few stand at one place, so that what is in them need not be hashed, which may be much.
  fileprivate func hashPlace(into hasher: inout Hasher) {
    hasher.combine(location)
    if case .chart(let chart) = content { hasher.combine(chart.part) }
  }
}
