/// One side of a booklet's sheet: which pages stand on it, from 0, in the order in which a reader sees them from the
/// binding's far end; `nil` for a blank.
struct SignatureSide: Hashable {
  var first: Int?
  var second: Int?
  var isBack: Bool
  /// How many sheets of the same signature lie around this one.
  var depth: Int
}

/// The sides of a saddle-stitched booklet: sheets of four pages, folded once and laid into each other. Of a signature of
/// n pages the outermost sheet holds on its front the last page and the first, on its back the second and the last but
/// one, and so on inwards. Blanks stand at the end.
///
/// - Parameters:
///   - pages: how many; 0 gives no sides.
///   - sheetsPerSignature: `nil` for all sheets in one; the last signature may have fewer.
/// - Returns: front and back of each sheet, signature by signature, from the outside in.
func signatureSides(pages: Int, sheetsPerSignature: Int?) -> [SignatureSide] {
  let sheetCount = (pages + 3) / 4
  let most = max(1, sheetsPerSignature ?? sheetCount)
  func page(_ index: Int) -> Int? { index < pages ? index : nil }
  var sides: [SignatureSide] = []
  for firstSheet in stride(from: 0, to: sheetCount, by: most) {
    let count = min(most, sheetCount - firstSheet)
    for depth in 0..<count {
      let (low, high) = (4 * firstSheet + 2 * depth, 4 * (firstSheet + count) - 1 - 2 * depth)
      sides.append(SignatureSide(first: page(high), second: page(low), isBack: false, depth: depth))
      sides.append(SignatureSide(first: page(low + 1), second: page(high - 1), isBack: true, depth: depth))
    }
  }
  return sides
}
