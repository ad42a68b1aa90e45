import Diagnostics
import YAMLReading

/// A layout's pages by name, in their order: as the nearest layout lists them, with what those nearer still change.
struct PageEntries {
  typealias Entry = (key: YAMLText, value: YAMLNode)
  private(set) var entries: [Entry] = []

  /// - Parameter layers: the layouts' keys, the nearest first.
  init(_ layers: [YAMLMapping]) {
    for layer in layers.reversed() {
      if let whole = layer["pages"] { entries = whole.anyMapping()?.entries ?? [] }
      for change in layer["changed-pages"]?.anyMapping()?.entries ?? [] { apply(change) }
    }
  }

  private mutating func apply(_ change: Entry) {
    let (name, node) = change
    let index = entries.firstIndex { $0.key.text == name.text }
    if node.isFlag {
      if node.flag() == true {
        node.error("a page is left out by 'false'", advice: "write 'false', or the page with its rows")
      } else if let index {
        entries.remove(at: index)
      } else {
        node.error("there is no page '\(name.text)' to be left out", advice: advice(for: name.text))
      }
      return
    }
    let before = node.anyMapping()?["before"]?.text()
    if let index, before == nil {
      entries[index] = change
      return
    }
    if let index { entries.remove(at: index) }
    guard let before else {
      warnIfMisspelt(name, in: node.file)
      return entries.append(change)
    }
    if let place = entries.firstIndex(where: { $0.key.text == before.text }) {
      entries.insert(change, at: place)
    } else {
      node.file.error(
        "there is no page '\(before.text)'", at: before.location, advice: advice(for: before.text))
    }
  }

  /// A new page of nearly an old one's name is that page a second time, more likely.
  private func warnIfMisspelt(_ name: YAMLText, in file: YAMLFile) {
    let near = nearestNames(to: name.text, among: entries.map(\.key.text))
    guard let meant = near.first else { return }
    file.warning(
      "'\(name.text)' is a page more, behind all others", at: name.location,
      advice: "did you mean '\(meant)'? A new page says 'before:' which it stands")
  }

  private func advice(for name: String) -> String {
    adviceForUnknown(name, among: entries.map(\.key.text))
  }
}
