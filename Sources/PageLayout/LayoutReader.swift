import Diagnostics
import Graphics
import Typesetting
import YAMLReading

/// Makes a layout file's YAML into values; mistakes are noted in the file's log.
struct LayoutReader {
  let file: YAMLFile
  private let source: LayoutSource
  private let theme: Theme
  /// Points; what a "line" is in lengths, known once the grid is read.
  private var baseline = 13.0
  private var columns = 12
  private var sizes: [String: Double] = [:]
  private var micro = ParagraphSetting(protrusion: 0, expansion: 0, tracking: 0)

  init(file: YAMLFile, source: LayoutSource, theme: Theme) {
    self.file = file
    self.source = source
    self.theme = theme
  }

  mutating func layout(paper asked: Paper?) -> Layout? {
    let paper = source.required("paper").flatMap { readPaper($0, asked: asked) }
    let grid = source.required("grid").flatMap { readGrid($0) }
    let margins = source.required("margins").flatMap(readMargins)
    readSizes(source.required("sizes"))
    readMicrotypography(source["microtypography"])
    let styles = readStyles()
    let exhibits = source.required("exhibits").flatMap(readExhibits)
    let running = source["running"]?.mapping(keys: ["header", "footer"])
    let words = source.required("words").map(readWords) ?? [:]
    var pages: [PageTemplate] = []
    for (name, node) in source.required("pages")?.anyMapping()?.entries ?? [] {
      if let page = TemplateReader(reader: self, columns: columns).template(name.text, node) { pages.append(page) }
    }
    guard let paper, let grid, let margins, let exhibits else { return nil }
    return Layout(
      name: "", file: file.path, paper: paper, margins: margins, grid: grid, fonts: theme.fonts, colors: theme.colors,
      styles: styles, exhibits: exhibits, header: running?["header"].flatMap(readRunning),
      footer: running?["footer"].flatMap(readRunning), words: words, slides: source["slides"]?.string(), pages: pages)
  }

  /// "12 mm", "9.4 pt" or "1.5 lines" (of the baseline grid).
  func length(_ node: YAMLNode?) -> Double? {
    guard let node, let text = node.string() else { return nil }
    for unit in ["lines", "line"] where text.hasSuffix(unit) {
      if let count = Double(text.dropLast(unit.count).filter { !$0.isWhitespace }) { return count * baseline }
    }
    if let value = Length.parse(text) { return value }
    node.error("'\(text)' is no length", advice: "write a number with pt, mm, cm, in or lines, such as 12 mm")
    return nil
  }

  private func readPaper(_ node: YAMLNode, asked: Paper?) -> Paper? {
    guard let mapping = node.mapping(keys: ["default", "sizes"]) else { return nil }
    let sizes = mapping.required("sizes")?.sequence()?.compactMap { $0.choice(of: Paper.self) } ?? []
    let standard = mapping.required("default")?.choice(of: Paper.self)
    return asked.map { sizes.contains($0) } == true ? asked : standard
  }

  private mutating func readGrid(_ node: YAMLNode) -> Layout.Grid? {
    guard let mapping = node.mapping(keys: ["columns", "gutter", "baseline"]) else { return nil }
    if let value = length(mapping.required("baseline")), value > 0 { baseline = value }
    if let count = mapping.required("columns")?.integer() {
      if (1...24).contains(count) {
        columns = count
      } else {
        mapping["columns"]?.error("a grid has 1 to 24 columns", advice: "write a whole number, such as 12")
      }
    }
    guard let gutter = length(mapping.required("gutter")) else { return nil }
    return Layout.Grid(columns: columns, gutter: gutter, baseline: baseline)
  }

  private func readMargins(_ node: YAMLNode) -> Layout.Margins? {
    let sides = ["top", "bottom", "left", "right"]
    guard let mapping = node.mapping(keys: sides) else { return nil }
    let values = sides.compactMap { length(mapping.required($0)) }
    guard values.count == 4 else { return nil }
    return Layout.Margins(top: values[0], bottom: values[1], left: values[2], right: values[3])
  }

  private mutating func readSizes(_ node: YAMLNode?) {
    for (name, value) in node?.anyMapping()?.entries ?? [] {
      if let size = length(value) { sizes[name.text] = size }
    }
    if sizes.count > 5 { node?.error("\(sizes.count) sizes of type", advice: "a scale has five at most") }
  }

  private mutating func readMicrotypography(_ node: YAMLNode?) {
    guard let mapping = node?.mapping(keys: ["protrusion", "expansion", "tracking"]) else { return }
    micro.protrusion = mapping["protrusion"]?.number() ?? 0
    micro.expansion = mapping["expansion"]?.number() ?? 0
    micro.tracking = mapping["tracking"]?.number() ?? 0
  }

  // MARK: Styles

