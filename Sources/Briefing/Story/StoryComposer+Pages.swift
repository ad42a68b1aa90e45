import Diagnostics
import Evidence
import Graphics
import YAMLReading

extension StoryComposer {
  /// The pages that the pack writes itself, as far as they can be read.
  mutating func pages() -> [FreePage] {
    var known: Set<String> = []
    return pack.pages.compactMap { told in
      if !known.insert(told.file.text).inserted {
        ownLog.error(
          "'\(told.file.text)' is a page already", at: told.file.location, advice: "name each file once")
        return nil
      }
      return page(told)
    }
  }

  private mutating func page(_ told: Pack.Page) -> FreePage? {
    note(told.title, .statement)
    let exhibits = told.exhibits.map { (name: $0.name, exhibit: exhibit($0.exhibit)) }
    let ownTitle = text(told.title)
    guard let markdown = folder.page(told.file, log: &ownLog) else { return nil }
    let file = folder.name(told.file.text)
    var reader = MarkdownReader(file: file, text: markdown)
    let parts = reader.page()
    for diagnostic in reader.log.diagnostics { ownLog.add(diagnostic) }
    var page = FreePage(
      name: told.file.text, title: InlineText("", file: file), place: told.place,
      layouts: told.layouts.map(\.text), blocks: [])
    page.layoutPlaces = told.layouts.map(\.location)
    var shown: Set<String> = []
    var title: InlineText?
    for part in parts {
      if case .heading(let runs, let level) = part, level == 1 {
        if title != nil || !page.blocks.isEmpty {
          let place = runs.first?.text.location(at: 0) ?? SourceLocation(file: file)
          ownLog.error(
            "a page has one title, at its beginning", at: place, advice: "write '##' for what is below it")
        }
        title = title ?? text(of: runs, file: file)
        continue
      }
      if case .figure(let address, _, _, let place) = part, address.hasPrefix("#") {
        let name = String(address.dropFirst())
        guard let found = exhibits.first(where: { $0.name.text == name }) else {
          ownLog.error(
            "this page has no exhibit '\(name)'", at: place,
            advice: adviceForUnknown(name, among: exhibits.map(\.name.text)))
          continue
        }
        shown.insert(name)
        if let exhibit = found.exhibit { page.blocks.append(.exhibit(exhibit)) }
      } else if let block = block(part, file: file) {
        page.blocks.append(block)
      }
    }
    for (name, _) in exhibits where !shown.contains(name.text) {
      ownLog.warning(
        "'\(told.file.text)' doesn't show the exhibit '\(name.text)'", at: name.location,
        advice: "write ![](#\(name.text)) in a paragraph of its own where it is to stand")
    }
    if parts.isEmpty, !reader.log.hasErrors {
      ownLog.warning("this page is empty", at: SourceLocation(file: file), advice: "write it, or take it out")
    }
    guard let title = ownTitle ?? title else {
      ownLog.error(
        "this page has no title", at: SourceLocation(file: file, line: 1),
        advice: "begin it with '# …', or give it a 'title:' in pack.yml")
      return nil
    }
    page.title = title
    return page
  }

  private mutating func block(_ part: MarkdownBlock, file: String) -> FreePage.Block? {
    switch part {
    case .heading(let runs, let level):
      return .heading(text(of: runs, file: file), level: max(2, min(level, 3)))
    case .paragraph(let runs): return .paragraph(text(of: runs, file: file))
    case .item(let runs, let marker, let depth, let list):
      return .item(FreePage.Item(text: text(of: runs, file: file), marker: marker, depth: depth, list: list))
    case .table(let head, let rows, let isRight):
      return .table(
        FreePage.Table(
          head: head.map { text(of: $0, file: file) },
          rows: rows.map { row in row.map { text(of: $0, file: file) } }, isRight: isRight))
    case .figure(let address, let words, let title, let place):
      return picture(address, words, title, at: place)
    }
  }

  /// A picture that a page shows by its file.
  private mutating func picture(
    _ address: String, _ words: String, _ title: String, at place: SourceLocation
  ) -> FreePage.Block? {
    if words.allSatisfy(\.isWhitespace) {
      ownLog.error(
        "nothing says what '\(address)' shows to those who can't see it", at: place,
        advice: "write it between the brackets: ![Two cranes at the quay](\(address))")
      return nil
    }
    func written(_ text: String) -> YAMLText { YAMLText(text, location: place) }
    let told = Pack.Picture(
      location: place, image: written(address), alternative: written(words),
      credit: title.isEmpty ? nil : written(title))
    let credit = text(told.credit)
    guard let content = content(of: told) else { return nil }
    return .exhibit(Exhibit(note: credit, content: .picture(content), sources: [], location: place))
  }
}
