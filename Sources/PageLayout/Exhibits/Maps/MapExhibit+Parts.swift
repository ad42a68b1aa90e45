import Briefing
import MapGrammar

/// A map whose values stand on further pages: the map with marks, then the key to them.
extension MapExhibit {
  /// Takes its key from a map that is too high with it, or lets a key go over several pages.
  func division(width: Double, height: Double) -> Division? {
    guard let range = keyRange else {
      guard told.part == nil, told.shades.count > 1, let whole = heights(width: width)?.least,
        let ground = part(.ground).heights(width: width)?.least, ground < whole
      else { return nil }
      return divisionForUntold
    }
    var (low, high) = (0, range.count)
    while low < high {
      let middle = (low + high + 1) / 2
      let key = part(.key(range.lowerBound..<range.lowerBound + middle))
      if key.heights(width: width)?.least ?? .infinity <= height { low = middle } else { high = middle - 1 }
    }
    guard low > 0, low < studio.divisions[exhibit.location]?.most ?? .max else { return nil }
    return Division(most: low, air: 0)
  }

  /// All of its values in one key, as long as nothing says that it is too high.
  var divisionForUntold: Division? {
    studio.divisions[exhibit.location] == nil ? Division(most: told.shades.count, air: 0) : nil
  }

  /// The map with marks, and its key, as many entries of it on a page as on the others.
  func pieces(_ division: Division) -> [Exhibit] {
    let count = told.shades.count
    let pages = (count + division.most - 1) / division.most
    let each = (count + pages - 1) / pages
    let keys = stride(from: 0, to: count, by: each).map {
      MapDescription.Part.key($0..<min($0 + each, count))
    }
    return ([.ground] + keys).map { part($0).exhibit }
  }

  func tellsThatNoPartFits(width: Double, height: Double) -> String? { nil }

  /// Which of its shades its marks are listed of, where only the key stands here.
  var keyRange: Range<Int>? { if case .key(let range)? = told.part { range } else { nil } }

  private func part(_ part: MapDescription.Part) -> MapExhibit {
    var (own, piece) = (told, exhibit)
    own.part = part
    piece.content = .map(own)
    return MapExhibit(own, of: piece, in: studio)
  }
}
