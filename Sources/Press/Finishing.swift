import Diagnostics
import Graphics

/// Makes a PDF of what Cairo painted: names its content, and adds all that Cairo does not write or not fully.
///
/// - Parameters:
///   - painted: Cairo's file, with a mark around the content of each element.
///   - document: what was painted.
///   - structure: what the marks mean; checked already.
/// - Returns: the finished file.
/// - Throws: a date that is none; a file whose marks are not those of the structure.
func finish(
  painted: [UInt8], document: Document, structure: StructureTree
) throws(DiagnosticError) -> [UInt8] {
  let finisher = try Finisher(painted, document, structure)
  finisher.completeFonts()
  try finisher.nameContent()
  let annotations = finisher.addLinks()
  finisher.addStructure(annotations)
  finisher.addOutline()
  finisher.addPageLabels()
  finisher.addBoxes()
  try finisher.addMetadata()
  return try finisher.file.write()
}

struct Finisher {
  let file: PDFFile
  let document: Document
  let structure: StructureTree
  let pages: [PDFObject]
  let catalog: PDFObject

  init(_ painted: [UInt8], _ document: Document, _ structure: StructureTree) throws(DiagnosticError) {
    file = try PDFFile(painted)
    self.document = document
    self.structure = structure
    pages = try file.pages()
    catalog = file.catalog
    guard pages.count == document.pages.count, pages.count == structure.marks.count else {
      throw DiagnosticError(
        "\(document.pages.count) pages were painted as \(pages.count)",
        advice: "this is a fault of Bayan: please report it with the pack")
    }
  }

  /// Says that glyph numbers are those of the font file, which Cairo leaves to the default; PDF/UA-1 (7.21.3.2) and
  /// PDF/A want it said.
  func completeFonts() {
    for font in file.dictionaries(ofType: "/Font", subtype: "/CIDFontType2") {
      file.set("/CIDToGIDMap", in: font, to: .name("/Identity"))
    }
  }

  func nameContent() throws(DiagnosticError) {
    for (page, marks) in zip(pages, structure.marks) {
      let names = marks.map { structure.elements[$0].tag.kind.rawValue }
      var content = try nameMarks(in: file.content(of: page), names)
      if document.isGrey {
        content = try greyOperators(in: content)
        file.set("/Group", in: page, to: Self.greyGroup)
      }
      let stream = file.addStream(try deflate(content), filter: "/FlateDecode")
      file.set("/Contents", in: page, to: .object(stream))
    }
  }

  /// In what colours a page is blended; Cairo says DeviceRGB.
  private static let greyGroup = PDFValue.dictionary([
    ("/Type", .name("/Group")), ("/S", .name("/Transparency")), ("/I", .boolean(true)),
    ("/CS", .name("/DeviceGray")),
  ])

  /// A place from the upper left corner of a page as PDF counts it, from the lower left.
  func height(_ y: Double, on page: Int) -> Double { document.pages[page].frame.size.height - y }
}
