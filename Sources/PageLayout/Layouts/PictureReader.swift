import Diagnostics
import Graphics
import Typesetting
import YAMLReading

/// Pictures and grounds of a layout.
extension LayoutReader {
  func picture(_ node: YAMLNode?) -> Picture? {
    guard let node, let name = node.text() else { return nil }
    if name.text == Self.logo {
      let file = theme?.logos[isDark ? .dark : .light]
      return file.flatMap { $0.string() == Self.logo ? nil : picture($0) }
    }
    do {
      return try files.picture(name.text, at: name.location)
    } catch {
      for problem in error.diagnostics {
        node.file.error(problem.message, at: problem.location ?? name.location, advice: problem.advice)
      }
      return nil
    }
  }

  /// What stands for the theme's logo, where it has one.
  static let logo = "{logo}"

  /// What stands for the pack's cover in the background of a page.
  static let cover = "{cover}"

  /// Whether pages are darker than half as light as white.
  private var isDark: Bool {
    let written = source["background"]
    let named = written.flatMap { $0.isMapping ? $0.anyMapping()?["colour"] : $0 }?.string()
    let color = named.flatMap { theme?.colors[$0] } ?? theme?.colors[ColorName.paper.rawValue]
    return (color ?? .white).lightness < 50
  }

  /// A picture among the contents of an area.
  func placedPicture(_ mapping: YAMLMapping) -> PlacedPicture? {
    let isDecoration = mapping["decorative"]?.flag() ?? false
    let alternative = mapping["alternative"]?.text()?.text
    if isDecoration == (alternative != nil), let image = mapping["image"] {
      image.error(
        isDecoration
          ? "a picture that only decorates has nothing to be read aloud"
          : "nothing says what this picture shows to those who can't see it",
        advice: isDecoration
          ? "keep 'alternative' or 'decorative: true'"
          : "add 'alternative: …', such as the name that a logo shows, or 'decorative: true'")
    }
    var placed = sized(mapping)
    placed?.alternative = alternative
    placed?.alignment = mapping["align"]?.choice(of: PlacedPicture.Alignment.self) ?? .left
    placed?.with = mapping["with"]?.choice(of: ContentName.self)
    placed?.around = length(mapping["around"], "the room around") ?? length(ofLines: 1)
    return placed
  }

  /// What stands at one end of a running line: words, a picture, or a picture and then words.
  func runningSide(_ node: YAMLNode?, margin: Double) -> Layout.RunningSide {
    guard let node else { return Layout.RunningSide() }
    guard node.isMapping else {
      if let text = node.text() {
        Placeholders.check(text, in: file)
        if let written = text.text.firstMatch(of: /!\[.*\]\((.*)\)/) {
          file.error(
            "a picture is not written as in Markdown here", at: text.location,
            advice: "write { image: \(written.output.1) }, with 'height' and 'text' if you like")
        }
      }
      return Layout.RunningSide(text: node.string() ?? "")
    }
    guard let mapping = node.mapping(keys: LayoutKeys.runningPicture) else { return Layout.RunningSide() }
    if let text = mapping["text"]?.text() { Placeholders.check(text, in: file) }
    _ = mapping.required("image")
    return Layout.RunningSide(
      text: mapping["text"]?.string() ?? "", picture: sized(mapping, mostHeight: margin))
  }

  private func sized(_ mapping: YAMLMapping, mostHeight: Double = .infinity) -> PlacedPicture? {
    let width = length(mapping["width"], "a picture's width", from: LayoutLimits.leastPicture)
    let height = length(
      mapping["height"], "a picture's height here", from: LayoutLimits.leastPicture, to: mostHeight)
    return picture(mapping["image"]).map { PlacedPicture(picture: $0, width: width, height: height) }
  }

  /// A colour by its name, or a colour and a picture.
  func ground(_ node: YAMLNode?, keys: [String]) -> Ground? {
    guard let node else { return nil }
    var ground = Ground(location: node.location)
    guard node.isMapping else {
      ground.color = color(node)
      return ground
    }
    guard let mapping = node.mapping(keys: keys) else { return nil }
    if mapping["colour"] == nil, mapping["image"] == nil {
      node.error("a background has neither a colour nor a picture", advice: "add 'colour: …' or 'image: …'")
    }
    ground.color = mapping["colour"].flatMap(color)
    ground.showsCover = mapping["image"]?.text()?.text == Self.cover
    if !ground.showsCover {
      ground.picture = picture(mapping["image"])
    } else if keys != LayoutKeys.ground {
      mapping["image"]?.error(
        "the pack's cover is the background of a page, not of an area",
        advice: "let 'cover' flow into the area, or write this 'background' beside the page's rows")
    }
    ground.covers = mapping["fit"]?.choice(of: Fit.self) != .contain
    ground.padding = length(mapping["padding"], "the room inside", to: LayoutLimits.mostPadding) ?? 0
    return ground
  }

