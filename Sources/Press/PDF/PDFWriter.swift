import Diagnostics

/// Writes a PDF's objects in as little as they need: those without data together in compressed streams (ISO 32000-1,
/// 7.5.7), and where all stand in a stream, too (7.5.8). Objects that nothing refers to are left out.
struct PDFWriter {
  private enum Place {
    case byte(Int)
    case stream(Int, index: Int)
  }

  private let file: PDFFile
  /// In the order in which they are met from the catalog on, a row of references after the other.
  private let order: [PDFObject]
  /// The numbers that objects have here.
  private let numbers: [Int]
  private var bytes: [UInt8] = []
  /// Of each object, by its number here; the first is none.
  private var places: [Place]

  /// Many enough to be compressed well, few enough that a reader who wants one doesn't unpack all.
  private static let mostInStream = 200

  init(_ file: PDFFile) {
    self.file = file
    var numbers = [Int](repeating: 0, count: file.objects.count)
    var order: [PDFObject] = []
    func meet(_ object: PDFObject) {
      guard numbers.indices.contains(object.number), numbers[object.number] == 0 else { return }
      order.append(object)
      numbers[object.number] = order.count
    }
    meet(file.catalog)
    if let information = file.information { meet(information) }
    var next = 0
    while next < order.count {
      file.value(of: order[next]).forEachReference(meet)
      next += 1
    }
    self.order = order
    self.numbers = numbers
    places = [Place](repeating: .byte(0), count: order.count + 1)
  }

  /// - Returns: the whole file, the same bytes for the same objects.
  /// - Throws: what can't be compressed.
  mutating func write() throws(DiagnosticError) -> [UInt8] {
    // Bytes above 127 let programs that move files see that this is no text (7.5.2).
    bytes = Array("%PDF-1.7\n%".utf8) + [0xBF, 0xF7, 0xA2, 0xFE, 10]
    var plain: [PDFObject] = []
    for object in order {
      if let data = file.data(of: object) {
        places[number(of: object)] = .byte(bytes.count)
        writeStream(number(of: object), file.value(of: object), data)
      } else {
        plain.append(object)
      }
    }
    try writeTogether(plain)
    try writeEnd()
    return bytes
  }

  private func number(of object: PDFObject) -> Int { numbers[object.number] }

  private mutating func writeStream(_ number: Int, _ dictionary: PDFValue, _ data: ArraySlice<UInt8>) {
    var dictionary = dictionary
    dictionary["/Length"] = .integer(data.count)
    bytes += "\(number) 0 obj\n".utf8
    bytes.write(dictionary, numbers: numbers)
    // PDF/A wants a line end before "endstream".
    bytes.write("\nstream\n")
    bytes += data
    bytes.write("\nendstream\nendobj\n")
  }

  private mutating func writeTogether(_ plain: [PDFObject]) throws(DiagnosticError) {
    let rows = stride(from: 0, to: plain.count, by: Self.mostInStream).map {
      plain[$0..<min($0 + Self.mostInStream, plain.count)]
    }
    let (objects, numbers) = (file.objects, numbers)
    let streams = try together(rows.count) { row throws(DiagnosticError) -> (first: Int, data: [UInt8]) in
      var (head, body): ([UInt8], [UInt8]) = ([], [])
      for object in rows[row] {
        head += "\(numbers[object.number]) \(body.count) ".utf8
        body.write(objects[object.number].value, numbers: numbers)
        body.write("\n")
      }
      return (first: head.count, data: try deflate(head + body))
    }
    for (row, stream) in zip(rows, streams) {
      let own = places.count
      for (index, object) in row.enumerated() { places[number(of: object)] = .stream(own, index: index) }
      places.append(.byte(bytes.count))
      writeStream(
        own,
        .dictionary([
          ("/Type", .name("/ObjStm")), ("/N", .integer(row.count)), ("/First", .integer(stream.first)),
          ("/Filter", .name("/FlateDecode")),
        ]), stream.data[...])
    }
  }

  /// Where all objects stand, this last one too, and where to begin.
  private mutating func writeEnd() throws(DiagnosticError) {
    let start = bytes.count
    let (own, identity) = (places.count, fingerprint(bytes[...]))
    places.append(.byte(start))
    let rows = places.indices.map { row(of: $0) }
    var entries: [(key: String, value: PDFValue)] = [
      ("/Type", .name("/XRef")), ("/Size", .integer(rows.count)),
      ("/W", .array([.integer(1), .integer(4), .integer(2)])), ("/Filter", .name("/FlateDecode")),
      (
        "/DecodeParms",
        .dictionary([("/Predictor", .integer(12)), ("/Columns", .integer(Self.rowLength))])
      ), ("/Root", .object(file.catalog)),
    ]
    if let information = file.information { entries.append(("/Info", .object(information))) }
    entries.append(("/ID", .array([.verbatim(identity), .verbatim(identity)])))
    let data = try deflate(Self.differences(of: rows))
    writeStream(own, .dictionary(entries), data[...])
    bytes += "startxref\n\(start)\n%%EOF\n".utf8
  }

  private static let rowLength = 7

  private func row(of number: Int) -> [UInt8] {
    let (kind, place, index): (UInt8, Int, Int)
    switch places[number] {
    // The first object is free, and the last of a list of free ones (7.5.4).
    case .byte where number == 0: (kind, place, index) = (0, 0, 65_535)
    case .byte(let byte): (kind, place, index) = (1, byte, 0)
    case .stream(let stream, let inStream): (kind, place, index) = (2, stream, inStream)
    }
    return [kind] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: place >> $0) }
      + [8, 0].map { UInt8(truncatingIfNeeded: index >> $0) }
  }

  /// Each row as its difference from the one above, which compresses to a fraction (the predictor "up" of PNG).
  private static func differences(of rows: [[UInt8]]) -> [UInt8] {
    var before = [UInt8](repeating: 0, count: rowLength)
    var result: [UInt8] = []
    result.reserveCapacity(rows.count * (rowLength + 1))
    for row in rows {
      result.append(2)
      for (byte, above) in zip(row, before) { result.append(byte &- above) }
      before = row
    }
    return result
  }
}

/// 16 bytes that tell files apart (14.4 wants an identity and not how it is made), as a string of hexadecimal digits.
func fingerprint(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let hashes = hashes(of: bytes)
  let digits = [hashes.0, hashes.1].map { half in
    let text = String(half, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
  return Array("<\(digits.joined())>".utf8)[...]
}

/// Twice the hash of Fowler, Noll and Vo (FNV-1a, 64 bits), from two beginnings.
func hashes(of bytes: ArraySlice<UInt8>) -> (UInt64, UInt64) {
  var (first, second): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x8422_2325_CBF2_9CE4)
  for byte in bytes {
    first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
    second = (second ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  return (first, second)
}
