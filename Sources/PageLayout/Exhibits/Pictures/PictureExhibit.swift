import Briefing
import Diagnostics
import Graphics

/// A picture of the pack as an exhibit of pages.
struct PictureExhibit: ExhibitForm {
  let told: PictureDescription
  let exhibit: Exhibit
  let studio: ExhibitStudio

  init(_ told: PictureDescription, of exhibit: Exhibit, in studio: ExhibitStudio) {
    self.told = told
    self.exhibit = exhibit
    self.studio = studio
  }

  var name: String { "picture" }
  var adviceForRoom: String { "give the picture more room in the layout" }
  var leastWidth: Double { Self.narrowest }

  /// Points.
  private static let narrowest = Length.mm(30)
  private static let lowest = Length.mm(20)
  /// Width by height of a portrait, as on passports.
  private static let portrait = 0.8

  private var rules: Layout.ExhibitRules { studio.layout.exhibits }

  func heights(width: Double) -> PlotHeights? {
    let whole = width * told.picture.size.height / told.picture.size.width
    switch told.form {
    case .portrait:
      let height = width / Self.portrait
      return PlotHeights(least: height, most: height, mostBeside: height)
    case .cover:
      return PlotHeights(least: rules.least, most: .infinity, mostBeside: .infinity)
    case .whole, .cropped:
      let own = told.form == .whole ? min(whole, largest.height) : whole
      let most = min(own, max(rules.most, width * 0.95))
      return PlotHeights(
        least: min(max(Self.lowest, rules.least), most), most: most, mostBeside: max(most, rules.least))
    }
  }

  func paint(size: Size) throws(DiagnosticError) -> PaintedExhibit {
    let picture = told.picture
    let placed: Size
    var shown: Size
    if told.form == .whole {
      let room = Size(min(size.width, largest.width), min(size.height, largest.height))
      (placed, shown) = (picture.size(fitting: room), size)
      shown.width = placed.width
    } else {
      (placed, shown) = (picture.size(fitting: size, covers: true), size)
    }
    shown.height = min(shown.height, placed.height)
    var seen = Frame(size: shown, clips: told.form != .whole)
    seen.add(
      .picture(picture, placed),
      at: Point(
        -offset(of: placed.width, in: shown.width, around: told.focus.x),
        -offset(of: placed.height, in: shown.height, around: told.focus.y)))
    var frame = Frame(size: Size(size.width, shown.height))
    frame.add(
      seen, at: .zero, tag: .structure(StructureTag(.figure, alternative: told.alternative)))
    frame.isOfOnePiece = true
    return PaintedExhibit(frame: frame, doubt: doubt(placed))
  }

  /// How much of a picture is cut off before what is seen, so that the focus stands in the middle as far as the picture goes.
  private func offset(of whole: Double, in room: Double, around focus: Double) -> Double {
    min(max(0, whole * focus - room / 2), max(0, whole - room))
  }

  // MARK: Resolution

  /// Pixels an inch below which print looks coarse.
  private static let leastResolution = 150.0

  private static let inch = 72.0

  private var wanted: Double { Self.leastResolution * (studio.layout.paper.isScreen ? 0.5 : 1) }

  /// As large as a whole picture is shown at most: with half the pixels that it should have.
  private var largest: Size {
    if told.picture.drawnSize != nil { return Size(.infinity, .infinity) }
    let factor = Self.inch / (wanted / 2)
    return Size(told.picture.size.width * factor, told.picture.size.height * factor)
  }

  private func doubt(_ placed: Size) -> Diagnostic? {
    if told.picture.drawnSize != nil { return nil }
    let (inch, wanted) = (Self.inch, wanted)
    let resolution = told.picture.size.width / (placed.width / inch)
    guard resolution < wanted * 0.995 else { return nil }
    let width = Int((placed.width / inch * wanted).rounded(.up))
    let layout = studio.layout
    return Diagnostic(
      .warning,
      "on \(layout.name) (\(layout.paper.rawValue)) this picture has \(Int(resolution.rounded())) pixels an inch, and print wants \(Int(wanted))",
      at: exhibit.location,
      advice: "use one that is \(width) pixels wide, or show it smaller")
  }

  // MARK: Parts

  func division(width: Double, height: Double) -> Division? { nil }
  var divisionForUntold: Division? { nil }
  func pieces(_ division: Division) -> [Exhibit] { [exhibit] }
  func tellsThatNoPartFits(width: Double, height: Double) -> String? { nil }
}
