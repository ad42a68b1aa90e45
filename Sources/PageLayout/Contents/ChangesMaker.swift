import Briefing
import Evidence
import Graphics
import Typesetting

/// What changed since an edition before: headline, summary, and a table of the figures with what they were and are.
/// Derived figures that follow from others stand beneath them, set in, and say what they follow from.
struct ChangesMaker {
  let maker: ContentMaker
  let changes: EditionChanges

  /// `nil` where nothing changed.
  init?(_ maker: ContentMaker, width: Double) {
    guard let changes = maker.story.changes, !changes.isEmpty else { return nil }
    self.maker = maker
    self.changes = changes
    otherNames = Self.otherNames(in: changes)
    let repeated = Set(otherNames.values.flatMap { $0 })
    let rows = changes.changes.filter { !repeated.contains($0.id) }
    let used = Self.used(in: maker.story, changes.new)
    // A figure may be shown by its other names only.
    let names = otherNames
    func isUnused(_ change: EditionChange) -> Bool {
      change.was == nil && used.isDisjoint(with: [change.id] + (names[change.id] ?? []))
    }
    listed = rows.filter { !isUnused($0) }
    unused = rows.filter(isUnused)
    isNarrow = width < maker.setter.layout.style(.changeCell).text.size * Self.narrow
  }

  /// Those that have a row, and the ids of the figures that are only other names of one that has.
  private let listed: [EditionChange]
  private let otherNames: [String: [String]]
  /// New ones that no page uses.
  private let unused: [EditionChange]

  private var setter: Setter { maker.setter }
  private var layout: Layout { maker.setter.layout }
  private var file: String { maker.story.packFile }

