import CQpdf
import Diagnostics

/// The functions of libqpdf, looked up when a PDF or a page comes from elsewhere (see `SharedLibrary`).
struct QpdfLibrary: Sendable {
  let cleanup: qpdf_cleanup_function
  let getError: qpdf_get_error_function
  let getErrorCode: qpdf_get_error_code_function
  let getRoot: qpdf_get_root_function
  let hasError: qpdf_has_error_function
  let create: qpdf_init_function
  let getArrayItem: qpdf_oh_get_array_item_function
  let getArrayCount: qpdf_oh_get_array_n_items_function
  let getKey: qpdf_oh_get_key_function
  let getStreamData: qpdf_oh_get_stream_data_function
  let getText: qpdf_oh_get_utf8_value_function
  let hasKey: qpdf_oh_has_key_function
  let isArray: qpdf_oh_is_array_function
  let isDictionary: qpdf_oh_is_dictionary_function
  let isStream: qpdf_oh_is_stream_function
  let isString: qpdf_oh_is_string_function
  let readMemory: qpdf_read_memory_function
  let getPage: qpdf_get_page_n_function
  let getContent: qpdf_oh_get_page_content_data_function
  let getNumber: qpdf_oh_get_object_id_function
  let getDictionary: qpdf_oh_get_dict_function
  let beginKeys: qpdf_oh_begin_dict_key_iter_function
  let hasMoreKeys: qpdf_oh_dict_more_keys_function
  let nextKey: qpdf_oh_dict_next_key_function
  let unparse: qpdf_oh_unparse_resolved_function
  let setSuppressWarnings: qpdf_set_suppress_warnings_function
  let silenceErrors: qpdf_silence_errors_function

  /// The library, opened when something first asks for it.
  static let opened = Result { () throws(DiagnosticError) in try QpdfLibrary() }

  private init() throws(DiagnosticError) {
    let library = try SharedLibrary(
      ["libqpdf.so.29", "libqpdf.so.28", "libqpdf.so.30", "libqpdf.so", "libqpdf.dylib"],
      missing: DiagnosticError(
        "the library qpdf is not installed, so PDFs that other programs have saved can't be read",
        advice: "install it (Debian: apt-get install libqpdf29)"))
    cleanup = try library.find("qpdf_cleanup")
    getError = try library.find("qpdf_get_error")
    getErrorCode = try library.find("qpdf_get_error_code")
    getRoot = try library.find("qpdf_get_root")
    hasError = try library.find("qpdf_has_error")
    create = try library.find("qpdf_init")
    getArrayItem = try library.find("qpdf_oh_get_array_item")
    getArrayCount = try library.find("qpdf_oh_get_array_n_items")
    getKey = try library.find("qpdf_oh_get_key")
    getStreamData = try library.find("qpdf_oh_get_stream_data")
    getText = try library.find("qpdf_oh_get_utf8_value")
    hasKey = try library.find("qpdf_oh_has_key")
    isArray = try library.find("qpdf_oh_is_array")
    isDictionary = try library.find("qpdf_oh_is_dictionary")
    isStream = try library.find("qpdf_oh_is_stream")
    isString = try library.find("qpdf_oh_is_string")
    readMemory = try library.find("qpdf_read_memory")
    getPage = try library.find("qpdf_get_page_n")
    getContent = try library.find("qpdf_oh_get_page_content_data")
    getNumber = try library.find("qpdf_oh_get_object_id")
    getDictionary = try library.find("qpdf_oh_get_dict")
    beginKeys = try library.find("qpdf_oh_begin_dict_key_iter")
    hasMoreKeys = try library.find("qpdf_oh_dict_more_keys")
    nextKey = try library.find("qpdf_oh_dict_next_key")
    unparse = try library.find("qpdf_oh_unparse_resolved")
    setSuppressWarnings = try library.find("qpdf_set_suppress_warnings")
    silenceErrors = try library.find("qpdf_silence_errors")
  }
}
