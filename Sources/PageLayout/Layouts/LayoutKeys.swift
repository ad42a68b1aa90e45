/// The kinds of text that a layout gives a style to.
enum StyleRole: String, Hashable, Sendable, CaseIterable {
  case kicker, title, subtitle, byline
  case number, question, headline, continued, eyebrow, point
  case sourceMark = "source-mark"
  case numeral
  case numeralLabel = "numeral-label"
  case numeralNote = "numeral-note"
  case entryNumber = "entry-number"
  case entryHeadline = "entry-headline"
  case entryStatement = "entry-statement"
  case entryPage = "entry-page"
  case exhibitTitle = "exhibit-title"
  case exhibitSubtitle = "exhibit-subtitle"
  case exhibitNote = "exhibit-note"
  case chartValue = "chart-value"
  case chartAxis = "chart-axis"
  case mapCity = "map-city"
  case mapOtherCity = "map-other-city"
  case mapCountry = "map-country"
  case mapWater = "map-water"
  case mapScale = "map-scale"
  case quotation
  case section, subsection
  case tableHead = "table-head"
  case tableCell = "table-cell"
  case tableNumber = "table-number"
  case changeCell = "change-cell"
  case changeNumber = "change-number"
  case note
  case interviewQuestion = "interview-question"
  case interviewText = "interview-text"
  case agendaTime = "agenda-time"
  case agendaItem = "agenda-item"
  case agendaSpeaker = "agenda-speaker"
  case attendee
  case attendeeDetail = "attendee-detail"
  case cardName = "card-name"
  case cardDetail = "card-detail"
  case running, folio
}

/// Colours that the engine asks for by name; a theme may add others for its styles.
enum ColorName: String, Hashable, Sendable, CaseIterable {
  case paper, ink, grey, hairline
  case one
  case oneTint = "one-tint"
  case two
  case twoTint = "two-tint"
  case land, water
  case waterLine = "water-line"
  case boundary
}

/// Words that the engine writes itself, in the layout's language.
enum Word: String, Hashable, Sendable, CaseIterable {
  case source, continued
  case figure, value, period, status, pages
  case actual, target, estimate, derived
  case footnote
  case interviewWith = "interview-with"
  case mapData = "map-data"
  /// With {number}; the other one with {count} too.
  case copy
  case copyOf = "copy-of"
  case reporter, formula
  // Of what changed since an edition before.
  case changesSince = "changes-since"
  case changes
  case changesMarked = "changes-marked"
  case changesMore = "changes-more"
  case was, now, change, changed, follow, new, removed
  case followsFrom = "follows-from"
  /// With {count} and {names}.
  case changesUnused = "changes-unused"
  case noPeriod = "no-period"
  /// Of a figure that no page has but for what is computed from it.
  case inFormula = "in-formula"
  /// With {time} and {target}: of what a chart measures against the target for another time.
  case otherTarget = "other-target"
  case place, country, position
  case noFigure = "no-figure"
  /// With {now} and {was}: of a figure whose source changed.
  case sourceNow = "source-now"
  /// With {name}: whose count a figure is, and whose it was.
  case toldBy = "told-by"
  case toldBefore = "told-before"
  case sourcesMore = "sources-more"
  case negative
  /// Of a table: its sums, and the short name of percentage points.
  case total
  case points = "percentage-points"
  /// Of a chart's axis.
  case logarithmic = "logarithmic-scale"

  /// What stands in for a word that came later than others: layouts that lack it are still whole.
  var standIn: String? {
    switch self {
    case .place: "Place"
    case .country: "Country"
    case .position: "Latitude, longitude"
    case .noFigure: "no figure"
    case .sourcesMore: "and {count} more"
    case .negative: "negative"
    case .total: "Total"
    case .points: "pp"
    case .logarithmic: "logarithmic scale"
    case .sourceNow: "source now {now}, before {was}"
    case .toldBy: "reported by {name}"
    case .toldBefore: "before by {name}"
    case .changesUnused: "And {count} new that no page uses yet: {names}."
    case .noPeriod: "no year given"
    case .inFormula: "in a formula"
    case .otherTarget: "{time} stands against the target for {target}."
    default: nil
    }
  }
}

