import Diagnostics
import Evidence
import Foundation
import TestSupport
import Testing

let header = "id,label,value,unit,period,qualifier,status,formula,source,note\n"

/// A table of rows under the usual header.
func table(_ rows: String) throws -> FigureTable {
  try FigureTable.read(header + rows, file: "figures.csv")
}

func messages(rows: String) -> [String] { messages { _ = try table(rows) } }

func decimal(_ text: String) -> Decimal {
  guard let value = Decimal(string: text) else {
    Issue.record("'\(text)' is no decimal")
    return .nan
  }
  return value
}

/// Figures of a pack about two countries that do not exist.
let sample = #"""
  trade-9m,Mutual trade,2,USD bn,2018-01/2018-09,more-than,actual,,¶5,
  trade-9m-before,Mutual trade,,USD bn,2017-01/2017-09,about,derived,trade-9m / 1.40,¶5,40% higher
  trade-2012,Mutual trade,2.5,USD bn,2012,about,actual,,¶6,
  trade-2015,Mutual trade,3.2,USD bn,2015,more-than,actual,,¶6,
  trade-2017,Mutual trade,2,USD bn,2017,about,actual,,¶5,
  trade-2018,Mutual trade,3,USD bn,2018,exact,target,,¶5,
  trade-2020,Mutual trade,5,USD bn,2020,exact,target,,¶5,
  agreements,Agreements in force,200,agreements,,more-than,actual,,¶4,
  signed,Agreements signed,8,agreements,2018-05,exact,actual,,¶7,
  volume,Their volume,62,USD m,2018-05,exact,actual,,¶7,
  border-open,Border not yet settled,4,%,,about,actual,,¶14,
  grants,Grants,10 000,grants,,exact,actual,,¶20,
  independence,Independence,27,years,,less-than,actual,,¶6,
  offices,Offices,1,agreements,,exact,actual,,¶6,

  """#
