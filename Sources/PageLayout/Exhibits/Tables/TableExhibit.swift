import Briefing
import ChartGrammar
import Diagnostics
import Evidence
import Graphics

/// A table of figures as an exhibit of pages.
struct TableExhibit: ExhibitForm {
  let table: TableDescription
  let exhibit: Exhibit
  let studio: ExhibitStudio

  init(_ table: TableDescription, of exhibit: Exhibit, in studio: ExhibitStudio) {
    self.table = table
    self.exhibit = exhibit
    self.studio = studio
  }

  var name: String { "table" }
  var linksItsNumbers: Bool { true }
  var adviceForRoom: String { "show fewer figures, or give the table more room in the layout" }

  var leastWidth: Double { sheet().leastWidth }

  func heights(width: Double) -> PlotHeights? {
    let sheet = sheet()
    guard let bands = sheet.bands(width: width) else { return nil }
    let least = sheet.height(bands)
    guard table.part == nil else {
      // On all its pages there is as much between its rows.
      let air = (studio.divisions[exhibit.location]?.air ?? 0) * Double(sheet.rowCount(bands))
      return PlotHeights(least: least, most: least + air, mostBeside: least)
    }
    var most = sheet.height(bands, air: sheet.mostAir)
    if let large, let bands = large.bands(width: width) {
      most = max(most, large.height(bands, air: large.mostAir))
    }
    return PlotHeights(
      least: least, most: max(least, min(most, studio.layout.exhibits.most)),
      mostBeside: max(most, studio.layout.exhibits.least * 1.8))
  }

  func paint(size: Size) throws(DiagnosticError) -> PaintedExhibit {
    let words = table.alternativeText(title: exhibit.title?.text)
    if let large, let bands = large.bands(width: size.width),
      large.height(bands) <= size.height + Self.rounding
    {
      return PaintedExhibit(frame: large.frame(bands, size: size, words: words))
    }
    let sheet = sheet()
    guard let bands = sheet.bands(width: size.width) else { throw tooWide(for: size.width) }
    return PaintedExhibit(frame: sheet.frame(bands, size: size, words: words))
  }

  /// What sums of heights are off by.
  private static let rounding = 0.01

  // MARK: Type

  private func sheet(of table: TableDescription? = nil) -> TableSheet {
    TableSheet(table ?? self.table, file: exhibit.location.file, studio: studio)
  }

  /// In the layout's larger type; none of what goes over several pages.
  private var large: TableSheet? {
    guard table.part == nil, let size = studio.layout.exhibits.large else { return nil }
    return TableSheet(table, file: exhibit.location.file, studio: studio, size: size)
  }

  private func tooWide(for width: Double) -> DiagnosticError {
    func millimetres(_ points: Double, _ rule: FloatingPointRoundingRule) -> Int {
      Int((points / Length.pointsPerMillimetre).rounded(rule))
    }
    let (layout, least) = (studio.layout, sheet().leastWidthOfOne)
    return DiagnosticError(
      "the names of this table and one of its columns are \(millimetres(least, .up)) mm wide at least, and \(layout.name) (\(layout.paper.rawValue)) has \(millimetres(width, .down)) mm for them",
      advice:
        "give figures shorter labels ('{ figure: id, label: text }'), show the table on other layouts with 'on:', or choose a larger paper"
    )
  }

  // MARK: Parts

  /// How many of its rows, from the first, fit into this height.
  private func rowsThatFit(width: Double, height: Double) -> Int {
    let start = table.part?.lowerBound ?? 0
    var (low, high) = (0, table.rowsHere.count)
    while low < high {
      let middle = (low + high + 1) / 2
      let part = sheet(of: table.showing(start..<start + middle))
      let least = part.bands(width: width).map { part.height($0) } ?? .infinity
      if least <= height + Self.rounding { low = middle } else { high = middle - 1 }
    }
    return low
  }

  func division(width: Double, height: Double) -> Division? {
    let fitting = rowsThatFit(width: width, height: height)
    guard fitting > 0, fitting < table.rowsHere.count,
      fitting < studio.divisions[exhibit.location]?.most ?? .max
    else { return nil }
    var whole = table
    whole.part = nil
    let air = whole.divided(by: fitting).map { part -> Double in
      let sheet = sheet(of: part)
      guard let bands = sheet.bands(width: width) else { return 0.0 }
      let free = max(0, height - sheet.height(bands))
      return min(sheet.mostAir, free / Double(max(1, sheet.rowCount(bands))))
    }
    return Division(most: fitting, air: air.min() ?? 0)
  }

  var divisionForUntold: Division? { nil }

  func pieces(_ division: Division) -> [Exhibit] {
    table.divided(by: division.most).map { part in
      var piece = exhibit
      piece.content = .table(part)
      let here = Set(part.figures.flatMap(\.sources))
      piece.sources = exhibit.sources.filter(here.contains)
      return piece
    }
  }

  func tellsThatNoPartFits(width: Double, height: Double) -> String? {
    guard table.rows.count > 1, rowsThatFit(width: width, height: height) == 0 else { return nil }
    return ": not one of its \(table.rows.count) rows fits"
  }
}
