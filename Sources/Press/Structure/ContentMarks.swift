import Diagnostics

/// Gives the marks of a page's content their names, and makes everything outside them an artifact.
///
/// Cairo writes each mark as `/Span << /MCID n >> BDC … EMC`, numbered from 0 on each page.
///
/// - Parameters:
///   - content: a page's content stream as Cairo wrote it, decoded.
///   - names: the structure type of each mark, by its number.
///   - halos: shapes that stand under the text of a mark, by its number, in points from the page's upper left corner.
///   - readings: what marks read as, by their numbers, whatever their glyphs say (ISO 32000-1, 14.9.4).
///   - unseen: the marks whose text is not painted (text rendering mode 3), by their numbers.
/// - Returns: the content stream with each mark under its name and the rest inside `/Artifact BMC … EMC`.
/// - Throws: if the marks are not exactly those named, in order.
func nameMarks(
  in content: [UInt8], _ names: [String], halos: [Int: [UInt8]] = [:], readings: [Int: String] = [:],
  unseen: Set<Int> = []
) throws(DiagnosticError) -> [UInt8] {
  // Who takes a page's text as it stands finds a space where text is unseen.
  let readings = readings.merging(unseen.map { ($0, " ") }) { $1 }
  var rewriter = MarkRewriter(
    content: content, names: names, halos: halos, readings: readings, unseen: unseen)
  try rewriter.run()
  return rewriter.result
}

private struct MarkRewriter {
  let content: [UInt8]
  let names: [String]
  /// Those that have not found their text. Cairo leaves out what is cut off, and its halo is not needed then.
  private var halos: [Int: [UInt8]]
  private let readings: [Int: String]
  private let unseen: Set<Int>
  private(set) var result: [UInt8] = []
  private var copied = 0
  private var found = 0
  /// Marked content that is open, artifacts not counted.
  private var depth = 0
  private var isInArtifact = false
  private var isInText = false

  init(
    content: [UInt8], names: [String], halos: [Int: [UInt8]], readings: [Int: String], unseen: Set<Int>
  ) {
    self.content = content
    self.names = names
    self.halos = halos
    self.readings = readings
    self.unseen = unseen
    let added = halos.values.reduce(24 * names.count + 64) { $0 + $1.count + 32 }
    result.reserveCapacity(content.count + added)
  }

  mutating func run() throws(DiagnosticError) {
    var scanner = ContentScanner(content)
    while let statement = scanner.next() {
      switch statement.operation {
      case .beginMark(let number?):
        endArtifact(before: statement.start)
        guard number == found, number < names.count, depth == 0, !isInText else { throw mismatch }
        let reading = readings[number].map { " /Span <</ActualText \(hexadecimal(utf16: $0))>> BDC" } ?? ""
        replace(
          statement.start..<statement.end, with: "/\(names[number]) <</MCID \(number)>> BDC" + reading)
        found += 1
        depth += 1
      case .beginMark(nil): depth += 1
      case .endMark:
        depth -= 1
        if depth == 0, readings[found - 1] != nil { replace(statement.start..<statement.start, with: "EMC ") }
      case .beginText:
        beginArtifact(before: statement.start)
        if depth > 0 { addHalo(before: statement.start) }
        isInText = true
        if isUnseen { replace(statement.end..<statement.end, with: " 3 Tr") }
      case .endText:
        isInText = false
        if isUnseen { replace(statement.start..<statement.start, with: "0 Tr ") }
      case .paint: beginArtifact(before: statement.start)
      case .other: break
      }
    }
    endArtifact(before: content.count)
    result += content[copied...]
    guard found == names.count, depth == 0 else { throw mismatch }
  }

  private var isUnseen: Bool { depth > 0 && unseen.contains(found - 1) }

  /// Under the first text of the mark that is open.
  private mutating func addHalo(before position: Int) {
    guard let halo = halos[found - 1], content.starts(with: Self.upperLeft) else { return }
    halos[found - 1] = nil
    replace(position..<position, with: "")
    result += halo
  }

