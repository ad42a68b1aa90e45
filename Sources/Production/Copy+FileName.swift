import Briefing
import Foundation
import PageLayout

extension Copy {
  /// Of its file, after the document's name: "03-jane-doe". ASCII letters and digits alone, so that every file system
  /// and every mail takes it; the number, which is no other copy's, keeps namesakes apart.
  ///
  /// - Parameter digits: that all copies' numbers have.
  /// - Returns: without an ending.
  func fileName(digits: Int) -> String {
    let number = String(self.number)
    let padded = String(repeating: "0", count: max(0, digits - number.count)) + number
    let ascii = StringTransform("Any-Latin; Latin-ASCII; NFD; [:Nonspacing Mark:] Remove")
    let plain = (recipient?.name ?? "").applyingTransform(ascii, reverse: false)?.lowercased() ?? ""
    let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = words.joined(separator: "-").prefix(Self.longestName)
    return name.isEmpty ? padded : "\(padded)-\(name)"
  }

  private static let longestName = 48
}
