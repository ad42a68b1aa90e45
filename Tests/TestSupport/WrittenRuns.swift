import Graphics

/// A run of text on a frame.
package struct WrittenRun: Hashable {
  package var text: String
  package var box: Rect
}

extension Frame {
  /// Runs of text with their boxes.
  package var writings: [WrittenRun] {
    leaves.compactMap { leaf in
      guard case .text(let run) = leaf.item, let box = leaf.bounds else { return nil }
      return WrittenRun(text: run.text, box: box)
    }
  }
}
