import Diagnostics

/// A content stream whose colours are all greys, in DeviceGray: Cairo writes every colour as three equal numbers before
/// `rg` or `RG`, here it is one before `g` or `G`.
///
/// - Throws: a colour that is none.
func greyOperators(in content: [UInt8]) throws(DiagnosticError) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(content.count)
  var copied = 0
  var scanner = ContentScanner(content)
  while let statement = scanner.next() {
    let name = content[max(statement.start, statement.end - 3)..<statement.end]
    guard name.elementsEqual(" rg".utf8) || name.elementsEqual(" RG".utf8) else { continue }
    let operands = content[statement.start..<statement.end - 3].split(separator: UInt8(ascii: " "))
    guard operands.count == 3, operands[0] == operands[1], operands[1] == operands[2] else {
      throw DiagnosticError(
        "a colour is left in a document in black and white",
        advice: "this is a fault of Bayan: please report it with the pack")
    }
    result += content[copied..<statement.start]
    result += operands[0]
    result += content[statement.end - 1] == UInt8(ascii: "G") ? " G".utf8 : " g".utf8
    copied = statement.end
  }
  result += content[copied...]
  return result
}
