import Graphics

@testable import Sheets

let a4 = PaperSize.a4.size

/// A document of pages that know where they are: each has anchors at its middle, top and left edge.
func document(_ count: Int, size: Size = a4, part: (Int) -> String = { _ in "" }) -> Document {
  document((0..<count).map { _ in size }, part: part)
}

func document(_ sizes: [Size], part: (Int) -> String = { _ in "" }) -> Document {
  let pages = sizes.enumerated().map { index, size in
    var frame = Frame(size: size)
    frame.add(.anchor(.page("\(index + 1) middle")), at: Point(size.width / 2, size.height / 2))
    frame.add(.anchor(.page("\(index + 1) top")), at: Point(size.width / 2, 0))
    frame.add(.anchor(.page("\(index + 1) left")), at: Point(0, size.height / 2))
    return Document.Page(frame, label: "\(index + 1)", part: part(index + 1))
  }
  return Document(
    metadata: .init(title: "A title", author: "", subject: "", language: "en", date: "2026-01-02"),
    pages: pages)
}

/// A page as it stands on a side.
struct StandingPage {
  var number: Int
  var middle: Point
  var top: Point
  var left: Point

  /// The size that it has there, whatever way it is turned.
  var width: Double { 2 * max(abs(left.x - middle.x), abs(left.y - middle.y)) }
  var height: Double { 2 * max(abs(top.x - middle.x), abs(top.y - middle.y)) }

  func mapped(_ map: (Point) -> Point) -> StandingPage {
    StandingPage(number: number, middle: map(middle), top: map(top), left: map(left))
  }
}

extension Document.Page {
  /// The pages on this side, in painting order.
  var standing: [StandingPage] {
    var places: [String: Point] = [:]
    var numbers: [Int] = []
    for leaf in frame.leaves {
      guard case .anchor(.page(let name)) = leaf.item,
        let number = name.split(separator: " ").first.flatMap({ Int($0) })
      else { continue }
      places[name] = leaf.origin
      if !numbers.contains(number) { numbers.append(number) }
    }
    return numbers.compactMap { number in
      guard let middle = places["\(number) middle"], let top = places["\(number) top"],
        let left = places["\(number) left"]
      else { return nil }
      return StandingPage(number: number, middle: middle, top: top, left: left)
    }
  }
}

func near(_ a: Double, _ b: Double, _ tolerance: Double = 0.01) -> Bool { abs(a - b) <= tolerance }
