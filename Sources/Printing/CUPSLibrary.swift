import CCups
import Diagnostics
import Foundation

/// The functions of libcups that printing calls, looked up when something is printed (see `SharedLibrary`): it brings some
/// thirty libraries with it, GnuTLS, Kerberos and Avahi among them.
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

  /// - Throws: `DiagnosticError` where it is not installed or is older than CUPS 1.7.
  init() throws(DiagnosticError) {
    let library = try SharedLibrary(
      ["libcups.so.2", "libcups.2.dylib"],
      missing: DiagnosticError(
        "the library of CUPS is not installed or older than 1.7, so nothing can be printed from here",
        advice: "install libcups2 (Debian: apt-get install libcups2), or print the files of 'bayan build'"))
    connectDest = try library.find("cupsConnectDest")
    encryption = try library.find("cupsEncryption")
    freeDests = try library.find("cupsFreeDests")
    getDests = try library.find("cupsGetDests2")
    getOption = try library.find("cupsGetOption")
    lastError = try library.find("cupsLastError")
    lastErrorString = try library.find("cupsLastErrorString")
    sendRequest = try library.find("cupsSendRequest")
    server = try library.find("cupsServer")
    setPasswordCallback = try library.find("cupsSetPasswordCB2")
    user = try library.find("cupsUser")
    writeRequestData = try library.find("cupsWriteRequestData")
    close = try library.find("httpClose")
    connect = try library.find("httpConnect2")
    setTimeout = try library.find("httpSetTimeout")
    authenticate = try library.find("cupsDoAuthentication")
    encrypt = try library.find("httpEncryption")
    flush = try library.find("httpFlush")
    getSocket = try library.find("httpGetFd")
    getState = try library.find("httpGetState")
    read = try library.find("httpRead2")
    reconnect = try library.find("httpReconnect2")
    update = try library.find("httpUpdate")
    addBoolean = try library.find("ippAddBoolean")
    addInteger = try library.find("ippAddInteger")
    addString = try library.find("ippAddString")
    addStrings = try library.find("ippAddStrings")
    delete = try library.find("ippDelete")
    length = try library.find("ippLength")
    newRequest = try library.find("ippNewRequest")
    port = try library.find("ippPort")
  }

  /// Nobody sits at the prompt of a build: a printer that asks for a password is an error that says so. The library
  /// keeps this, as its errors, for each thread.
  func refusePasswords() { setPasswordCallback({ _, _, _, _, _ in nil }, nil) }
}
