/// The keys of pack.yml, mapping by mapping: `Layouts/pack.schema.json` has the same.
enum PackKeys {
  static let pack = [
    "draft", "title", "subtitle", "kicker", "language", "author", "style", "figures_as_of", "interview",
    "countries", "country_names",
    "meeting", "portrait", "cover", "overview", "questions", "pages",
  ]
  static let draft = ["label", "questions", "figures"]
  static let interview = ["expert", "role", "date", "labels", "follow_ups"]
  static let meeting = ["title", "date", "time", "room", "classification", "agenda", "attendees", "order"]
  static let agendaItem = ["time", "item", "speaker"]
  static let overview = ["key_figures", "map"]
  static let question = [
    "question", "headline", "statement", "key_figures", "exhibits", "quotation", "notes",
  ]
  static let page = ["file", "title", "place", "on", "exhibits"]
  static let keyFigure = ["figure", "label", "note"]
  static let quotation = ["text", "source"]

  /// Of every exhibit.
  static let exhibit = ["kind", "title", "subtitle", "note", "note-while", "on", "points", "notes"]
  /// Of the overview's map, beside a map's own.
  static let overviewMap = ["title", "subtitle", "note", "notes"]

  // MARK: Charts

  /// Of a chart beside those of every exhibit. `axis` is a key of every kind, so that its refusal can say why.
  static func chart(_ kind: Pack.Chart.Kind) -> [String] {
    let figures = ["figures", "series", "split", "highlight", "multiples", "axis"]
    return switch kind {
    case .bars, .groupedBars, .stackedBars, .dots: figures + ["sort", "reference"]
    case .lines: figures + ["reference"]
    case .slope: figures
    case .change: figures + ["sort", "as"]
    case .bullet: ["figures", "targets", "highlight", "multiples", "axis"]
    case .waterfall: ["start", "steps", "end", "highlight", "axis"]
    case .scatter: ["x", "y", "size", "highlight"]
    case .pyramid: ["figures", "series", "split", "highlight", "sort", "axis"]
    case .area: ["figures", "series", "split", "highlight", "axis", "as"]
    case .share: ["figures", "highlight", "multiples", "axis"]
    case .timeline: ["events", "multiples"]
    case .flow: ["flows"]
    }
  }

  static let entry = ["figure", "label"]
  static let series = ["label", "figures"]
  static let lineSeries = series + ["low", "high", "after"]
  static let axis = ["from", "scale"]
  static let measure = ["label", "figures", "from"]
  /// Nothing begins elsewhere than at zero where areas are compared.
  static let size = ["label", "figures"]
  static let reference = ["figure", "value", "label"]
  static let event = ["date", "label", "source", "group", "highlight"]
  static let flow = ["from", "to", "goods", "source"]

  // MARK: Pictures

  /// Of a picture, beside those of every exhibit.
  static let picture = ["image", "alternative", "credit", "focus"]

  // MARK: Tables

  /// Of a table beside those of every exhibit.
  static let table = [
    "figures", "series", "rows", "columns", "sort", "total", "lines", "change", "as", "highlight", "heat",
  ]

  // MARK: Maps

  /// Of a map beside those of every exhibit.
  static let map = [
    "places", "also", "footnotes", "routes", "flows", "symbols", "shade", "boundary", "corridors", "areas",
    "events", "extent",
    "projection", "graticule", "regions", "relief", "insets", "labels",
  ]
  static let route = ["places", "label"]
  static let mapFlow = ["from", "to", "figure"]
  static let symbol = ["place", "figure"]
  static let boundary = ["between", "figure", "label"]
  static let corridor = ["along", "km", "figure", "label"]
  static let area = ["around", "km", "figure", "label"]
  static let mapEvent = ["place", "label", "date", "source"]
  static let extent = ["around", "km", "west", "south", "east", "north"]
}
