import CDeflate
import CZlib
import Diagnostics

/// Makes streams of a PDF short (FlateDecode: RFC 1950). For one thread.
///
/// By libdeflate: zlib takes two to three times as long for as few bytes.
final class Deflater {
  private let compressor: OpaquePointer

  enum Effort: Int32 {
    /// For the content of pages: a ninth more bytes than with `thorough` in a third of the time.
    case quick = 1
    /// For pixels. Above, time grows faster than bytes become fewer.
    case thorough = 6
  }

  /// - Throws: where there is no memory.
  init(_ effort: Effort = .quick) throws(DiagnosticError) {
    guard let compressor = libdeflate_alloc_compressor(effort.rawValue) else { throw Self.failure }
    self.compressor = compressor
  }

  deinit { libdeflate_free_compressor(compressor) }

  func deflate(_ bytes: [UInt8]) throws(DiagnosticError) -> [UInt8] {
    let most = libdeflate_zlib_compress_bound(compressor, bytes.count)
    let result = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      count = libdeflate_zlib_compress(compressor, bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
    if result.isEmpty { throw Self.failure }
    // Most of what was reserved is not needed.
    return Array(result[...])
  }

  private static let failure = DiagnosticError(
    "a page's content cannot be compressed", advice: "free some memory and try again")
}

/// A stream's data as `Deflater` makes them short.
func deflate(
  _ bytes: [UInt8], _ effort: Deflater.Effort = .quick
) throws(DiagnosticError) -> [UInt8] {
  try Deflater(effort).deflate(bytes)
}

/// What FlateDecode makes of a stream's data.
///
/// - Throws: what is no such stream.
func inflate(_ data: ArraySlice<UInt8>) throws(DiagnosticError) -> [UInt8] {
  var result: [UInt8] = []
  var stream = z_stream()
  guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
    throw DiagnosticError("what is attached cannot be unpacked", advice: "free some memory and try again")
  }
  defer { inflateEnd(&stream) }
  var status = Z_OK
  var input = Array(data)
  input.withUnsafeMutableBufferPointer { input in
    stream.next_in = input.baseAddress
    stream.avail_in = UInt32(input.count)
    while status == Z_OK {
      let piece = [UInt8](unsafeUninitializedCapacity: max(65_536, 2 * input.count)) { buffer, count in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        status = inflate(&stream, Z_NO_FLUSH)
        count = buffer.count - Int(stream.avail_out)
      }
      result += piece
    }
  }
  guard status == Z_STREAM_END else { throw DiagnosticError("what is attached is damaged") }
  return result
}
