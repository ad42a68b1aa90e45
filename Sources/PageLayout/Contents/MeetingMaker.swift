import Briefing
import Diagnostics
import Graphics
import Typesetting

/// A meeting's agenda and who comes.
struct MeetingMaker {
  let setter: Setter
  let meeting: Meeting
  let packFile: String

  private var layout: Layout { setter.layout }

  /// Date, time and room in a line.
  func details(width: Double) -> [Block] {
    let parts = [meeting.date.map(Placeholders.words(for:)), meeting.time, meeting.room].compactMap { $0 }
    if parts.isEmpty { return [] }
    let text = parts.map { Placeholders.isolated($0, language: setter.language) }.joined(separator: " · ")
    let spans = setter.spans(of: text, setter.style(.byline))
    return [setter.block(RichText(spans, file: packFile), .byline, width: width)]
  }

  // MARK: Agenda

  /// An item a row: its time in a column of its own, then what it is and who speaks.
  func agenda(width: Double) -> [Block] {
    let times = meeting.agenda.map { item in
      item.time.map { setter.rich($0, .agendaTime, file: packFile) }
    }
    let widest = times.compactMap { $0 }.map { setter.typesetter.line($0).width }.max() ?? 0
    // A time in words ("after lunch") is broken rather than crowding out the item.
    let column = min(widest, width / 4)
    let left = widest == 0 ? 0 : column + layout.grid.gutter * 1.5
    return zip(meeting.agenda, times).map { item, time in
      row(item, time: time, column: column, left: left, width: width)
    }
  }

  private func row(
    _ item: Meeting.AgendaItem, time: RichText?, column: Double, left: Double, width: Double
  ) -> Block {
    let style = layout.style(.agendaItem)
    var parts = [setter.lines(setter.rich(item.item, .agendaItem), .agendaItem, width: width - left)]
    if let speaker = item.speaker {
      let text = setter.rich(speaker, .agendaSpeaker, file: packFile)
      parts.append(setter.lines(text, .agendaSpeaker, width: width - left))
    }
    let said = stacked(parts, width: width - left)
    let told = time.map { setter.lines($0, .agendaTime, width: column) }
    // The time stands on the item's first baseline.
    let drop = told.map { style.firstBaseline - $0.firstBaseline } ?? 0
    let height = max(said.size.height, (told?.height ?? 0) + drop)
    let space = layout.grid.baseline / 2
    var row = Frame(size: Size(width, height + 2 * space))
    if let told {
      row.add(told.frame, at: Point(0, space + drop), tag: .structure(StructureTag(.label)))
    }
    row.add(said, at: Point(left, space), tag: .structure(StructureTag(.listBody)))
    return listed(row, id: "agenda")
  }

  // MARK: Attendees

  /// A name with role and organisation below it.
  func attendees(width: Double) -> [Block] {
    meeting.attendees.map { attendee in
      var parts = [
        setter.lines(
          setter.rich(attendee.name, .attendee, file: attendee.location.file), .attendee, width: width)
      ]
      let detail = [attendee.role, attendee.organisation].compactMap { $0 }.joined(separator: setter.comma)
      if !detail.isEmpty {
        let text = setter.rich(detail, .attendeeDetail, file: attendee.location.file)
        parts.append(setter.lines(text, .attendeeDetail, width: width))
      }
      let said = stacked(parts, width: width)
      let space = layout.grid.baseline / 4
      var row = Frame(size: Size(width, said.size.height + 2 * space))
      row.add(said, at: Point(0, space), tag: .structure(StructureTag(.listBody)))
      return listed(row, id: "attendees")
    }
  }

  /// An entry of a list that may go on in other areas and pages, with a hairline below.
  private func listed(_ row: Frame, id: String) -> Block {
    var rule = Frame(size: row.size)
    rule.stroke(
      .line(from: Point(0, row.size.height), to: Point(row.size.width, row.size.height)),
      Stroke(layout.color(.hairline), width: 0.6))
    var frame = Frame(size: row.size)
    frame.add(rule, at: .zero, tag: .artifact)
    frame.add(row, at: .zero, tag: .structure(StructureTag(.listItem)))
    return Block(content: .piece(frame.tagged(.structure(StructureTag(.list, id: id)))))
  }

  private func stacked(_ parts: [SetLines], width: Double) -> Frame {
    var frame = Frame(size: Size(width, parts.reduce(0) { $0 + $1.height }))
    var y = 0.0
    for part in parts {
      frame.add(part.frame, at: Point(0, y))
      y += part.height
    }
    return frame
  }
}