  /// By figure that changed, the ids that are only other names of it.
  private static func otherNames(in changes: EditionChanges) -> [String: [String]] {
    let changed = Dictionary(changes.changes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func named(by id: String) -> String? {
      guard let change = changed[id], let named = change.now?.otherNameOf, changed[named] != nil,
        change.was == nil || change.follows == [named]
      else { return nil }
      return named
    }
    var names: [String: [String]] = [:]
    for change in changes.changes {
      guard var root = named(by: change.id) else { continue }
      // A name may itself be one of another name; formulas are no circle.
      while let further = named(by: root) { root = further }
      names[root, default: []].append(change.id)
    }
    return names
  }

  /// Ids of the figures that some page of the story's documents can show, or what is computed from them.
  private static func used(in story: StoryReader, _ edition: Edition) -> Set<String> {
    let exhibits = story.allExhibits
    let shown = Set(
      edition.statements.flatMap(\.pieces).flatMap { $0.figures ?? [] }
        + exhibits.flatMap(\.figuresInWords))
    return story.figures.figures.reduce(into: shown) { used, figure in
      guard shown.contains(figure.id), let formula = figure.formula else { return }
      for case .figure(let id) in formulaPieces(formula) { used.insert(id) }
    }
  }

  /// On narrow paper as small as other tables are.
  private let isNarrow: Bool
  private var cellRole: StyleRole { isNarrow ? .tableCell : .changeCell }
  private var numberRole: StyleRole { isNarrow ? .tableNumber : .changeNumber }

  /// In ems of the larger type.
  private static let narrow = 42.0

  // MARK: Headline and summary

  /// The date of the edition before, where it tells it from this one.
  private var date: String? {
    guard let date = changes.old.figuresAsOf, date != changes.new.figuresAsOf else { return nil }
    return Placeholders.words(for: date)
  }

  var headline: String {
    date.map { layout.word(.changesSince).replacing("{date}", with: $0) } ?? layout.word(.changes)
  }

  /// "3 changed, 2 follow from them, 1 new, 1 removed. A bar in the margin marks what is new."
  var summary: String {
    let own = listed.filter(\.follows.isEmpty) + unused
    let following = listed.count { !$0.follows.isEmpty }
    let counts: [(Int, Word)] = [
      (own.count { $0.was != nil && $0.now != nil }, .changed), (following, .follow),
      (own.count { $0.was == nil }, .new), (own.count { $0.now == nil }, .removed),
    ]
    let told =
      counts.filter { $0.0 > 0 }.map { "\($0) \(layout.word($1))" }.joined(separator: setter.comma) + "."
    return layout.marksChanges ? "\(told) \(layout.word(.changesMarked))" : told
  }

  /// "What changed since the edition of 20 November 2018: Mutual trade > $2 bn (Jan–Sep 2018) → $4.6 bn (2022); and 12
  /// more."
  func line(width: Double) -> Block {
    let shown = Set(maker.story.keyFigures.map(\.figure.id))
    func isShown(_ change: EditionChange) -> Bool {
      !shown.isDisjoint(with: [change.id] + (otherNames[change.id] ?? []))
    }
    let told = (listed.filter(isShown) + listed.filter { !isShown($0) }).prefix(Self.mostInLine)
    func words(_ figure: EditionFigure?, of change: EditionChange) -> String {
      guard let figure else { return "–" }
      let period = period(figure, of: change)?.text
      return figure.words + (period.map { " (\($0))" } ?? "")
    }
    var parts = told.map { change in
      change.was == nil
        ? "\(change.name) \(words(change.now, of: change)) (\(layout.word(.new)))"
        : "\(change.name) \(pair(words(change.was, of: change), words(change.now, of: change)))"
    }
    let rest = listed.count + unused.count - told.count
    if rest > 0 { parts.append(layout.word(.changesMore).replacing("{count}", with: String(rest))) }
    let text = "\(headline): \(parts.joined(separator: setter.semicolon))."
    return setter.block(InlineText(text, file: file), .note, width: width)
  }

  private static let mostInLine = 3

  // MARK: The table

  /// A row a change, with the pages that use it; the head is set again on each page that goes on, and says so.
  func rows(width: Double) -> [Block] {
    let table = tableRow(width: width, showsPages: true)
    let head = table.frame(heads(table, continued: false), head: true)
    let continued = table.frame(heads(table, continued: true), head: true)
    return TableRow.table(head: head, continued: continued, rows: listed.map { row($0, in: table) })
      + unusedOnes(width: width)
  }

  /// New figures that no page uses yet, in a sentence.
  private func unusedOnes(width: Double) -> [Block] {
    if unused.isEmpty { return [] }
    let names = unused.map(\.name).joined(separator: setter.semicolon)
    let words = layout.word(.changesUnused).replacing("{count}", with: String(unused.count))
      .replacing("{names}", with: names)
    var block = setter.block(InlineText(words, file: file), .note, width: width)
    block.before = layout.grid.baseline / 2
    return [block]
  }

  /// As many as there is room for; the last line tells how many there are besides.
  func digest(width: Double) -> Block {
    let table = tableRow(width: width, showsPages: false)
    let head = table.frame(heads(table, continued: false), head: true)
    let rows = listed.map { row($0, in: table) }
    let count = rows.count + unused.count
    let rest = { (count: Int) in
      setter.cell(
        grey(layout.word(.changesMore).replacing("{count}", with: String(count))), cellRole, width: width)
    }
    let gap = layout.grid.baseline / 2
    let restHeight = gap + rest(count).size.height
    let all =
      head.size.height + rows.reduce(0) { $0 + $1.size.height } + (unused.isEmpty ? 0 : restHeight)
    let least = min(all, head.size.height + (rows.first?.size.height ?? 0) + restHeight)
    let draw = { (height: Double) -> DrawnBlock in
      var shown: [Frame] = []
      var used = head.size.height
      for (index, row) in rows.enumerated() {
        let isLast = index == count - 1
        guard used + row.size.height + (isLast ? 0 : restHeight) <= height + 0.01 || index == 0 else { break }
        shown.append(row)
        used += row.size.height
      }
      var parts = [head] + shown
      if shown.count < count {
        parts += [Frame(size: Size(width, gap)), rest(count - shown.count)]
      }
      return DrawnBlock(frame: maker.stack(parts, width: width))
    }
    return Block(content: .flexible(Flexible(least: least, most: all, draw: draw)))
  }

  private func heads(_ table: TableRow, continued: Bool) -> [Frame] {
    var words = [Word.figure, .was, .now, .change, .pages].prefix(table.widths.count).map(layout.word)
    if continued { words[0] += " (\(layout.word(.continued)))" }
    return words.enumerated().map { column, text in
      setter.cell(setter.rich(text, numberRole), numberRole, width: table.room(column))
    }
  }

  private func row(_ change: EditionChange, in table: TableRow) -> Frame {
    var cells = [
      label(of: change, width: table.room(0)),
      value(was(change), cellRole, period: period(change.was, of: change), width: table.room(1)),
      value(now(change), numberRole, period: period(change.now, of: change), width: table.room(2)),
      told(change, width: table.room(3)),
    ]
    if table.widths.count > cells.count {
      cells.append(
        setter.cell(references(change), cellRole, width: table.room(4)))
    }
    return table.frame(cells)
  }

  /// The pages that use the figure, by whichever of its names.
  private func references(_ change: EditionChange) -> RichText {
    maker.pageReferences(of: [change.id] + (otherNames[change.id] ?? []), cellRole)
  }

  /// Name and period, leading to the figure's row; what follows from others is set in and says from which.
  private func label(of change: EditionChange, width: Double) -> Frame {
    let link = change.now.map { LinkTarget.anchor(.figure($0.id), as: .listed) }
    let name = RichText(
      [.init(change.name, setter.style(cellRole), link: link)], file: file)
    if change.follows.isEmpty { return setter.cell(name, cellRole, width: width) }
    let causes = change.follows.map { changes.new[$0]?.name ?? $0 }.joined(separator: setter.semicolon)
    let inset = layout.grid.baseline
    let parts = [
      setter.cell(name, cellRole, width: width - inset),
      note("\(layout.word(.followsFrom)) \(causes)", width: width - inset),
    ]
    let stack = maker.stack(parts, width: width - inset)
    var frame = Frame(size: Size(width, stack.size.height))
    frame.add(stack, at: Point(inset, 0))
    return frame
  }

  /// A value, below it its period where that is not the row's.
  private func value(_ words: RichText, _ role: StyleRole, period: RichText?, width: Double) -> Frame {
    let parts = [setter.cell(words, role, width: width)]
    return maker.stack(
      parts + [period].compactMap { $0.map { setter.cell($0, .note, width: width) } }, width: width)
  }

  /// `nil` where the row's name says it.
  private func period(_ figure: EditionFigure?, of change: EditionChange) -> RichText? {
    guard change.isOfTwoPeriods, let figure else { return nil }
    let words = figure.periodWords.isEmpty ? layout.word(.noPeriod) : figure.periodWords
    return setter.rich(InlineText(words, file: file), .note)
  }

  private func was(_ change: EditionChange) -> RichText { grey(change.was?.words ?? "–") }

  private func now(_ change: EditionChange) -> RichText {
    RichText(change.now?.words ?? "–", setter.style(numberRole), file: file)
  }

  private func grey(_ text: String) -> RichText {
    var style = setter.style(cellRole)
    style.color = layout.color(.grey)
    return RichText(text, style, file: file)
  }

  private func note(_ text: String, width: Double) -> Frame {
    setter.cell(setter.rich(InlineText(text, file: file), .note), .note, width: width)
  }

  /// "up 50%", "new"; below it what else changed: "target → actual", "¶5 → example.org".
  private func told(_ change: EditionChange, width: Double) -> Frame {
    let words =
      change.was == nil ? layout.word(.new) : change.now == nil ? layout.word(.removed) : change.movement
    var parts: [Frame] = []
    if !words.isEmpty {
      parts.append(setter.cell(setter.rich(InlineText(words, file: file), cellRole), cellRole, width: width))
    }
    let besides = besides(change)
    if !besides.isEmpty { parts.append(note(besides.joined(separator: setter.semicolon), width: width)) }
    return maker.stack(parts, width: width)
  }

  private func besides(_ change: EditionChange) -> [String] {
    guard let was = change.was, let now = change.now else { return [] }
    let renamed = was.label == now.label ? [] : [pair(was.label, now.label)]
    return renamed
      + change.aspects.compactMap { aspect in
        switch aspect {
        case .value, .unit, .qualifier, .period: nil
        case .status: pair(layout.word(Word(was.status)), layout.word(Word(now.status)))
        case .formula: origin(of: now)
        case .source:
          layout.word(.sourceNow).replacing("{now}", with: orDash(sources(now)))
            .replacing("{was}", with: orDash(sources(was)))
        case .reporter: told(by: now.reporter, before: was.reporter)
        }
      }
  }

  private func pair(_ was: String, _ now: String) -> String { "\(orDash(was))\u{A0}→ \(orDash(now))" }
  private func orDash(_ words: String) -> String { words.isEmpty ? "–" : words }

  /// "as told by Uzbekistan", and by whom it was told before, if anybody.
  private func told(by now: String?, before was: String?) -> String {
    func words(_ word: Word, _ name: String?) -> String? {
      name.map { layout.word(word).replacing("{name}", with: $0) }
    }
    return [words(.toldBy, now), words(.toldBefore, was)].compactMap { $0 }.joined(separator: setter.comma)
  }

  /// "now from Mutual trade, 2022"; `nil` where it is not computed any more.
  private func origin(of figure: EditionFigure) -> String? {
    if figure.dependencies.isEmpty { return nil }
    let names = figure.dependencies.map { changes.new[$0]?.name ?? $0 }
    return "\(layout.word(.formula)) \(names.joined(separator: setter.semicolon))"
  }

  private func sources(_ figure: EditionFigure) -> String {
    var named = Set<String>()
    return figure.sources.map { source in
      guard case .footnote(let number) = Source(source) else { return SourceWords.short(source) }
      return "\(layout.word(.footnote)) \(number)"
    }.filter { named.insert($0).inserted }.joined(separator: setter.comma)
  }

  // MARK: Geometry

  /// Values and pages take what they need, up to a share; labels and what changed share the rest, 4 to 3.
  private func tableRow(width: Double, showsPages: Bool) -> TableRow {
    let padding = TableRow.padding(layout)
    func column(_ head: Word, _ texts: [RichText], share: Double) -> Double {
      min(setter.widest([setter.rich(layout.word(head), numberRole)] + texts), width * share) + 2 * padding
    }
    let (wasPeriods, nowPeriods) = (
      listed.compactMap { period($0.was, of: $0) }, listed.compactMap { period($0.now, of: $0) }
    )
    let was = column(.was, listed.map(was) + wasPeriods, share: 1.0 / 6)
    let now = column(.now, listed.map(now) + nowPeriods, share: 1.0 / 6)
    let references = listed.map(references)
    let pages = showsPages ? [column(.pages, references, share: 1.0 / 8)] : []
    let rest = width - was - now - pages.reduce(0, +)
    return TableRow(layout: layout, table: "changes", widths: [rest * 4 / 7, was, now, rest * 3 / 7] + pages)
  }
}
