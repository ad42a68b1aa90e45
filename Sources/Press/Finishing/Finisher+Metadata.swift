import Diagnostics
import Graphics

extension Finisher {
  private static let program = "Bayan"

  /// Says what the document is: in the catalog, in the information dictionary and, the same, in XMP.
  func addMetadata() throws(DiagnosticError) {
    let metadata = document.metadata
    let date = try metadata.date.map { text throws(DiagnosticError) in try pdfDate(text) }
    file.set(
      [
        ("/Lang", .text(metadata.language)),
        ("/ViewerPreferences", .dictionary(viewerPreferences)),
        (
          "/Metadata",
          .object(
            file.addStream(
              Array(Self.xmp(metadata).utf8), [("/Type", .name("/Metadata")), ("/Subtype", .name("/XML"))]))
        ),
      ], in: catalog)
    var information: [(key: String, value: PDFValue)] = [("/Title", .text(metadata.title))]
    if !metadata.author.isEmpty { information.append(("/Author", .text(metadata.author))) }
    if !metadata.subject.isEmpty { information.append(("/Subject", .text(metadata.subject))) }
    if !metadata.keywords.isEmpty {
      information.append(("/Keywords", .text(metadata.keywords.joined(separator: ", "))))
    }
    information += [("/Creator", .text(Self.program)), ("/Producer", .text(Self.program))]
    if let date { information += [("/CreationDate", .text(date)), ("/ModDate", .text(date))] }
    file.information = file.add(.dictionary(information))
  }

  /// The metadata as an XMP packet (ISO 16684-1) that claims PDF/UA-1.
  private static func xmp(_ metadata: Document.Metadata) -> String {
    func element(_ name: String, _ text: String?) -> String {
      guard let text, !text.isEmpty else { return "" }
      return "   <\(name)>\(escaped(text))</\(name)>\n"
    }
    func alternatives(_ name: String, _ text: String) -> String {
      guard !text.isEmpty else { return "" }
      return
        "   <\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(text))</rdf:li></rdf:Alt></\(name)>\n"
    }
    func list(_ name: String, _ kind: String, _ texts: [String]) -> String {
      let items = texts.filter { !$0.isEmpty }.map { "<rdf:li>\(escaped($0))</rdf:li>" }.joined()
      return items.isEmpty ? "" : "   <\(name)><rdf:\(kind)>\(items)</rdf:\(kind)></\(name)>\n"
    }
    let properties =
      alternatives("dc:title", metadata.title)
      + list("dc:creator", "Seq", [metadata.author])
      + alternatives("dc:description", metadata.subject)
      + list("dc:subject", "Bag", metadata.keywords)
      + list("dc:language", "Bag", [metadata.language])
      + element("dc:format", "application/pdf")
      + element("pdf:Keywords", metadata.keywords.joined(separator: ", "))
      + element("pdf:Producer", program)
      + element("xmp:CreatorTool", program)
      + element("xmp:CreateDate", metadata.date)
      + element("xmp:ModifyDate", metadata.date)
      + element("pdfuaid:part", "1")
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
       <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about=""
          xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
          xmlns:xmp="http://ns.adobe.com/xap/1.0/"
          xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      \(properties)  </rdf:Description>
       </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
  }

  /// Characters that XML has no way to say are left out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case "\0"..." ", "\u{FFFE}", "\u{FFFF}": if scalar == " " { result += " " }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// An ISO 8601 date or time as PDF writes it: "D:20181120143000+05'00" (ISO 32000-1, 7.9.4).
///
/// - Throws: what is neither a year, a month, a day, nor a time to the minute or second with its zone.
func pdfDate(_ text: String) throws(DiagnosticError) -> String {
  let parts = text.wholeMatch(
    of: /(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:(Z)|([+-]\d\d):(\d\d)))?)?)?/)
  func isIn(_ range: ClosedRange<Int>, _ part: Substring??) -> Bool {
    guard let part = part ?? nil else { return true }
    return Int(part).map(range.contains) ?? false
  }
  guard let parts, isIn(1...12, parts.2), isIn(1...31, parts.3), isIn(0...23, parts.4), isIn(0...59, parts.5),
    isIn(0...59, parts.6), isIn(-14...14, parts.8), isIn(0...59, parts.9)
  else {
    throw DiagnosticError(
      "'\(text)' is no date", advice: "write it as 2018-11-20 or, with a time, as 2018-11-20T14:30:00+05:00")
  }
  var date = "D:\(parts.1)\(parts.2 ?? "")\(parts.3 ?? "")\(parts.4 ?? "")\(parts.5 ?? "")\(parts.6 ?? "")"
  if parts.7 != nil { date += "Z" }
  if let hours = parts.8, let minutes = parts.9 { date += "\(hours)'\(minutes)" }
  return date
}
