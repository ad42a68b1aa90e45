import Briefing
import ChartGrammar
import Evidence
import Graphics
import Typesetting

/// A table's words and numbers in one size of type, measured.
///
/// All rows of a table that goes over several pages are measured on each, so that its columns stand below each other.
struct TableSheet {
  let table: TableDescription
  let setter: Setter
  let words: TableWords
  let numbers: [NumberColumn]
  let heat: TableHeat?

  init(_ table: TableDescription, file: String, studio: ExhibitStudio, size: Double? = nil) {
    self.table = table
    var layout = studio.layout
    if let size {
      let factor = size / layout.style(.tableCell).text.size
      for role in [StyleRole.tableHead, .tableCell, .tableNumber] { layout.styles[role]?.enlarge(by: factor) }
    }
    setter = Setter(layout: layout, typesetter: studio.typesetter, language: studio.language)
    words = TableWords(table, file: file, setter: setter)
    heat = TableHeat(table, layout: layout)
    numbers = table.columns.indices.map { [words, setter] column in
      let cells = table.rows.map { words.number($0.cells[column], in: table.columns[column]) }
      let total = table.totals.map { words.number($0[column], in: table.columns[column], isStrong: true) }
      return NumberColumn(cells + [total].compactMap { $0 }, setter: setter)
    }
  }

  var layout: Layout { setter.layout }
  private var em: Double { layout.style(.tableCell).text.size }

  // MARK: Columns

  /// Between columns; where it is narrow, less.
  private var gaps: [Double] { [layout.grid.gutter, em * 0.8] }

  private var leastOfNames: Double {
    let longest = setter.widest(words.names.flatMap(setter.wordsApart))
    let whole = setter.widest(words.names)
    return min(whole, max(min(longest, em * Self.longestWord), min(whole, em * 6)))
  }

  private func heads(_ width: (RichText) -> Double) -> [Double] {
    zip(numbers, table.columns).map { column, told in
      max(
        told.isCourse ? em * Self.leastCourse : column.width,
        (words.head(of: told).lines.map(width).max() ?? 0) + column.overhang)
    }
  }

  /// Of the words over a column where no word is broken.
  private var leastOfHeads: [Double] { heads { setter.widest(setter.wordsApart($0)) } }

  /// Where each of their lines stands whole, if it is not long.
  private var bestOfHeads: [Double] {
    heads { line in
      max(setter.widest(setter.wordsApart(line)), min(setter.widest([line]), em * Self.widestHead))
    }
  }

  private static let widestHead = 9.0
  /// Longer ones are broken where there is no room.
  private static let longestWord = 14.0
  /// Width of a small line.
  private static let leastCourse = 5.5
  /// More between the columns of a table that would be short even so tears them apart; others end where the page does.
  private static let mostBetween = 12.0
  private static let whole = 0.6

  /// Where all columns stand beside each other.
  var leastWidth: Double {
    leastOfNames + leastOfHeads.reduce(end(gaps[0])) { $0 + $1 + (gaps.last ?? 0) }
  }

  /// Where each has the names beside it.
  var leastWidthOfOne: Double { leastOfNames + (leastOfHeads.max() ?? 0) + (gaps.last ?? 0) }

  /// The columns beside each other, or in as few bands below each other as there is width for, at the same places in each;
  /// `nil` where not even one column finds room.
  func bands(width: Double) -> [TableBand]? {
    let (best, least) = (bestOfHeads, leastOfHeads)
    let names = setter.widest(words.names)
    for bands in 1...max(1, best.count) {
      let each = (best.count + bands - 1) / bands
      func widest(_ heads: [Double]) -> [Double] {
        (0..<each).map { place in
          stride(from: place, to: heads.count, by: each).map { heads[$0] }.max() ?? 0
        }
      }
      let measures = Measures(best: widest(best), least: widest(least), names: names)
      guard let whole = band(measures, width: width) else { continue }
      return stride(from: 0, to: best.count, by: each).map { whole.holding($0..<min($0 + each, best.count)) }
    }
    return nil
  }

  /// Tinted ground reaches beyond the last numbers.
  private func end(_ gap: Double) -> Double { heat == nil ? 0 : gap / 2 }

  private struct Measures {
    var best: [Double]
    var least: [Double]
    var names: Double
  }

