import Diagnostics
import Evidence
import YAMLReading

extension StoryComposer {
  mutating func meeting(_ told: Pack.Meeting) -> Meeting {
    var attendees: [Attendee] = []
    switch told.attendees {
    case .list(let list): attendees = list
    case .file(let file):
      let composer = self
      if let read = ownLog.collect({ try composer.attendees(in: file) }) {
        attendees = read.attendees
        for warning in read.warnings { ownLog.add(warning) }
      }
    }
    for text in [told.title] + told.agenda.map(\.item) { note(text, .label) }
    return Meeting(
      title: text(told.title) ?? inline.read(pack.title), date: told.date, time: text(told.time)?.text,
      room: text(told.room)?.text,
      agenda: told.agenda.map { item in
        Meeting.AgendaItem(
          time: text(item.time)?.text, item: inline.read(item.item), speaker: text(item.speaker)?.text)
      },
      attendees: attendees.inOrder(told.order, language: pack.language))
  }

  /// A file of the pack's own: a pack that somebody sends must not print what else lies on this machine.
  private func attendees(
    in file: YAMLText
  ) throws(DiagnosticError) -> (attendees: [Attendee], warnings: [Diagnostic]) {
    if file.text.hasPrefix("/") || file.text.split(separator: "/").contains("..") {
      throw DiagnosticError(
        "'\(file.text)' is no file of the pack", at: file.location,
        advice: "copy it into the pack, and write its name in there; --for takes a list from anywhere")
    }
    return try Attendee.read(folder.name(file.text), in: folder.path)
  }
}
