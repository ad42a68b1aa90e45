import Atlas
import Briefing
import Charts
import Diagnostics
import Evidence
import Graphics
import Keeping
import Maps
import Typesetting

/// Draws the story's exhibits, each once: laying pages out asks for the same one again, and so does the next edition.
///
/// A value: what it draws depends on nothing that it drew before.
struct ExhibitStudio {
  let layout: Layout
  let typesetter: Typesetter
  let atlas: Atlas
  let language: String
  let chartMemory = ChartMemory()
  private let memory: LayoutMemory
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
    /// How its values find room on further pages, where the plot leaves some untold.
    var division: Division?
  }

  init(
    layout: Layout, typesetter: Typesetter, atlas: Atlas, story: Story, memory: LayoutMemory = LayoutMemory()
  ) {
    self.memory = memory
    self.layout = layout
    self.typesetter = typesetter
    self.atlas = atlas
    credits = layout.showsMap(of: story) ? atlas.credits : []
    language = story.language
  }

  /// What the exhibit does, by its kind.
  func form(of exhibit: Exhibit) -> any ExhibitForm {
    switch exhibit.content {
    case .chart(let chart): ChartExhibit(chart, of: exhibit, in: self)
    case .map(let map): MapExhibit(map, of: exhibit, in: self)
    case .table(let table): TableExhibit(table, of: exhibit, in: self)
    case .picture(let picture): PictureExhibit(picture, of: exhibit, in: self)
    }
  }

  // MARK: Measuring

  struct Measuring: Hashable {
    var exhibit: Exhibit
    var width: Double

    func hash(into hasher: inout Hasher) {
      exhibit.hashPlace(into: &hasher)
      hasher.combine(width)
    }
  }

  /// Heights of a plot of this width; `nil` where it would need more width.
  func heights(_ exhibit: Exhibit, width: Double) -> PlotHeights? {
    let measuring = Measuring(exhibit: exhibit, width: width)
    if let known = memory.heights.take(measuring) { return known }
    let heights = form(of: exhibit).heights(width: width)
    memory.heights.keep(heights, for: measuring)
    return heights
  }

  // MARK: Drawing

  /// The plot at this size; an empty frame where it can't be drawn, and what was found says why.
  func draw(_ drawing: Drawing) -> Drawn {
    if let known = memory.drawings.take(drawing) { return known }
    let drawn = make(drawing)
    memory.drawings.keep(drawn, for: drawing)
    return drawn
  }

  private func make(_ drawing: Drawing) -> Drawn {
    let (exhibit, form) = (drawing.exhibit, form(of: drawing.exhibit))
    var log = DiagnosticLog()
    let painted = log.collect { () throws(DiagnosticError) in
      do throws(DiagnosticError) {
        return try form.paint(size: drawing.size)
      } catch {
        throw error.located(at: exhibit.location)
      }
    }
    guard let painted else { return Drawn(frame: Frame(size: drawing.size), diagnostics: log.diagnostics) }
    // What stands on further pages is not missing.
    let division = painted.untold.isEmpty ? nil : form.divisionForUntold
    let missing = painted.leftOut.filter { !painted.untold.contains($0) }
    if !missing.isEmpty { log.add(warning(of: missing, form, at: exhibit.location)) }
    if let doubt = painted.doubt { log.add(doubt) }
    return Drawn(frame: painted.frame, diagnostics: log.diagnostics, division: division)
  }

  /// Takes what was drawn for pages that are taken again, so that it is kept with them.
  func keep(_ exhibits: [DrawnExhibit]) {
    for exhibit in exhibits { _ = memory.drawings.take(exhibit.drawing) }
  }

  private func warning(
    of leftOut: [String], _ form: any ExhibitForm, at location: SourceLocation
  ) -> Diagnostic {
    let others = leftOut.count - Self.mostNamed
    return Diagnostic(
      .warning,
      "the \(form.name) of \(layout.name) (\(layout.paper.rawValue)) has no room for \(leftOut.count) of its labels: "
        + leftOut.prefix(Self.mostNamed).joined(separator: ", ") + (others > 0 ? " and \(others) more" : ""),
      at: location, advice: form.adviceForRoom)
  }

  /// Whether what an exhibit leaves out can be read in the same document.
  var whereElseFiguresStand: String {
    layout.pages.contains { $0.shows(.figures) }
      ? "the table of figures says them" : "\(layout.name) says them nowhere else"
  }

  /// Of labels that found no room, in a warning.
  private static let mostNamed = 8

  var statusWords: StatusWords {
    StatusWords(
      target: layout.word(.target), estimate: layout.word(.estimate), derived: layout.word(.derived))
  }

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
      if template.shows(.pageText) {
        return story.pages.flatMap(\.exhibits).contains(where: \.content.told.isFromAtlas)
      }
      guard [ContentName.exhibits, .exhibit, .plot].contains(where: template.shows) else { return false }
      let exhibits =
        template.isOfQuestions ? story.questions.flatMap(\.exhibits) : [story.map].compactMap { $0 }
      return exhibits.contains(where: \.content.told.isFromAtlas)
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
    hasher.combine(content.told.piece)
  }
}
