import Diagnostics
import Graphics
import Typesetting
import YAMLReading

/// Makes a layout file's YAML into values; mistakes are noted in the file's log.
struct LayoutReader {
  let file: YAMLFile
  let source: LayoutSource
  let files: any LayoutFiles
  /// `nil` where it can't be read: then no font or colour is missed in it.
  let theme: Theme?
  /// Points; what a "line" is in lengths, known once the grid is read.
  private var baseline = 13.0
  private var columns = 12
  /// The papers that the layout is made for, and the height of the lowest body.
  private var papers: [Paper] = []
  private(set) var leastBodyHeight = Double.infinity
  private var sizes: [String: Double] = [:]
  private var micro = ParagraphSetting(protrusion: 0, expansion: 0, tracking: 0)

  init(file: YAMLFile, source: LayoutSource, theme: Theme?, files: any LayoutFiles) {
    self.file = file
    self.files = files
    self.source = source
    self.theme = theme
  }

  mutating func layout(paper asked: Paper?) -> Layout? {
    let paper = source.required("paper").flatMap { readPaper($0, asked: asked) }
    let grid = source.required("grid").flatMap { readGrid($0) }
    let margins = source.required("margins").flatMap(readMargins)
    if let margins, checkBody(margins, grid, on: papers) {
      let heights = papers.map { $0.size.height - margins.top - margins.bottom }
      leastBodyHeight = heights.min() ?? .infinity
    }
    readSizes(source.required("sizes"))
    readMicrotypography(source["microtypography"])
    let styles = readStyles()
    let exhibits = source.required("exhibits").flatMap(readExhibits)
    let running = source["running"]?.mapping(keys: LayoutKeys.running)
    let header = running?["header"].flatMap { readRunning($0, margin: margins?.top ?? .infinity) }
    let footer = running?["footer"].flatMap { readRunning($0, margin: margins?.bottom ?? .infinity) }
    let marking = source["marking"].flatMap { readMarking($0, margins: margins) }
    let paperGround = ground(ofPaperNamedIn: source["theme"])
    var background = ground(source["background"], keys: LayoutKeys.ground)
    // White is the sheet's own.
    if background == nil, paperGround?.color != .white { background = paperGround }
    // The one that isn't shown here is missed elsewhere.
    for ground in Theme.Logo.allCases {
      if let file = theme?.logos[ground], file.text()?.text != Self.logo { _ = picture(file) }
    }
    let words = readWords()
    var pages: [PageTemplate] = []
    let written = source.required("pages")
    let entries = PageEntries(source.all).entries
    if entries.isEmpty, written?.isMapping == true {
      written?.error("a layout has no pages", advice: "add one")
    }
    for (name, node) in entries {
      if let page = TemplateReader(reader: self, columns: columns).template(name.text, node) {
        pages.append(page)
        if source["slides"] == nil, page.each == .slide || page.showsSlides || page.shows(.slideNotes) {
          node.error(
            "this page shows slides, and the layout names none", advice: "add 'slides: slides' to the layout")
        }
      }
    }
    checkGrounds(of: pages, background ?? paperGround, styles: styles)
    guard let paper, let grid, let margins, let exhibits else { return nil }
    return Layout(
      name: "", file: file.path, paper: paper, margins: margins, grid: grid,
      fonts: theme?.fonts ?? Theme().fonts,
      colors: theme?.colors ?? [:], chartRules: chartRules(), mapRules: mapRules(), styles: styles,
      exhibits: exhibits, header: header, footer: footer, marking: marking, background: background,
      sides: source["sides"]?.choice(of: Layout.Sides.self) ?? .long, words: words,
      marksChanges: source["changes"]?.mapping(keys: LayoutKeys.changes)?["marks"]?.flag() ?? true,
      slides: source["slides"]?.string(),
      // A layout that extends it is another document.
      isOnDemand: source.own["on-demand"]?.flag() ?? false, pages: pages)
  }

  /// So many lines of the baseline grid.
  func length(ofLines count: Double) -> Double { count * baseline }

  /// "12 mm", "9.4 pt" or "1.5 lines" (of the baseline grid).
  func length(_ node: YAMLNode?) -> Double? {
    guard let node, let text = node.string() else { return nil }
    for unit in ["lines", "line"] where text.hasSuffix(unit) {
      let count = Double(plain: text.dropLast(unit.count).filter { !$0.isWhitespace })
      if let count, (count * baseline).isFinite { return count * baseline }
    }
    if let value = Length.parse(text) { return value }
    node.error("'\(text)' is no length", advice: "write a number with pt, mm, cm, in or lines, such as 12 mm")
    return nil
  }

