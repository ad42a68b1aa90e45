import Diagnostics
import Graphics

/// Makes a PDF of the pages that were painted, with all that isn't painted.
///
/// - Parameters:
///   - canvas: what was painted, with a mark around the content of each element.
///   - document: what was painted.
///   - structure: what the marks mean; checked already.
///   - memory: fonts that were put into PDFs before.
/// - Returns: the finished file.
/// - Throws: a date that is none; a font or a picture that can't be put into a PDF.
func finish(
  _ canvas: PDFCanvas, document: Document, structure: StructureTree, _ memory: PaintingMemory?
) throws(DiagnosticError) -> [UInt8] {
  let finisher = try Finisher(canvas, document, structure, memory)
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
  let file = PDFFile()
  let document: Document
  let structure: StructureTree
  let pages: [PDFObject]
  var catalog: PDFObject { file.catalog }

  init(
    _ canvas: PDFCanvas, _ document: Document, _ structure: StructureTree, _ memory: PaintingMemory?
  ) throws(DiagnosticError) {
    self.document = document
    self.structure = structure
    pages = try file.addPages(of: canvas, document, memory)
  }

  /// A place from the upper left corner of a page as PDF counts it, from the lower left.
  func height(_ y: Double, on page: Int) -> Double { document.pages[page].frame.size.height - y }
}

extension PDFFile {
  /// Adds the pages with their content and what it names.
  fileprivate func addPages(
    of canvas: PDFCanvas, _ document: Document, _ memory: PaintingMemory?
  ) throws(DiagnosticError) -> [PDFObject] {
    let painted = canvas.pages
    let fonts = try canvas.fonts.embed(in: self, memory)
    let contents = try together(painted.count) { index throws(DiagnosticError) -> [UInt8] in
      try painted[index].deflated(with: fonts)
    }
    var (halos, pictures): ([PDFObject], [PDFObject]) = ([], [])
    for path in canvas.halos.outlines { halos.append(try HaloGlyphs.form(of: path, in: self)) }
    for picture in canvas.pictures { pictures.append(try image(of: picture)) }
    let tree = addDictionary()
    let pages = zip(painted, zip(contents, document.pages)).map { painted, page in
      var resources: [(key: String, value: PDFValue)] = []
      let used = painted.resources
      let named = used.fonts.all.enumerated().compactMap { own, number in
        fonts[number].map { (key: PDFFonts.name(of: own), value: PDFValue.object($0.object)) }
      }
      if !named.isEmpty { resources.append(("/Font", .dictionary(named))) }
      let forms =
        used.halos.all.enumerated().map { (key: HaloGlyphs.name(of: $0), value: PDFValue.object(halos[$1])) }
        + used.pictures.all.enumerated().map {
          (key: PDFCanvas.name(ofPicture: $0), value: PDFValue.object(pictures[$1]))
        }
      if !forms.isEmpty { resources.append(("/XObject", .dictionary(forms))) }
      if used.isTransparent { resources.append(("/ExtGState", Self.blending)) }
      let size = page.1.frame.size
      return add(
        .dictionary([
          ("/Type", .name("/Page")), ("/Parent", .object(tree)),
          ("/MediaBox", .rectangle(0, 0, size.width, size.height)),
          ("/Contents", .object(addStream(page.0, filter: "/FlateDecode"))),
          ("/Resources", .dictionary(resources)), ("/Group", Self.group(isGrey: document.isGrey)),
        ]))
    }
    set(
      [
        ("/Type", .name("/Pages")), ("/Count", .integer(pages.count)),
        ("/Kids", .array(pages.map { .object($0) })),
      ], in: tree)
    set("/Pages", in: catalog, to: .object(tree))
    return pages
  }

  /// In what colours a page is blended.
  private static func group(isGrey: Bool) -> PDFValue {
    .dictionary([
      ("/Type", .name("/Group")), ("/S", .name("/Transparency")), ("/I", .boolean(true)),
      ("/CS", .name(isGrey ? "/DeviceGray" : "/DeviceRGB")),
    ])
  }

  /// Ink that darkens what it stands on, and ink that covers it.
  private static let blending = PDFValue.dictionary(
    ["Multiply", "Normal"].map { mode in
      ("/\(mode)", .dictionary([("/Type", .name("/ExtGState")), ("/BM", .name("/\(mode)"))]))
    })
}
