import Diagnostics
import YAMLReading

extension Pack {
  /// A page that the pack writes itself, as pack.yml describes it; its file is not yet read.
  struct Page {
    var location: SourceLocation
    /// A Markdown file of the pack.
    var file: YAMLText
    /// Else the file's first heading.
    var title: YAMLText?
    var place = FreePage.Place.after
    /// Names of the layouts that show it; empty: all.
    var layouts: [YAMLText] = []
    /// By the names that the file calls them.
    var exhibits: [(name: YAMLText, exhibit: Exhibit)] = []
  }

  /// The name of its file, or that and more.
  static func page(_ node: YAMLNode) -> Page? {
    guard node.isMapping else { return node.text().map { Page(location: node.location, file: $0) } }
    guard let mapping = node.mapping(keys: PackKeys.page),
      let file = mapping.required("file")?.text()
    else { return nil }
    var page = Page(location: node.location, file: file)
    page.title = mapping["title"]?.text()
    page.place = mapping["place"]?.choice(of: FreePage.Place.self) ?? .after
    page.layouts = mapping["on"]?.strings() ?? []
    for (name, value) in mapping["exhibits"]?.anyMapping()?.entries ?? [] {
      if let exhibit = exhibit(value) { page.exhibits.append((name, exhibit)) }
    }
    return page
  }

  /// Those of the questions, the overview's map and those of its own pages.
  var allExhibits: [Exhibit] {
    questions.flatMap(\.exhibits) + [overview.map].compactMap(\.self)
      + pages.flatMap { $0.exhibits.map(\.exhibit) }
  }
}
