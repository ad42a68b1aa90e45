import Diagnostics
import Graphics

/// A frame as a picture on white.
///
/// - Parameters:
///   - frame: what to paint.
///   - scale: pixels per point; 2 is 144 pixels per inch.
/// - Returns: a PNG file of the frame's size times `scale`, rounded up to whole pixels.
/// - Throws: a font file that cannot be read; a picture of more than 32,767 pixels in width or height.
public func renderPNG(_ frame: Frame, scale: Double) throws(DiagnosticError) -> [UInt8] {
  let canvas = try PictureCanvas(frame.size, scale: scale)
  var painter = Painter(canvas: canvas)
  try painter.paintPage(frame)
  return try canvas.encodePNG()
}

/// A document as a tagged PDF file (PDF/UA-1), the same bytes for the same document.
///
/// - Parameters:
///   - document: what to paint.
///   - memory: of this document, where it is made again and again.
/// - Returns: the file.
/// - Throws: all that is wrong at once: a font file that cannot be read; an anchor that stands twice; a link or a
///   bookmark to an anchor that is on no page; a figure without alternative text; elements that cannot stand in each
///   other; a document without pages or title; a date that is none.
public func renderPDF(
  _ document: Document, memory: PaintingMemory? = nil
) throws(DiagnosticError) -> [UInt8] {
  memory?.begin()
  let canvas = PDFCanvas(isGrey: document.isGrey, notesReadings: memory != nil)
  var painter = Painter(canvas: canvas)
  for page in document.pages {
    if try memory?.put(page.frame, on: canvas) == true {
      painter.canvas = EmptyCanvas(page.frame.size)
      try painter.paintPage(page.frame)
      painter.canvas = canvas
    } else {
      canvas.beginPage(page.frame.size)
      try painter.paintPage(page.frame)
      try canvas.endPage()
      memory?.keepLast(page.frame, of: canvas)
    }
  }
  var structure = painter.structure
  structure.arrange()
  try structure.check(document)
  return try finish(canvas, document: document, structure: structure, memory)
}
