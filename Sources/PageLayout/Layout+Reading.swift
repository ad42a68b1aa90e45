import Diagnostics
import Graphics
import YAMLReading

extension Layout {
  /// Reads a layout, the layout that it extends, and its theme.
  ///
  /// - Parameters:
  ///   - text: the layout's YAML.
  ///   - path: of its file, for messages.
  ///   - paper: `nil` for the layout's own default.
  ///   - beside: gives the text of a file that stands beside the layout, with its path.
  /// - Returns: the layout, named after its file.
  /// - Throws: `DiagnosticError` with every mistake of these files.
  public static func read(
    _ text: String, file path: String, paper: Paper?,
    beside: (String) throws(DiagnosticError) -> (text: String, path: String)
  ) throws(DiagnosticError) -> Layout {
    let file = YAMLFile(text, path: path)
    var files = [file]
    var log = DiagnosticLog()
    func open(_ name: YAMLText) -> YAMLFile? {
      guard let found = log.collect({ try beside(name.text) }) else { return nil }
      let opened = YAMLFile(found.text, path: found.path)
      files.append(opened)
      return opened
    }
    var layout: Layout?
    if let root = file.root?.mapping(keys: LayoutKeys.layout) {
      let base = root["extends"]?.text().flatMap(open)?.root?.mapping(keys: LayoutKeys.layout)
      if let again = base?["extends"] { again.error("a layout that another extends can't extend a third") }
      let source = LayoutSource(own: root, base: base)
      let theme = source.required("theme")?.text().flatMap(open).flatMap(Theme.read)
      var reader = LayoutReader(file: file, source: source, theme: theme)
      layout = reader.layout(paper: paper)
    }
    for file in files { for diagnostic in file.log.diagnostics { log.add(diagnostic) } }
    try log.throwIfErrors()
    guard var layout else {
      throw DiagnosticError("the layout can't be read", at: SourceLocation(file: path))
    }
    layout.name = String(path.split(separator: "/").last ?? "").replacing(".yml", with: "")
    return layout
  }
}

/// A layout's keys; what it leaves out is taken from the layout that it extends.
struct LayoutSource {
  let own: YAMLMapping
  let base: YAMLMapping?

  subscript(key: String) -> YAMLNode? { own[key] ?? base?[key] }
  func required(_ key: String) -> YAMLNode? { self[key] ?? own.required(key) }
}

/// Fonts and colours that several layouts share.
struct Theme {
  var fonts = Layout.Fonts(roles: [], fallbacks: [])
  var colors: [String: Color] = [:]

  static func read(_ file: YAMLFile) -> Theme? {
    guard let root = file.root?.mapping(keys: LayoutKeys.theme) else { return nil }
    var theme = Theme()
    for (key, value) in root.required("fonts")?.anyMapping()?.entries ?? [] {
      guard let family = value.text() else { continue }
      theme.fonts.roles.append(.init(name: key.text, value: family.text, location: family.location))
    }
    theme.fonts.fallbacks = root["fallbacks"]?.strings()?.map(\.text) ?? []
    let colours = root.required("colours")
    for (key, value) in colours?.anyMapping()?.entries ?? [] {
      guard let text = value.string() else { continue }
      if let color = Color(hex: text) {
        theme.colors[key.text] = color
      } else {
        value.error("'\(text)' is no colour", advice: "write it as \"#0B4F6C\", with the quotes")
      }
    }
    for name in ColorName.allCases where theme.colors[name.rawValue] == nil {
      colours?.error("the colour '\(name.rawValue)' is missing", advice: "add '\(name.rawValue): \"#…\"'")
    }
    return theme
  }
}
