import Diagnostics
import Graphics
import YAMLReading

/// A file that a layout names.
public struct LayoutFile: Sendable {
  public var text: String
  /// As a person would write it, for messages.
  public var path: String
  /// The same for the same file, however it is named.
  public var identity: String

  public init(text: String, path: String, identity: String) {
    self.text = text
    self.path = path
    self.identity = identity
  }
}

/// Gives the files that layouts name; which may be read is its business.
public protocol LayoutFiles {
  /// A layout or a theme.
  ///
  /// - Parameters:
  ///   - name: as it is written; it is meant from the file that it is written in.
  ///   - place: where it is written.
  /// - Returns: its text.
  /// - Throws: at that place, that it is missing or may not be read; in the file, that it is no text.
  func file(_ name: String, at place: SourceLocation) throws(DiagnosticError) -> LayoutFile

  /// A picture.
  ///
  /// - Parameters:
  ///   - name: as it is written; it is meant from the file that it is written in.
  ///   - place: where it is written.
  /// - Returns: the picture, which can be painted.
  /// - Throws: at that place, why there is none.
  func picture(_ name: String, at place: SourceLocation) throws(DiagnosticError) -> Picture
}

extension Layout {
  /// Reads a layout, the layouts that it extends, and its theme.
  ///
  /// - Parameters:
  ///   - file: the layout's.
  ///   - paper: `nil` for the layout's own default.
  ///   - files: gives the other files.
  /// - Returns: the layout, named after its file.
  /// - Throws: `DiagnosticError` with every mistake of these files.
  public static func read(_ file: LayoutFile, paper: Paper?, files: some LayoutFiles) throws(DiagnosticError)
    -> Layout
  {
    var opened = OpenedFiles(files: files)
    let own = opened.read(file)
    var layout: Layout?
    if let root = own.root?.mapping(keys: LayoutKeys.layout, elsewhere: LayoutKeys.elsewhere) {
      let source = source(of: root, in: file, &opened)
      let theme = source.required("theme").flatMap { readTheme($0, &opened) }
      var reader = LayoutReader(file: own, source: source, theme: theme, files: files)
      layout = reader.layout(paper: paper)
      layout?.baseNames = source.baseNames
    }
    var log = opened.log
    for file in opened.all { for diagnostic in file.log.diagnostics { log.add(diagnostic) } }
    try log.throwIfErrors()
    layout?.warnings = log.diagnostics
    guard var layout else {
      throw DiagnosticError("the layout can't be read", at: SourceLocation(file: file.path))
    }
    layout.name = name(of: file)
    return layout
  }

  private static func name(of file: LayoutFile) -> String {
    String(file.path.split(separator: "/").last ?? "").replacing(".yml", with: "")
  }

  /// A theme with those that it extends.
  private static func readTheme(_ node: YAMLNode, _ opened: inout OpenedFiles) -> Theme? {
    var chain: [YAMLMapping] = []
    var read: Set<String> = []
    var next: YAMLNode? = node
    while let node = next {
      guard let (found, yaml) = opened.open(node),
        let root = yaml.root?.mapping(keys: LayoutKeys.theme)
      else { return nil }
      if !read.insert(found.identity).inserted {
        node.error(
          "a theme can't extend itself", advice: "take 'extends' out of the one that is whole by itself")
        return nil
      }
      chain.append(root)
      next = root["extends"]
    }
    return Theme.read(chain)
  }

  /// A layout and those that it extends, as far as they can be read.
  private static func source(
    of root: YAMLMapping, in file: LayoutFile, _ opened: inout OpenedFiles
  ) -> LayoutSource {
    var source = LayoutSource(own: root)
    var chain = [file]
    var next = root["extends"]
    while let node = next {
      source.isWhole = false
      guard let (found, yaml) = opened.open(node) else { break }
      if let start = chain.firstIndex(where: { $0.identity == found.identity }) {
        let names = (chain[start...] + [found]).map(\.path)
        node.error(
          names.count == 2
            ? "a layout can't extend itself"
            : "these layouts extend each other in a circle (\(names.joined(separator: " → ")))",
          advice: "take 'extends' out of the one that is whole by itself")
        break
      }
      chain.append(found)
      guard let base = yaml.root?.mapping(keys: LayoutKeys.layout) else { break }
      source.bases.append(base)
      source.baseNames.append(name(of: found))
      source.isWhole = true
      next = base["extends"]
    }
    return source
  }
}

/// The files of a layout, each read once, with the mistakes of opening them.
private struct OpenedFiles {
  let files: any LayoutFiles
  private(set) var all: [YAMLFile] = []
  private(set) var log = DiagnosticLog()

  init(files: any LayoutFiles) { self.files = files }

  mutating func read(_ file: LayoutFile) -> YAMLFile {
    let yaml = YAMLFile(file.text, path: file.path)
    all.append(yaml)
    return yaml
  }

  /// The file that a value names; `nil` where there is none to be read, which is noted.
  mutating func open(_ node: YAMLNode) -> (file: LayoutFile, yaml: YAMLFile)? {
    guard let name = node.text(),
      let found = log.collect({ [files] in try files.file(name.text, at: name.location) })
    else { return nil }
    return (found, read(found))
  }
}

