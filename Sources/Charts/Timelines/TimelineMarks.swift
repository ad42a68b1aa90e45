import ChartGrammar
import Evidence
import Graphics
import Typesetting

/// How exactly an event is dated, which its mark shows.
enum EventPrecision: Hashable, Sendable {
  /// A filled dot.
  case month
  /// Hollow: somewhere in the year.
  case year
  /// A bar from the beginning to the end.
  case span

  init(_ period: Period) {
    self = period.months == 1 ? .month : period.isYear ? .year : .span
  }
}

/// What both timelines share: colours, dates and the words of an event.
struct EventLook {
  let lettering: Lettering
  let style: ChartStyle
  /// Whether some events stand out, so that the others recede.
  let hasHighlights: Bool

  init(_ events: [ChartDescription.Event], lettering: Lettering, style: ChartStyle) {
    self.lettering = lettering
    self.style = style
    hasHighlights = events.contains(where: \.isHighlighted)
  }

  func color(_ event: ChartDescription.Event) -> Color {
    hasHighlights && !event.isHighlighted ? style.grey.mixed(with: style.paper, amount: 0.25) : style.primary
  }

  /// The paler inside of a mark for a vague date.
  func vagueFill(_ event: ChartDescription.Event) -> Color {
    style.tint(of: color(event))
  }

  func date(_ event: ChartDescription.Event) -> RichText.Span {
    RichText.Span(
      event.period.words(short: true),
      style.eventLabels.weighing(600).colored(
        hasHighlights && !event.isHighlighted ? style.grey : style.primary))
  }

  func words(_ event: ChartDescription.Event) -> RichText.Span {
    RichText.Span(
      event.label,
      hasHighlights && !event.isHighlighted
        ? style.eventLabels.colored(style.grey) : style.eventLabels.colored(style.ink))
  }

  /// Date and words run together, for labels away from a column of dates.
  func text(_ event: ChartDescription.Event) -> RichText {
    var gap = date(event)
    gap.text = " "
    return RichText([date(event), gap, words(event)])
  }

  /// Of a label on a pole.
  static let mostLines = 3

  /// The text in one line, and in two and three lines of about the same length.
  func shapes(_ event: ChartDescription.Event, widest: Double) -> [Label] {
    let text = text(event)
    let whole = Label([lettering.typesetter.line(text)])
    var shapes = whole.width <= widest ? [whole] : []
    for lines in 2...Self.mostLines {
      // Ragged lines are uneven: some room beyond their even share.
      for slack in [1.06, 1.25, 1.6] {
        if let label = lettering.wrapped(text, width: min(widest, whole.width / Double(lines) * slack)),
          label.lines.count <= lines, label.width <= widest + 0.01
        {
          if label.lines.count > shapes.last?.lines.count ?? 0 { shapes.append(label) }
          break
        }
      }
    }
    return shapes
  }

  /// Radius of a dot, points.
  var radius: Double { style.eventLabels.size * 0.36 }
}
