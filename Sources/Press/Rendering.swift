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
  let canvas = try Canvas.picture(frame.size, scale: scale)
  try Painter(canvas: canvas).paint(frame)
  return try canvas.encodePNG()
}

/// A document as a PDF file.
///
/// - Throws: a font file that cannot be read.
public func renderPDF(_ document: Document) throws(DiagnosticError) -> [UInt8] {
  let canvas = try Canvas.pdf()
  let painter = Painter(canvas: canvas)
  for page in document.pages {
    canvas.beginPage(page.frame.size)
    try painter.paint(page.frame)
    try canvas.endPage()
  }
  return try canvas.finishPDF()
}
