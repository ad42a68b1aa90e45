import Diagnostics
import YAMLReading

extension Pack {
  static func chart(_ kind: Chart.Kind, _ mapping: YAMLMapping) -> Chart {
    let key = kind == .timeline ? "events" : "figures"
    let node = mapping.required(key)
    if let node, node.isSequence, node.sequence()?.isEmpty == true {
      node.error("nothing is listed here", advice: "name the \(key) to be shown, or remove the exhibit")
    }
    return Chart(
      kind: kind, figures: mapping["figures"]?.strings() ?? [], events: list(mapping["events"], of: event))
  }

  private static func event(_ node: YAMLNode) -> Event? {
    guard let mapping = node.mapping(keys: ["date", "label", "source"]) else { return nil }
    let (date, label) = (mapping.required("date")?.text(), mapping.required("label")?.text())
    guard let date, let label else { return nil }
    return Event(date: date, label: label, source: mapping["source"]?.text())
  }
}
