extension Queues {
  /// Where exhibits side by side are the first in an area that a page has no room for: what flowed into that page with
  /// each of them in a row of its own, the area, and how much would be left there if none of them found room.
  func takingRowApart(in all: Queues) -> (queues: Queues, area: String, left: Int)? {
    for (area, rest) in sorted(by: { $0.key < $1.key }) {
      guard let apart = rest.first?.exhibits?.apart, let blocks = all[area], blocks.count >= rest.count
      else { continue }
      let index = blocks.count - rest.count
      guard blocks[index].exhibits != nil else { continue }
      var queues = all
      queues[area]?.replaceSubrange(index...index, with: apart)
      return (queues, area, rest.count - 1 + apart.count)
    }
    return nil
  }
}
