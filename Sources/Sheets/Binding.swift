import Graphics

/// Which edge of a side is bound, and which way a back must lie so that a reader who turns the sheet over sees it
/// upright.
extension Sheets {
  /// Whether a back's margins are a front's in the mirror.
  var isMirrored: Bool { duplex != nil }

  /// The edge of a front, as it is read, where sheets are bound.
  func bindingEdge(of side: Size) -> Binding {
    if let binding { return binding }
    let beginning: Binding = readsFromRight ? .right : .left
    if case .booklet = arrangement { return beginning }
    if duplex == nil { return beginning }
    return printerTurnsSideways(side) ? beginning : .top
  }

  /// Whether the printer turns a sheet over its left edge (as a book's leaf) rather than over its top.
  private func printerTurnsSideways(_ side: Size) -> Bool {
    let isUpright = side.height >= side.width
    return (duplex ?? .longEdge) == .longEdge ? isUpright : !isUpright
  }

  /// Whether backs are printed upside down: the reader turns the sheet over another edge than the printer does.
  func turnsBacks(of side: Size) -> Bool {
    guard duplex != nil else { return false }
    return (bindingEdge(of: side) != .top) != printerTurnsSideways(side)
  }

  /// How far pages are moved on a side, away from the binding.
  func shift(of side: Size, isBack: Bool) -> Point {
    let amount = isBack ? -shift : shift
    switch bindingEdge(of: side) {
    case .left: return Point(amount, 0)
    case .right: return Point(-amount, 0)
    case .top: return Point(0, amount)
    }
  }
}

extension Sheets.Margins {
  struct Edges: Hashable {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
  }

  /// The margins as edges of a side; in the mirror those at the binding and across from it change places.
  func edges(on mirrored: Bool, _ binding: Sheets.Binding) -> Edges {
    let (near, far) = mirrored ? (outer, inner) : (inner, outer)
    switch binding {
    case .left: return Edges(left: near, right: far, top: top, bottom: bottom)
    case .right: return Edges(left: far, right: near, top: top, bottom: bottom)
    // Bound at the top, "top" and "bottom" are the sides.
    case .top: return Edges(left: top, right: bottom, top: near, bottom: far)
    }
  }
}
