/// What a printer answers.
struct IPPReply: Sendable {
  /// RFC 8011, appendix B; below 0x0100 all is well.
  var status: Int
  /// The printer's own words for the status, or the library's.
  var message: String
  var attributes: [String: [IPPValue]]
  /// Names of what it did not understand or do.
  var unsupported: [String]

  var isGood: Bool { status < 0x0100 }
  /// The message, to stand behind a sentence; nothing where the printer says none.
  var reason: String { message.isEmpty ? "" : ": \(message)" }

  func texts(_ name: String) -> [String] { (attributes[name] ?? []).compactMap(\.text) }
  func text(_ name: String) -> String? { texts(name).first }
  func integers(_ name: String) -> [Int] {
    (attributes[name] ?? []).compactMap { if case .integer(let value) = $0 { value } else { nil } }
  }
  func integer(_ name: String) -> Int? { integers(name).first }
  func flag(_ name: String) -> Bool? {
    (attributes[name] ?? []).lazy.compactMap { if case .boolean(let value) = $0 { value } else { nil } }.first
  }
  func range(_ name: String) -> ClosedRange<Int>? {
    (attributes[name] ?? []).lazy.compactMap { if case .range(let value) = $0 { value } else { nil } }.first
  }
}

extension IPPReply {
  /// Bytes of an answer; the longest of real printers, with all that they know of themselves, are some 300 KiB.
  static let largest = 2 << 20
  /// Characters of a printer's words that are passed on; RFC 8011 allows them 1023 bytes.
  private static let longestText = 400

  /// Reads an answer in IPP's encoding (RFC 8010, 3.1). It is read here and not by the library, which takes answers of
  /// any length and any depth: this is one pass over bytes that are all there. What stands in collections is passed
  /// over, since nothing is asked that is told in them.
  ///
  /// - Returns: `nil` for what is none: cut off, not ended, or of lengths that lead out of it.
  init?(decoding bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let version = reader.number(2), (0x0100...0x02FF).contains(version), let status = reader.number(2),
      reader.number(4) != nil
    else { return nil }
    self.init(status: status, message: "", attributes: [:], unsupported: [])
    var (group, name, depth) = (0, "", 0)
    while true {
      guard let tag = reader.number(1) else { return nil }
      if tag == Tag.end { break }
      if tag < 0x10 {
        (group, name) = (tag, "")
        continue
      }
      guard let nameBytes = reader.field(), let value = reader.field() else { return nil }
      if tag == Tag.beginCollection {
        depth += 1
      } else if tag == Tag.endCollection {
        depth -= 1
      } else if depth == 0 {
        // A value without a name is one more of the attribute before.
        if !nameBytes.isEmpty { name = Self.text(nameBytes) }
        if name.isEmpty { continue }
        if group == Tag.unsupportedGroup {
          if !unsupported.contains(name) { unsupported.append(name) }
        } else if let value = Self.value(value, tag: tag) {
          attributes[name, default: []].append(value)
        }
      }
    }
    message = text("status-message") ?? ""
  }

  private enum Tag {
    static let end = 0x03, unsupportedGroup = 0x05, beginCollection = 0x34, endCollection = 0x37
    static let integer = 0x21, boolean = 0x22, enumeration = 0x23, range = 0x33
    static let texts = [0x35, 0x36], characters = 0x40...0x5F
  }

  private static func value(_ bytes: ArraySlice<UInt8>, tag: Int) -> IPPValue? {
    func integer(_ part: ArraySlice<UInt8>) -> Int {
      Int(Int32(bitPattern: part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }))
    }
    switch tag {
    case Tag.integer, Tag.enumeration: return bytes.count == 4 ? .integer(integer(bytes)) : nil
    case Tag.boolean: return bytes.count == 1 ? .boolean(bytes.first != 0) : nil
    case Tag.range:
      guard bytes.count == 8 else { return nil }
      let (lower, upper) = (integer(bytes.prefix(4)), integer(bytes.suffix(4)))
      return lower <= upper ? .range(lower...upper) : nil
    case _ where Tag.texts.contains(tag):
      // With a language: both have their lengths before them.
      var reader = Reader(bytes: Array(bytes))
      guard reader.field() != nil, let words = reader.field() else { return nil }
      return .keyword(text(words))
    case Tag.characters: return .keyword(text(bytes))
    default: return nil
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.count <= longestText ? text : text.prefix(longestText) + "…"
  }

  private struct Reader {
    let bytes: [UInt8]
    var place = 0

    /// A number of so many bytes.
    mutating func number(_ count: Int) -> Int? { take(count)?.reduce(0) { $0 << 8 | Int($1) } }
    /// Bytes with their length before them.
    mutating func field() -> ArraySlice<UInt8>? { number(2).flatMap { take($0) } }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
      if count > bytes.count - place { return nil }
      defer { place += count }
      return bytes[place..<(place + count)]
    }
  }
}
