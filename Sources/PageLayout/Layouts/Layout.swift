import Briefing
import Diagnostics
import Graphics
import Typesetting

/// How pages look: what a file in Layouts/ says, resolved for one paper. Lengths are in points.
public struct Layout: Hashable, Sendable {
  public var name: String
  /// Path of the layout's file, for messages.
  public var file: String
  public var paper: Paper
  var margins: Margins
  var grid: Grid
  var fonts: Fonts
  var colors: [String: Color]
  var chartRules: ChartRules
  var mapRules: MapRules
  var styles: [StyleRole: Style]
  var exhibits: ExhibitRules
  var header: RunningLine?
  var footer: RunningLine?
  var marking: Marking?
  /// What lies below all pages that have none of their own.
  var background: Ground?
  /// On which sides of the paper it is printed.
  public var sides: Sides
  var words: [Word: String]
  /// Whether bars in the margin mark what is new.
  var marksChanges = true
  /// Name of the layout whose pages stand small in this one's.
  public var slides: String?
  /// Whether it is made only where it is asked for.
  public var isOnDemand = false
  /// In the order of the document.
  var pages: [PageTemplate]
  /// Of the layouts that it extends, the nearest first.
  var baseNames: [String] = []

  /// Whose exhibits it shows: slides in another form show what the slides do.
  var namesForExhibits: [String] { [name] + (paper.isScreen ? baseNames : []) }

  /// What is doubtful about its files.
  public internal(set) var warnings: [Diagnostic] = []

  /// Whether its pages hold text in paragraphs, which is hyphenated.
  public var setsParagraphs: Bool {
    pages.contains { $0.shows(.points) || $0.shows(.interview) }
  }

  /// What it calls its pages, in the order of the document.
  public var pageNames: [String] { pages.map(\.name) }

  /// The rectangle inside the margins.
  var body: Rect {
    Rect(
      x: margins.left, y: margins.top, width: paper.size.width - margins.left - margins.right,
      height: paper.size.height - margins.top - margins.bottom)
  }

  /// Families that must be there, and those that stand in for missing characters.
  public var families: [String] { fonts.roles.map(\.value) }
  /// Where the theme names each of the families first.
  public var familyPlaces: [String: SourceLocation] {
    Dictionary(fonts.roles.map { ($0.value, $0.location) }, uniquingKeysWith: { first, _ in first })
  }
  public var fallbacks: [String] { fonts.fallbacks }

  /// Left edge (from the body's) and width of a range of columns, counted from 1.
  func extent(of columns: ClosedRange<Int>) -> (x: Double, width: Double) {
    let step = columnWidth + grid.gutter
    let count = Double(columns.count)
    return (Double(columns.lowerBound - 1) * step, count * step - grid.gutter)
  }

  private var columnWidth: Double {
    (body.width - Double(grid.columns - 1) * grid.gutter) / Double(grid.columns)
  }

  func style(_ role: StyleRole) -> Style { styles[role] ?? Style.unset }
  func color(_ name: ColorName) -> Color { colors[name.rawValue] ?? .black }
  func word(_ word: Word) -> String { words[word] ?? "" }

  struct Margins: Hashable, Sendable {
    var top: Double
    var bottom: Double
    var left: Double
    var right: Double
  }

  struct Grid: Hashable, Sendable {
    var columns: Int
    var gutter: Double
    /// Distance of the lines on which text stands.
    var baseline: Double
  }

  struct Fonts: Hashable, Sendable {
    struct Role: Hashable, Sendable {
      var name: String
      var value: String
      var location: SourceLocation
    }
    var roles: [Role]
    var fallbacks: [String]
  }

  struct ExhibitRules: Hashable, Sendable {
    /// How many stand side by side where there is room.
    var beside: Int
    /// Smallest and largest height of a plot.
    var least: Double
    var most: Double
    /// Size of the type of rows, shares, flows and lists where there is room for it.
    var large: Double?
    /// What type on maps is not made smaller than, whatever has to fit.
    var leastType: Double?
  }

  public enum Sides: String, Hashable, Sendable, CaseIterable {
    case one
    /// Both, turned along the long or the short edge.
    case long, short
  }

  /// Lines at the upper and lower edge, in the middle, for what must stand on every page.
  struct Marking: Hashable, Sendable {
    var header: String
    var footer: String
    /// Distance of the baselines from the paper's edges.
    var distance: Double

    var showsClassification: Bool { [header, footer].allSatisfy { $0.contains("{classification}") } }
  }

  /// A line above or below the body, the same on every page but for its placeholders.
  struct RunningLine: Hashable, Sendable {
    var left: RunningSide
    var right: RunningSide
    /// Distance of the line's baseline from the paper's edge.
    var distance: Double
    var hasRule: Bool
  }
}

extension Layout {
  /// One end of a running line: a picture and words, or one of them.
  struct RunningSide: Hashable, Sendable {
    var text = ""
    var picture: PlacedPicture?
  }
}

/// How a kind of text is set.
struct Style: Hashable, Sendable {
  var text: TextStyle
  /// Distance of baselines.
  var leading: Double
  var setting: ParagraphSetting
  /// Room above and below a paragraph; between two the larger counts.
  var before: Double
  var after: Double
  var isUppercase: Bool
  /// Whether lines are made of like length, as in headings.
  var isBalanced: Bool

