import Graphics

var setter: SimpleSetter { SimpleSetter() }

/// A document of these pages, labelled 1, 2, …
func document(
  _ pages: [Frame], outline: [Document.OutlineEntry] = [], change: (inout Document) -> Void = { _ in }
) -> Document {
  var document = Document(
    metadata: .init(title: "A title", author: "An author", subject: "A subject", language: "en-GB"),
    pages: pages.enumerated().map { Document.Page($1, label: "\($0 + 1)") }, outline: outline)
  change(&document)
  return document
}

/// A document of pages that are drawn one by one.
func document(_ draw: ((inout Frame) -> Void)...) -> Document { document(draw.map(page)) }

func page(_ draw: (inout Frame) -> Void) -> Frame {
  var frame = Frame(size: Size(300, 400))
  draw(&frame)
  return frame
}

extension Frame {
  /// A line of text as an element, its baseline at `y`.
  mutating func addLine(
    _ text: String, _ kind: StructureTag.Kind? = .paragraph, id: String? = nil, at y: Double, x: Double = 20
  ) {
    var line = Frame(size: Size(260, 12))
    line.add(.text(setter.run(text)), at: Point(0, 10))
    add(line, at: Point(x, y - 10), tag: kind.map { .structure(StructureTag($0, id: id)) })
  }

  /// A group with a tag of its own around what is drawn.
  mutating func addElement(
    _ kind: StructureTag.Kind, id: String? = nil, alternative: String? = nil, at origin: Point = .zero,
    size: Size = Size(260, 100), _ draw: (inout Frame) -> Void
  ) {
    var inner = Frame(size: size)
    draw(&inner)
    add(inner, at: origin, tag: .structure(StructureTag(kind, id: id, alternative: alternative)))
  }

  /// A link as the typesetter makes it: its text and then its area, in one element.
  mutating func addLink(_ text: String, to target: LinkTarget, at origin: Point) {
    let run = setter.run(text)
    addElement(.link, at: origin, size: Size(run.advance, 12)) { frame in
      frame.add(.text(run), at: Point(0, 10))
      frame.add(.link(frame.size, target))
    }
  }
}
