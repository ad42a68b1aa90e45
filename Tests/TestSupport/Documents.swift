import Foundation

/// The text of a PDF as pdftotext reads it; `options` are its own.
package func pdfText(_ file: String, _ options: String...) throws -> String {
  try tool("pdftotext", options + [file, "-"]).output
}

/// The text of each of a PDF's pages; `options` are pdftotext's.
package func pdfPages(_ file: String, _ options: String...) throws -> [String] {
  let text = try tool("pdftotext", options + [file, "-"]).output
  return text.split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast().map(String.init)
}

/// A text without white space and hyphens, since pages break lines anew.
package func squeezed(_ text: String) -> String {
  String(
    text.unicodeScalars.filter {
      !$0.properties.isWhitespace && $0 != "-" && $0 != "\u{AD}" && $0 != "\u{2060}"
    })
}
