import Diagnostics
import Graphics
import YAMLReading

extension Layout {
  /// Reads a layout and its theme.
  ///
  /// - Parameters:
  ///   - text: the layout's YAML. `file`: its path, for messages.
  ///   - theme: gives the text of the theme that the layout names, with the path it was read from.
  ///   - paper: `nil` for the layout's own default.
  /// - Throws: `DiagnosticError` with every mistake of both files.
  public static func read(
    _ text: String, file path: String, paper: Paper?, theme: (String) throws(DiagnosticError) -> (text: String, path: String)
  ) throws(DiagnosticError) -> Layout {
    let file = YAMLFile(text, path: path)
    let keys = [
      "paper", "theme", "margins", "grid", "sizes", "microtypography", "styles", "exhibits", "running", "words", "pages",
    ]
    guard let root = file.root?.mapping(keys: keys) else { throw DiagnosticError(file.log.diagnostics) }
    var log = DiagnosticLog()
    var themeFile: YAMLFile?
    var look: Theme?
    if let name = root.required("theme")?.text() {
      let found = log.collect { try theme(name.text) }
      if let found {
        let file = YAMLFile(found.text, path: found.path)
        look = Theme.read(file)
        themeFile = file
      } else {
        file.error("the theme '\(name.text)' can't be read", at: name.location)
      }
    }
    var reader = LayoutReader(file: file, baseline: 13)
    let layout = reader.layout(root, theme: look ?? Theme(), paper: paper)
    for diagnostic in file.log.diagnostics + (themeFile?.log.diagnostics ?? []) { log.add(diagnostic) }
    try log.throwIfErrors()
    guard var layout else { throw DiagnosticError("the layout can't be read", at: SourceLocation(file: path)) }
    layout.name = String(path.split(separator: "/").last ?? "").replacing(".yml", with: "")
    return layout
  }
}

/// Fonts and colours that several layouts share.
struct Theme {
  var fonts = Layout.Fonts(roles: [], fallbacks: [])
  var colors: [String: Color] = [:]

  static func read(_ file: YAMLFile) -> Theme? {
    guard let root = file.root?.mapping(keys: ["fonts", "fallbacks", "colours"]) else { return nil }
    var theme = Theme()
    for (key, value) in root.required("fonts")?.anyMapping()?.entries ?? [] {
      if let family = value.string() { theme.fonts.roles.append(.init(name: key.text, value: family)) }
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
