import Atlas
import Diagnostics
import Evidence
import Interview
import MapGrammar
import YAMLReading

/// What pack.yml says, as written: references to figures are not yet made into words.
struct Pack {
  var title: YAMLText
  var subtitle: YAMLText?
  var kicker: YAMLText?
  /// BCP 47.
  var language: String
  var author: YAMLText?
  /// How its pages look: the name of a style, or a folder of the pack.
  var style: YAMLText?
  /// ISO 8601.
  var figuresAsOf: String?
  var expert: YAMLText?
  var role: YAMLText?
  var interviewDate: String?
  /// What labels in the transcript are, where it leaves that open.
  var labels: [Label] = []
  /// Words of the transcript's questions that belong to the question before them.
  var followUps: [YAMLText] = []
  /// ISO 3166-1 alpha-2, one or two.
  var countryCodes: [YAMLText]
  /// What countries are called on maps and in tables of places, by ISO 3166-1 alpha-2.
  var countryNames: [CountryName] = []
  var meeting: Meeting?
  var draft: Draft?
  /// Of the expert.
  var portrait: Picture?
  var cover: Picture?
  var overview: Overview
  var questions: [Question]
  /// That it writes itself.
  var pages: [Page] = []

  var countries: [String] { countryCodes.map(\.text) }

  /// What stands for a pack.yml that can't be read, so that the pack's other files are looked through all the same.
  static let unread = Pack(
    title: YAMLText("", location: SourceLocation(file: "")), language: "und", countryCodes: [],
    overview: Overview(), questions: [])

  /// That the pack is a draft, and what of it nobody has looked at yet.
  struct Draft {
    var location: SourceLocation
    /// What every page says ("Draft").
    var label: YAMLText
    /// Their numbers.
    var questions: [YAMLText] = []
    /// Their ids.
    var figures: [YAMLText] = []
  }

  struct Label {
    var text: YAMLText
    var role: LabelRole
  }

  struct CountryName {
    var code: YAMLText
    var name: YAMLText
  }

  struct Overview {
    var keyFigures: [KeyFigure] = []
    var map: Exhibit?
  }

  struct Question {
    var location: SourceLocation
    var question: YAMLText?
    var headline: YAMLText
    var statement: YAMLText?
    var keyFigures: [KeyFigure]
    var exhibits: [Exhibit]
    var quotation: Quotation?
    /// For who speaks to its first slide, a paragraph each.
    var notes: [YAMLText] = []
  }

  struct KeyFigure {
    var figure: YAMLText
    var label: YAMLText?
    var note: YAMLText?
  }

  struct Quotation {
    var text: YAMLText
    var source: YAMLText
  }

  struct Exhibit {
    enum Content {
      case chart(Chart)
      case map(Map)
      case table(Table)
      case picture(Picture)
    }

    var location: SourceLocation
    var title: YAMLText?
    var subtitle: YAMLText?
    var note: YAMLText?
    /// The id of a figure: the note stands only while it is not zero.
    var noteWhile: YAMLText?
    /// Names of the layouts that show it; empty: all.
    var layouts: [YAMLText] = []
    /// Numbers of the summary's points that stand beside it; `nil` where they are to be chosen.
    var points: [PointNumber]?
    /// For who speaks to its slide, a paragraph each.
    var notes: [YAMLText] = []
    var content: Content
  }

  /// A point of the summary, counted from 1.
  struct PointNumber {
    var number: Int
    var location: SourceLocation
  }

  struct Map {
    /// Drawn bold and filled.
    var places: [YAMLText] = []
    /// An empty list of places is written down.
    var listsNothing = false
    /// Context, hollow and light.
    var also: [YAMLText] = []
    /// Shows the towns that the answer names.
    var findsPlaces = false
    /// And those that its footnotes name.
    var notes = false
    var routes: [Route] = []
    var flows: [Flow] = []
    var symbols: [Symbol] = []
    var shades: [Shade] = []
    var border: Border?
    var zones: [Zone] = []
    var events: [Event] = []
    var extent: Extent?
    var projection: MapDescription.ProjectionChoice?
    var showsGraticule = false
    var showsRegions = false
    var showsRelief: Bool?
    var allowsInsets = true
    var labels: MapDescription.Labels?

    struct Route {
      var location: SourceLocation
      var stops: [YAMLText]
      var label: YAMLText?
    }

    struct Flow {
      var from: YAMLText
      var to: YAMLText
      var figure: YAMLText
    }

    struct Symbol {
      var place: YAMLText
      var figure: YAMLText
    }

    struct Shade {
      var country: YAMLText
      var figure: YAMLText
    }

    struct Border {
      var location: SourceLocation
      var countries: [YAMLText]
      var figure: YAMLText?
      var label: YAMLText?
    }

    struct Event {
      var places: [YAMLText]
      var label: YAMLText
      var date: YAMLText?
      var source: YAMLText?
    }

    enum Extent {
      case box(GeoBox)
      case around(YAMLText, kilometres: Double)
      case world
      /// Countries and their regions.
      case lands([YAMLText])
    }

    /// Every place that it names.
    var names: [YAMLText] {
      places + also + routes.flatMap(\.stops) + flows.flatMap { [$0.from, $0.to] } + symbols.map(\.place)
        + zones.flatMap(\.stops) + events.flatMap(\.places)
    }

    /// With the middle of its extent.
    var everyName: [YAMLText] {
      if case .around(let middle, _) = extent { names + [middle] } else { names }
    }

    /// Whether it leaves what it shows to others.
    var isEmpty: Bool {
      !findsPlaces && places.isEmpty && routes.isEmpty && flows.isEmpty && symbols.isEmpty && shades.isEmpty
        && events.isEmpty
        && border == nil && zones.isEmpty
    }
  }
}
