import Foundation
import TestSupport
import Testing

@Test func onlyWhoWasGivenTheAddressIsAnswered() throws {
  let running = try RunningPreview(try tradePack())
  let paths = ["/", "/page.js", "/page.css", "/pages/brief/0", "/figures", "/paragraphs/1", "/live", "/keep"]
  for path in paths {
    #expect(try running.ask(path, hasCookie: false).status == 403, "\(path) without a token")
    for header in ["Host: evil.example", "Origin: http://evil.example", "Sec-Fetch-Site: cross-site"] {
      #expect(try running.ask(path, "--header", header).status == 403, "\(path) with \(header)")
    }
  }
  #expect(try running.ask("/?token=0", hasCookie: false).status == 403)
  let first = try running.ask("/?token=\(running.token)", hasCookie: false, "--include")
  #expect(
    first.status == 303
      && first.body.contains("Set-Cookie: \(running.cookie); Path=/; HttpOnly; SameSite=Strict"))
  #expect(try running.ask("/").body.contains("<title>Bayan</title>"))
  // A form of another site can't send this type, nor a script of one this header.
  #expect(try running.ask("/keep", "--data", "[]").status == 415)
  #expect(throws: (any Error).self) {
    try LiveSocket(
      port: running.port, path: "/live",
      headers: [
        "Host: 127.0.0.1:\(running.port)", "Cookie: \(running.cookie)", "Origin: http://evil.example",
      ])
  }
}

@Test func nothingButThePreviewIsThere() throws {
  let pack = try tradePack()
  let running = try RunningPreview(pack)
  for path in [
    "/../../etc/passwd", "/pages/../../../etc/passwd", "/pages/brief/../../pack.yml",
    "/pages/%2e%2e/%2e%2e/pack.yml",
    "/pages/..%2f..%2fpack.yml/0", "/pages/brief/99999999999999999999", "/pages/brief/-1", "/pages/brief/0/1",
    "/pages",
    "/pack.yml", "/figures.csv", "/paragraphs/0", "/paragraphs/x", "/paragraphs/99999999999999999999", "/%00",
    "/\u{FF}",
  ] {
    let answer = try running.ask(path)
    #expect([400, 404].contains(answer.status), "\(path): \(answer.status)")
    #expect(!answer.body.contains("root:") && !answer.body.contains("headline"), "\(path)")
  }
  for (path, json) in [
    ("/run", "{\"command\": \"rm\"}"), ("/run", "{\"command\": \"build; rm\"}"), ("/run", "[]"),
    ("/try", "{}"),
    ("/keep", "[{\"id\": 1}]"), ("/keep", "["), ("/keep", "\u{0}"),
  ] {
    #expect(try running.post(path, json).status == 400, "\(path) \(json)")
  }
  #expect(try running.post("/nothing", "[]").status == 404)
  let answer = try running.ask("/pages/brief/0", "--include")
  #expect(answer.status == 200)
  for header in [
    "Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff",
    "Cache-Control: no-store",
  ] {
    #expect(answer.body.contains(header))
  }
}

@Test func aBodyOfAGigabyteIsNotTaken() throws {
  let running = try RunningPreview(try tradePack())
  let start = try running.residentBytes()
  for (head, status) in [
    ("Content-Length: 1000000000", "413"), ("Transfer-Encoding: chunked", "413"),
    ("Content-Length: 200001", "413"),
  ] {
    let socket = try LoopbackSocket(port: running.port)
    try socket.write(
      "POST /keep HTTP/1.1\r\nHost: 127.0.0.1:\(running.port)\r\nCookie: \(running.cookie)\r\n"
        + "Content-Type: application/json\r\n\(head)\r\n\r\n")
    #expect(try socket.read(through: "\r\n").hasPrefix("HTTP/1.1 \(status) "))
    // The connection is closed: what follows would be taken for a request.
    let block = [UInt8](repeating: 0x20, count: 1 << 20)
    var sent = 0
    while sent < 1000, (try? socket.write(block)) != nil { sent += 1 }
    #expect(sent < 100, "\(head)")
  }
  #expect(try running.residentBytes() - start < 100_000_000)
  // What is as long as it may be is read, and then the next request.
  let folder = try TemporaryFolder()
  try folder.write("[\(String(repeating: " ", count: 199_998))]", to: "body")
  let both = try running.ask(
    "/nothing", "--header", "Content-Type: application/json", "--data-binary", "@\(folder.file("body").path)",
    "--next", "--silent", "--header", "Cookie: \(running.cookie)", "--write-out", "\n%{http_code}",
    running.base + "/page.css")
  #expect(both.body.hasPrefix("There is nothing here.\n404") && both.status == 200)
}

