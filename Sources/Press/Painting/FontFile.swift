import CCairo
import Diagnostics
import Graphics
import Platform

/// A face of a font file, opened by FreeType for painting.
///
/// Each has a FreeType library of its own: Cairo keeps scaled fonts after their last use and may let go of
/// them from another thread, and FreeType's libraries must not be entered by two threads at once.
final class FontFile {
  let face: FT_Face
  private let library: FT_Library
  /// FreeType reads from it as long as the face lives.
  private let bytes: MappedFile

  init(_ font: FontFace) throws(DiagnosticError) {
    bytes = try MappedFile(path: font.file)
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else {
      throw DiagnosticError("FreeType could not be started", advice: "free some memory and try again")
    }
    var face: FT_Face?
    let error = FT_New_Memory_Face(
      library, bytes.buffer.baseAddress?.assumingMemoryBound(to: FT_Byte.self), FT_Long(bytes.buffer.count),
      FT_Long(font.index), &face)
    guard error == 0, let face else {
      FT_Done_FreeType(library)
      throw DiagnosticError(
        "font file '\(font.file)' cannot be read as a font (face \(font.index), FreeType error \(error))",
        advice: "install the package of \(font.name) again, or take this file away")
    }
    self.library = library
    self.face = face
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }
}

/// A file in memory, of which only pages that are read are loaded.
final class MappedFile {
  let buffer: UnsafeMutableRawBufferPointer

  init(path: String) throws(DiagnosticError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(path, errno) }
    let size = Int(status.st_size)
    guard size > 0 else {
      throw DiagnosticError(
        "font file '\(path)' is empty", advice: "install its package again, or take this file away")
    }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw Self.unreadable(path, errno) }
    buffer = UnsafeMutableRawBufferPointer(start: start, count: size)
  }

  deinit { munmap(buffer.baseAddress, buffer.count) }

  private static func unreadable(_ path: String, _ error: Int32) -> DiagnosticError {
    DiagnosticError(
      "font file '\(path)' cannot be read: \(String(cString: strerror(error)))",
      advice: "install its package again, or make the file readable")
  }
}
