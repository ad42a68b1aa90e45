import CHarfBuzz
import Diagnostics
import Graphics

/// A face of a font file as HarfBuzz reads it: its measures, and subsets of it that go into PDFs.
final class FontProgram {
  enum Format {
    /// Outlines in a table 'glyf'.
    case trueType
    /// Outlines in a table 'CFF '.
    case compact
    /// Outlines that only FreeType makes: an instance of a variable font, and what else is none of these.
    case other
  }

  let format: Format
  /// Units per type size.
  let unitsPerEm: Double
  private let face: OpaquePointer
  private let font: OpaquePointer
  /// HarfBuzz reads from it as long as the face lives.
  private let bytes: MappedFile

  /// - Throws: a file that can't be read as a font.
  init(_ font: FontFace) throws(DiagnosticError) {
    bytes = try MappedFile(path: font.file)
    let blob = hb_blob_create(
      bytes.buffer.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(bytes.buffer.count),
      HB_MEMORY_MODE_READONLY, nil, nil)
    defer { hb_blob_destroy(blob) }
    // In the upper half stands which of a variable font's instances it is.
    let (index, instance) = (UInt32(font.index & 0xFFFF), UInt32(font.index >> 16))
    guard let face = hb_face_create(blob, index), let sized = hb_font_create(face) else {
      throw DiagnosticError("HarfBuzz gave no font", advice: "free some memory and try again")
    }
    self.face = face
    self.font = sized
    if instance > 0 { hb_font_set_var_named_instance(sized, instance - 1) }
    unitsPerEm = Double(hb_face_get_upem(face))
    if instance > 0 {
      format = .other
    } else if Self.table("glyf", of: face, { $0.count > 0 }) {
      format = .trueType
    } else if Self.table("CFF ", of: face, { $0.count > 0 }) {
      format = .compact
    } else {
      format = .other
    }
    guard hb_face_get_glyph_count(face) > 0 else {
      throw DiagnosticError(
        "font file '\(font.file)' cannot be read as a font (face \(font.index))",
        advice: "install the package of \(font.name) again, or take this file away")
    }
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// In thousandths of the type size, from the glyph's origin to the next.
  func advance(of glyph: UInt32) -> Double {
    Double(hb_font_get_glyph_h_advance(font, glyph)) * 1000 / unitsPerEm
  }

  /// As the file names it to PostScript; characters that no name of a PDF may have are left out.
  var postScriptName: String {
    var text = [CChar](repeating: 0, count: 128)
    var count = UInt32(text.count)
    hb_ot_name_get_utf8(face, hb_ot_name_id_t(6), nil, &count, &text)
    let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let name = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-")
    }
    return name.isEmpty ? "Font" : String(String.UnicodeScalarView(name))
  }

  /// A whole number of two bytes in one of the tables; 0 where it isn't there.
  func integer(in table: StaticString, at offset: Int) -> Int {
    Self.table(table, of: face) { bytes in
      guard offset + 2 <= bytes.count else { return 0 }
      return Int(Int16(truncatingIfNeeded: Int(bytes[offset]) << 8 | Int(bytes[offset + 1])))
    }
  }

  /// Glyphs, and nothing that only typesetting needs.
  ///
  /// - Returns: a font file, and the numbers that glyphs have in it, by their own.
  /// - Throws: a font that HarfBuzz can't take apart.
  func subset(
    _ glyphs: some Sequence<UInt32>
  ) throws(DiagnosticError) -> (bytes: [UInt8], numbers: [UInt32: UInt32]) {
    guard let input = hb_subset_input_create_or_fail() else { throw fault }
    defer { hb_subset_input_destroy(input) }
    let wanted = hb_subset_input_glyph_set(input)
    for glyph in glyphs { hb_set_add(wanted, glyph) }
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for tag in tags where !Self.kept.contains(tag) { hb_set_add(dropped, tag) }
    guard let plan = hb_subset_plan_create_or_fail(face, input) else { throw fault }
    defer { hb_subset_plan_destroy(plan) }
    guard let subset = hb_subset_plan_execute_or_fail(plan) else { throw fault }
    defer { hb_face_destroy(subset) }
    let map = hb_subset_plan_old_to_new_glyph_mapping(plan)
    let numbers = glyphs.map { ($0, hb_map_get(map, $0)) }
    let blob = hb_face_reference_blob(subset)
    defer { hb_blob_destroy(blob) }
    return (Self.bytes(of: blob) { Array($0) }, Dictionary(numbers) { first, _ in first })
  }

  private var fault: DiagnosticError {
    DiagnosticError(
      "the font \(postScriptName) can't be put into a PDF", advice: "set these words in another font")
  }

  /// Those that the file has.
  private var tags: [hb_tag_t] {
    var count: UInt32 = 0
    let all = hb_face_get_table_tags(face, 0, &count, nil)
    var tags = [hb_tag_t](repeating: 0, count: Int(all))
    count = all
    hb_face_get_table_tags(face, 0, &count, &tags)
    return tags
  }

  /// What a reader of PDFs needs of a font (ISO 32000-1, 9.9).
  private static let kept = Set(
    ["glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep", "CFF "].map(tag))

  private static func table<Result>(
    _ name: StaticString, of face: OpaquePointer, _ read: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let blob = hb_face_reference_table(face, tag(name))
    defer { hb_blob_destroy(blob) }
    return bytes(of: blob, read)
  }

  private static func bytes<Result>(
    of blob: OpaquePointer?, _ read: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var count: UInt32 = 0
    let start = hb_blob_get_data(blob, &count)
    return UnsafeRawPointer(start).map {
      read(UnsafeBufferPointer(start: $0.assumingMemoryBound(to: UInt8.self), count: Int(count)))
    } ?? read(UnsafeBufferPointer(start: nil, count: 0))
  }
}

/// The name of a table as a number.
private func tag(_ name: StaticString) -> hb_tag_t {
  (0..<4).reduce(0) { $0 << 8 | hb_tag_t(name.utf8Start[$1]) }
}