@Test func threeHundredConnectionsKeepNobodyOut() throws {
  let running = try RunningPreview(try tradePack(), limits: "ulimit -Sn 256")
  // Half a request each.
  let sockets = try (0..<300).map { _ in try LoopbackSocket(port: running.port) }
  for socket in sockets { try socket.write("GET /page.css HTTP/1.1\r\nHost: 127.0.0.1:\(running.port)\r\n") }
  #expect(try running.ask("/page.css").status == 200)
  for socket in sockets { try socket.write("Cookie: \(running.cookie)\r\n\r\n") }
  for socket in sockets { #expect(try socket.read(through: "\r\n").hasPrefix("HTTP/1.1 200 ")) }
}

@Test func aBrowserThatSleepsFindsTheNewestEditionAndNotAllOfThem() throws {
  let pack = try tradePack()
  let running = try RunningPreview(pack)
  let (sleeper, other) = (try running.socket(), try running.socket())
  var newest = try other.edition()
  for value in 261...266 {
    try pack.replace(",\(value - 1),", with: ",\(value),", in: "figures.csv")
    let before = newest.number
    while newest.number <= before { newest = try other.edition() }
  }
  // The page is painted while somebody takes nothing.
  #expect(try running.ask("/pages/brief/0").body.contains("$266"))
  let first = try sleeper.edition(answers: false)
  #expect(first.number < newest.number)
  try sleeper.send("brief")
  #expect(try sleeper.edition().number >= newest.number)
}

@Test func ofTwoTabsThatEditOneCellTheSecondIsTold() throws {
  let pack = try tradePack()
  let running = try RunningPreview(pack)
  #expect(wait { (try? running.ask("/figures").body.contains("trade-2017")) == true })
  #expect(try running.edit(from: "260", to: "270").status == 200)
  let second = try running.edit(from: "260", to: "280")
  #expect(second.status == 409 && second.body.contains("this cell holds '270' by now"))
  #expect(try pack.read("figures.csv").contains(",270,"))
  #expect(try running.edit(from: "270", to: "280").status == 200)
  for value in [270, 260] {
    #expect(try running.post("/undo", "{}").status == 200)
    #expect(try pack.read("figures.csv").contains(",\(value),"))
  }
  #expect(try running.post("/undo", "{}").status == 200)
  #expect(try pack.read("figures.csv").contains(",260,"))
}

@Test func whatIsSavedIsShownWhateverHappenedToTheFolder() throws {
  let pack = try tradePack()
  let running = try RunningPreview(pack)
  let socket = try running.socket()
  let first = try socket.edition()
  #expect(first.number >= 1 && !first.isBroken)
  // As editors save: beside it, then its name.
  let text = try pack.read("figures.csv")
  let second = try socket.edition {
    try pack.write(text.replacing(",260,", with: ",270,"), to: ".figures.csv.swp")
    rename(pack.file(".figures.csv.swp").path, pack.file("figures.csv").path)
  } until: {
    $0.version > first.version
  }
  let aside = pack.url.deletingLastPathComponent().appendingPathComponent("aside-\(UUID().uuidString)")
  _ = try socket.edition {
    try FileManager.default.moveItem(at: pack.url, to: aside)
  } until: {
    $0.isBroken
  }
  let back = try socket.edition {
    try FileManager.default.moveItem(at: aside, to: pack.url)
  } until: {
    !$0.isBroken
  }
  #expect(back.version == second.version)
  _ = try socket.edition {
    try pack.replace(",270,", with: ",280,", in: "figures.csv")
  } until: {
    $0.version > second.version
  }
  #expect(try running.ask("/pages/brief/0").body.contains("$280"))
}

@Test func onAFullDiskAnEditIsToldAndTheFileIsWhole() throws {
  let pack = try tradePack()
  let long = String(repeating: "x", count: 3_000)
  try pack.replace("so, \"\"they\"\" say", with: long, in: "figures.csv")
  let text = try pack.read("figures.csv")
  // No file may grow beyond 2 KiB: what a full disk does, in the middle of a file.
  let running = try RunningPreview(pack, limits: "trap '' XFSZ; ulimit -f 2")
  #expect(wait { (try? running.ask("/figures").body.contains("trade-2017")) == true })
  let answer = try running.edit(from: "260", to: "270")
  #expect(answer.status == 409 && answer.body.contains("the file can't be written"), "\(answer)")
  #expect(try pack.read("figures.csv") == text)
  #expect(
    try FileManager.default.contentsOfDirectory(atPath: pack.path).sorted()
      == ["figures.csv", "pack.yml", "summaries", "transcript.txt"])
}

@Test func aPortThatIsTakenIsToldAndAMissingFolderToo() throws {
  let pack = try tradePack()
  let running = try RunningPreview(pack)
  let taken = try bayan(["preview", pack.path, "--no-open", "--port", "\(running.port)"])
  #expect(taken.status == 1 && taken.errors.contains("port \(running.port) is taken"), "\(taken)")
  let missing = try bayan(["preview", pack.path + "/nothing", "--no-open"])
  #expect(missing.status == 1 && missing.errors.contains("there is no such folder"), "\(missing)")
}

@Test func whatThePreviewDoesIsToldOnDemand() throws {
  let running = try RunningBayan(["preview", tradePack().path, "--no-open", "--verbose"])
  #expect(wait { running.said.contains("Ctrl-C ends") })
  #expect(wait { running.complained.contains("exhibits drawn: ") }, "\(running.complained)")
  running.send(SIGINT)
  #expect(try running.end().errors.contains(" ms  "))
}

@Test(arguments: [SIGINT, SIGTERM])
func whoEndsThePreviewIsToldOfNoMistake(signal: Int32) throws {
  let running = try RunningBayan(["preview", tradePack().path, "--no-open"])
  #expect(wait { running.said.contains("Ctrl-C ends") })
  // A browser that listens keeps it from nothing.
  let address = try #require(running.said.firstMatch(of: /:(\d+)\/\?token=(\w+)/))
  let port = try #require(UInt16(address.1))
  let listening = try LiveSocket(
    port: port, path: "/live",
    headers: [
      "Host: 127.0.0.1:\(port)", "Origin: http://127.0.0.1:\(port)", "Cookie: bayan-\(port)=\(address.2)",
    ])
  let begun = ContinuousClock.now
  running.send(signal)
  let run = try withExtendedLifetime(listening) { try running.end() }
  #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
  #expect(ContinuousClock.now - begun < .seconds(10))
}
