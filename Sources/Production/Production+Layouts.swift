import Briefing
import Diagnostics
import PageLayout
import Sheets

extension Production {
  /// The layouts that a pack is set in.
  struct AskedLayouts {
    var layouts: [Layout]
    /// Those whose pages others show small, by their names.
    var slides: [String: Layout]
    /// Where they were looked for.
    var folders: LayoutFolders
  }

  /// The layouts asked for, or all; it throws every mistake of each.
  func layouts(of pack: String) throws(DiagnosticError) -> AskedLayouts {
    let resources = room.resources
    let folders = try resources.layoutFolders(pack: pack, style: style(of: pack))
    var log = DiagnosticLog()
    let names = unique(order.layouts.isEmpty ? resources.layoutNames(in: folders) : order.layouts)
    let layouts = names.compactMap { name in
      log.collect { try room.layout(name, paper: order.paper, in: folders) }
    }
    for (index, layout) in layouts.enumerated() {
      guard let other = layouts[..<index].first(where: { $0.name == layout.name }) else { continue }
      log.error(
        "the layout \(other.file) is called '\(layout.name)' too, so both would make \(layout.name).pdf",
        at: SourceLocation(file: layout.file), advice: "rename one of the files, or build them one by one")
    }
    var slides: [String: Layout] = [:]
    for layout in layouts {
      guard let name = layout.slides, slides[name] == nil else { continue }
      let shown = log.collect { try room.layout(name, paper: order.paper, in: folders) }
      if shown?.slides != nil {
        log.error(
          "'\(name)' shows slides itself", at: SourceLocation(file: layout.file),
          advice: "name a layout that stands by itself under 'slides:'")
      }
      slides[name] = shown
    }
    if let paper = order.paper, !layouts.contains(where: { $0.paper == paper }), !log.hasErrors {
      log.error(
        "no layout is made for the paper '\(paper.rawValue)'",
        advice: "add it to 'paper: sizes:' in the layout's file if it should be")
    }
    try log.throwIfErrors()
    return AskedLayouts(layouts: layouts, slides: slides, folders: folders)
  }

  /// The style that was asked for, or else the pack's.
  private func style(of pack: String) -> Resources.Style? {
    if let style = order.style { return .init(name: style) }
    return LoadedPack.style(of: pack, settings: order.drafts["pack.yml"]).map {
      .init(name: $0.text, place: $0.location)
    }
  }

  /// The layouts that the story has something for and that are wanted.
  func worthwhile(_ layouts: [Layout], _ story: Story) throws(DiagnosticError) -> [Layout] {
    var log = DiagnosticLog()
    let kept = layouts.filter { layout in
      if layout.isEmpty(for: story) {
        if !order.layouts.isEmpty {
          log.error(
            "the pack has nothing for the layout '\(layout.name)'", at: SourceLocation(file: story.packFile),
            advice: "describe the meeting under 'meeting:', with its attendees: see Docs/pack.md")
        }
        return false
      }
      let isWanted = !layout.isOnDemand && (!layout.isForSpeaker || story.hasNotes)
      if order.layouts.isEmpty, !isWanted { return false }
      return !order.isForPaper || !order.sheets.isEmpty || !order.layouts.isEmpty
        || !layout.paper.isScreen
    }
    try log.throwIfErrors()
    return kept
  }

  /// Which sheets are made of which layout, by the layout's name: of those asked for or else those they are meant for.
  func meant(_ sheets: [Sheets], for layouts: [Layout]) -> [String: [Sheets]] {
    var result: [String: [Sheets]] = [:]
    for sheets in sheets {
      for layout in layouts
      where !order.layouts.isEmpty || sheets.layouts.isEmpty || sheets.layouts.contains(layout.name) {
        result[layout.name, default: []].append(sheets)
      }
    }
    return result
  }
}

/// Each once, in their order.
func unique(_ names: [String]) -> [String] {
  var seen = Set<String>()
  return names.filter { seen.insert($0).inserted }
}
