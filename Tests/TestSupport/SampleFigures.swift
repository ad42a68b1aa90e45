import Diagnostics
import Evidence
import Foundation

/// Where the figures of tests stand.
package let here = SourceLocation(file: "figures.csv", line: 2)

/// A figure of a test, without a source.
package func figure(
  _ id: String, _ value: String, _ period: String? = nil, unit: String = "USD bn",
  qualifier: Qualifier = .exact, status: Status = .actual, label: String = "Mutual trade",
  reporter: String? = nil
) -> Figure {
  Figure(
    id: id, label: label, value: Decimal(string: value) ?? 0, unit: Evidence.Unit(unit),
    period: period.flatMap { Period($0) }, qualifier: qualifier, status: status, reporter: reporter,
    location: here)
}

/// Values of six periods, some of them targets.
package let trade = [
  figure("t2012", "2.5", "2012", qualifier: .about),
  figure("t2015", "3.2", "2015", qualifier: .moreThan),
  figure("t2017", "2", "2017", qualifier: .about),
  figure("t2018-9m", "2", "2018-01/2018-09", qualifier: .moreThan),
  figure("t2018", "3", "2018", status: .target),
  figure("t2020", "5", "2020", status: .target),
]

package let derivedTrade = figure(
  "t2017-9m", "1.43", "2017-01/2017-09", qualifier: .about, status: .derived)
