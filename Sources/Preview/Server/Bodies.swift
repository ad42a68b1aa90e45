import FlyingFox
import FlyingSocks
import Foundation

extension HTTPRequest {
  /// In bytes; longer than any text that a person types into a cell.
  static let longestBody = 200_000

  /// Whether its body is short, and says how long it is.
  var isBounded: Bool {
    guard headers[.transferEncoding] == nil else { return false }
    return headers[.contentLength].map { Int($0).map { $0 <= Self.longestBody } ?? false } ?? true
  }
}

extension HTTPResponse {
  /// The last answer of a connection: what else was sent there would be taken for the next request.
  static func farewell(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    var response = HTTPResponse.text(status, text)
    response.headers[.connection] = "close"
    let body = Farewell(text: Array(text.utf8))
    return HTTPResponse(
      statusCode: status, headers: response.headers,
      body: HTTPBodySequence(from: body, count: body.text.count))
  }
}

/// A body after which the connection is closed: FlyingFox does so when a body fails.
private struct Farewell: AsyncBufferedSequence {
  let text: [UInt8]

  func makeAsyncIterator() -> Iterator { Iterator(rest: text) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var rest: [UInt8]

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      guard !rest.isEmpty else { throw SocketError.disconnected }
      let part = rest.prefix(count)
      rest.removeFirst(part.count)
      return part
    }
  }
}
