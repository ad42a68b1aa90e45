import Diagnostics
import Foundation
import Graphics
import Production
import Synchronization
import TestSupport
import Testing

@testable import Preview

/// A session over a pack, and all editions that it published.
private final class Watched: Sendable {
  private final class Heard: Sendable { let editions = Mutex<[ShownEdition]>([]) }

  let session: PreviewSession
  private let heard = Heard()

  init(_ pack: SmallPack, layouts: [String]) throws {
    var order = Order()
    order.pack = pack.path
    order.layouts = layouts
    session = try PreviewSession(order)
    _ = session.subscribe { [heard] edition in heard.editions.withLock { $0.append(edition) } }
  }

  /// What came of a change: all editions until the files as they are now have been made.
  func editions(after change: () throws -> Void) async throws -> [ShownEdition] {
    let before = heard.editions.withLock(\.count)
    try change()
    session.change()
    #expect(
      try await eventually {
        heard.editions.withLock { $0.count > before && $0.last.map { !$0.isPartial } ?? false }
      })
    return heard.editions.withLock { Array($0[before...]) }
  }

  func edition(after change: () throws -> Void) async throws -> ShownEdition {
    try #require(await editions(after: change).last)
  }
}

extension ShownEdition {
  /// Each page by its document and its place, with its version.
  fileprivate var versions: [String: Int] {
    var found: [String: Int] = [:]
    for document in documents {
      for (index, page) in document.pages.enumerated() { found["\(document.name)/\(index)"] = page.version }
    }
    return found
  }

  fileprivate var text: String { documents.flatMap(\.pages).map(\.frame.text).joined(separator: "\n") }
}

@Test func pagesThatAnEditLeavesAloneKeepTheirVersion() async throws {
  let pack = try tradePack()
  let watched = try Watched(pack, layouts: ["slides"])
  let first = try await watched.edition {}
  #expect(first.number == 1 && first.title == "Trade of the bees" && !first.isBroken)
  #expect(Set(first.versions.values) == [1] && first.versions.count > 3)
  #expect(first.documents.flatMap(\.pages).flatMap(\.changes).isEmpty)

  let same = try await watched.edition {}
  #expect(same.versions == first.versions, "nothing was changed")

  let second = try await watched.edition { try pack.replace(",260,", with: ",270,", in: "figures.csv") }
  let wax = try #require(
    second.documents[0].pages.firstIndex {
      $0.frame.text.contains("Wax is another matter") && !$0.frame.text.contains("270")
    })
  let trade = second.documents[0].pages.filter { $0.frame.text.contains("270") }
  #expect(second.documents[0].pages[wax].version == 1)
  #expect(!trade.isEmpty && trade.allSatisfy { $0.version == second.number && !$0.changes.isEmpty })
  #expect(!second.text.contains("260") && second.since == second.number)

  // Taken back, its pages are new ones all the same: a browser may have seen the others.
  let third = try await watched.edition { try pack.replace(",270,", with: ",260,", in: "figures.csv") }
  #expect(third.text == first.text)
  #expect(third.versions.values.allSatisfy { $0 == 1 || $0 == third.number })
}

@Test func mistakesLeaveTheLastGoodPages() async throws {
  let pack = try tradePack()
  let watched = try Watched(pack, layouts: ["brief"])
  let good = try await watched.edition {}
  let broken = try await watched.edition {
    try pack.replace("{trade-2017}", with: "{trade-2071}", in: "summaries/1.md")
  }
  #expect(broken.isBroken && broken.versions == good.versions && broken.text == good.text)
  let mistake = try #require(broken.diagnostics.first)
  #expect(mistake.severity == .error && mistake.location?.file.hasSuffix("summaries/1.md") == true)
  for half in ["", "title: [", "title: Half\nquest", "\u{0}"] {
    let edition = try await watched.edition { try pack.write(half, to: "pack.yml") }
    #expect(edition.isBroken && edition.text == good.text, "\(half.debugDescription)")
  }
  let whole = try tradePack()
  let mended = try await watched.edition {
    for name in ["pack.yml", "summaries/1.md"] { try pack.write(whole.read(name), to: name) }
  }
  #expect(!mended.isBroken && mended.versions == good.versions && mended.diagnostics == good.diagnostics)
}

@Test func thePackMayBeTakenAwayAndPutBack() async throws {
  let pack = try tradePack()
  let watched = try Watched(pack, layouts: ["brief"])
  let good = try await watched.edition {}
  let aside = pack.url.deletingLastPathComponent().appendingPathComponent("aside-\(UUID().uuidString)")
  let gone = try await watched.edition { try FileManager.default.moveItem(at: pack.url, to: aside) }
  #expect(gone.isBroken && gone.text == good.text)
  let back = try await watched.edition { try FileManager.default.moveItem(at: aside, to: pack.url) }
  #expect(!back.isBroken && back.versions == good.versions)
}

