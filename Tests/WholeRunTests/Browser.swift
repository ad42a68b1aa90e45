import Foundation
import TestSupport
import Testing

/// A browser without a window, driven as a person would by WebDriver (W3C 2018): Debian's Chromium and its chromedriver.
final class Browser {
  private let driver: Daemon
  private let folder: TemporaryFolder
  private let port: UInt16
  private var session = ""

  private static let options = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--window-size=1400,900", "--force-device-scale-factor=1",
  ]

  init() throws {
    folder = try TemporaryFolder()
    port = UInt16(try freePort())
    driver = try Daemon(
      "chromedriver", ["--port=\(port)"], environment: ["HOME": folder.path], in: folder.url)
    try driver.wait(for: "its port") { [port] in (try? LoopbackSocket(port: port)) != nil }
    let wanted: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": ["args": Self.options, "binary": "/usr/bin/chromium"],
      "goog:loggingPrefs": ["browser": "ALL"],
    ]
    let answer = try ask("POST", "/session", ["capabilities": ["alwaysMatch": wanted]]) as? [String: Any]
    session = "/session/\(try #require(answer?["sessionId"] as? String))"
  }

  deinit { _ = try? ask("DELETE", session) }

  func open(_ address: String) throws { _ = try ask("POST", session + "/url", ["url": address]) }

  /// What a script of the page gives back: "return …".
  func script(_ text: String) throws -> Any? {
    try ask("POST", session + "/execute/sync", ["script": text, "args": [Any]()])
  }

  /// Waits until an expression of the page's is true.
  func wait(for expression: String, seconds: Double = 20) throws {
    let end = Date().addingTimeInterval(seconds)
    while try script("return Boolean(\(expression))") as? Bool != true {
      guard Date() < end else { throw Daemon.Failure("the browser waited in vain for: \(expression)") }
      usleep(20_000)
    }
  }

  func click(_ selector: String) throws { _ = try ask("POST", element(selector) + "/click", [String: Any]()) }

  /// Replaces what stands in a field.
  func type(_ text: String, into selector: String) throws {
    let field = try element(selector)
    _ = try ask("POST", field + "/clear", [String: Any]())
    _ = try ask("POST", field + "/value", ["text": text])
  }

  /// Presses keys wherever the focus is; those without a letter have numbers of their own ("\u{E014}" is the right arrow).
  func press(_ keys: String) throws {
    let actions = keys.flatMap { key in ["keyDown", "keyUp"].map { ["type": $0, "value": String(key)] } }
    _ = try ask(
      "POST", session + "/actions",
      ["actions": [["type": "key", "id": "keys", "actions": actions] as [String: Any]]])
  }

  /// What an element looks like, as PNG.
  func picture(of selector: String) throws -> [UInt8] {
    let text = try #require(ask("GET", element(selector) + "/screenshot") as? String)
    return [UInt8](try #require(Data(base64Encoded: text)))
  }

  /// As if the person's desktop were dark, or light.
  func setScheme(_ scheme: String) throws {
    let media: [String: Any] = ["features": [["name": "prefers-color-scheme", "value": scheme]]]
    _ = try ask(
      "POST", session + "/goog/cdp/execute", ["cmd": "Emulation.setEmulatedMedia", "params": media])
  }

  /// What the browser holds against the page since it was last asked.
  func complaints() throws -> [String] {
    let entries = try ask("POST", session + "/se/log", ["type": "browser"]) as? [[String: Any]]
    return entries?.compactMap { $0["message"] as? String } ?? []
  }

  private func element(_ selector: String) throws -> String {
    let found = try ask("POST", session + "/element", ["using": "css selector", "value": selector])
    let name = try #require((found as? [String: String])?.values.first, "\(selector)")
    return "\(session)/element/\(name)"
  }

  private func ask(_ method: String, _ path: String, _ body: [String: Any]? = nil) throws -> Any? {
    let socket = try LoopbackSocket(port: port)
    let json = try body.map { [UInt8](try JSONSerialization.data(withJSONObject: $0)) } ?? []
    try socket.write(
      Array(
        "\(method) \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\nContent-Length: \(json.count)\r\n\r\n".utf8)
        + json)
    let head = try socket.read(through: "\r\n\r\n")
    let length = try #require(
      head.lowercased().firstMatch(of: /content-length: *(\d+)/).flatMap { Int($0.1) })
    let answer = try JSONSerialization.jsonObject(with: Data(socket.read(length))) as? [String: Any]
    guard head.hasPrefix("HTTP/1.1 200") else { throw Daemon.Failure("\(method) \(path): \(answer ?? [:])") }
    return answer?["value"]
  }
}
