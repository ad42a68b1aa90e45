import ChartGrammar
import Graphics

extension ChartDescription {
  /// The chart's data as a table that takes no room and no ink: readers of the PDF's structure walk through its rows,
  /// where the alternative text says all at once. It stands after the figure, since nothing within one is read.
  var dataTable: Frame {
    var table = Frame(size: .zero)
    table.add(row(dataHead, valueTag: .headerCell))
    for data in data { table.add(row(data, valueTag: .cell)) }
    return table.tagged(.structure(StructureTag(.table)))
  }

  private func row(_ data: DataRow, valueTag: StructureTag.Kind) -> Frame {
    var row = Frame(size: .zero)
    for (kind, text) in [(.headerCell, data.name), (valueTag, data.value)] as [(StructureTag.Kind, String)] {
      row.add(Frame(size: .zero).tagged(.structure(StructureTag(kind, actualText: text))))
    }
    return row.tagged(.structure(StructureTag(.row)))
  }
}

extension Frame {
  fileprivate mutating func add(_ frame: Frame) { add(frame, at: .zero) }
}