  private func band(_ measures: Measures, width whole: Double) -> TableBand? {
    let (best, least) = (measures.best, measures.least)
    // All of one width where there is room; names go over two lines before words over columns do.
    let even = best.map { _ in best.max() ?? 0 }
    let (wide, narrow) = (gaps[0], gaps[1])
    let attempts = [
      (wide, even, measures.names), (wide, best, measures.names), (wide, best, leastOfNames),
      (narrow, best, leastOfNames), (wide, least, leastOfNames), (narrow, least, leastOfNames),
    ]
    for (gap, heads, names) in attempts {
      let room = whole - end(gap) - heads.reduce(0) { $0 + $1 + gap }
      if names <= room + 0.01 { return band(min(measures.names, room), heads, gap, width: whole - end(gap)) }
    }
    return nil
  }

  /// What is left is shared out among them.
  private func band(_ names: Double, _ heads: [Double], _ gap: Double, width: Double) -> TableBand {
    let slack = max(0, width - names - heads.reduce(0) { $0 + $1 + gap })
    let each = slack / Double(heads.count + 1)
    let isShort = width - slack + em * Self.mostBetween * Double(heads.count + 1) < width * Self.whole
    let more = isShort ? em * Self.mostBetween : each
    var x = names + more
    let edges = heads.map { head in
      x += gap + head + more
      return x
    }
    return TableBand(
      range: heads.indices, names: names + more, edges: edges, heads: heads.map { $0 + more }, gap: gap,
      end: end(gap))
  }

  // MARK: Heights

  /// Above and below the words of a row.
  var padding: Double { layout.grid.baseline / 4 }

  /// More between rows does nothing for them.
  var mostAir: Double { layout.style(.tableCell).leading * 0.45 }

  private var gapBetweenBands: Double { layout.grid.baseline }
  private var gapAboveKey: Double { layout.grid.baseline / 2 }

  func height(_ bands: [TableBand], air: Double = 0) -> Double {
    let heights = bands.map { TablePainter(sheet: self, band: $0, air: air).height }
    return heights.reduce(0, +) + Double(bands.count - 1) * gapBetweenBands
      + (key(bands).map { gapAboveKey + $0.height } ?? 0)
  }

  private func key(_ bands: [TableBand]) -> SetLines? {
    words.key.map { setter.lines($0, .exhibitNote, width: bands.map(\.width).max() ?? 0) }
  }

  /// How many rows it has here, in all of its bands.
  func rowCount(_ bands: [TableBand]) -> Int {
    bands.count * (table.rowsHere.count + (table.totalsHere == nil ? 0 : 1))
  }

  /// The table in a frame no higher than this, its rows spread over the height as far as that does them good.
  func frame(_ bands: [TableBand], size: Size, words: String) -> Frame {
    let air = min(mostAir, max(0, size.height - height(bands)) / Double(max(1, rowCount(bands))))
    var frame = Frame(size: Size(size.width, height(bands, air: air)))
    var y = 0.0
    for (index, band) in bands.enumerated() {
      let painter = TablePainter(sheet: self, band: band, air: air)
      painter.paint(on: &frame, at: y, words: index == 0 ? words : nil)
      y += painter.height + (index < bands.count - 1 ? gapBetweenBands : 0)
    }
    if let key = key(bands) { frame.add(key.frame, at: Point(0, y + gapAboveKey)) }
    return frame
  }
}

/// Columns beside each other, with the names before them.
struct TableBand: Equatable {
  /// Which of the table's.
  var range: Range<Int>
  /// Width of the names.
  var names: Double
  /// The right edges of the columns.
  var edges: [Double]
  /// Widths for the words over them.
  var heads: [Double]

  /// Between columns.
  var gap: Double
  /// Beyond the last.
  var end: Double

  var width: Double { edges.last.map { $0 + end } ?? names }

  /// The same with these columns of the table.
  fileprivate func holding(_ range: Range<Int>) -> TableBand {
    TableBand(
      range: range, names: names, edges: Array(edges.prefix(range.count)),
      heads: Array(heads.prefix(range.count)), gap: gap, end: end)
  }
}

extension Style {
  fileprivate mutating func enlarge(by factor: Double) {
    text.size *= factor
    leading *= factor
  }
}

extension Setter {
  /// The pieces of a text that lines are not broken within: its words, and the parts of words at a dash.
  func wordsApart(_ text: RichText) -> [RichText] {
    var words = [RichText([], file: text.file)]
    for span in text.spans {
      var word = ""
      func end() {
        if !word.isEmpty { words[words.count - 1].spans.append(.init(word, span.style)) }
        word = ""
      }
      for character in span.text {
        let isSpace = character.isWhitespace && character != "\u{A0}" && character != "\u{202F}"
        if !isSpace { word.append(character) }
        guard isSpace || character == "–" else { continue }
        end()
        words.append(RichText([], file: text.file))
      }
      end()
    }
    return words
  }
}
