import CCups
import Diagnostics
import Foundation

/// The functions of libcups that printing calls, looked up when something is printed.
///
/// Linked in the usual way, libcups would be loaded with its thirty libraries (GnuTLS, Kerberos, Avahi …) at every
/// start: 3.5 ms of a build that prints nothing. The types come from the header (see CCups/shim.h).
struct CUPSLibrary: Sendable {
  let connectDest: cupsConnectDest_function
  let encryption: cupsEncryption_function
  let freeDests: cupsFreeDests_function
  let getDests: cupsGetDests2_function
  let getOption: cupsGetOption_function
  let lastError: cupsLastError_function
  let lastErrorString: cupsLastErrorString_function
  let sendRequest: cupsSendRequest_function
  let server: cupsServer_function
  let setPasswordCallback: cupsSetPasswordCB2_function
  let user: cupsUser_function
  let writeRequestData: cupsWriteRequestData_function
  let close: httpClose_function
  let connect: httpConnect2_function
  let setTimeout: httpSetTimeout_function
  let authenticate: cupsDoAuthentication_function
  let encrypt: httpEncryption_function
  let flush: httpFlush_function
  let getSocket: httpGetFd_function
  let getState: httpGetState_function
  let read: httpRead2_function
  let reconnect: httpReconnect2_function
  let update: httpUpdate_function
  let addBoolean: ippAddBoolean_function
  let addInteger: ippAddInteger_function
  let addString: ippAddString_function
  let addStrings: ippAddStrings_function
  let delete: ippDelete_function
  let length: ippLength_function
  let newRequest: ippNewRequest_function
  let port: ippPort_function

  /// Opens the library; it stays open until the program ends, as its own threads and settings need.
  ///
  /// - Throws: `DiagnosticError` where it is not installed or is older than CUPS 1.7.
  init() throws(DiagnosticError) {
    let names = ["libcups.so.2", "libcups.2.dylib"]
    guard let library = names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first else {
      throw DiagnosticError(
        "the library of CUPS is not installed, so nothing can be printed from here",
        advice: "install libcups2 (Debian: apt-get install libcups2), or print the files of 'bayan build'")
    }
    func find<Function>(_ name: String, as type: Function.Type = Function.self) throws(DiagnosticError)
      -> Function
    {
      guard let symbol = dlsym(library, name) else {
        throw DiagnosticError(
          "the library of CUPS is too old: it has no \(name)", advice: "install CUPS 1.7 or later")
      }
      return unsafeBitCast(symbol, to: type)
    }
    connectDest = try find("cupsConnectDest")
    encryption = try find("cupsEncryption")
    freeDests = try find("cupsFreeDests")
    getDests = try find("cupsGetDests2")
    getOption = try find("cupsGetOption")
    lastError = try find("cupsLastError")
    lastErrorString = try find("cupsLastErrorString")
    sendRequest = try find("cupsSendRequest")
    server = try find("cupsServer")
    setPasswordCallback = try find("cupsSetPasswordCB2")
    user = try find("cupsUser")
    writeRequestData = try find("cupsWriteRequestData")
    close = try find("httpClose")
    connect = try find("httpConnect2")
    setTimeout = try find("httpSetTimeout")
    authenticate = try find("cupsDoAuthentication")
    encrypt = try find("httpEncryption")
    flush = try find("httpFlush")
    getSocket = try find("httpGetFd")
    getState = try find("httpGetState")
    read = try find("httpRead2")
    reconnect = try find("httpReconnect2")
    update = try find("httpUpdate")
    addBoolean = try find("ippAddBoolean")
    addInteger = try find("ippAddInteger")
    addString = try find("ippAddString")
    addStrings = try find("ippAddStrings")
    delete = try find("ippDelete")
    length = try find("ippLength")
    newRequest = try find("ippNewRequest")
    port = try find("ippPort")
  }

  /// Nobody sits at the prompt of a build: a printer that asks for a password is an error that says so. The library
  /// keeps this, as its errors, for each thread.
  func refusePasswords() { setPasswordCallback({ _, _, _, _, _ in nil }, nil) }
}