  private mutating func readPaper(_ node: YAMLNode, asked: Paper?) -> Paper? {
    guard let mapping = node.mapping(keys: LayoutKeys.paper) else { return nil }
    papers = mapping.required("sizes")?.sequence()?.compactMap { $0.choice(of: Paper.self) } ?? []
    let standard = mapping.required("default")?.choice(of: Paper.self)
    if let standard, !papers.isEmpty, !papers.contains(standard) {
      mapping["default"]?.error(
        "the default paper '\(standard.rawValue)' is none of the sizes",
        advice: "add it to 'sizes' or name another")
    }
    return asked.map { papers.contains($0) } == true ? asked : standard
  }

  private mutating func readGrid(_ node: YAMLNode) -> Layout.Grid? {
    guard let mapping = node.mapping(keys: LayoutKeys.grid) else { return nil }
    let (least, most) = (LayoutLimits.baseline.lowerBound, LayoutLimits.baseline.upperBound)
    baseline = length(mapping.required("baseline"), "the baseline grid", from: least, to: most) ?? baseline
    let count = integer(mapping.required("columns"), "the columns of a grid", in: LayoutLimits.columns)
    // Areas are read on with the usual grid rather than with the nearest that is allowed.
    if let count, mapping["columns"]?.integer() == count { columns = count }
    guard let gutter = length(mapping.required("gutter"), "the gutter") else { return nil }
    return Layout.Grid(columns: columns, gutter: gutter, baseline: baseline)
  }

  private func readMargins(_ node: YAMLNode) -> Layout.Margins? {
    guard let mapping = node.mapping(keys: LayoutKeys.margins) else { return nil }
    let values = LayoutKeys.margins.compactMap { length(mapping.required($0), "the margin \($0)") }
    guard values.count == 4 else { return nil }
    return Layout.Margins(top: values[0], bottom: values[1], left: values[2], right: values[3])
  }

  private mutating func readSizes(_ node: YAMLNode?) {
    for (name, value) in node?.anyMapping()?.entries ?? [] {
      let (least, most) = (LayoutLimits.size.lowerBound, LayoutLimits.size.upperBound)
      // One that is no length is noted here and not missed again in each style.
      sizes[name.text] = length(value, "a size of type", from: least, to: most) ?? 10
    }
    if sizes.count > 5 { node?.error("\(sizes.count) sizes of type", advice: "a scale has five at most") }
  }

  private mutating func readMicrotypography(_ node: YAMLNode?) {
    guard let mapping = node?.mapping(keys: LayoutKeys.microtypography) else { return }
    micro.protrusion = number(mapping["protrusion"], "protrusion", in: LayoutLimits.protrusion) ?? 0
    micro.expansion = number(mapping["expansion"], "expansion", in: LayoutLimits.expansion) ?? 0
    micro.tracking =
      number(mapping["tracking"], "microtypography's tracking", in: LayoutLimits.microtracking) ?? 0
  }

  // MARK: Styles

  /// Style by style: a layout may change one and take the others from the layouts that it extends.
  private func readStyles() -> [StyleRole: Style] {
    let roles = StyleRole.allCases.map(\.rawValue)
    let written = source.all.compactMap { $0["styles"]?.mapping(keys: roles) }
    guard let nearest = written.first else {
      _ = source.required("styles")
      return [:]
    }
    var styles: [StyleRole: Style] = [:]
    for role in StyleRole.allCases {
      let node =
        written.lazy.compactMap { $0[role.rawValue] }.first ?? source.missing(role.rawValue, in: nearest)
      if let node, let style = style(node) { styles[role] = style }
    }
    return styles
  }

  private func style(_ node: YAMLNode) -> Style? {
    guard let mapping = node.mapping(keys: LayoutKeys.style) else { return nil }
    let family = mapping.required("font").flatMap(family)
    let size = mapping.required("size").flatMap(size)
    guard let family, let size else { return nil }
    var text = TextStyle(family: family, size: size)
    text.weight = integer(mapping["weight"], "the weight", in: LayoutLimits.weight) ?? 400
    text.slant = mapping["slant"]?.choice(of: Slant.self) == .italic ? .italic : .upright
    text.color = mapping["colour"].flatMap(color) ?? theme?.colors[ColorName.ink.rawValue] ?? .black
    text.features = mapping["features"]?.strings()?.map(\.text) ?? []
    text.tracking = number(mapping["tracking"], "the tracking", in: LayoutLimits.tracking) ?? 0
    if let ground = mapping["halo"].flatMap(color) { text.halo = Stroke(ground, width: 2, cap: .round) }
    let form = mapping["case"]?.choice(of: LetterCase.self)
    if form == .smallCaps { text.features += ["smcp", "c2sc"] }
    var setting = micro
    setting.alignment = mapping["align"]?.choice(of: Alignment.self)?.setting ?? .left
    let hyphenation = mapping["hyphenate"]?.choice(of: Hyphenation.self) ?? .none
    setting.hyphenates = hyphenation != .none
    setting.keepsNames = hyphenation == .words
    let leading = length(
      mapping["leading"], "the leading of \(plain(size)) pt type", from: size * LayoutLimits.leastLeading)
    return Style(
      text: text, leading: leading ?? (size * 1.25), setting: setting,
      before: length(mapping["before"], "the room before") ?? 0,
      after: length(mapping["after"], "the room after") ?? 0,
      isUppercase: form == .upper,
      isBalanced: mapping["balance"]?.flag() ?? false)
  }