  /// The theme's paper, which lies below what has no background of its own.
  func ground(ofPaperNamedIn node: YAMLNode?) -> Ground? {
    guard let node, let color = theme?.colors[ColorName.paper.rawValue] else { return nil }
    var ground = Ground(location: node.location)
    ground.color = color
    ground.isOfTheme = true
    return ground
  }

  enum Fit: String, CaseIterable { case cover, contain }

  // MARK: Can it be read?

  /// Notes styles whose colour can't be read on the plain ground that their text stands on.
  func checkGrounds(of pages: [PageTemplate], _ whole: Ground?, styles: [StyleRole: Style]) {
    var roles: [Ground: Set<StyleRole>] = [:]
    for page in pages {
      let ground = page.background ?? whole
      for flow in page.flow + page.continued {
        let own = page.areas.first { $0.name == flow.area }?.background
        guard let below = own ?? ground else { continue }
        roles[below, default: []].formUnion(flow.items.compactMap(\.mainRole))
      }
      if let ground { roles[ground, default: []].formUnion([.running, .folio]) }
    }
    for (ground, roles) in roles.sorted(by: { $0.key.location < $1.key.location })
    where ground.picture == nil && !ground.showsCover {
      guard let color = ground.color else { continue }
      let found = StyleRole.allCases.filter { roles.contains($0) }.compactMap { role in
        styles[role].map { (role, $0.text.color.contrast(with: color)) }
      }
      guard let worst = found.min(by: { $0.1 < $1.1 }), worst.1 < LayoutLimits.leastContrast else { continue }
      let names = found.filter { $0.1 < LayoutLimits.leastContrast }.map { "'\($0.0.rawValue)'" }
      let pair = styles[worst.0].map { colorNames(of: $0.text.color) + colorNames(of: color) } ?? []
      let place = pair.lazy.compactMap { theme?.ownColors[$0] }.first
      file.error(
        "on this background text can't be read: \(plain(worst.1)) to 1 is the contrast of '\(worst.0.rawValue)'",
        at: ground.isOfTheme ? place ?? ground.location : ground.location,
        advice: (pair.isEmpty ? "" : "its colours are \(pair.map { "'\($0)'" }.joined(separator: " and ")); ")
          + "give these styles a colour of 3 to 1 at least, 4.5 for small type: "
          + names.joined(separator: ", "))
    }
  }

  /// What the theme calls a colour.
  private func colorNames(of color: Color) -> [String] {
    let names = (theme?.colors ?? [:]).filter { $0.value == color }.keys.sorted()
    // One that the engine asks for, before a house's own.
    return Array((ColorName.allCases.map(\.rawValue).filter(names.contains) + names).prefix(1))
  }
}

extension PageTemplate.Item {
  /// The style that most of it is set in, where the layout says so.
  fileprivate var mainRole: StyleRole? {
    switch self {
    case .text(_, let role, _): return role
    case .rule, .image: return nil
    case .content(let name, _):
      switch name {
      case .contents, .statements, .digests: return .entryHeadline
      case .figures, .places: return .tableCell
      case .changesHeadline: return .section
      case .changes, .changesDigest: return .changeCell
      case .notes, .footnotes, .credits, .figureSources, .changesSummary, .changesLine: return .note
      case .interview: return .interviewText
      case .points, .leads, .pointsInBrief, .otherPoints, .exhibitPoints, .changesSentences: return .point
      case .keyFigures, .keyFiguresAcross: return .numeral
      case .exhibits, .exhibit, .timeline, .exhibitHeadline: return .exhibitTitle
      case .plot: return .exhibitNote
      case .meeting: return .title
      case .agenda: return .agendaItem
      case .attendees: return .attendee
      case .recipient, .meetingDetails: return .byline
      case .kicker, .title, .subtitle, .byline, .number, .question, .headline, .quotation, .continued:
        return StyleRole(rawValue: name.rawValue)
      case .slideNotes: return .point
      case .statement: return .subtitle
      case .pageText: return .interviewText
      case .portrait, .cover, .coverCredit: return .exhibitNote
      case .slides, .slidesWithNotes, .slide, .noteLines, .cards: return nil
      }
    }
  }
}
