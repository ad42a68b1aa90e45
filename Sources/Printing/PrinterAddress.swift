import Diagnostics
import Foundation

/// Where a document is sent: a queue of CUPS's, or a printer on the network.
public enum PrinterAddress: Hashable, Sendable {
  /// The default queue.
  case standard
  case queue(String)
  case network(host: String, port: Int, path: String, isEncrypted: Bool)

  /// Reads a queue's name or an address.
  ///
  /// - Throws: `DiagnosticError` for an address that is none, or of a way of printing that is not IPP.
  public init(_ text: String) throws(DiagnosticError) {
    guard let end = text.firstRange(of: "://")?.lowerBound else {
      self = .queue(text)
      return
    }
    let scheme = text[..<end].lowercased()
    guard ["ipp", "ipps"].contains(scheme) else {
      throw DiagnosticError(
        "'\(text)' is no address that can be printed to",
        advice:
          "write ipp://host/ipp/print or ipps://host/ipp/print, or the name of a queue (bayan print --list)")
    }
    guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
      parts.port.map({ (1...65_535).contains($0) }) ?? true
    else {
      throw DiagnosticError(
        "'\(text)' is no address", advice: "write ipp://host/ipp/print or ipp://host:8631/ipp/print")
    }
    let path = ["", "/"].contains(parts.path) ? Self.usualPath : parts.path
    self = .network(
      host: host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host, port: parts.port ?? 631,
      path: path, isEncrypted: scheme == "ipps")
  }

  /// Where IPP Everywhere printers listen (PWG 5100.14).
  static let usualPath = "/ipp/print"

  /// As a person would write it, and as a printer is addressed in a request.
  var uri: String? {
    guard case .network(let host, let port, let path, let isEncrypted) = self else { return nil }
    let name = host.contains(":") ? "[\(host)]" : host
    return "\(isEncrypted ? "ipps" : "ipp")://\(name)\(port == 631 ? "" : ":\(port)")\(path)"
  }
}
