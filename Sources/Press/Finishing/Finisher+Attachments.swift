import Diagnostics
import Graphics

extension Finisher {
  /// Embeds files as data that belongs to the document (ISO 32000-1, 7.11.4, and the relationship of ISO 32000-2,
  /// 14.13); PDF/UA-1 (7.11) wants F and UF.
  func addAttachments() throws(DiagnosticError) {
    if document.attachments.isEmpty { return }
    var names: [PDFValue] = []
    var associated: [PDFValue] = []
    // A name tree is sorted by its keys' bytes.
    for attachment in document.attachments.sorted(by: {
      Array($0.name.utf8).lexicographicallyPrecedes($1.name.utf8)
    }) {
      let stream = file.addStream(
        try deflate(attachment.bytes), filter: "/FlateDecode",
        [
          ("/Type", .name("/EmbeddedFile")),
          ("/Subtype", .name("/" + attachment.mediaType.replacing("/", with: "#2f"))),
          ("/Params", .dictionary([("/Size", .integer(attachment.bytes.count))])),
        ])
      let specification = file.add(
        .dictionary([
          ("/Type", .name("/Filespec")),
          ("/F", .text(attachment.name)),
          ("/UF", .text(attachment.name)),
          ("/Desc", .text(attachment.description)),
          ("/AFRelationship", .name("/Data")),
          ("/EF", .dictionary([("/F", .object(stream)), ("/UF", .object(stream))])),
        ]))
      names += [.text(attachment.name), .object(specification)]
      associated.append(.object(specification))
    }
    file.set(
      "/Names", in: catalog, to: .dictionary([("/EmbeddedFiles", .dictionary([("/Names", .array(names))]))]))
    file.set("/AF", in: catalog, to: .array(associated))
  }
}