@Test func theDocumentThatIsLookedAtComesFirst() async throws {
  let pack = try tradePack()
  let watched = try Watched(pack, layouts: [])
  let first = try await watched.edition {}
  let names = first.documents.map(\.name)
  #expect(names.contains("slides") && names.contains("report"))
  watched.session.look(at: "slides")
  let editions = try await watched.editions { try pack.replace(",260,", with: ",270,", in: "figures.csv") }
  #expect(editions.count == 2)
  let (early, late) = (try #require(editions.first), try #require(editions.last))
  func text(_ edition: ShownEdition, _ name: String) -> String {
    edition.documents.filter { $0.name == name }.flatMap(\.pages).map(\.frame.text).joined()
  }
  #expect(text(early, "slides").contains("270") && !text(early, "report").contains("270"))
  #expect(text(late, "slides").contains("270") && text(late, "report").contains("270"))
  // One change for who watches: what it did to the slides is still told.
  #expect(early.since == early.number && late.since == early.number)
  for (one, other) in zip(early.documents, late.documents) where one.name == "slides" {
    #expect(one.pages.map(\.version) == other.pages.map(\.version))
    #expect(one.pages.map(\.changes) == other.pages.map(\.changes))
  }
  // A document of another name is none to wait for.
  watched.session.look(at: "nothing of the kind")
  #expect(
    try await watched.editions { try pack.replace(",270,", with: ",260,", in: "figures.csv") }.count == 1)
}

@Test func aPageIsPaintedInItsPresentState() async throws {
  let pack = try tradePack()
  let watched = try Watched(pack, layouts: ["brief"])
  let edition = try await watched.edition {}
  let first = try #require(try await watched.session.page("brief", 0))
  #expect(first.version == 1 && String(decoding: first.svg, as: UTF8.self).contains("$260"))
  let again = try #require(try await watched.session.page("brief", 0))
  #expect(again.svg == first.svg)
  _ = try await watched.edition { try pack.replace(",260,", with: ",270,", in: "figures.csv") }
  let second = try #require(try await watched.session.page("brief", 0))
  #expect(second.version > first.version && String(decoding: second.svg, as: UTF8.self).contains("$270"))
  for (document, index) in [
    ("brief", -1), ("brief", edition.documents[0].pages.count), ("report", 0), ("../brief", 0),
  ] {
    #expect(try await watched.session.page(document, index) == nil)
  }
}

@Test func whatIsTriedChangesNothing() async throws {
  let pack = try tradePack()
  let watched = try Watched(pack, layouts: ["brief", "slides"])
  let shown = try await watched.edition {}
  let names = try FileManager.default.subpathsOfDirectory(atPath: pack.path).sorted()
  let figures = try pack.read("figures.csv")
  let draft = Array(figures.replacing(",260,", with: ",270,").utf8)
  let attempt = try #require(await watched.session.attempt(["figures.csv": draft]))
  #expect(
    !attempt.isBroken && attempt.diagnostics.allSatisfy { $0.severity != .error })
  #expect(attempt.documents.map(\.name) == ["brief", "slides"])
  let sentences = attempt.documents.flatMap(\.changes).filter { !$0.isExhibit }
  #expect(
    sentences.contains {
      $0.before?.contains("260") == true && $0.after == $0.before?.replacing("260", with: "270")
    }, "\(sentences)")
  #expect(attempt.documents.flatMap(\.changes).contains { $0.isExhibit && $0.after?.contains("270") == true })

  let wrong = try #require(
    await watched.session.attempt(["figures.csv": Array(figures.replacing(",260,", with: ",much,").utf8)]))
  #expect(wrong.isBroken && wrong.diagnostics.contains { $0.location?.line == 3 })

  #expect(try FileManager.default.subpathsOfDirectory(atPath: pack.path).sorted() == names)
  #expect(try pack.read("figures.csv") == figures)
  #expect(watched.session.edition.number == shown.number)
  let after = try await watched.edition {}
  #expect(after.versions == shown.versions)
}

@Test func onlyTheLastOfWhatIsTypedIsTried() async throws {
  let pack = try tradePack()
  let watched = try Watched(pack, layouts: ["brief"])
  _ = try await watched.edition {}
  let figures = try pack.read("figures.csv")
  let attempts = await withTaskGroup(of: Bool.self) { group in
    for value in 261..<281 {
      group.addTask {
        let draft = Array(figures.replacing(",260,", with: ",\(value),").utf8)
        return await watched.session.attempt(["figures.csv": draft]) != nil
      }
    }
    return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
  }
  #expect((1...10).contains(attempts))
}

@Test func aNumberThatTheInterviewDoesNotBearOutIsToldWithWhatItWouldDo() async throws {
  let pack = try tradePack()
  try pack.replace(
    "nobody had expected it.", with: "nobody had expected 260 million dollars.", in: "transcript.txt")
  try pack.replace(
    "trade-2017,Trade,260,USD mn,2017,exact,actual,,https://example.org/trade,",
    with: "trade-2017,Trade,260,USD mn,2017,exact,actual,,¶2,", in: "figures.csv")
  let watched = try Watched(pack, layouts: ["brief"])
  #expect(try await !watched.edition {}.isBroken)
  let draft = Array(try pack.read("figures.csv").replacing(",260,", with: ",270,").utf8)
  let attempt = try #require(await watched.session.attempt(["figures.csv": draft]))
  #expect(!attempt.isBroken)
  #expect(
    attempt.diagnostics.contains { $0.severity == .error && $0.message.contains("does not stand in ¶2") })
  #expect(attempt.documents.flatMap(\.changes).contains { $0.after?.contains("270") == true })
}
