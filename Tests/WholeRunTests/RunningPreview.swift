import Foundation
import TestSupport
import Testing

/// `bayan preview` over a pack, and a browser's cookie for it.
final class RunningPreview {
  let port: UInt16
  let token: String
  /// What to open first.
  let address: String
  private let daemon: Daemon
  private let folder: TemporaryFolder
  private let process: Int32

  var base: String { "http://127.0.0.1:\(port)" }
  var cookie: String { "bayan-\(port)=\(token)" }

  /// `limits` is what the shell does before, such as `ulimit`.
  init(_ pack: some TestFolder, layouts: [String] = ["brief"], limits: String = ":") throws {
    folder = try TemporaryFolder()
    daemon = try Daemon(
      "bash",
      ["-c", "\(limits); echo $$; exec \"$@\"", "bash", bayanProgram.path, "preview", pack.path, "--no-open"]
        + layouts.flatMap { ["--layout", $0] }, in: folder.url)
    try daemon.wait(for: "the address") { [daemon] in daemon.said.contains("Ctrl-C") }
    let said = daemon.said
    let parts = try #require(said.firstMatch(of: /(\d+)\n(http:\/\/127\.0\.0\.1:(\d+)\/\?token=(\w+))\n/))
    (process, address) = (try #require(Int32(parts.1)), String(parts.2))
    (port, token) = (try #require(UInt16(parts.3)), String(parts.4))
  }

  /// What it takes of the machine's memory.
  func residentBytes() throws -> Int {
    let pages = try String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8).split(separator: " ")[1]
    return try #require(Int(pages)) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// The status and the body of what curl gets, with the cookie unless told otherwise.
  func ask(_ path: String, hasCookie: Bool = true, _ options: String...) throws -> (status: Int, body: String)
  {
    let run = try tool(
      "curl",
      ["--silent", "--path-as-is", "--max-time", "60", "--write-out", "\n%{http_code}", base + path]
        + (hasCookie ? ["--header", "Cookie: \(cookie)"] : []) + options)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.last.flatMap { Int($0) } ?? 0, lines.dropLast().joined(separator: "\n"))
  }

  func post(_ path: String, _ json: String) throws -> (status: Int, body: String) {
    try ask(path, "--header", "Content-Type: application/json", "--data-binary", json)
  }

  func edit(from before: String, to after: String) throws -> (status: Int, body: String) {
    try post(
      "/keep",
      "[{\"figure\": {\"id\": \"trade-2017\", \"column\": \"value\", \"before\": \"\(before)\", \"after\": \"\(after)\"}}]"
    )
  }

  func socket() throws -> LiveSocket {
    try LiveSocket(
      port: port, path: "/live", headers: ["Host: 127.0.0.1:\(port)", "Origin: \(base)", "Cookie: \(cookie)"])
  }
}

/// What the page is told of an edition, as far as tests want to know it.
struct ToldEdition: Decodable {
  struct Document: Decodable {
    struct Page: Decodable { var version: Int }

    var name: String
    var pages: [Page]
  }

  var number: Int
  var isBroken: Bool
  var documents: [Document]

  /// Of the first page.
  var version: Int { documents.first?.pages.first?.version ?? 0 }
}

extension LiveSocket {
  /// The next edition; it is answered as the page answers it.
  func edition(answers: Bool = true) throws -> ToldEdition {
    let edition = try JSONDecoder().decode(ToldEdition.self, from: Data(receive().utf8))
    if answers { try send("brief") }
    return edition
  }

  /// The next edition that is as wanted.
  func edition(after change: () throws -> Void, until isRight: (ToldEdition) -> Bool) throws -> ToldEdition {
    try change()
    var edition = try edition()
    while !isRight(edition) { edition = try self.edition() }
    return edition
  }
}
