/// Places of a text from one up to another; none where the other comes first: the end of a clause or of a sentence may cut a
/// window off before it begins, and a range whose end comes before its start ends the program.
func interval(_ start: Int, upTo end: Int) -> Range<Int> { start..<max(start, end) }

extension Array {
  /// The elements at those of the places that it has.
  subscript(within places: Range<Int>) -> ArraySlice<Element> { self[places.clamped(to: indices)] }
}