  /// How Cairo begins each page: with the origin in the upper left corner, as we count.
  private static let upperLeft = Array("1 0 0 -1 0 ".utf8)

  private mutating func beginArtifact(before position: Int) {
    guard depth == 0, !isInArtifact else { return }
    replace(position..<position, with: "/Artifact BMC\n")
    isInArtifact = true
  }

  private mutating func endArtifact(before position: Int) {
    guard isInArtifact else { return }
    replace(position..<position, with: "\nEMC\n")
    isInArtifact = false
  }

  private mutating func replace(_ range: Range<Int>, with text: String) {
    result += content[copied..<range.lowerBound]
    result += text.utf8
    copied = range.upperBound
  }

  private var mismatch: DiagnosticError {
    DiagnosticError(
      "the marks in a page's content are not those of its structure (mark \(found) of \(names.count))",
      advice: "this is a fault of Bayan: please report it with the pack")
  }
}

/// Splits a content stream into statements: operands and an operator (ISO 32000-1, 7.8.2).
struct ContentScanner {
  enum Operation: Equatable {
    /// BDC or BMC, with its MCID if it has one.
    case beginMark(Int?)
    case endMark
    case beginText
    case endText
    /// Begins a path, or paints an object.
    case paint
    case other
  }

  struct Statement {
    var start: Int
    var end: Int
    var operation: Operation
  }

  private let content: [UInt8]
  private var position = 0

  init(_ content: [UInt8]) { self.content = content }

  mutating func next() -> Statement? {
    content.withUnsafeBufferPointer { bytes in Self.next(bytes, &position) }
  }

  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Statement? {
    var start: Int?
    while position < bytes.count {
      let byte = bytes[position]
      if byte.isSpace {
        position += 1
        continue
      }
      let token = position
      if start == nil { start = token }
      switch byte {
      case UInt8(ascii: "("): position = endOfString(in: bytes, from: position)
      case UInt8(ascii: "<") where position + 1 < bytes.count && bytes[position + 1] != UInt8(ascii: "<"):
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
      case UInt8(ascii: "%"):
        while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: ")"):
        position += 1
      default:
        position += 1
        while position < bytes.count, !bytes[position].isSpace, !bytes[position].isDelimiter {
          position += 1
        }
        if isLetter(byte), let start {
          let name = UnsafeBufferPointer(rebasing: bytes[token..<position])
          let operands = UnsafeBufferPointer(rebasing: bytes[start..<token])
          return Statement(start: start, end: position, operation: operation(name, operands))
        }
      }
    }
    return nil
  }

  private static func operation(
    _ name: UnsafeBufferPointer<UInt8>, _ operands: UnsafeBufferPointer<UInt8>
  ) -> Operation {
    func isNamed(_ text: StaticString) -> Bool {
      name.count == text.utf8CodeUnitCount
        && name.indices.allSatisfy { name[$0] == text.utf8Start[$0] }
    }
    switch name.count {
    case 1: return isNamed("m") ? .paint : .other
    case 2:
      if isNamed("re") || isNamed("Do") || isNamed("sh") || isNamed("BI") { return .paint }
      if isNamed("BT") { return .beginText }
      return isNamed("ET") ? .endText : .other
    case 3:
      if isNamed("BDC") || isNamed("BMC") { return .beginMark(markNumber(operands)) }
      return isNamed("EMC") ? .endMark : .other
    default: return .other
    }
  }

  /// The number after "/MCID" among a mark's operands.
  private static func markNumber(_ operands: UnsafeBufferPointer<UInt8>) -> Int? {
    let key = Array("/MCID".utf8)
    guard operands.count > key.count,
      let start = (0..<operands.count - key.count).first(where: { start in
        key.indices.allSatisfy { operands[start + $0] == key[$0] }
      })
    else { return nil }
    var number: Int?
    for byte in operands[(start + key.count)...] {
      if byte.isSpace, number == nil { continue }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
      number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF) || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "\"")
  }
}
