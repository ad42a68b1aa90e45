import Diagnostics
import YAMLReading

extension Pack {
  /// What pack.yml says of a meeting, as written.
  struct Meeting {
    struct AgendaItem {
      var time: YAMLText?
      var item: YAMLText
      var speaker: YAMLText?
    }

    enum Attendees {
      /// A file of the pack's folder.
      case file(YAMLText)
      case list([Attendee])
    }

    var title: YAMLText?
    var date: String?
    var time: YAMLText?
    var room: YAMLText?
    var classification: YAMLText?
    var agenda: [AgendaItem]
    var attendees: Attendees
    var order: AttendeeOrder
  }

  static func meeting(_ node: YAMLNode) -> Meeting? {
    guard let mapping = node.mapping(keys: PackKeys.meeting) else { return nil }
    return Meeting(
      title: mapping["title"]?.text(), date: mapping["date"].flatMap(date), time: mapping["time"]?.text(),
      room: mapping["room"]?.text(), classification: mapping["classification"]?.text(),
      agenda: list(mapping["agenda"], of: agendaItem),
      attendees: mapping["attendees"].map(attendees) ?? .list([]),
      order: mapping["order"]?.choice(of: AttendeeOrder.self) ?? .names)
  }

  private static func agendaItem(_ node: YAMLNode) -> Meeting.AgendaItem? {
    guard let mapping = node.mapping(keys: PackKeys.agendaItem) else { return nil }
    let (time, speaker) = (mapping["time"]?.text(), mapping["speaker"]?.text())
    guard let item = mapping.required("item")?.text() else { return nil }
    return Meeting.AgendaItem(time: time, item: item, speaker: speaker)
  }

  /// The name of a file, or those who come one by one.
  private static func attendees(_ node: YAMLNode) -> Meeting.Attendees {
    if !node.isSequence { return node.text().map { .file($0) } ?? .list([]) }
    var attendees: [Attendee] = []
    for entry in node.sequence() ?? [] {
      guard let mapping = entry.mapping(keys: Attendee.Column.allCases.map(\.rawValue)) else { continue }
      guard let name = mapping.required("name")?.text() else { continue }
      var log = DiagnosticLog()
      let number = mapping["number"].flatMap { node in
        node.string().flatMap { Attendee.number($0, at: node.location, among: attendees, &log) }
      }
      for problem in log.diagnostics {
        node.file.error(problem.message, at: problem.location ?? entry.location, advice: problem.advice)
      }
      attendees.append(
        Attendee(
          number: number, name: Attendee.trimmed(name.text) ?? name.text,
          role: mapping["role"]?.text().flatMap { Attendee.trimmed($0.text) },
          organisation: mapping["organisation"]?.text().flatMap { Attendee.trimmed($0.text) },
          location: name.location))
    }
    return .list(attendees)
  }
}
