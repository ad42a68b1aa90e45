import FlyingFox
import Foundation
import Testing

@testable import Preview

private let door = Door(token: "0123456789abcdef", port: 8123)
private let cookie = ["Cookie": "bayan-8123=0123456789abcdef"]

private func answer(_ headers: [String: String], path: String = "/", token: String? = nil) -> Door.Answer {
  var all = ["Host": "127.0.0.1:8123"]
  all.merge(headers) { $1 }
  return door.answer(
    HTTPRequest(
      method: .GET, version: .http11, path: path,
      query: token.map { [.init(name: "token", value: $0)] } ?? [],
      headers: Dictionary(uniqueKeysWithValues: all.map { (HTTPHeader($0), $1) }), body: Data()))
}

private func isOut(_ answer: Door.Answer) -> Bool { if case .stayOut = answer { true } else { false } }

@Test func whoHasTheAddressGetsTheCookieAndWithItComesIn() {
  #expect(answer([:], token: "0123456789abcdef") == .exchange)
  // From the link in a mail, too: it only leads here.
  #expect(answer(["Sec-Fetch-Site": "cross-site"], token: "0123456789abcdef") == .exchange)
  #expect(answer(cookie) == .comeIn)
  #expect(answer(["Cookie": "a=b; bayan-8123=0123456789abcdef;c=d"], path: "/figures") == .comeIn)
  for host in ["localhost:8123", "LOCALHOST:8123", "[::1]:8123"] {
    #expect(answer(cookie.merging(["Host": host]) { $1 }) == .comeIn)
    #expect(answer(cookie.merging(["Host": host, "Origin": "http://\(host)"]) { $1 }) == .comeIn)
  }
}

@Test(arguments: ["", "0", "0123456789abcdeF", "0123456789abcdef0", "0123456789abcde", " 0123456789abcdef"])
func aWrongTokenOpensNothing(token: String) {
  #expect(isOut(answer([:], token: token)))
  #expect(isOut(answer(["Cookie": "bayan-8123=\(token)"])) || token.hasPrefix(" "))
  #expect(isOut(answer(["Cookie": "bayan-81234=0123456789abcdef"])))
}

@Test(arguments: [
  "evil.example", "evil.example:8123", "127.0.0.1", "127.0.0.1:8124", "127.0.0.1:8123.evil.example",
  "127.0.0.1:8123 evil.example", "localhost", "localhost.:8123", "0.0.0.0:8123", "[::]:8123",
  "2130706433:8123", "",
])
func anotherNameForThisMachineOpensNothing(host: String) {
  #expect(isOut(answer(cookie.merging(["Host": host]) { $1 })))
  #expect(isOut(answer(["Host": host], token: "0123456789abcdef")))
}

@Test(arguments: [
  "http://evil.example", "https://127.0.0.1:8123", "http://127.0.0.1:8124", "http://localhost:8123", "null",
  "",
  "http://127.0.0.1:8123.evil.example", "http://127.0.0.1:8123/", "file://",
])
func anotherSitesPageOpensNothing(origin: String) {
  #expect(isOut(answer(cookie.merging(["Origin": origin]) { $1 })))
}

@Test(arguments: ["cross-site", "same-site", "Cross-Site", "", "anything"])
func whatABrowserSaysAnotherSiteAskedForOpensNothing(site: String) {
  #expect(isOut(answer(cookie.merging(["Sec-Fetch-Site": site]) { $1 })))
}

@Test func whatTheOwnPageAsksForIsAnswered() {
  for site in ["same-origin", "none"] {
    let headers = ["Sec-Fetch-Site": site, "Origin": "http://127.0.0.1:8123"]
    #expect(answer(cookie.merging(headers) { $1 }, path: "/keep") == .comeIn)
  }
}

@Test func theTokenOpensNothingButTheFirstAddress() {
  #expect(isOut(answer([:], path: "/figures", token: "0123456789abcdef")))
  #expect(isOut(answer([:], path: "//", token: "0123456789abcdef")))
}

@Test func tokensAreLongAndNoTwoAlike() {
  let tokens = (0..<100).map { _ in Door.newToken() }
  #expect(Set(tokens).count == 100)
  #expect(tokens.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
}