  /// Style by style: a layout may change one and take the others from the layout that it extends.
  private func readStyles() -> [StyleRole: Style] {
    let roles = StyleRole.allCases.map(\.rawValue)
    let own = source.own["styles"]?.mapping(keys: roles)
    let base = source.base?["styles"]?.mapping(keys: roles)
    guard let any = own ?? base else {
      _ = source.required("styles")
      return [:]
    }
    var styles: [StyleRole: Style] = [:]
    for role in StyleRole.allCases {
      let node = own?[role.rawValue] ?? base?[role.rawValue] ?? any.required(role.rawValue)
      if let node, let style = style(node) { styles[role] = style }
    }
    return styles
  }

  private func style(_ node: YAMLNode) -> Style? {
    let keys = [
      "font", "size", "leading", "weight", "slant", "colour", "align", "hyphenate", "features", "tracking", "case",
      "before", "after", "halo", "balance",
    ]
    guard let mapping = node.mapping(keys: keys) else { return nil }
    let family = mapping.required("font").flatMap(family)
    let size = mapping.required("size").flatMap(size)
    guard let family, let size else { return nil }
    var text = TextStyle(family: family, size: size)
    text.weight = mapping["weight"]?.integer() ?? 400
    text.slant = mapping["slant"]?.choice(of: Slant.self) == .italic ? .italic : .upright
    text.color = mapping["colour"].flatMap(color) ?? theme.colors[ColorName.ink.rawValue] ?? .black
    text.features = mapping["features"]?.strings()?.map(\.text) ?? []
    text.tracking = mapping["tracking"]?.number() ?? 0
    if let ground = mapping["halo"].flatMap(color) { text.halo = Stroke(ground, width: 2, cap: .round) }
    let form = mapping["case"]?.choice(of: LetterCase.self)
    if form == .smallCaps { text.features += ["smcp", "c2sc"] }
    var setting = micro
    setting.alignment = mapping["align"]?.choice(of: Alignment.self)?.setting ?? .left
    let hyphenation = mapping["hyphenate"]?.choice(of: Hyphenation.self) ?? .none
    setting.hyphenates = hyphenation != .none
    setting.keepsNames = hyphenation == .words
    return Style(
      text: text, leading: length(mapping["leading"]) ?? (size * 1.25), setting: setting,
      before: length(mapping["before"]) ?? 0, after: length(mapping["after"]) ?? 0, isUppercase: form == .upper,
      isBalanced: mapping["balance"]?.flag() ?? false)
  }

  private enum Hyphenation: String, CaseIterable {
    case all = "true"
    case none = "false"
    /// Words that begin with a capital stay whole.
    case words
  }
  private enum Slant: String, CaseIterable { case upright, italic }
  private enum LetterCase: String, CaseIterable {
    case normal, upper
    case smallCaps = "small-caps"
  }
  private enum Alignment: String, CaseIterable {
    case left, right, center, justified
    var setting: ParagraphSetting.Alignment {
      switch self {
      case .left: .left
      case .right: .right
      case .center: .center
      case .justified: .justified
      }
    }
  }

  private func family(_ node: YAMLNode) -> String? {
    guard let name = node.string() else { return nil }
    if let role = theme.fonts.roles.first(where: { $0.name == name }) { return role.value }
    node.error(
      "the theme has no font '\(name)'", advice: adviceForUnknown(name, among: theme.fonts.roles.map(\.name)))
    return nil
  }

  private func size(_ node: YAMLNode) -> Double? {
    guard let name = node.string() else { return nil }
    if let size = sizes[name] { return size }
    node.error("'\(name)' is none of the layout's sizes", advice: adviceForUnknown(name, among: sizes.keys.sorted()))
    return nil
  }

  private func color(_ node: YAMLNode) -> Color? {
    guard let name = node.string() else { return nil }
    if let color = theme.colors[name] { return color }
    node.error("the theme has no colour '\(name)'", advice: adviceForUnknown(name, among: theme.colors.keys.sorted()))
    return nil
  }

  // MARK: The rest

  private func readExhibits(_ node: YAMLNode) -> Layout.ExhibitRules? {
    guard let mapping = node.mapping(keys: ["beside", "least", "most"]) else { return nil }
    let least = length(mapping.required("least"))
    let most = length(mapping.required("most"))
    guard let least, let most else { return nil }
    if most < least { mapping["most"]?.error("the largest height is less than the smallest") }
    return Layout.ExhibitRules(beside: max(1, mapping["beside"]?.integer() ?? 2), least: least, most: most)
  }

  private func readRunning(_ node: YAMLNode) -> Layout.RunningLine? {
    guard let mapping = node.mapping(keys: ["left", "right", "distance", "rule"]) else { return nil }
    for key in ["left", "right"] {
      if let text = mapping[key]?.text() { Placeholders.check(text, in: file) }
    }
    guard let distance = length(mapping.required("distance")) else { return nil }
    return Layout.RunningLine(
      left: mapping["left"]?.string() ?? "", right: mapping["right"]?.string() ?? "", distance: distance,
      hasRule: mapping["rule"]?.flag() ?? false)
  }

  private func readWords(_ node: YAMLNode) -> [Word: String] {
    var words: [Word: String] = [:]
    guard let mapping = node.mapping(keys: Word.allCases.map(\.rawValue)) else { return words }
    for word in Word.allCases { words[word] = mapping.required(word.rawValue)?.string() }
    return words
  }
}
