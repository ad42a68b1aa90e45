/// Lets the addresses in a text break where a reader expects it, after / . - _ ? & = and #, those of e-mail after @ and
/// dots, and nowhere else; no hyphen is added, since it would be taken for a part of the address.
///
/// - Returns: the scalars that are addresses, for which no word is looked up.
func breakAddresses(_ text: CollectedText, _ allowed: inout [Opportunity]) -> [Range<Int>] {
  let scalars = text.scalars
  var addresses: [Range<Int>] = []
  var index = 0
  while index < scalars.count {
    // "://" or "www."
    guard
      matches(scalars, index, [0x3A, 0x2F, 0x2F])
        || (matches(scalars, index, [0x77, 0x77, 0x77, 0x2E])
          && (index == 0 || !isAddressPart(scalars[index - 1])))
        || isAtOfMail(scalars, index)
    else {
      index += 1
      continue
    }
    var start = index
    while start > addresses.last?.upperBound ?? 0, isAddressPart(scalars[start - 1]) { start -= 1 }
    var end = index
    while end < scalars.count, isAddressPart(scalars[end]) { end += 1 }
    breakAddress(start..<end, text, isMail: scalars[index] == 0x40, &allowed)
    addresses.append(start..<end)
    index = end
  }
  return addresses
}

private func breakAddress(
  _ address: Range<Int>, _ text: CollectedText, isMail: Bool, _ allowed: inout [Opportunity]
) {
  for index in address.dropFirst() {
    let place = text.offsets[index]
    guard allowed[place] != .none, allowed[place] != .forced else { continue }
    let before = text.scalars[index - 1]
    // A hyphen of its own at a line's end would be taken for one that was added.
    let isMark =
      isMail
      ? before == 0x40 || before == 0x2E : isAddressBreak(before) && !isAddressBreak(text.scalars[index])
    // Two characters at least on each line.
    let isInside = index - address.lowerBound >= 2 && address.upperBound - index >= 2
    allowed[place] = isMark && isInside ? .plain : .cluster
  }
}

/// "@" between what can be a name and what can be a host.
private func isAtOfMail(_ scalars: [UInt32], _ index: Int) -> Bool {
  guard scalars[index] == 0x40, index > 0, index + 1 < scalars.count else { return false }
  return isAddressPart(scalars[index - 1]) && isAddressPart(scalars[index + 1])
}

private func matches(_ scalars: [UInt32], _ index: Int, _ wanted: [UInt32]) -> Bool {
  scalars[index] == wanted[0] && index + wanted.count <= scalars.count
    && scalars[index..<index + wanted.count].elementsEqual(wanted)
}

private func isAddressBreak(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x2F, 0x2E, 0x2D, 0x5F, 0x3F, 0x26, 0x3D, 0x23, 0x3A: true
  default: false
  }
}

private func isAddressPart(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x00...0x20, 0x22, 0x28, 0x29, 0x3C, 0x3E, 0xA0, 0xAB, 0xBB, 0x2000...0x206F: false
  default: true
  }
}
