import FlyingFox
import Foundation
import PreviewPage

extension HTTPResponse {
  /// An answer that no other site may show, read or guess the kind of.
  static func answer(
    _ status: HTTPStatusCode, _ body: Data, type: String, _ headers: [HTTPHeader: String] = [:]
  ) -> HTTPResponse {
    var all: [HTTPHeader: String] = [
      .contentType: type,
      HTTPHeader("Cache-Control"): "no-store",
      HTTPHeader("Content-Security-Policy"):
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("Referrer-Policy"): "no-referrer",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
    ]
    all.merge(headers) { _, own in own }
    return HTTPResponse(statusCode: status, headers: HTTPHeaders(all), body: body)
  }

  static func answer(
    _ status: HTTPStatusCode, _ text: String, type: String, _ headers: [HTTPHeader: String] = [:]
  ) -> HTTPResponse {
    answer(status, Data(text.utf8), type: type, headers)
  }

  static func text(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    answer(status, text, type: "text/plain; charset=utf-8")
  }

  static func json(_ value: some Encodable, status: HTTPStatusCode = .ok) -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(value) else { return text(.internalServerError, "No answer.") }
    return answer(status, json, type: "application/json")
  }

  static func embedded(_ file: preview_file, type: String) -> HTTPResponse {
    answer(.ok, Data(bytes: file.bytes, count: file.count), type: type)
  }
}
