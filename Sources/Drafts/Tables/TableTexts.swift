import Evidence

/// What a draft says of a table's figures: their labels, values and times, as references, and no word beside them.
struct TableTexts {
  private static let (mostPoints, mostBefore, longestLabel, longestHeadline) = (5, 4, 90, 50)

  /// A label as a reference, so that it is corrected in one place; of one that is too long for a text its first words.
  func label(of series: TableSeries) -> String {
    series.label.count <= Self.longestLabel
      ? "{\(series.latest.id)|label}" : Self.shortened(Self.withoutMarks(series.label))
  }

  /// Whether nothing in it would be taken for a number, a unit or a mark; years are neither.
  static func isPlain(_ label: String) -> Bool {
    label.allSatisfy { $0.isLetter || $0.isNumber || " '’-–—".contains($0) }
      && label.split { !$0.isNumber }.allSatisfy { $0.count == 4 }
  }

  /// That mean nothing where a question is asked but themselves.
  private static let marks = " ,.'’()-–—%&/"

  /// Without what would mean something in a text but itself.
  static func withoutMarks(_ text: String) -> String {
    let plain = text.map { $0.isLetter || $0.isASCII && $0.isNumber || marks.contains($0) ? $0 : " " }
    return String(plain).split(separator: " ").joined(separator: " ")
  }

  /// As an interview says it, where a number at its word would be a footnote's.
  static func asSaid(_ text: String) -> String {
    withoutMarks(text).replacing(/([^\s\d–-])(\d)/) { "\($0.1) \($0.2)" }
  }

  static func shortened(_ label: String) -> String {
    label.count <= longestLabel
      ? label : label.prefix(longestLabel).split(separator: " ").dropLast().joined(separator: " ") + " …"
  }

  /// What the first of its subjects came to at last, and the second where there is room and the time is one.
  func headline(of page: TablePage) -> String {
    let series = page.series
    let second = series.dropFirst().first { $0.latest.period == series[0].latest.period }
    let isShort = series[0].label.count + (second?.label.count ?? 0) <= Self.longestHeadline
    let shown = [series[0]] + (isShort ? [second].compactMap(\.self) : [])
    let mark = shown.contains { $0.label.contains(",") } ? "; " : ", "
    let values = shown.map { "\(label(of: $0))\(who(of: $0)): {\($0.latest.id)}" }.joined(separator: mark)
    return values + (series[0].latest.period == nil ? "" : " in {\(series[0].latest.id)|period}")
  }

  /// A paragraph for each of the first subjects: the latest, and what was before.
  func points(of page: TablePage) -> String {
    page.series.prefix(Self.mostPoints).map(point).joined(separator: "\n\n") + "\n"
  }

  private func point(_ series: TableSeries) -> String {
    let latest = series.latest
    let time = latest.period == nil ? "" : ", {\(latest.id)|period short}"
    let opening =
      "**\(label(of: series))\(who(of: series))\(status(of: latest))\(time): {\(latest.id)|count}.**"
    let others = series.figures.filter { $0.id != latest.id }
    let told =
      others.count > Self.mostBefore ? others.prefix(1) + others.suffix(Self.mostBefore - 1) : others[...]
    if told.isEmpty { return opening }
    let values = told.map { figure in
      let time = figure.period == nil ? "" : " in {\(figure.id)|period}"
      let status = status(of: figure)
      return "{\(figure.id)}\(time)" + (status.isEmpty ? "" : " (\(status.dropFirst(2)))")
    }
    return "\(opening) \(values.joined(separator: ", "))."
  }

  /// Who counts, where it is told.
  func who(of series: TableSeries) -> String {
    series.reporter.isEmpty ? "" : " (\(Self.withoutMarks(series.reporter)))"
  }

  private func status(of figure: Figure) -> String {
    switch figure.status {
    case .actual, .derived: ""
    case .target: ", goal"
    case .estimate: ", estimate"
    }
  }
}
