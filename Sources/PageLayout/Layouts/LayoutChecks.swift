import Graphics
import YAMLReading

/// What the values of a layout may be. Lengths are in points.
enum LayoutLimits {
  static let columns = 1...24
  /// Narrower, a column holds no letter.
  static let leastColumn = 10.0
  static let baseline = 4.0...100
  static let size = 4.0...200
  /// Shares of a style's size.
  static let leastLeading = 0.8
  static let weight = 100...900
  static let tracking = -200.0...1000
  static let protrusion = 0.0...2
  static let expansion = 0.0...0.05
  static let microtracking = 0.0...50
  static let beside = 1...4
  static let leastPicture = 2.0
  static let mostPadding = 60.0
  /// Of text on a background, for large type (WCAG 2.2, 1.4.3).
  static let leastContrast = 3.0
  /// Lower, a plot has no room for its axis.
  static let leastPlot = 20.0
  /// Share of the paper that the margins leave each way.
  static let leastBody = 1.0 / 3
}

/// Values out of their range are noted with what is allowed, and the nearest that is allowed is read on with.
extension LayoutReader {
  func length(
    _ node: YAMLNode?, _ what: String, from least: Double = 0, to most: Double = .infinity
  ) -> Double? {
    guard let node, let value = length(node) else { return nil }
    let allowed = most == .infinity ? "\(plain(least)) pt or more" : "\(plain(least)) pt to \(plain(most)) pt"
    return checked(value, node, what, within: least...max(least, most), allowed)
  }

  func number(_ node: YAMLNode?, _ what: String, in range: ClosedRange<Double>) -> Double? {
    guard let node, let value = node.number() else { return nil }
    return checked(
      value, node, what, within: range, "\(plain(range.lowerBound)) to \(plain(range.upperBound))")
  }

  func integer(_ node: YAMLNode?, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let node, let value = node.integer() else { return nil }
    let allowed =
      range.upperBound == .max ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
    return checked(value, node, what, within: range, allowed)
  }

  private func checked<Value: Comparable>(
    _ value: Value, _ node: YAMLNode, _ what: String, within range: ClosedRange<Value>, _ allowed: String
  ) -> Value {
    if range.contains(value) { return value }
    let text = node.string() ?? ""
    let how = value < range.lowerBound ? "little" : "much"
    node.error("'\(text)' is too \(how) for \(what)", advice: "allowed: \(allowed)")
    return min(max(value, range.lowerBound), range.upperBound)
  }

  /// With two decimals at most.
  func plain(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() && abs(rounded) < 1e9 ? String(Int(rounded)) : String(rounded)
  }

  /// Notes margins that leave too little of any of the papers, and columns too narrow between them.
  ///
  /// - Returns: whether there is a body on each paper.
  func checkBody(_ margins: Layout.Margins, _ grid: Layout.Grid?, on papers: [Paper]) -> Bool {
    let isHighEnough = checkMargins(
      ("top", margins.top), ("bottom", margins.bottom), of: "height", on: papers, \.height)
    let isWideEnough = checkMargins(
      ("left", margins.left), ("right", margins.right), of: "width", on: papers, \.width)
    guard isWideEnough, let grid else { return isHighEnough && isWideEnough }
    let gutters = Double(grid.columns - 1) * grid.gutter
    for paper in papers {
      let column = (paper.size.width - margins.left - margins.right - gutters) / Double(grid.columns)
      guard column < LayoutLimits.leastColumn else { continue }
      source["grid"]?.anyMapping()?["gutter"]?.error(
        "\(grid.columns) columns with this gutter are \(plain(max(0, column))) pt wide on \(paper.rawValue)",
        advice:
          "a column needs \(plain(LayoutLimits.leastColumn)) pt: make the gutter smaller or take fewer columns"
      )
      break
    }
    return isHighEnough
  }

  private func checkMargins(
    _ first: (name: String, value: Double), _ second: (name: String, value: Double), of side: String,
    on papers: [Paper], _ extent: (Size) -> Double
  ) -> Bool {
    for paper in papers {
      let whole = extent(paper.size)
      let rest = whole - first.value - second.value
      guard rest < whole * LayoutLimits.leastBody else { continue }
      let larger = first.value >= second.value ? first.name : second.name
      source["margins"]?.anyMapping()?[larger]?.error(
        "the margins \(first.name) and \(second.name) leave \(plain(max(0, rest))) pt of the \(plain(whole)) pt "
          + "\(side) of \(paper.rawValue)",
        advice: "leave a third at least, \(plain(whole * LayoutLimits.leastBody)) pt")
      return false
    }
    return true
  }
}
