import Evidence

/// The charts and maps that an answer's own words support, each with a comment that says why.
struct DraftExhibits {
  /// Of the answer; those whose labels may not tell what they are are in no chart.
  let figures: [FigureDraft]
  let events: [EventDraft]
  let towns: [String]
  let answer: [(text: String, paragraph: Int)]

  static let mostTowns = 14
  private static let mostEvents = 8

  /// As pack.yml has them; those beyond the first two are for slides alone, so that the report's page holds them.
  var lines: [String] {
    let all = series + shares + map + flow + timeline
    return all.enumerated().flatMap { index, exhibit in
      let on = index >= 2 ? ["        on: [slides]"] : []
      return ["      # \(exhibit.why)", "      - kind: \(exhibit.kind)"] + on
        + exhibit.rest.map { "        \($0)" }
    }
  }

  private struct Exhibit {
    var why: String
    var kind: String
    var rest: [String]
  }

  // MARK: Figures

  /// One subject in several periods: bars.
  private var series: [Exhibit] {
    var seen = Set<String>()
    let told = figures.filter {
      !$0.period.isEmpty && !$0.isRangeEnd && !$0.isLoose && $0.formula.isEmpty
    }
    return told.compactMap { draft in
      guard seen.insert(draft.label + draft.unit).inserted else { return nil }
      let series = told.filter { $0.label == draft.label && $0.unit == draft.unit }
        .sorted { $0.period < $1.period }
      let periods = Set(series.map(\.period)).count
      guard periods > 1, periods == series.count else { return nil }
      return Exhibit(
        why: "Proposed since the answer gives it for \(periods) periods; 'kind: lines' joins them.",
        kind: "bars",
        rest: [
          "title: \(quoted("\(series[0].label): \(courseOfSeries(series.map { ($0.id, $0.status) }))"))",
          "figures: [\(series.map(\.id).joined(separator: ", "))]",
        ])
    }
  }

  /// Parts of one whole: shares.
  private var shares: [Exhibit] {
    var seen = Set<String>()
    return figures.compactMap { draft in
      guard let whole = draft.share?.whole, seen.insert(whole + draft.period).inserted else { return nil }
      let parts = figures.filter {
        $0.share?.whole == whole && $0.period == draft.period && $0.status == draft.status
      }
      let names = parts.compactMap { $0.share?.part }
      let sum = parts.compactMap { Double($0.value) }.reduce(0, +)
      guard parts.count > 1, Set(names).count == parts.count, sum <= 100 else { return nil }
      let title = zip(parts, names).map { "\($1.prefix(1).lowercased())\($1.dropFirst()) {\($0.id)}" }
      return Exhibit(
        why:
          "Proposed since the answer gives \(parts.count) parts of one whole; take out what is counted twice.",
        kind: "share",
        rest: [
          "title: \(quoted("Of \(whole): \(title.joined(separator: ", "))"))",
          "figures:",
        ] + zip(parts, names).map { "  - { figure: \($0.id), label: \(quoted($1)) }" })
    }
  }

  // MARK: Words

  /// Three dated events: a timeline.
  private var timeline: [Exhibit] {
    guard Set(events.map(\.date)).count > 2, let first = events.first, let last = events.last else {
      return []
    }
    let shown = events.prefix(Self.mostEvents)
    return [
      Exhibit(
        why: "Proposed since the answer dates \(events.count) events; shorten their labels.",
        kind: "timeline",
        rest: [
          "title: \(quoted("From \(first.date.prefix(4)) to \(last.date.prefix(4))"))",
          "events:",
        ] + shown.map { "  - { date: \($0.date), label: \(quoted($0.label)), source: ¶\($0.paragraph) }" })
    ]
  }

  /// Goods that go both ways: a flow.
  private var flow: [Exhibit] {
    let flows = GoodsFlow.all(in: answer)
    guard let there = flows.first,
      let back = flows.first(where: { $0.from == there.to && $0.to == there.from })
    else {
      return []
    }
    return [
      Exhibit(
        why: "Proposed since the answer names goods in both directions.", kind: "flow",
        rest: [
          "title: \(quoted("Goods between \(there.from) and \(there.to)"))",
          "flows:",
        ]
          + [there, back].map { flow in
            "  - { from: \(quoted(flow.from)), to: \(quoted(flow.to)), goods: [\(flow.goods.map(quoted).joined(separator: ", "))], source: ¶\(flow.paragraph) }"
          })
    ]
  }

  /// Towns: a map, with a route where the answer says "from A to B".
  private var map: [Exhibit] {
    guard towns.count > 1 else { return [] }
    let route = towns.lazy.compactMap { from in
      towns.first { to in from != to && answer.contains { $0.text.contains("from \(from) to \(to)") } }.map {
        [from, $0]
      }
    }.first
    let places = "places: [\(towns.prefix(Self.mostTowns).map(quoted).joined(separator: ", "))]"
    guard let route else {
      return [
        Exhibit(
          why: "Proposed since the answer names \(towns.count) places.", kind: "map",
          rest: ["title: Places that this answer names", places])
      ]
    }
    return [
      Exhibit(
        why:
          "Proposed since the answer says 'from \(route[0]) to \(route[1])'; the line shows the distance, not the road.",
        kind: "map",
        rest: [
          "title: \(quoted("From \(route[0]) to \(route[1])"))", places,
          "routes: [[\(route.map(quoted).joined(separator: ", "))]]",
        ])
    ]
  }
}

/// The first and last facts of a subject in the order of time; what is aimed at or expected is said to be that.
func courseOfSeries(_ series: [(id: String, status: String)]) -> String {
  func said(_ figure: (id: String, status: String)) -> String {
    "{\(figure.id)} in {\(figure.id)|period short}"
  }
  let facts = series.filter { $0.status == "actual" }
  let ahead = series.last.flatMap { last in
    last.status == "actual" ? nil : "\(last.status == "target" ? "goal" : "expected") \(said(last))"
  }
  let ends = facts.count > 1 ? [facts[0], facts[facts.count - 1]] : facts
  return (ends.map(said) + [ahead].compactMap { $0 }).joined(separator: ", ")
}