/// What can flow into an area.
enum ContentName: String, Hashable, Sendable, CaseIterable {
  // Of the pack.
  case kicker, title, subtitle, byline, contents, statements, figures, timeline, notes, interview, credits,
    slides, places
  /// Each question in short: its headline, its first exhibit and the points that belong to that.
  case digests
  /// Of a page that the pack writes itself.
  case pageText = "page-text"
  /// Pictures of the pack.
  case portrait, cover
  /// Of a cover that is a page's background.
  case coverCredit = "cover-credit"
  /// The slides with their notes beside them.
  case slidesWithNotes = "slides-with-notes"
  /// Where the figures come from that the interview does not say.
  case figureSources = "figure-sources"
  // Of a meeting.
  case meeting
  case meetingDetails = "meeting-details"
  case agenda, attendees, cards
  /// Of a copy: whose it is.
  case recipient
  // Of what changed; nothing where there is no edition before or nothing changed.
  case changesHeadline = "changes-headline"
  case changesSummary = "changes-summary"
  case changes
  /// The changes of the overview's figures in a line, and how many others there are.
  case changesLine = "changes-line"
  /// As many of the changes as there is room for.
  case changesDigest = "changes-digest"
  /// The sentences that say something new.
  case changesSentences = "changes-sentences"
  // Of the pack or of a question.
  case keyFigures = "key-figures"
  case keyFiguresAcross = "key-figures-across"
  case exhibits
  // Of a question.
  case number, question, headline, statement, points, quotation, footnotes, continued
  /// The bold words that open the points.
  case leads
  /// The points where there is room for them, else their bold words.
  case pointsInBrief = "points-in-brief"
  /// The points that stand beside none of its exhibits.
  case otherPoints = "other-points"
  // Of a slide.
  case slide
  case slideNotes = "slide-notes"
  /// To write on, as far down as there is room.
  case noteLines = "note-lines"
  // Of an exhibit; on a question's page, of its first.
  case exhibit, plot
  case exhibitHeadline = "exhibit-headline"
  /// The points that belong to it, as many as there is room for beside it.
  case exhibitPoints = "exhibit-points"
}

/// The keys of a layout's mappings (and a theme's), as Layouts/*.schema.json has them too.
enum LayoutKeys {
  static let layout = [
    "extends", "paper", "theme", "margins", "grid", "sizes", "microtypography", "styles", "exhibits",
    "running", "marking", "background", "sides", "words", "changes",
    "slides", "on-demand", "pages", "changed-pages",
  ]
  /// How to do what others are often meant to do.
  static let elsewhere = Dictionary(
    uniqueKeysWithValues: ["logo", "image", "images", "picture", "pictures", "watermark"].map {
      (
        $0,
        "a picture stands in a running line, such as running: { header: { left: { image: logo.png, height: 8 mm }, "
          + "distance: 14 mm } }, in a flow or in a background: see “Pictures and backgrounds” in Layouts/README.md"
      )
    })
  static let paper = ["default", "sizes"]
  static let margins = ["top", "bottom", "left", "right"]
  static let grid = ["columns", "gutter", "baseline"]
  static let microtypography = ["protrusion", "expansion", "tracking"]
  static let style = [
    "font", "size", "leading", "weight", "slant", "colour", "align", "hyphenate", "features", "tracking",
    "case",
    "before", "after", "halo", "balance",
  ]
  static let exhibits = ["beside", "least", "most", "large", "type"]
  static let changes = ["marks"]
  static let running = ["header", "footer"]
  static let runningLine = ["left", "right", "distance", "rule"]
  static let runningPicture = ["image", "width", "height", "text"]
  static let ground = ["colour", "image", "fit"]
  static let areaGround = ground + ["padding"]
  static let marking = ["header", "footer", "distance"]
  static let page = [
    "each", "before", "from", "place", "over", "single", "section", "running", "background", "rows", "areas",
    "flow",
    "continued",
  ]
  static let row = ["height", "least", "most", "after", "foot", "floats"]
  static let area = ["row", "columns", "alone", "next", "background"]
  static let item = [
    "content", "most", "within", "unless", "text", "style", "with", "rule",
    "image", "width", "height", "align", "alternative", "decorative", "around",
  ]
  static let theme = ["extends", "fonts", "fallbacks", "colours", "logo", "charts", "maps"]
  static let chartRules = ["series", "line", "bar", "grid"]
  static let mapRules = ["tints", "names", "locator", "relief"]
  static let logo = ["light", "dark"]
}
