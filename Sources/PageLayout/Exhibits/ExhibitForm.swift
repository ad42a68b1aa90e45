import Briefing
import Diagnostics
import Graphics

/// What pages ask of an exhibit, whichever kind it is. Each kind conforms in a folder of its own beside this file, and
/// `ExhibitStudio.form(of:)` names it.
protocol ExhibitForm {
  /// What messages call its kind.
  var name: String { get }
  /// What helps where labels find no room.
  var adviceForRoom: String { get }
  /// How wide it must be to stand beside others, points.
  var leastWidth: Double { get }
  /// Heights of a plot of this width; `nil` where it would need more width.
  func heights(width: Double) -> PlotHeights?
  /// The plot, tagged as a figure.
  func paint(size: Size) throws(DiagnosticError) -> PaintedExhibit
  /// How it goes over several pages where a plot of this width finds so much height on one; `nil` where it has no parts or
  /// stands on one page, or where it is divided as finely already.
  func division(width: Double, height: Double) -> Division?
  /// How it goes over several pages where values have no room in the plot; `nil` where that helps nothing.
  var divisionForUntold: Division? { get }
  /// What stands of it on each page, with as many parts on each as on the others.
  func pieces(_ division: Division) -> [Exhibit]
  /// Whether its numbers lead to their figures, so that each that is new can be marked by itself.
  var linksItsNumbers: Bool { get }
  /// That not even one of its parts finds that height, as a message goes on; `nil` where one does or it has none.
  func tellsThatNoPartFits(width: Double, height: Double) -> String?
}

extension ExhibitForm {
  var linksItsNumbers: Bool { false }
}

/// Heights of a plot, points.
struct PlotHeights {
  /// In less it is not legible.
  var least: Double
  /// More gains nothing; a strip, rows of bars or a list of dates would only have a hole below it.
  var most: Double
  /// In a row with exhibits that can use more height: so much, with some white below it.
  var mostBeside: Double
}

/// A plot, and what is not on it.
struct PaintedExhibit {
  var frame: Frame
  /// Labels that found no room.
  var leftOut: [String] = []
  /// Those of them that are values which nothing else on the plot tells.
  var untold: [String] = []
  /// What is doubtful about it besides.
  var doubt: Diagnostic?
}

/// How an exhibit that is higher than a page goes over several.
struct Division: Equatable {
  /// Of its parts on a page.
  var most: Int
  /// That each part may have beyond its least height, points.
  var air: Double
}

/// The exhibit that a block shows, with what came of drawing it.
struct DrawnExhibit {
  var drawing: ExhibitStudio.Drawing
  /// What can't be drawn, and what found no room.
  var diagnostics: [Diagnostic]
  /// How its values find room on further pages, where the plot leaves some untold.
  var division: Division?
}