  enum Hyphenation: String, CaseIterable {
    case all = "true"
    case none = "false"
    /// Words that begin with a capital stay whole.
    case words
  }
  enum Slant: String, CaseIterable { case upright, italic }
  enum LetterCase: String, CaseIterable {
    case normal, upper
    case smallCaps = "small-caps"
  }
  enum Alignment: String, CaseIterable {
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
    guard let theme else { return name }
    if let role = theme.fonts.roles.first(where: { $0.name == name }) { return role.value }
    node.error(
      "the theme has no font '\(name)'", advice: adviceForUnknown(name, among: theme.fonts.roles.map(\.name)))
    return nil
  }

  private func size(_ node: YAMLNode) -> Double? {
    guard let name = node.string() else { return nil }
    if let size = sizes[name] { return size }
    if sizes.isEmpty { return 10 }
    node.error(
      "'\(name)' is none of the layout's sizes", advice: adviceForUnknown(name, among: sizes.keys.sorted()))
    return nil
  }

  func color(_ node: YAMLNode) -> Color? {
    guard let theme, let name = node.string() else { return nil }
    if let color = theme.colors[name] { return color }
    node.error(
      "the theme has no colour '\(name)'", advice: adviceForUnknown(name, among: theme.colors.keys.sorted()))
    return nil
  }

  // MARK: The rest

  private func readExhibits(_ node: YAMLNode) -> Layout.ExhibitRules? {
    guard let mapping = node.mapping(keys: LayoutKeys.exhibits) else { return nil }
    let least = length(
      mapping.required("least"), "a plot's height", from: LayoutLimits.leastPlot, to: leastBodyHeight)
    let most = length(mapping.required("most"), "a plot's largest height", from: least ?? 0)
    let beside = integer(mapping["beside"], "the plots side by side", in: LayoutLimits.beside)
    let type = length(mapping["type"], "the least type of maps", from: LayoutLimits.size.lowerBound)
    guard let least, let most else { return nil }
    return Layout.ExhibitRules(
      beside: beside ?? 2, least: least, most: most, large: mapping["large"].flatMap(size), leastType: type)
  }

  /// The line stands within its margin.
  private func readRunning(_ node: YAMLNode, margin: Double) -> Layout.RunningLine? {
    guard let mapping = node.mapping(keys: LayoutKeys.runningLine, elsewhere: LayoutKeys.elsewhere) else {
      return nil
    }
    let left = runningSide(mapping["left"], margin: margin)
    let right = runningSide(mapping["right"], margin: margin)
    guard let distance = length(mapping.required("distance"), "a line in this margin", to: margin) else {
      return nil
    }
    return Layout.RunningLine(
      left: left, right: right, distance: distance,
      hasRule: mapping["rule"]?.flag() ?? false)
  }

  /// The lines stand within both margins.
  private func readMarking(_ node: YAMLNode, margins: Layout.Margins?) -> Layout.Marking? {
    guard let mapping = node.mapping(keys: LayoutKeys.marking) else { return nil }
    for key in ["header", "footer"] {
      if let text = mapping[key]?.text() { Placeholders.check(text, in: file) }
    }
    // A margin that is wrong itself is read on with as none, and says enough by itself.
    let room = margins.map { min($0.top, $0.bottom) }.flatMap { $0 > 0 ? $0 : nil } ?? .infinity
    let distance = length(mapping.required("distance"), "a line in the margins", to: room)
    return distance.map { distance in
      Layout.Marking(
        header: mapping["header"]?.string() ?? "", footer: mapping["footer"]?.string() ?? "",
        distance: distance)
    }
  }

  /// Word by word: a layout may change one and take the others from the layouts that it extends.
  private func readWords() -> [Word: String] {
    let written = source.all.compactMap { $0["words"]?.mapping(keys: Word.allCases.map(\.rawValue)) }
    guard let nearest = written.first else {
      _ = source.required("words")
      return [:]
    }
    var words: [Word: String] = [:]
    for word in Word.allCases {
      var node = written.lazy.compactMap { $0[word.rawValue] }.first
      if node == nil, word.standIn == nil { node = source.missing(word.rawValue, in: nearest) }
      words[word] = node?.string() ?? word.standIn
    }
    return words
  }
}
