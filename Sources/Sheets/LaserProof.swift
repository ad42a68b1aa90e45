import Graphics

/// What office laser printers do to greys: they print dots of one black. Light tints get no dots, dark ones fill in, and
/// between them dots grow, most at the middle (dot gain; ISO 12647-2 allows offset about as much).
public enum LaserProof {
  /// Coverage at and below which no dot is printed, and at and above which all is black.
  static let (lost, filled) = (0.04, 0.94)
  /// How much more than half is covered where half is asked for.
  static let gain = 0.15
  /// A dot at 600 to the inch, in points: no line is printed thinner.
  static let dot = 72.0 / 600

  /// The grey that a printed grey looks like.
  static func printed(_ color: Color) -> Color {
    let coverage = 1 - Color(lightness: color.lightness).red
    if coverage <= lost { return .white }
    if coverage >= filled { return .black }
    let grown = min(1, coverage + 4 * gain * coverage * (1 - coverage))
    let value = ((1 - grown) * 255).rounded() / 255
    return Color(red: value, green: value, blue: value)
  }
}

extension Document {
  /// The document as a laser printer shows it, to be looked at rather than printed: greys as they come out on paper.
  public var laserProof: Document {
    var result = self
    let recolouring = Recolouring(
      LaserProof.printed,
      line: { stroke in
        var line = stroke
        line.color = LaserProof.printed(stroke.color)
        line.width = max(stroke.width, LaserProof.dot)
        return line
      })
    for index in pages.indices { result.pages[index].frame = pages[index].frame.recoloured(recolouring) }
    return result
  }
}