  static let unset = Style(
    text: TextStyle(family: "", size: 10), leading: 13, setting: ParagraphSetting(), before: 0, after: 0,
    isUppercase: false, isBalanced: false)

  /// Depth of the first baseline below the paragraph's top: the letters stand in the middle of their leading, an
  /// em taken as 0.76 above and 0.24 below the baseline.
  var firstBaseline: Double { (leading + 0.52 * text.size) / 2 }
}

/// A page as its named areas on the grid, and what flows into them.
struct PageTemplate: Hashable, Sendable {
  var name: String
  var each: Each
  /// Made only where the document would have more pages than so many without it.
  var over: Int?
  /// Whether it is meant to be one page.
  var isSingle = false
  /// How often it is made.
  enum Each: Hashable, Sendable {
    /// Once.
    case pack
    case question
    /// For each exhibit of each question from this one on, counted from 1.
    case exhibit(from: Int)
    /// For each page of the layout that is shown small.
    case slide
    /// For each page that the pack writes itself and that is to stand here.
    case page(FreePage.Place)
  }

  /// What the header calls these pages; may hold placeholders.
  var section: String
  /// Whether the layout's header and footer stand on them.
  var hasRunningLines = true
  var background: Ground?
  var rows: [Row]
  var areas: [Area]
  var flow: [Flow]
  /// What stands in an area ahead of what goes on, on a page that continues another.
  var continued: [Flow]

  struct Row: Hashable, Sendable {
    enum Height: Hashable, Sendable {
      case fixed(Double)
      /// As high as what is in it.
      case content
      /// This share of what the other rows leave.
      case share(Double)
    }
    var name: String
    var height: Height
    var least: Double
    var most: Double
    /// Room below.
    var after: Double
    /// Stands at the foot of the body, whatever is above.
    var isAtFoot: Bool
    /// May move to the next page while what follows stays.
    var floats: Bool
  }

  struct Area: Hashable, Sendable {
    var name: String
    var row: String
    /// Columns of the grid, from 1.
    var columns: ClosedRange<Int>
    /// Those it has where nothing flows into the others of its row.
    var alone: ClosedRange<Int>?
    /// The area of the same row into which this one's overflow goes.
    var next: String?
    var background: Ground?
  }

  struct Flow: Hashable, Sendable {
    var area: String
    var items: [Item]

    func shows(_ name: ContentName) -> Bool {
      items.contains { if case .content(name, _) = $0 { true } else { false } }
    }

    /// Whether a content flows here however high the area is then.
    func showsAnyway(_ name: ContentName) -> Bool {
      items.contains { if case .content(name, let limit) = $0 { limit.within == nil } else { false } }
    }
  }

  /// Under which conditions a content flows.
  struct Limit: Hashable, Sendable {
    /// Of key figures and the like, how many at most.
    var most: Int?
    /// Only where the area is then no higher than this one; what has flowed here flows nowhere else.
    var within: String?
    /// Only where there is nothing of this content.
    var unless: ContentName?
    /// Only where there is something of this content.
    var with: ContentName?
  }

  enum Item: Hashable, Sendable {
    case content(ContentName, limit: Limit)
    /// Words of the layout itself; with a content, only where there is something of it.
    case text(String, StyleRole, with: ContentName? = nil)
    case rule(ColorName)
    case image(PlacedPicture)
  }

  /// Whether slides stand small on its pages.
  var showsSlides: Bool { shows(.slides) || shows(.slidesWithNotes) || shows(.slide) }

  func shows(_ content: ContentName) -> Bool {
    flow.contains { $0.shows(content) }
  }

  /// Whether the numbers of other pages stand in its text.
  var showsPageNumbers: Bool { shows(.contents) || shows(.figures) || shows(.changes) || shows(.places) }
  /// Whether figures are listed on its pages, which is no use of them.
  var listsFigures: Bool { shows(.figures) || tellsChanges }
  var tellsChanges: Bool { shows(.changes) || shows(.changesDigest) }
}

extension Layout {
  /// Whether it has pages for those that a pack writes itself and that are to stand there.
  func shows(_ place: FreePage.Place) -> Bool { pages.contains { $0.each == .page(place) } }

  /// Whether copies of it can be somebody's own: place cards are everybody's.
  public var isPersonal: Bool { !pages.contains { $0.shows(.cards) } }

  /// Whether it is for who speaks: made where a pack has notes for them, or where it is asked for.
  public var isForSpeaker: Bool { pages.contains { $0.shows(.slideNotes) } }

  /// Whether a story has nothing for it: it is about a meeting, and there is none or nobody is known to come.
  public func isEmpty(for story: Story) -> Bool {
    let ofMeeting: Set<ContentName> = [.meeting, .meetingDetails, .agenda, .attendees, .cards]
    let ofHeads: Set<ContentName> = [.kicker, .title, .subtitle, .byline, .recipient]
    let shown = Set(
      pages.flatMap(\.flow).flatMap(\.items).compactMap { item -> ContentName? in
        if case .content(let name, _) = item { name } else { nil }
      })
    let subject = shown.subtracting(ofHeads)
    guard !subject.isEmpty, subject.isSubset(of: ofMeeting) else { return false }
    guard let meeting = story.meeting else { return true }
    return meeting.attendees.isEmpty && subject.isSubset(of: [.attendees, .cards])
  }
}
