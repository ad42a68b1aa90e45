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
    let (painted, structure, isGrey) = (pages.map(file.content), structure, document.isGrey)
    let named = try together(pages.count) { index throws(DiagnosticError) -> [UInt8] in
      let names = structure.marks[index].map { structure.elements[$0].tag.kind.rawValue }
      let content = try nameMarks(
        in: painted[index].decoded(), names, halos: extras[index].halos, readings: extras[index].readings,
        unseen: extras[index].unseen)
      return try deflate(isGrey ? greyOperators(in: content) : content)
    }
    for (page, content) in zip(pages, named) {
      if isGrey { file.set("/Group", in: page, to: Self.greyGroup) }
      file.set("/Contents", in: page, to: .object(file.addStream(content, filter: "/FlateDecode")))
    }
  }

  /// In what colours a page is blended; Cairo says DeviceRGB.
  private static let greyGroup = PDFValue.dictionary([
    ("/Type", .name("/Group")), ("/S", .name("/Transparency")), ("/I", .boolean(true)),
    ("/CS", .name("/DeviceGray")),
  ])

  /// Puts outlines and pictures where Cairo painted placeholders.
  func place(_ inserts: [[Insert]]) throws(DiagnosticError) {
    let (found, isGrey) = (placeholders(for: inserts), document.isGrey)
    let contents = try together(found.count) { index throws(DiagnosticError) -> [UInt8] in
      guard case .outlines(let outlines) = found[index].insert else { return [] }
      return try deflate(isGrey ? greyOperators(in: outlines.content) : outlines.content)
    }
    var known: [Picture: PDFObject] = [:]
    for (placeholder, content) in zip(found, contents) {
      let object: PDFObject
      switch placeholder.insert {
      case .outlines(let outlines): object = form(of: outlines, content)
      case .picture(let picture):
        // A logo on all pages stands in the file once.
        if let one = known[picture] { object = one } else { object = try image(of: picture) }
        known[picture] = object
      }
      file.set(placeholder.key, in: placeholder.pictures, to: .object(object))
    }
  }

  /// A picture of Cairo's that stands for something else.
  private struct Placeholder {
    /// A page's pictures, and its key among them.
    var pictures: PDFObject
    var key: String
    var insert: Insert
  }

  /// In the order of the pages.
  private func placeholders(for inserts: [[Insert]]) -> [Placeholder] {
    var found: [Placeholder] = []
    for (page, inserts) in zip(pages, inserts) where !inserts.isEmpty {
      let pictures = file.dictionary(["/Resources", "/XObject"], of: page)
      for (key, picture) in file.entries(of: pictures) {
        guard case .integer(let width)? = file.value(of: picture)["/Width"] else { continue }
        let number = width - Canvas.placeholderWidth(0)
        guard inserts.indices.contains(number) else { continue }
        found.append(Placeholder(pictures: pictures, key: key, insert: inserts[number]))
      }
    }
    return found
  }

  /// A form fills the square that a picture would fill: from 0 to 1 each way, upwards.
  private func form(of outlines: DensePaths, _ content: [UInt8]) -> PDFObject {
    let width = outlines.place.width * PathWriter.unitsPerPoint
    let height = outlines.place.height * PathWriter.unitsPerPoint
    return file.addStream(
      content, filter: "/FlateDecode",
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