/// A layout's keys; what it leaves out is taken from the layouts that it extends.
struct LayoutSource {
  let own: YAMLMapping
  /// The nearest first.
  var bases: [YAMLMapping] = []
  /// By the names of their files.
  var baseNames: [String] = []
  /// Whether all of them could be read: a key that is missed otherwise may stand in one that couldn't.
  var isWhole = true

  var all: [YAMLMapping] { [own] + bases }

  subscript(key: String) -> YAMLNode? { all.lazy.compactMap { $0[key] }.first }

  func required(_ key: String) -> YAMLNode? { self[key] ?? missing(key, in: own) }

  /// Notes that a key is missing, where that is sure.
  func missing(_ key: String, in mapping: YAMLMapping) -> YAMLNode? {
    isWhole ? mapping.required(key) : nil
  }
}

/// Fonts, colours and rules that several layouts share.
struct Theme {
  var fonts = Layout.Fonts(roles: [], fallbacks: [])
  var colors: [String: Color] = [:]
  /// Where the nearest theme itself gives a colour.
  var ownColors: [String: SourceLocation] = [:]
  /// Files of the logo for a light and for a dark ground.
  var logos: [Logo: YAMLNode] = [:]
  /// Rules by their keys.
  var charts: [String: YAMLNode] = [:]
  var maps: [String: YAMLNode] = [:]

  enum Logo: String, CaseIterable { case light, dark }

  /// The nearest first; of each font, colour and rule the nearest counts.
  static func read(_ chain: [YAMLMapping]) -> Theme? {
    guard let base = chain.last else { return nil }
    var theme = Theme()
    for (index, root) in chain.enumerated() {
      let isWhole = index == chain.count - 1
      let fonts = isWhole ? root.required("fonts") : root["fonts"]
      for (key, value) in fonts?.anyMapping()?.entries ?? []
      where !theme.fonts.roles.contains(where: { $0.name == key.text }) {
        guard let family = value.text() else { continue }
        theme.fonts.roles.append(.init(name: key.text, value: family.text, location: family.location))
      }
      if theme.fonts.fallbacks.isEmpty {
        theme.fonts.fallbacks = root["fallbacks"]?.strings()?.map(\.text) ?? []
      }
      for (ground, file) in logos(root["logo"]) where theme.logos[ground] == nil {
        theme.logos[ground] = file
      }
      theme.charts.merge(rules(root["charts"], LayoutKeys.chartRules)) { nearer, _ in nearer }
      theme.maps.merge(rules(root["maps"], LayoutKeys.mapRules)) { nearer, _ in nearer }
      let colours = isWhole ? root.required("colours") : root["colours"]
      warnOfSlips(in: fonts, among: chain.last?["fonts"]?.anyMapping()?.entries.map(\.key.text) ?? [])
      warnOfSlips(in: colours, among: ColorName.allCases.map(\.rawValue))
      for (key, value) in colours?.anyMapping()?.entries ?? [] where theme.colors[key.text] == nil {
        guard let text = value.string() else { continue }
        if let color = Color(hex: text) {
          theme.colors[key.text] = color
          if index == 0 { theme.ownColors[key.text] = value.location }
        } else {
          value.error("'\(text)' is no colour", advice: "write it as \"#0B4F6C\", with the quotes")
        }
      }
    }
    let colours = chain.first?["colours"] ?? base["colours"]
    for name in ColorName.allCases where theme.colors[name.rawValue] == nil {
      colours?.error("the colour '\(name.rawValue)' is missing", advice: "add '\(name.rawValue): \"#…\"'")
    }
    return theme
  }

  /// Names that a letter parts from one that is asked for, and that isn't written: others are a theme's own.
  private static func warnOfSlips(in node: YAMLNode?, among names: [String]) {
    let written = node?.anyMapping()?.entries.map(\.key) ?? []
    for name in written where !names.contains(name.text) {
      guard let meant = nearestNames(to: name.text, among: names, limit: 1, within: 1).first,
        !written.contains(where: { $0.text == meant })
      else { continue }
      node?.file.warning(
        "'\(name.text)' is a name of your own, and '\(meant)' is left as it is", at: name.location,
        advice: "did you mean '\(meant)'?")
    }
  }

  private static func rules(_ node: YAMLNode?, _ keys: [String]) -> [String: YAMLNode] {
    guard let mapping = node?.mapping(keys: keys) else { return [:] }
    return Dictionary(uniqueKeysWithValues: keys.compactMap { key in mapping[key].map { (key, $0) } })
  }

  /// One for both grounds, or one for each.
  private static func logos(_ node: YAMLNode?) -> [Logo: YAMLNode] {
    guard let node else { return [:] }
    guard node.isMapping else { return [.light: node, .dark: node] }
    guard let mapping = node.mapping(keys: LayoutKeys.logo) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: Logo.allCases.compactMap { ground in
        mapping[ground.rawValue].map { (ground, $0) }
      })
  }
}
