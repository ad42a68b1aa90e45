import Diagnostics

/// Reads the objects of a PDF as Cairo writes it: a table of cross-references in one piece, objects that stand by
/// themselves, streams whose filter has no parameters. Other programs' files are qpdf's business (`attachment(named:in:)`).
struct PDFReader {
  /// A stream's data are as they stand in the file.
  struct Object {
    var value: PDFValue = .null
    var data: ArraySlice<UInt8>?
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The objects by their numbers, and the trailer.
  ///
  /// - Throws: what is not written in this way.
  mutating func read() throws(DiagnosticError) -> (objects: [Object], trailer: PDFValue) {
    let places = try readReferences()
    let trailer = try readValue()
    var objects = [Object](repeating: Object(), count: places.count)
    for (number, place) in places.enumerated() {
      guard let place else { continue }
      position = place
      guard case .integer(number) = try readValue(), case .integer = try readValue(), skip("obj") else {
        throw fault("object \(number) is not where it should be")
      }
      objects[number].value = try readValue()
      if skip("stream") { objects[number].data = try readData(of: objects[number].value, places) }
    }
    return (objects, trailer)
  }

  private func fault(_ what: String) -> DiagnosticError { finishingFault("\(what) (byte \(position))") }

  // MARK: Where objects stand

  private mutating func readReferences() throws(DiagnosticError) -> [Int?] {
    // The last lines are "startxref", a number, "%%EOF".
    let key = Array("startxref".utf8)
    let tail = max(0, bytes.count - 64)
    guard
      let start = (tail..<max(tail, bytes.count - key.count)).first(where: { bytes[$0...].starts(with: key) })
    else { throw fault("the end is missing") }
    position = start + key.count
    guard case .integer(let table) = try readValue(), bytes.indices.contains(table) else {
      throw fault("the table of objects is missing")
    }
    position = table
    guard skip("xref"), case .integer(0) = try readValue(), case .integer(let count) = try readValue(),
      count >= 0
    else {
      throw fault("the table of objects is not in one piece")
    }
    var places: [Int?] = []
    for _ in 0..<count {
      guard case .integer(let place) = try readValue(), case .integer = try readValue() else {
        throw fault("the table of objects is damaged")
      }
      if skip("n") {
        guard bytes.indices.contains(place) else { throw fault("an object lies outside of the file") }
        places.append(place)
      } else if skip("f") {
        places.append(nil)
      } else {
        throw fault("the table of objects is damaged")
      }
    }
    guard skip("trailer") else { throw fault("the trailer is missing") }
    return places
  }

  /// After "stream"; Cairo writes a stream's length as an object of its own.
  private mutating func readData(of dictionary: PDFValue, _ places: [Int?]) throws(DiagnosticError)
    -> ArraySlice<UInt8>
  {
    if position < bytes.count, bytes[position] == 13 { position += 1 }
    position += 1
    let start = position
    var length = dictionary["/Length"]
    if case .object(let object)? = length, places.indices.contains(object.number),
      let place = places[object.number]
    {
      position = place
      _ = (try readValue(), try readValue(), skip("obj"))
      length = try readValue()
    }
    guard case .integer(let count)? = length, count >= 0, count <= bytes.count - start else {
      throw fault("a stream has no length")
    }
    return bytes[start..<start + count]
  }

  // MARK: Values

  private mutating func readValue() throws(DiagnosticError) -> PDFValue {
    skipSpace()
    guard position < bytes.count else { throw fault("a value is missing") }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "/"):
      position += 1
      return .name(readWord(from: start))
    case UInt8(ascii: "["):
      position += 1
      var items: [PDFValue] = []
      while !skip("]") { items.append(try readValue()) }
      return .array(items)
    case UInt8(ascii: "<") where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "<"):
      position += 2
      return .dictionary(try readEntries())
    case UInt8(ascii: "<"):
      while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
      position += 1
      return .verbatim(bytes[start..<min(position, bytes.count)])
    case UInt8(ascii: "("): return .verbatim(readString())
    default: return try readNumber()
    }
  }

  private mutating func readEntries() throws(DiagnosticError) -> [(key: String, value: PDFValue)] {
    var entries: [(key: String, value: PDFValue)] = []
    while !skip(">>") {
      guard case .name(let key) = try readValue() else { throw fault("a key is missing") }
      entries.append((key, try readValue()))
    }
    return entries
  }

  /// In parentheses, which may stand in each other.
  private mutating func readString() -> ArraySlice<UInt8> {
    let start = position
    position = endOfString(in: bytes, from: start)
    return bytes[start..<position]
  }

  /// A number, a reference ("12 0 R"), or a word.
  private mutating func readNumber() throws(DiagnosticError) -> PDFValue {
    let start = position
    let word = readWord(from: start)
    switch word {
    case "": throw fault("there is no value")
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    default: break
    }
    guard let integer = Int(word) else { return .verbatim(bytes[start..<position]) }
    let after = position
    if integer >= 0, skip("0"), skip("R") { return .object(PDFObject(number: integer)) }
    position = after
    return .integer(integer)
  }

  private mutating func readWord(from start: Int) -> String {
    while position < bytes.count, !bytes[position].isSpace, !bytes[position].isDelimiter { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Whether this is what comes next; then it is passed.
  private mutating func skip(_ text: StaticString) -> Bool {
    skipSpace()
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count,
      (0..<count).allSatisfy({ bytes[position + $0] == text.utf8Start[$0] })
    else { return false }
    position += count
    return true
  }

  /// Comments are space, too.
  private mutating func skipSpace() {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
      } else if bytes[position].isSpace {
        position += 1
      } else {
        return
      }
    }
  }
}

/// Behind a string in parentheses, which may stand in each other (ISO 32000-1, 7.3.4.2); the end where none closes it.
func endOfString<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes, from start: Int) -> Int
where Bytes.Index == Int {
  var (position, depth) = (start, 0)
  while position < bytes.endIndex {
    switch bytes[position] {
    case UInt8(ascii: "\\"): position += 1
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"): depth -= 1
    default: break
    }
    position += 1
    if depth == 0 { return min(position, bytes.endIndex) }
  }
  return bytes.endIndex
}

/// What parts the tokens of a PDF (ISO 32000-1, 7.2.2).
extension UInt8 {
  var isSpace: Bool { self <= 32 }

  var isDelimiter: Bool {
    switch self {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }
}

/// That a file which we made ourselves is not as it must be.
func finishingFault(_ what: String) -> DiagnosticError {
  DiagnosticError(
    "the PDF cannot be finished: \(what)", advice: "this is a fault of Bayan: please report it with the pack")
}
