import Foundation

/// The numbers that the digits of a text may stand for, whatever its language: "5.308" is 5.308 or 5308, "8,3" is 8.3,
/// "10 000" is 10000. Words for scale ("Millionen") are not read.
func digitReadings(in text: String) -> Set<Decimal> {
  let scalars = Array(text.unicodeScalars)
  var readings: Set<Decimal> = []
  var index = 0
  while index < scalars.count {
    guard isDigit(scalars[index]) else {
      index += 1
      continue
    }
    var groups = [""]
    var marks: [Unicode.Scalar] = []
    while index < scalars.count {
      if isDigit(scalars[index]) {
        groups[groups.count - 1].unicodeScalars.append(scalars[index])
      } else if goesOn(scalars, at: index) {
        marks.append(scalars[index])
        groups.append("")
      } else {
        break
      }
      index += 1
    }
    readings.formUnion(possible(of: groups, marks))
  }
  return readings
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

/// A mark between digits; after a space only a group of three goes on with the number.
private func goesOn(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
  let following = scalars[(index + 1)...].prefix { isDigit($0) }.count
  if [".", ","].contains(scalars[index]) { return following > 0 }
  return (scalars[index].properties.isWhitespace || ["’", "'"].contains(scalars[index])) && following == 3
}

private func possible(of groups: [String], _ marks: [Unicode.Scalar]) -> Set<Decimal> {
  var readings: Set<Decimal> = []
  func add(_ text: String) {
    if text.utf8.count <= 30, let value = Decimal(string: text) { readings.insert(value) }
  }
  if groups.dropFirst().allSatisfy({ $0.count == 3 }) { add(groups.joined()) }
  if let last = marks.last, [".", ","].contains(last), let decimals = groups.last {
    add(groups.dropLast().joined() + "." + decimals)
  }
  // "1.200.000" is one number, "144 150" may be two.
  let isOne = marks.count > 1 && Set(marks).count == 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
  if !isOne { for group in groups { add(group) } }
  return readings
}
