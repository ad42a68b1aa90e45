import CZip
import Diagnostics

/// The functions of libzip that spreadsheets need, looked up when there is one (see `SharedLibrary`).
struct ZipLibrary: Sendable {
  let close: zip_close_function
  let discard: zip_discard_function
  let finishError: zip_error_fini_function
  let initError: zip_error_init_function
  let errorText: zip_error_strerror_function
  let fclose: zip_fclose_function
  let addFile: zip_file_add_function
  let setTime: zip_file_set_dostime_function
  let fopenIndex: zip_fopen_index_function
  let fread: zip_fread_function
  let getError: zip_get_error_function
  let nameLocate: zip_name_locate_function
  let openFromSource: zip_open_from_source_function
  let sourceBuffer: zip_source_buffer_function
  let sourceBufferCreate: zip_source_buffer_create_function
  let sourceClose: zip_source_close_function
  let sourceFree: zip_source_free_function
  let sourceKeep: zip_source_keep_function
  let sourceOpen: zip_source_open_function
  let sourceRead: zip_source_read_function
  let sourceStat: zip_source_stat_function
  let statIndex: zip_stat_index_function

  /// The library, opened when something first asks for it.
  static let opened = Result { () throws(DiagnosticError) in try ZipLibrary() }

  private init() throws(DiagnosticError) {
    let library = try SharedLibrary(
      ["libzip.so.4", "libzip.so.5", "libzip.so", "libzip.dylib"],
      missing: DiagnosticError(
        "the library libzip is not installed, so spreadsheets can't be read or written",
        advice: "install it (Debian: apt-get install libzip4), or use .csv files"))
    close = try library.find("zip_close")
    discard = try library.find("zip_discard")
    finishError = try library.find("zip_error_fini")
    initError = try library.find("zip_error_init")
    errorText = try library.find("zip_error_strerror")
    fclose = try library.find("zip_fclose")
    addFile = try library.find("zip_file_add")
    setTime = try library.find("zip_file_set_dostime")
    fopenIndex = try library.find("zip_fopen_index")
    fread = try library.find("zip_fread")
    getError = try library.find("zip_get_error")
    nameLocate = try library.find("zip_name_locate")
    openFromSource = try library.find("zip_open_from_source")
    sourceBuffer = try library.find("zip_source_buffer")
    sourceBufferCreate = try library.find("zip_source_buffer_create")
    sourceClose = try library.find("zip_source_close")
    sourceFree = try library.find("zip_source_free")
    sourceKeep = try library.find("zip_source_keep")
    sourceOpen = try library.find("zip_source_open")
    sourceRead = try library.find("zip_source_read")
    sourceStat = try library.find("zip_source_stat")
    statIndex = try library.find("zip_stat_index")
  }
}
