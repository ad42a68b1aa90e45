import Graphics

/// A page's words without ink, over the glyphs that they are read from: for selecting, finding and reading aloud.
struct WordLayer {
  private(set) var content: [UInt8] = []

  init(_ page: Frame) {
    content.write("<g class=\"words\" fill=\"none\" pointer-events=\"all\">")
    var line: Line?
    for leaf in page.leaves {
      guard case .text(let run) = leaf.item, !run.text.isEmpty, leaf.visibleBounds != nil else { continue }
      let isSame = line?.goesOn(with: run, at: leaf) ?? false
      if !isSame {
        line?.end(&content)
        line = Line(leaf)
        line?.begin(&content)
      }
      line?.add(run, at: leaf, &content)
    }
    line?.end(&content)
    content.write("</g>")
  }

  /// Runs on one baseline, one after the other.
  private struct Line {
    let transform: Transform
    var end: Double

    init(_ leaf: Frame.Leaf) {
      transform = leaf.transform
      end = 0
    }

    /// Across and down from the line's own origin.
    private func place(of leaf: Frame.Leaf) -> Point { transform.inverse.apply(to: leaf.origin) }

    func goesOn(with run: GlyphRun, at leaf: Frame.Leaf) -> Bool {
      let (own, other) = (transform, leaf.transform)
      guard (own.xx, own.xy, own.yx, own.yy) == (other.xx, other.xy, other.yx, other.yy) else { return false }
      let place = place(of: leaf)
      return abs(place.y) < 0.01 && place.x > end - 0.5 && place.x < end + 0.5 * run.fontSize
    }

    func begin(_ content: inout [UInt8]) {
      content.write("<text xml:space=\"preserve\" transform=\"")
      content.write(transform)
      content.write("\">")
    }

    mutating func add(_ run: GlyphRun, at leaf: Frame.Leaf, _ content: inout [UInt8]) {
      let start = place(of: leaf).x
      content.write("<tspan x=\"")
      content.write(start, decimals: 2)
      content.write("\" font-size=\"")
      content.write(run.fontSize, decimals: 2)
      if run.turns.isEmpty, run.advance > 0 {
        content.write("\" textLength=\"")
        content.write(run.advance, decimals: 2)
        content.write("\" lengthAdjust=\"spacingAndGlyphs")
      }
      content.write("\">")
      content.write(escaped: run.readable.text)
      content.write("</tspan>")
      end = start + run.advance
    }

    /// What is copied has a blank or a new line between two lines.
    func end(_ content: inout [UInt8]) { content.write(" </text>\n") }
  }
}

/// What a page's charts and maps show, in words, as descriptions of the picture.
struct ExhibitWords {
  private(set) var content: [UInt8] = []

  init(_ page: Frame) { collect(page) }

  private mutating func collect(_ frame: Frame) {
    for placed in frame.items {
      switch placed.item {
      case .group(let inner, let tag):
        if case .structure(let tag) = tag, tag.kind == .figure, let alternative = tag.alternative {
          content.write("<desc class=\"exhibit\">")
          content.write(escaped: alternative)
          content.write("</desc>")
        } else {
          collect(inner)
        }
      case .imposed(let inner, _): collect(inner)
      default: break
      }
    }
  }
}

/// A page's links, as areas over its words.
struct LinkLayer {
  private(set) var content: [UInt8] = []

  init(_ page: Frame) {
    content.write("<g class=\"links\" fill=\"none\" pointer-events=\"all\">")
    for leaf in page.leaves {
      guard case .link(let size, let target) = leaf.item else { continue }
      let area = leaf.transform.apply(to: Rect(size: size))
      switch target {
      case .url(let address): begin(to: address, "address")
      case .anchor(let anchor, _): begin(to: anchor.name, "anchor")
      case .change: continue
      }
      content.write("<rect x=\"")
      content.write(area.minX, decimals: 2)
      content.write("\" y=\"")
      content.write(area.minY, decimals: 2)
      content.write("\" width=\"")
      content.write(area.width, decimals: 2)
      content.write("\" height=\"")
      content.write(area.height, decimals: 2)
      content.write("\"/></a>")
    }
    content.write("</g>")
  }

  private mutating func begin(to target: String, _ kind: StaticString) {
    content.write("<a tabindex=\"0\" data-")
    content.write(kind)
    content.write("=\"")
    content.write(escaped: target)
    content.write("\">")
  }
}
