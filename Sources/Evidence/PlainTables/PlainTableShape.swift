import Diagnostics
import Tables

/// What each column of a plain table holds.
///
/// A row may be a subject with years across, a time with subjects across, or one figure alone.
struct PlainTableShape {
  /// A column of numbers.
  struct Numbers {
    var column: Int
    /// What they count, where the column says it and not the row.
    var name: String
    var unit: String?
    /// Where the column says it.
    var period: PeriodName?
  }

  /// Columns that together say what a row is of.
  private(set) var labels: [Int] = []
  private(set) var numbers: [Numbers] = []
  /// What the columns of labels are in, where one says it: "Goods, USD m".
  private(set) var unit: String?
  private var roles: [Int: ColumnRole] = [:]

  func column(_ role: ColumnRole) -> Int? { roles.filter { $0.value == role }.keys.min() }

  /// - Parameters:
  ///   - table: with the row that names its columns as header.
  ///   - log: is told which columns are passed over, and of those that can't be understood.
  init(_ table: Table, log: inout DiagnosticLog) {
    let names = table.header.map { UnitInText($0.text) }
    let times = table.header.indices.filter { PeriodName(names[$0].name) != nil }
    for index in table.header.indices where !times.contains(index) {
      // Of two columns with one role the first has it.
      if let role = ColumnRole(names[index].name), role == .code || column(role) == nil {
        roles[index] = role
      }
    }
    // "Source" over coal, gas and water: what stands first, with no other words beside the numbers, is what they count.
    let canBeCounted: [ColumnRole] = [.source, .unit, .note]
    if let first = roles[0], canBeCounted.contains(first), texts(table).isEmpty { roles[0] = nil }
    if times.isEmpty {
      readSubjects(table, names)
    } else {
      numbers = times.map {
        Numbers(column: $0, name: "", unit: names[$0].unit, period: PeriodName(names[$0].name))
      }
      roles = roles.filter { $0.value != .value && $0.value != .period }
      labels = texts(table).filter { $0 < times[0] }
    }
    unit = labels.compactMap { names[$0].unit }.first
    report(table, names, log: &log)
  }

  /// Columns without a role whose cells are no numbers.
  private func texts(_ table: Table) -> [Int] {
    table.header.indices.filter { index in
      guard roles[index] == nil, !table.header[index].isTime else { return false }
      if ColumnRole.isLabel(table.header[index].text) { return true }
      let filled = table.rows.map { $0[index] }.filter { !$0.text.isBlank && !$0.saysNothing }
      return filled.count { $0.isNumber } * 2 < filled.count || filled.isEmpty && index == 0
    }
  }

  /// Where no time stands over a column: one column of values, or one for each subject.
  private mutating func readSubjects(_ table: Table, _ names: [UnitInText]) {
    let texts = texts(table)
    if let value = column(.value) {
      labels = texts.filter { $0 < value || ColumnRole.isLabel(names[$0].name) }
      numbers = [Numbers(column: value, name: "", unit: names[value].unit)]
      return
    }
    // The corner over a column of times may be empty, or have a name of its own.
    if column(.period) == nil, let first = table.header.indices.first,
      !table.rows.isEmpty, table.rows.allSatisfy({ $0[first].isTime })
    {
      roles[first] = .period
    }
    let known = texts + [column(.period)].compactMap(\.self)
    let start = known.max { $0 < $1 } ?? -1
    labels = texts
    numbers = table.header.indices.filter { $0 > start && roles[$0] == nil }.map { index in
      // "Tonnes" over a column says the unit alone, beside labels.
      let own = labels.isEmpty ? nil : UnitInText.unit(table.header[index].text)
      let (name, period) = Self.dated(own == nil ? names[index].name : "")
      return Numbers(
        column: index, name: name, unit: own ?? names[index].unit,
        period: column(.period) == nil ? period : nil)
    }
  }

  /// "Exports (2023)" and "Exports, 2023" are exports of that time.
  private static func dated(_ name: String) -> (name: String, period: PeriodName?) {
    guard let match = name.wholeMatch(of: /(.*\S)\s*(?:\(([^()]*)\)|,\s([^,]*))/),
      let period = PeriodName(String(match.2 ?? match.3 ?? ""))
    else { return (name, nil) }
    return (String(match.1), period)
  }

  /// "Jan", "May", "Q1".
  private static func isPartOfYear(_ name: String) -> Bool {
    let months = (Vocabulary.english.months + Vocabulary.english.shortMonths).map { $0.lowercased() }
    let key = name.lowercased()
    return months.contains(key) || key.wholeMatch(of: /q[1-4]|h[12]|(i|ii|iii|iv|[1-4]) кв(артал|\.)?/) != nil
  }

  /// "2019*", "2019-01-01".
  private func reportNoTime(_ field: Table.Field, log: inout DiagnosticLog) {
    log.error(
      "'\(field.text.trimmed)' stands over a column and is no time that can be read", at: field.location,
      advice:
        "write 2018, 2018-05, 2018-Q3, 2018-01/2018-09, 2017/2019 or 2025 (target); a note has a column of its own"
    )
  }

  private func report(_ table: Table, _ names: [UnitInText], log: inout DiagnosticLog) {
    let used = Set(labels + numbers.map(\.column))
    let isUnnamed = labels.isEmpty && numbers.contains { $0.name.isEmpty }
    if numbers.isEmpty || isUnnamed {
      log.error(
        numbers.isEmpty ? "no column of this table holds numbers" : "no column says what the numbers count",
        at: table.header.first?.location,
        advice: numbers.isEmpty
          ? PlainTableHead.advice : "write it in a column 'label', or over the column of numbers")
      return
    }
    for (field, name) in numbers.map({ (table.header[$0.column], $0.name) }) where Self.isPartOfYear(name) {
      log.error(
        "'\(field.text.trimmed)' is a part of a year, and not said of which", at: field.location,
        advice: "write 2023-05, May 2023 or 2023-Q1 over the column")
    }
    let asSubjects = numbers.filter { $0.period == nil && !$0.name.isEmpty }
    for numbers in asSubjects where !numbers.name.contains(where: \.isLetter) {
      reportNoTime(table.header[numbers.column], log: &log)
    }
    for (index, field) in table.header.enumerated() where !used.contains(index) {
      let isRead = roles[index].map { $0 != .code && column($0) == index } ?? false
      if isRead { continue }
      let text = field.text.trimmed
      if text.prefix(4).count(where: \.isNumber) == 4 || !text.contains(where: \.isLetter) {
        reportNoTime(field, log: &log)
      } else {
        log.warning(
          "the column '\(text)' is not read", at: field.location,
          advice: "what says of which thing or time a number is stands at the left of the numbers")
      }
    }
  }
}

extension ColumnRole {
  /// Whether a name says that its column has labels, wherever it stands.
  static func isLabel(_ name: String) -> Bool {
    [
      "label", "name", "title", "indicator", "item", "series", "показатель", "наименование", "көрсеткіш",
      "атауы",
      "ko'rsatkich", "nomi", "кўрсаткич", "номи",
    ].contains(name.trimmedLowercase)
  }
}
