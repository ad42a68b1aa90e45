import Briefing
import Diagnostics
import Evidence
import Typesetting

/// What stands below an exhibit: its note, what its targets are for, and where its data come from.
struct ExhibitFoot {
  let exhibit: Exhibit
  let setter: Setter

  private var style: TextStyle { setter.style(.exhibitNote) }

  var text: RichText {
    var spans = exhibit.note.map { setter.rich($0, .exhibitNote).spans } ?? []
    func add(_ more: [RichText.Span]) {
      if !spans.isEmpty { spans.append(.init(" ", style)) }
      spans += more
    }
    for sentence in targetsOfOtherTimes { add([.init(sentence, style)]) }
    if !exhibit.sources.isEmpty { add([.init(setter.layout.word(.source) + ": ", style)] + sources) }
    return RichText(spans, file: exhibit.location.file)
  }

  // MARK: Targets

  /// "2017 stands against the target for 2020."
  private var targetsOfOtherTimes: [String] {
    var said = Set<String>()
    return exhibit.content.told.targetsOfOtherTimes.map { time, target in
      setter.layout.word(.otherTarget).replacing("{time}", with: time.words(short: true))
        .replacing("{target}", with: target.words(short: true))
    }.filter { said.insert($0).inserted }
  }

  // MARK: Sources

  private var sources: [RichText.Span] {
    guard let parts = sourcesByTime else { return list(exhibit.sources) }
    var spans: [RichText.Span] = []
    for part in parts {
      if !spans.isEmpty { spans.append(.init(setter.semicolon, style)) }
      if let names = part.names { spans.append(.init(names + ": ", style)) }
      spans += part.reporter.map { [.init($0, style)] } ?? list(part.sources)
    }
    return spans
  }

  private func list(_ sources: [Source]) -> [RichText.Span] {
    SourceWords.list(SourceRun.runs(of: sources), style: style, layout: setter.layout)
  }

  private typealias Part = (names: String?, sources: [Source], reporter: String?)

  /// So many that are from elsewhere are told apart; of more the line would be a table.
  private static let mostApart = 6

  /// Where some values of one thing are from elsewhere than its others, or another's statistics: what most are from, and then
  /// whose the others are, with their times. `nil` where all are alike.
  private var sourcesByTime: [Part]? {
    let figures = exhibit.content.told.figuresInTime.filter { !$0.sources.isEmpty && $0.period != nil }
    let origins = figures.map(Origin.init)
    let isMixed = Dictionary(grouping: figures.indices) { figures[$0].label }.values.contains { places in
      Set(places.map { origins[$0] }).count > 1
    }
    let counts = origins.reduce(into: [Origin: Int]()) { $0[$1, default: 0] += 1 }
    guard isMixed, let most = counts.values.max(), let main = origins.first(where: { counts[$0] == most }),
      figures.count - most <= Self.mostApart,
      Set(figures.flatMap(\.sources)) == Set(exhibit.sources)
    else { return nil }
    var others: [Origin] = []
    for origin in origins where origin != main && !others.contains(origin) { others.append(origin) }
    let hasNames = Set(figures.map(\.label)).count > 1
    return ([main] + others).map { origin in
      let own = figures.indices.filter { origins[$0] == origin }.map { figures[$0] }
      let names = own.map { figure in
        let time = figure.period?.words(short: true) ?? ""
        return hasNames ? "\(figure.label) \(time)" : time
      }
      return (
        origin == main ? nil : names.joined(separator: setter.comma), own.flatMap(\.sources), origin.reporter
      )
    }
  }

  /// Whose a number is: who counted it, wherever that was read, else what it was read in; the interview is one, whichever
  /// paragraph says it.
  private struct Origin: Hashable {
    /// Without what it adds in brackets ("via …"): there is little room.
    var reporter: String?
    var names: Set<String> = []

    init(_ figure: Figure) {
      reporter = figure.reporter?.split(separator: " (", maxSplits: 1).first.map(String.init)
      if reporter == nil {
        names = Set(figure.sources.map { $0.isInTranscript ? "¶" : SourceWords.group($0) })
      }
    }
  }
}
