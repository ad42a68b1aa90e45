/// What stands in a PDF (ISO 32000-1, 7.3). Names and keys begin with "/".
enum PDFValue {
  case name(String)
  case integer(Int)
  /// Kept to three decimals.
  case real(Double)
  /// Kept to ten decimals.
  case fraction(Double)
  case text(String)
  case boolean(Bool)
  case null
  case array([PDFValue])
  case dictionary([(key: String, value: PDFValue)])
  case object(PDFObject)
  /// A token as it is to stand in the file.
  case verbatim(ArraySlice<UInt8>)

  static func rectangle(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> PDFValue {
    .array([.real(x1), .real(y1), .real(x2), .real(y2)])
  }

  /// An entry of a dictionary; `nil` sets none.
  subscript(key: String) -> PDFValue? {
    get {
      guard case .dictionary(let entries) = self else { return nil }
      return entries.first { $0.key == key }?.value
    }
    set {
      guard case .dictionary(var entries) = self else { return }
      // Else the entries would be copied with each change.
      self = .null
      let known = entries.firstIndex { $0.key == key }
      switch (known, newValue) {
      case (let known?, let value?): entries[known].value = value
      case (let known?, nil): entries.remove(at: known)
      case (nil, let value?): entries.append((key, value))
      case (nil, nil): break
      }
      self = .dictionary(entries)
    }
  }

  /// Calls `body` with each object that is referred to, in the order in which they are written.
  func forEachReference(_ body: (PDFObject) -> Void) {
    switch self {
    case .object(let object): body(object)
    case .array(let items): for item in items { item.forEachReference(body) }
    case .dictionary(let entries): for entry in entries { entry.value.forEachReference(body) }
    default: break
    }
  }
}

/// An object of a `PDFFile` that others can refer to, by its number.
struct PDFObject: Hashable {
  let number: Int
}

extension [UInt8] {
  /// Writes a value; `numbers` are those that objects have in the file, by their own.
  mutating func write(_ value: PDFValue, numbers: [Int]) {
    switch value {
    case .name(let name): append(contentsOf: name.utf8)
    case .integer(let integer): append(contentsOf: String(integer).utf8)
    case .real(let number): write(number, decimals: 3)
    case .fraction(let number): write(number, decimals: 10)
    case .text(let text): write(string: text)
    case .boolean(let value): write(value ? "true" : "false")
    case .null: write("null")
    case .object(let object):
      // What isn't there reads as null, and so does object 0 (7.3.10).
      let number = numbers.indices.contains(object.number) ? numbers[object.number] : 0
      append(contentsOf: "\(number) 0 R".utf8)
    case .verbatim(let token): append(contentsOf: token)
    case .array(let items):
      write("[")
      for (index, item) in items.enumerated() {
        if index > 0 { write(" ") }
        write(item, numbers: numbers)
      }
      write("]")
    case .dictionary(let entries):
      write("<<")
      for entry in entries {
        append(contentsOf: entry.key.utf8)
        write(" ")
        write(entry.value, numbers: numbers)
      }
      write(">>")
    }
  }

  /// A text string (7.9.2.2): as it is where it is printable ASCII, else in UTF-16.
  private mutating func write(string text: String) {
    guard text.utf8.allSatisfy({ (32..<127).contains($0) }) else {
      append(contentsOf: hexadecimal(utf16: text).utf8)
      return
    }
    write("(")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\") { write("\\") }
      append(byte)
    }
    write(")")
  }
}

/// A text string of a PDF in hexadecimal digits.
func hexadecimal(utf16 text: String) -> String {
  var result = Array("<FEFF".utf8)
  for unit in text.utf16 {
    for shift in [12, 8, 4, 0] { result.append(hexadecimalDigit(unit >> UInt16(shift))) }
  }
  result.append(UInt8(ascii: ">"))
  return String(decoding: result, as: UTF8.self)
}
