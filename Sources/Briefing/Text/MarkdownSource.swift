/// The lines of a Markdown file as it is written, to find again what the parser has read.
struct MarkdownSource {
  private let lines: [ArraySlice<UInt8>]
  /// The line looked at last, so that a long one is not decoded for each of its pieces.
  private var current: (line: Int, scalars: [Unicode.Scalar], bytes: [Int]) = (0, [], [])

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D {
        start = index + 1
        continue
      }
      lines.append(bytes[start..<index])
      start = index + 1
    }
    self.lines = lines + [bytes[start...]]
  }

  /// Of a line, counted from 1; none where the file has no such line.
  mutating func scalars(ofLine line: Int) -> [Unicode.Scalar] {
    look(at: line)
    return current.scalars
  }

  /// How many scalars of a line begin before one of its bytes.
  mutating func scalarIndex(ofByte byte: Int, inLine line: Int) -> Int {
    look(at: line)
    return current.bytes.indices.contains(byte) ? current.bytes[byte] : byte <= 0 ? 0 : current.scalars.count
  }

  private mutating func look(at line: Int) {
    if current.line == line { return }
    guard lines.indices.contains(line - 1) else {
      current = (line, [], [])
      return
    }
    var bytes: [Int] = []
    var index = -1
    for byte in lines[line - 1] {
      if byte & 0xC0 != 0x80 { index += 1 }
      bytes.append(index)
    }
    current = (line, Array(String(decoding: lines[line - 1], as: UTF8.self).unicodeScalars), bytes)
  }

  /// How many bytes of white space a line begins with.
  func indentation(ofLine line: Int) -> Int {
    guard lines.indices.contains(line - 1) else { return 0 }
    return lines[line - 1].prefix { $0 == 0x20 || $0 == 0x09 }.count
  }

  /// Whether one of these lines begins and ends with a bar, or is the rule between a table's head and its rows.
  func holdsTable(lines numbers: ClosedRange<Int>) -> Bool {
    numbers.contains { number in
      guard lines.indices.contains(number - 1) else { return false }
      let text = lines[number - 1].filter { $0 != 0x20 && $0 != 0x09 }
      let bar = UInt8(ascii: "|")
      return text.count > 1 && text.first == bar && text.last == bar
        || (text.contains(bar) && text.allSatisfy { $0 == bar || [0x2D, 0x3A].contains($0) })
    }
  }

  /// How many cells a line of a table has: bars at its ends, and those behind a backslash, part none.
  static func cells(in line: [Unicode.Scalar]) -> Int {
    let text = line.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0.properties.isWhitespace }.reversed()
    var (count, isEscaped) = (1, false)
    for (index, scalar) in text.enumerated() {
      if scalar == "|", !isEscaped, index > 0, index < text.count - 1 { count += 1 }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return count
  }

  /// How many scalars of a line were written for one of the text: more than one for an escape.
  static func length(of scalar: Unicode.Scalar, in line: [Unicode.Scalar], at index: Int) -> Int {
    guard index < line.count else { return 1 }
    if line[index] == "\\", index + 1 < line.count, line[index + 1] == scalar,
      scalar.properties.isASCIIPunctuation
    {
      return 2
    }
    if line[index] == "&", let end = line[index...].prefix(34).firstIndex(of: ";"), end > index + 1 {
      let name = line[(index + 1)..<end].map(Character.init)
      let isName = name.allSatisfy { $0 == "#" || $0.isASCII && ($0.isLetter || $0.isNumber) }
      let isAmpersand = ["amp", "AMP", "#38", "#x26", "#X26"].contains(String(name))
      if isName, scalar != "&" || isAmpersand { return end + 1 - index }
    }
    return 1
  }
}

extension Unicode.Scalar.Properties {
  /// What Markdown lets a backslash stand before.
  fileprivate var isASCIIPunctuation: Bool { !isAlphabetic && numericType == nil && !isWhitespace }
}
