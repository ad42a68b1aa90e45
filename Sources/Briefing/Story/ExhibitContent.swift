import ChartGrammar
import Evidence
import MapGrammar

/// What an exhibit of any kind tells, however it is drawn. A new kind conforms, and `Exhibit.Content.told` names it.
public protocol ExhibitContent {
  /// All figures that it shows, those that it compares with included.
  var shownFigures: [Figure] { get }
  /// Ids of the figures that the pack's words on it and below it are made from.
  var figuresInWords: [String] { get }
  /// What it says happened, each with the figures in its words.
  var tellsOf: [ChartDescription.Event] { get }
  /// Its words in the record of an edition, by figure: what a later edition says otherwise is told as changed.
  var recordedWords: [(text: String, figures: [String])] { get }
  /// The places that it shows.
  var sites: [Site] { get }
  /// Whether it is drawn from the atlas, whose sources are to be credited.
  var isFromAtlas: Bool { get }
  /// Where its first part stands among those of the whole, where it is a piece of one that goes over several pages; `nil`
  /// of a whole.
  var piece: Int? { get }
  /// The figures whose sources its foot tells apart by time.
  var figuresInTime: [Figure] { get }
  /// Where values stand against a target for another time.
  var targetsOfOtherTimes: [(time: Period, target: Period)] { get }
}

extension Exhibit.Content {
  /// What it tells, whichever kind it is.
  public var told: any ExhibitContent {
    switch self {
    case .chart(let chart): chart
    case .map(let map): map
    case .table(let table): table
    case .picture(let picture): picture
    }
  }
}

extension Exhibit {
  /// All figures that it shows, those that it compares with included.
  public var figures: [Figure] { content.told.shownFigures }
  /// Ids of the figures that the pack's words on it and below it are made from, its title and note aside.
  public var figuresInWords: [String] { content.told.figuresInWords }
  /// What it says happened.
  public var events: [ChartDescription.Event] { content.told.tellsOf }
}

extension ChartDescription: ExhibitContent {
  public var shownFigures: [Figure] { figures + references.compactMap(\.figure) }
  /// Its words are its events'.
  public var figuresInWords: [String] { [] }
  public var tellsOf: [Event] { events }
  public var recordedWords: [(text: String, figures: [String])] {
    shownFigures.map { ($0.words(.shortNumber), [$0.id]) } + events.map { ($0.label, $0.figures) }
  }
  public var sites: [Site] { [] }
  public var isFromAtlas: Bool { false }
  public var piece: Int? { part?.lowerBound }
  public var figuresInTime: [Figure] { figures }
}

extension MapDescription: ExhibitContent {
  public var shownFigures: [Figure] { figures }
  /// Its events are places with a date: numbers on the map, whose words are among its texts.
  public var tellsOf: [ChartDescription.Event] { [] }
  /// A map's values are those of the figure table; it has no sentence of its own.
  public var recordedWords: [(text: String, figures: [String])] { [] }
  public var isFromAtlas: Bool { true }
  public var piece: Int? {
    switch part {
    case nil: nil
    case .ground: 0
    case .key(let range): 1 + range.lowerBound
    }
  }
  public var figuresInTime: [Figure] { [] }
  public var targetsOfOtherTimes: [(time: Period, target: Period)] { [] }
}

extension TableDescription: ExhibitContent {
  public var shownFigures: [Figure] { figures }
  public var figuresInWords: [String] { [] }
  public var tellsOf: [ChartDescription.Event] { [] }
  /// Sums and changes are made from the others: they are said otherwise where those are.
  public var recordedWords: [(text: String, figures: [String])] {
    cells.map { ($0.figure.words(.shortNumber), $0.isComputed ? $0.origins : [$0.figure.id]) }
  }
  public var sites: [Site] { [] }
  public var isFromAtlas: Bool { false }
  public var piece: Int? { part?.lowerBound }
  /// What rows or columns say already is not told again.
  public var figuresInTime: [Figure] { namesReporters ? [] : figures }
  public var targetsOfOtherTimes: [(time: Period, target: Period)] { [] }
}
