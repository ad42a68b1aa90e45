import Atlas
import Graphics

/// Meridians and parallels of round degrees, four to eight each way.
func graticule(of view: View) -> [[GeoPoint]] {
  let box = view.box
  let step = graticuleStep(of: view)
  func rounds(_ low: Double, _ high: Double) -> [Double] {
    let (first, last) = (Int((low / step).rounded(.up)), Int((high / step).rounded(.down)))
    return first <= last ? (first...last).map { Double($0) * step } : []
  }
  func points(_ low: Double, _ high: Double) -> [Double] {
    let count = max(2, Int(((high - low) / min(2, step / 4)).rounded(.up)))
    return (0...count).map { low + (high - low) * Double($0) / Double(count) }
  }
  // The last meridian of a whole globe is its first.
  let isRound = box.east - box.west > 359.9
  let meridians = rounds(box.west, box.east - (isRound ? step / 2 : 0)).map { longitude in
    // Meridians meet at a pole: the last ten degrees are left free of most.
    points(max(box.south, -80), min(box.north, 80)).map {
      GeoPoint(longitude: wrap(longitude), latitude: $0)
    }
  }
  let halves: [(Double, Double)] =
    box.west >= -180 && box.east <= 180
    ? [(box.west, box.east)]
    : isRound
      ? [(-180, 180)]
      : [(wrap(box.west), 180), (-180, wrap(box.east))]
  let parallels = rounds(max(box.south, -89), min(box.north, 89)).flatMap { latitude in
    halves.map { west, east in points(west, east).map { GeoPoint(longitude: $0, latitude: latitude) } }
  }
  return meridians + parallels
}

/// Where a meridian or parallel meets the frame, and what is said of it there.
struct GraticuleMark {
  var text: String
  /// At the lower edge and the upper one for a meridian, at the left and the right one for a parallel: the first that is
  /// free has the label.
  var places: [Point]
  var isMeridian: Bool
}

/// The degrees of meridians and parallels along the frame's edges; none on a map of the world, whose edge they don't meet.
func graticuleMarks(of view: View, language: String) -> [GraticuleMark] {
  if view.isWorld { return [] }
  let step = graticuleStep(of: view)
  let (width, height) = (view.size.width, view.size.height)
  var marks: [GraticuleMark] = []
  func add(_ degrees: Double, _ point: Point, isMeridian: Bool) {
    let text = degreeWords(degrees, isLongitude: isMeridian, language: language)
    if let index = marks.firstIndex(where: { $0.text == text && $0.isMeridian == isMeridian }) {
      marks[index].places.append(point)
    } else {
      marks.append(GraticuleMark(text: text, places: [point], isMeridian: isMeridian))
    }
  }
  for y in [height, 0] {
    let edge = stride(from: 0, through: width, by: 3).map { Point($0, y) }
    for (degrees, point) in crossings(along: edge, step, in: view, { view.projection.unwrap($0.longitude) }) {
      add(degrees, point, isMeridian: true)
    }
  }
  for x in [0, width] {
    let edge = stride(from: 0, through: height, by: 3).map { Point(x, $0) }
    for (degrees, point) in crossings(along: edge, step, in: view, \.latitude) {
      add(degrees, point, isMeridian: false)
    }
  }
  return marks
}

/// Where a coordinate takes round values along a line of points.
private func crossings(
  along line: [Point], _ step: Double, in view: View, _ coordinate: (GeoPoint) -> Double
) -> [(Double, Point)] {
  let values = view.places(at: line).map { $0.map(coordinate) }
  var result: [(Double, Point)] = []
  for index in line.indices.dropFirst() {
    guard let before = values[index - 1], let after = values[index], abs(after - before) < 90 else {
      continue
    }
    let (low, high) = (min(before, after), max(before, after))
    let round = (high / step).rounded(.down) * step
    guard round > low, round <= high else { continue }
    let share = (round - before) / (after - before)
    let (a, b) = (line[index - 1], line[index])
    result.append((round, Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)))
  }
  return result
}

/// "60° E"; in a language whose words for the quarters are not known, "−60°" is west and south.
private func degreeWords(_ degrees: Double, isLongitude: Bool, language: String) -> String {
  let value = isLongitude ? wrap(degrees) : degrees
  let rounded = (abs(value) * 100).rounded() / 100
  let number = rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  if rounded == 0 || isLongitude && rounded == 180 { return number + "°" }
  guard language.hasPrefix("en") else { return (value < 0 ? "−" : "") + number + "°" }
  let quarter = isLongitude ? (value < 0 ? "W" : "E") : (value < 0 ? "S" : "N")
  return number + "°\u{00A0}" + quarter
}

private func graticuleStep(of view: View) -> Double {
  let span = max(view.box.east - view.box.west, view.box.north - view.box.south)
  return [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 20].first { span / $0 <= 8 } ?? 30
}
