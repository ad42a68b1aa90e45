import Diagnostics
import Graphics

/// Makes a PDF of what Cairo painted: names its content, and adds all that Cairo does not write or not fully.
///
/// - Parameters:
///   - painted: Cairo's file, with a mark around the content of each element.
///   - document: what was painted.
///   - structure: what the marks mean; checked already.
///   - extras: what is to be added to each page.
///   - halos: what the pages' halos are drawn from.
/// - Returns: the finished file.
/// - Throws: a date that is none; a file whose marks are not those of the structure.
func finish(
  painted: [UInt8], document: Document, structure: StructureTree, extras: [PageExtras], halos: HaloGlyphs
) throws(DiagnosticError) -> [UInt8] {
  let finisher = try Finisher(painted, document, structure)
  finisher.completeFonts()
  try finisher.place(extras.map(\.inserts))
  try finisher.nameContent(extras)
  try finisher.addHalos(halos, extras)
  let annotations = finisher.addLinks()
  finisher.addStructure(annotations)
  finisher.addOutline()
  finisher.addPageLabels()
  finisher.addBoxes()
  try finisher.addAttachments()
  try finisher.addMetadata()
  var writer = PDFWriter(finisher.file)
  return try writer.write()
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

  func nameContent(_ extras: [PageExtras]) throws(DiagnosticError) {
    for (index, page) in pages.enumerated() {
      let names = structure.marks[index].map { structure.elements[$0].tag.kind.rawValue }
      var content = try nameMarks(
        in: file.content(of: page), names, halos: extras[index].halos, readings: extras[index].readings,
        unseen: extras[index].unseen)
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

  /// Puts outlines and pictures where Cairo painted placeholders.
  func place(_ inserts: [[Insert]]) throws(DiagnosticError) {
    var known: [Picture: PDFObject] = [:]
    for (page, inserts) in zip(pages, inserts) where !inserts.isEmpty {
      let pictures = file.dictionary(["/Resources", "/XObject"], of: page)
      for (key, placeholder) in file.entries(of: pictures) {
        guard case .integer(let width)? = file.value(of: placeholder)["/Width"] else { continue }
        let number = width - Canvas.placeholderWidth(0)
        guard inserts.indices.contains(number) else { continue }
        let object: PDFObject
        switch inserts[number] {
        case .outlines(let outlines): object = try form(of: outlines)
        case .picture(let picture):
          // A logo on all pages stands in the file once.
          if let one = known[picture] { object = one } else { object = try image(of: picture) }
          known[picture] = object
        }
        file.set(key, in: pictures, to: .object(object))
      }
    }
  }

  /// A form fills the square that a picture would fill: from 0 to 1 each way, upwards.
  private func form(of outlines: DensePaths) throws(DiagnosticError) -> PDFObject {
    let width = outlines.place.width * PathWriter.unitsPerPoint
    let height = outlines.place.height * PathWriter.unitsPerPoint
    return file.addStream(
      try deflate(document.isGrey ? greyOperators(in: outlines.content) : outlines.content),
      filter: "/FlateDecode",
      [
        ("/Type", .name("/XObject")), ("/Subtype", .name("/Form")),
        ("/BBox", .rectangle(0, 0, width, height)), ("/Resources", .dictionary([])),
        (
          "/Matrix",
          .array([
            .fraction(1 / width), .integer(0), .integer(0), .fraction(-1 / height), .integer(0), .integer(1),
          ])
        ),
      ])
  }

  /// A place from the upper left corner of a page as PDF counts it, from the lower left.
  func height(_ y: Double, on page: Int) -> Double { document.pages[page].frame.size.height - y }
}
