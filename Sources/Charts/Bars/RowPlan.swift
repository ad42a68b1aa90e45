import Graphics

/// How the rows of a chart share its area.
extension RowChart {
  /// A lane with its labels set.
  struct Lane {
    var content: RowLane
    var value: Label
    var words: Label?
    var start: Label?
    var inner: [Label]
    /// Whether the values inside are said at the end instead, since one has no room.
    var innerAtEnd: Label?

    var gapBeforeWords: Double

    var valueWidth: Double {
      value.width + (words.map { $0.width + gapBeforeWords } ?? 0) + (innerAtEnd?.width ?? 0)
    }
  }

  struct Row {
    var name: Label
    var lanes: [Lane]
    /// Room over the dots for values in between.
    var overhead: Double
    var laneHeight: Double

    var lanesHeight: Double {
      Double(lanes.count) * laneHeight + overhead + Double(max(0, lanes.count - 1)) * RowChart.gapBetweenLanes
    }
  }

  /// How the rows share the area.
  struct Plan {
    var namesAreAbove: Bool
    var gapUnderName: Double
    /// From the names' column to the bars; 0 where names stand over them.
    var left: Double
    var rows: [Row]
    var key: ChartKey
    /// Of a pyramid: the names of its sides over them; `nil` where the key has them.
    var heads: [Label]?
    /// Over the rows, naming the reference lines.
    var referenceLabels: [Label]
    var axisLabels: [(label: Label, value: Double)]
    var scale: Scale
    /// Whether values inside stand at the ends.
    var isSpeltOut: Bool

    func height(of row: Row) -> Double {
      namesAreAbove
        ? row.name.height + gapUnderName + row.lanesHeight : max(row.name.height, row.lanesHeight)
    }
    var referenceHeight: Double { (referenceLabels.map(\.height).max()).map { $0 + 6 } ?? 0 }
    var axisHeight: Double { (axisLabels.map(\.label.height).max()).map { $0 + 3 } ?? 0 }
    var headHeight: Double { (heads?.map(\.height).max()).map { $0 + 3 } ?? 0 }
    var above: Double { key.height + headHeight + referenceHeight }
    /// The least height: rows without gaps.
    var height: Double {
      above + axisHeight + rows.reduce(0) { $0 + height(of: $1) + RowChart.leastGap }
    }
  }
}
