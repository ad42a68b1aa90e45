import Graphics
import Testing

@Test func aRoughenedPathHasFewerPointsAndStaysClose() throws {
  var path = Path.circle(center: Point(10, 10), radius: 8)
  for step in 0..<200 {
    let point = Point(30 + Double(step) * 0.1, 10)
    if step == 0 { path.move(to: point) } else { path.line(to: point) }
  }
  path.close()
  let rough = path.roughened(by: 1)
  #expect(rough.elements.count < 40)
  for element in rough.elements {
    switch element {
    case .move(let point), .line(let point):
      let (dx, dy) = (point.x - 10, point.y - 10)
      let isOnCircle = abs((dx * dx + dy * dy).squareRoot() - 8) < 0.05
      #expect(isOnCircle || point.y == 10 && (30...50).contains(point.x), "\(point)")
    case .curve: Issue.record("a curve is left")
    case .close: break
    }
  }
  // Each part is there and closed.
  #expect(rough.elements.filter { $0 == .close }.count == 2)
}
