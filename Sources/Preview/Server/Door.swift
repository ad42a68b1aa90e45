import FlyingFox

/// Who may come in: browsers of this machine that were given the address with its token, and no page of anybody else's.
///
/// A request must name this server as its host, or a name that somebody's DNS leads here would do (DNS rebinding); what says
/// where it comes from must come from here (other sites' forms and scripts); and it must have the cookie that the token
/// was exchanged for, which is sent to this site alone.
struct Door: Sendable {
  let token: String
  let port: UInt16

  enum Answer: Equatable {
    case comeIn
    /// The token is right: take the cookie instead.
    case exchange
    case stayOut(String)
  }

  private var cookieName: String { "bayan-\(port)" }

  /// To be sent with the answer to the first address.
  var cookie: String { "\(cookieName)=\(token); Path=/; HttpOnly; SameSite=Strict" }

  private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"] }

  func answer(_ request: HTTPRequest) -> Answer {
    guard let host = request.headers[.host]?.lowercased(), hosts.contains(host) else {
      return .stayOut("This is not a name of Bayan's preview.")
    }
    if let origin = request.headers[HTTPHeader("Origin")]?.lowercased(), origin != "http://\(host)" {
      return .stayOut("Another site asked for this.")
    }
    let sites = ["same-origin", "none", nil]
    let isFirst = request.path == "/" && request.query.contains { $0.name == "token" }
    if !isFirst, !sites.contains(request.headers[HTTPHeader("Sec-Fetch-Site")]?.lowercased()) {
      return .stayOut("Another site asked for this.")
    }
    if isFirst {
      let given = request.query.first { $0.name == "token" }?.value ?? ""
      return isEqual(given, token) ? .exchange : .stayOut("This address is of an earlier preview.")
    }
    let cookies = (request.headers[HTTPHeader("Cookie")] ?? "").split(separator: ";").map {
      $0.drop { $0 == " " }
    }
    guard cookies.contains(where: { isEqual(String($0), "\(cookieName)=\(token)") }) else {
      return .stayOut("Open the address that bayan preview has printed.")
    }
    return .comeIn
  }

  /// Takes as long for a token that is wrong at its beginning as for one that is wrong at its end.
  private func isEqual(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    return a.count == b.count && zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// 128 bits by chance.
  static func newToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let part = String(UInt32.random(in: 0...UInt32.max, using: &generator), radix: 16)
      return String(repeating: "0", count: 8 - part.count) + part
    }.joined()
  }
}
