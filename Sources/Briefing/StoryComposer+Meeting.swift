import Diagnostics

extension StoryComposer {
  mutating func meeting(_ told: Pack.Meeting) -> Meeting {
    var attendees: [Attendee] = []
    switch told.attendees {
    case .list(let list): attendees = list
    case .file(let file):
      let path = file.text.hasPrefix("/") ? file.text : folder.name(file.text)
      if let read = ownLog.collect({ try Attendee.read(path) }) {
        attendees = read.attendees
        for warning in read.warnings { ownLog.add(warning) }
      }
    }
    return Meeting(
      title: text(told.title) ?? inline.read(pack.title), date: told.date, time: text(told.time)?.text,
      room: text(told.room)?.text,
      agenda: told.agenda.map { item in
        Meeting.AgendaItem(
          time: text(item.time)?.text, item: inline.read(item.item), speaker: text(item.speaker)?.text)
      },
      attendees: attendees.inOrder(of: pack.language))
  }
}
