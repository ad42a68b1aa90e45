import Diagnostics
import Graphics

/// Type that comes out smaller than can be read, in points; 5.95 is said as 6.
private let leastType = 5.95

/// A warning where pages are made so small on their sheets that type can hardly be read.
///
/// Marks of notes are small on purpose, and no letters stand in them.
///
/// - Parameters:
///   - document: sides of sheets, as `impose` makes them.
///   - name: of its file.
///   - sheets: what it was placed by.
/// - Returns: how small the smallest type is, where, and what to do; `nil` where all can be read.
public func smallType(in document: Document, named name: String, on sheets: Sheets) -> Diagnostic? {
  document.smallestPrintedRun.map {
    $0.diagnostic(
      in: name, "side", at: sheets.location, advice: sheets.adviceOnSmallType(scale: $0.scale))
  }
}

/// A warning where type on pages that are printed as they are, such as slides small in a handout, can hardly be read.
///
/// - Parameters:
///   - document: its pages.
///   - name: of its file.
///   - location: of its layout.
///   - hasSlides: whether slides stand small in it.
/// - Returns: how small the smallest type is, where, and what to do; `nil` where all can be read.
public func smallType(
  in document: Document, named name: String, at location: SourceLocation?, hasSlides: Bool
) -> Diagnostic? {
  document.smallestPrintedRun.map {
    $0.diagnostic(
      in: name, "page", at: location,
      advice: hasSlides
        ? "make the 'sizes:' of the slides' layout larger, or print on larger paper"
        : "make the layout's 'sizes:' larger")
  }
}

extension Document {
  /// Of all that is smaller than can be read.
  fileprivate var smallestPrintedRun: PrintedRun? {
    var smallest: PrintedRun?
    for (index, side) in pages.enumerated() where side.frame.hasLetters(below: leastType) {
      for leaf in side.frame.leaves {
        guard let run = PrintedRun(leaf, side: index), run.size < smallest?.size ?? leastType else {
          continue
        }
        smallest = run
      }
    }
    return smallest
  }
}

/// Text as it comes out on paper.
private struct PrintedRun {
  var text: String
  var side: Int
  var size: Double
  var scale: Double

  init?(_ leaf: Frame.Leaf, side: Int) {
    guard case .text(let run) = leaf.item, run.text.contains(where: \.isLetter), leaf.visibleBounds != nil
    else { return nil }
    text = run.text
    scale = leaf.transform.scale
    size = run.fontSize * scale
    self.side = side
  }

  func diagnostic(in name: String, _ side: String, at location: SourceLocation?, advice: String)
    -> Diagnostic
  {
    Diagnostic(
      .warning,
      "\(name), \(side) \(self.side + 1): type comes out at \(sizeInWords) pt, and less than 6 pt can hardly be read: "
        + "“\(text.shortened)”", at: location, advice: advice)
  }

  private var sizeInWords: String {
    let tenths = Int((size * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension Sheets {
  fileprivate func adviceOnSmallType(scale: Double) -> String {
    // Pages that keep their size are as small as their layout made them.
    if scale > 0.99 { return "make the layout's 'sizes:' larger" }
    switch arrangement {
    case .booklet:
      return "lay out pages of the size that they are folded to (--paper a5), or take larger paper"
    case .grid(let grid) where grid.perSide > 1: return "put fewer pages on a side, or take larger paper"
    case .grid: return "take larger paper, or lay out smaller pages (--paper a5)"
    }
  }
}
