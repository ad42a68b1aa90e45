import Briefing
import Evidence

extension ExhibitStudio {
  /// Lets the values of maps that were drawn without some of them stand on further pages from now on, marks on the map.
  /// - Returns: whether there are any: then pages are to be made again.
  func divideSilent() -> Bool {
    var isNew = false
    for exhibit in silent where divisions[exhibit.location] == nil {
      guard case .map(let map) = exhibit.content else { continue }
      divisions[exhibit.location] = Division(most: map.shades.count, air: 0)
      isNew = true
    }
    silent = []
    return isNew
  }

  /// Takes its key from a map that is too high with it, or lets a key go over several pages.
  /// - Returns: whether that is new: then pages are to be made again.
  func divide(_ exhibit: Exhibit, width: Double, room: Double) -> Bool {
    guard case .map(let map) = exhibit.content else { return false }
    guard let range = exhibit.keyRange else {
      guard map.part == nil, map.shades.count > 1, let whole = heights(exhibit, width: width)?.least,
        let ground = heights(exhibit.part(.ground), width: width)?.least, ground < whole
      else { return false }
      divisions[exhibit.location] = Division(most: map.shades.count, air: 0)
      return true
    }
    var (low, high) = (0, range.count)
    while low < high {
      let middle = (low + high + 1) / 2
      let key = exhibit.part(.key(range.lowerBound..<range.lowerBound + middle))
      if heights(key, width: width)?.least ?? .infinity <= room { low = middle } else { high = middle - 1 }
    }
    guard low > 0, low < divisions[exhibit.location]?.most ?? .max else { return false }
    divisions[exhibit.location]?.most = low
    return true
  }

  /// The map with marks, and its key, as many entries of it on a page as on the others.
  func pieces(of exhibit: Exhibit, _ map: StoryMap, most: Int) -> [Exhibit] {
    let count = map.shades.count
    let pages = (count + most - 1) / most
    let each = (count + pages - 1) / pages
    let keys = stride(from: 0, to: count, by: each).map { exhibit.part(.key($0..<min($0 + each, count))) }
    var pieces = [exhibit.part(.ground)]
    for var key in keys {
      key.title?.pieces.append(Inline(" (\(layout.word(.continued)))"))
      pieces.append(key)
    }
    // Said once, at the end.
    for index in pieces.indices.dropLast() { pieces[index].note = nil }
    return pieces
  }
}

extension Exhibit {
  /// Which of a map's shades its marks are listed of, where only the key stands here.
  var keyRange: Range<Int>? {
    if case .map(let map) = content, case .key(let range)? = map.part { range } else { nil }
  }

  fileprivate func part(_ part: StoryMap.Part) -> Exhibit {
    guard case .map(var map) = content else { return self }
    map.part = part
    var exhibit = self
    exhibit.content = .map(map)
    return exhibit
  }
}
