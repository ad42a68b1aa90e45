/// Fourth stage: which of the breaks end a line. Each line takes as much as its measure holds.
func firstFit(_ prepared: Prepared, _ measures: Measures) -> [Int] {
  var chosen: [Int] = []
  var start = Extent()
  var best: Int?
  var index = 0
  let breaks = prepared.breaks
  while index < breaks.count {
    let end = breaks[index]
    let width = end.before.width - start.width + end.hyphen
    if width > measures[chosen.count].width, let last = best {
      chosen.append(last)
      start = breaks[last].after
      best = nil
      index = last + 1
      continue
    }
    best = index
    if end.kind == .forced || end.kind == .end {
      chosen.append(index)
      start = end.after
      best = nil
    }
    index += 1
  }
  return chosen
}
