import Diagnostics
import Foundation
import Graphics
import Keeping
import Press
import Production
import TestSupport
import Testing

@Suite("A press that stays open")
struct OpenPressTests {
  /// What comes of an order, as text that can be compared; bytes by their own.
  private struct Outcome: Equatable {
    var documents: [String: [UInt8]] = [:]
    var told: [String] = []
  }

  private func outcome(_ order: Order, of room: PressRoom) throws -> Outcome {
    do {
      let made = try room.make(order)
      return Outcome(
        documents: Dictionary(uniqueKeysWithValues: made.documents.map { ($0.name, $0.pdf) }),
        told: made.warnings.inReadingOrder.map(String.init(describing:)))
    } catch let error as DiagnosticError {
      return Outcome(told: error.diagnostics.inReadingOrder.map(String.init(describing:)))
    }
  }

  /// `BAYAN_EDITS` says how many times; a failure names the seed and the edit.
  @Test func makesWhatOneFromNothingMakesWhateverWasMadeBefore() throws {
    let edits = ProcessInfo.processInfo.environment["BAYAN_EDITS"].flatMap { Int($0) } ?? 12
    var random = SeededGenerator(seed: 15)
    let folder = try TemporaryFolder()
    var pack = EditedPack(questions: 2, using: &random)
    var order = Order()
    order.pack = folder.path
    order.layouts = ["report", "slides", folder.file("own.yml").path]
    let room = try PressRoom()
    var made = 0
    for edit in 0..<edits {
      try pack.write(into: folder)
      let open = try outcome(order, of: room)
      let fresh = try outcome(order, of: try PressRoom())
      #expect(open.told == fresh.told, "edit \(edit)")
      #expect(open.documents.keys.sorted() == fresh.documents.keys.sorted(), "edit \(edit)")
      for (name, bytes) in fresh.documents {
        #expect(
          open.documents[name] == bytes, "\(name) after edit \(edit) is not what a build from nothing makes")
      }
      made += fresh.documents.isEmpty ? 0 : 1
      pack.edit(using: &random)
    }
    #expect(made * 2 > edits, "most edits leave a pack that can be made")
  }

  /// The counts are of the second build alone.
  @Test func aChangedFigureTouchesWhatShowsIt() throws {
    var random = SeededGenerator(seed: 3)
    let folder = try TemporaryFolder()
    var pack = EditedPack(questions: 4, using: &random)
    try pack.write(into: folder)
    var order = Order()
    order.pack = folder.path
    order.layouts = ["report"]
    order.keepsFrames = true
    let room = try PressRoom()
    let first = try room.make(order)
    // A chart and a map for each question.
    #expect(first.tallies["exhibits drawn"]?.made == 8)
    #expect(first.tallies["texts searched for places"]?.made == 1)
    let same = try room.make(order)
    for (kind, tally) in same.tallies { #expect(tally.made == 0, "\(kind): nothing was changed") }
    pack.questions[0].values[2] += 1
    try pack.write(into: folder)
    let second = try room.make(order)
    #expect(second.tallies["exhibits drawn"]?.made == 1, "the chart of question 1, and no map")
    // The page of the question, those that show all figures or all questions, and the interview, which says the figure.
    let parts = try #require(second.tallies["parts laid out"])
    #expect(parts.made < parts.taken + 3)
    let pages = try [first, second].map { made in
      try #require(made.documents.first?.frames).pages.map(\.frame)
    }
    let changed = zip(pages[0], pages[1]).filter { $0 != $1 }.count
    #expect(second.tallies["pages painted"] == Tally(made: changed, taken: pages[0].count - changed))
    // The transcript says another number: its texts are read anew as one.
    #expect(second.tallies["texts searched for places"]?.made == 1)
    try folder.write("id,value,source\nt2-2,777,https://example.org/later\n", to: "later.csv")
    order.updates = [folder.file("later.csv").path]
    let updated = try room.make(order)
    #expect(updated.tallies["texts searched for places"]?.made == 0, "the interview is the same")
    #expect(updated.tallies["exhibits drawn"]?.made == 1)
  }

  @Test(arguments: ["mark.png", "base.yml"])
  func whatLeadsOutOfALayoutsFolderSinceIsRefusedAsOneFromNothingRefusesIt(name: String) throws {
    let (folder, elsewhere) = (try TemporaryFolder(), try TemporaryFolder())
    var random = SeededGenerator(seed: 4)
    let pack = EditedPack(questions: 1, using: &random)
    try pack.write(into: folder)
    try FileManager.default.moveItem(at: folder.file("own.yml"), to: folder.file("base.yml"))
    try folder.write(
      """
      extends: base.yml
      running:
        header: { left: { image: mark.png, height: 8 mm, text: Ministry }, distance: 9 mm }
      """, to: "own.yml")
    try folder.write(Data(renderPNG(Frame(size: Size(20, 20)), scale: 1)), to: "mark.png")
    var order = Order()
    order.pack = folder.path
    order.layouts = [folder.file("own.yml").path]
    let room = try PressRoom()
    #expect(try outcome(order, of: room).documents.count == 1)
    // The same, elsewhere.
    let (inside, outside) = (folder.file(name), elsewhere.file(name))
    try FileManager.default.moveItem(at: inside, to: outside)
    try FileManager.default.createSymbolicLink(at: inside, withDestinationURL: outside)
    let refused = try outcome(order, of: room)
    #expect(refused.documents.isEmpty)
    #expect(refused.told.contains { $0.contains("outside of the layout's folder") })
    #expect(try refused == outcome(order, of: PressRoom()))
  }
}
