import CZlib
import Diagnostics

/// Bytes as PDF's FlateDecode reads them (RFC 1950).
///
/// Level 4: maps are long lists of numbers, on which zlib's usual level 6 takes almost three times as long (23 ms
/// against 9 for a report of ten pages) and saves 8 % more.
func deflate(_ bytes: [UInt8]) throws(DiagnosticError) -> [UInt8] {
  var status = Z_OK
  let result = [UInt8](unsafeUninitializedCapacity: Int(compressBound(uLong(bytes.count)))) { buffer, count in
    var written = uLong(buffer.count)
    status = compress2(buffer.baseAddress, &written, bytes, uLong(bytes.count), 4)
    count = status == Z_OK ? Int(written) : 0
  }
  if status != Z_OK {
    throw DiagnosticError("a page's content cannot be compressed", advice: "free some memory and try again")
  }
  return result
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
