import Graphics

@testable import Sheets

/// A sheet of paper as it comes out of a printer, looked at from its front: where the pages of both sides lie on it.
struct PrintedSheet {
  /// Of the paper as the reader holds it: turned so that the front is upright.
  var size: Size
  var front: [StandingPage]
  /// Seen through the paper from the front: left and right are exchanged.
  var back: [StandingPage]
}

/// Prints sides on paper as a duplex printer does: it turns each sheet over its long or its short edge. This knows
/// nothing of how sides were made.
func print(_ sides: [Document.Page], duplex: Document.Duplex, quarterTurns: Int = 0) -> [PrintedSheet] {
  stride(from: 0, to: sides.count, by: 2).map { index in
    let front = sides[index]
    let size = front.frame.size
    let isUpright = size.height >= size.width
    let turnsSideways = (duplex == .longEdge) == isUpright
    // Where a point of the back's own picture lies on the paper, seen from the front.
    func through(_ point: Point) -> Point {
      turnsSideways ? Point(size.width - point.x, point.y) : Point(point.x, size.height - point.y)
    }
    // The reader turns the paper back by as much as sides were turned for the printer.
    func read(_ point: Point) -> Point {
      switch quarterTurns {
      case 1: Point(point.y, size.width - point.x)
      case 2: Point(size.width - point.x, size.height - point.y)
      case 3: Point(size.height - point.y, point.x)
      default: point
      }
    }
    let back = index + 1 < sides.count ? sides[index + 1].standing : []
    return PrintedSheet(
      size: quarterTurns % 2 == 0 ? size : Size(size.height, size.width),
      front: front.standing.map { $0.mapped(read) }, back: back.map { $0.mapped(through).mapped(read) })
  }
}

/// What a reader sees at one place of a folded signature.
struct SeenPage {
  /// `nil` for a blank.
  var number: Int?
  var isUpright: Bool
}

/// Lays sheets into each other, the first outermost, folds them in the middle and reads from the cover on.
func fold(_ sheets: [PrintedSheet], boundAt edge: Sheets.Binding = .left) -> [SeenPage] {
  func page(_ pages: [StandingPage], _ sheet: PrintedSheet, half isRight: Bool, throughPaper: Bool)
    -> SeenPage
  {
    let found = pages.first { ($0.middle.x > sheet.size.width / 2) == isRight }
    guard let found else { return SeenPage(number: nil, isUpright: true) }
    let topIsUp = found.top.y < found.middle.y && near(found.top.x, found.middle.x)
    // Through the paper a page's left is right.
    let leftIsLeft = (found.left.x < found.middle.x) != throughPaper
    return SeenPage(number: found.number, isUpright: topIsUp && leftIsLeft)
  }
  // Bound at the left, a folded sheet's front cover is the right half of its front.
  let coverIsRight = edge == .left
  var read: [SeenPage] = []
  for sheet in sheets {
    read.append(page(sheet.front, sheet, half: coverIsRight, throughPaper: false))
    read.append(page(sheet.back, sheet, half: coverIsRight, throughPaper: true))
  }
  for sheet in sheets.reversed() {
    read.append(page(sheet.back, sheet, half: !coverIsRight, throughPaper: true))
    read.append(page(sheet.front, sheet, half: !coverIsRight, throughPaper: false))
  }
  return read
}
