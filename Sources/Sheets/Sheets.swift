import Diagnostics
import Graphics

/// How a document's pages stand on paper: what an entry of Layouts/sheets.yml says. Lengths are in points.
public struct Sheets: Hashable, Sendable {
  /// "booklet"; the file made with it is named after it.
  public var name: String
  /// Where it is described, for messages.
  public var location: SourceLocation?
  /// Names of the layouts that it is meant for; empty for all.
  public var layouts: [String] = []
  /// Which pages, in this order; empty for all.
  public var pages: [PageSelection] = []
  /// The layout's names for pages that begin on a right-hand page ("question"): `layOut` puts blanks before them.
  public var rightHand: [String] = []
  public var paper = SheetPaper.page
  public var arrangement = Arrangement.grid(Grid())
  public var fit = Fit.fit
  /// The edge a sheet is turned over in the printer; `nil` for sheets printed on one side.
  public var duplex: Document.Duplex?
  /// The edge where sheets are bound; `nil` for the edge that they are turned over.
  public var binding: Binding?
  /// Whether what stands on them is read from the right, as its language says: pages follow each other so, too.
  var readsFromRight = false
  /// Quarter turns clockwise of each finished side.
  public var quarterTurns = 0
  public var margins = Margins()
  /// How far pages are moved away from the binding, for holes or a clip.
  public var shift = 0.0
  /// Room between pages on a side.
  public var gutter = 0.0
  /// Whether a thin line is drawn around each page.
  public var drawsFrames = false
  /// How far what touches a page's edge is printed beyond it.
  public var bleed = 0.0
  public var marks: Set<Mark> = []

  public init(name: String, location: SourceLocation? = nil) {
    self.name = name
    self.location = location
  }

  public enum PageSelection: Hashable, Sendable {
    /// By their place in the document, from 1.
    case range(ClosedRange<Int>)
    /// All pages that the layout calls so.
    case part(String)
  }

  public enum Arrangement: Hashable, Sendable {
    case grid(Grid)
    case booklet(Booklet)
  }

  /// Pages in columns and rows; what isn't said is chosen so that pages are largest.
  public struct Grid: Hashable, Sendable {
    public var perSide = 1
    public var columns: Int?
    public var rows: Int?
    public var order = Order.across

    public init(perSide: Int = 1, columns: Int? = nil, rows: Int? = nil, order: Order = .across) {
      self.perSide = perSide
      self.columns = columns
      self.rows = rows
      self.order = order
    }
  }

  /// How many pages stand on a side.
  var perSide: Int {
    switch arrangement {
    case .grid(let grid): grid.perSide
    case .booklet: 2
    }
  }

  /// Whether pages stand elsewhere than in the middle of their room.
  var movesPages: Bool {
    if case .booklet(let booklet) = arrangement { return booklet.thickness > 0 }
    return shift > 0
  }

  public enum Order: String, Hashable, Sendable, CaseIterable { case across, down }

  /// Two pages a side, folded and stitched through the fold.
  public struct Booklet: Hashable, Sendable {
    /// `nil` for all sheets in one.
    public var sheetsPerSignature: Int?
    /// Of the paper: inner sheets are pushed out by that of the sheets around them.
    public var thickness = 0.0

    public init(sheetsPerSignature: Int? = nil, thickness: Double = 0) {
      self.sheetsPerSignature = sheetsPerSignature
      self.thickness = thickness
    }
  }

  public enum Fit: String, Hashable, Sendable, CaseIterable {
    /// As large as there is room.
    case fit
    /// At the page's own size.
    case actual
  }

  public enum Binding: String, Hashable, Sendable, CaseIterable { case left, right, top }

  /// Room that pages keep from the paper's edges; on the back of a sheet inner and outer change sides.
  public struct Margins: Hashable, Sendable {
    public var inner = 0.0
    public var outer = 0.0
    public var top = 0.0
    public var bottom = 0.0

    public init(inner: Double = 0, outer: Double = 0, top: Double = 0, bottom: Double = 0) {
      self.inner = inner
      self.outer = outer
      self.top = top
      self.bottom = bottom
    }
  }

  public enum Mark: String, Hashable, Sendable, CaseIterable { case crop, registration, information }
}
