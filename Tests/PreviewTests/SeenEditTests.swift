import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Preview

private func text(_ edit: SeenEdit, of pack: String) throws -> String {
  String(decoding: try edit.applied(to: Array(pack.utf8), path: "pack.yml"), as: UTF8.self)
}

private let pack = """
  title: Trade # 2
  draft:
    label: Draft
    questions:
      - 1
      - 2 # not yet
    figures:
      - trade-2017
  questions:
    - headline: One
    - headline: Two

  """

@Test func whatWasLookedAtLeavesItsListAndNothingElseChanges() throws {
  let second = SeenEdit(list: .questions, entry: "2")
  let seen = try text(second, of: pack)
  #expect(seen == pack.replacing("    - 2 # not yet\n", with: ""))
  let none = try text(SeenEdit(list: .questions, entry: "1"), of: seen)
  #expect(none == pack.replacing("    - 2 # not yet\n", with: "").replacing("    - 1\n", with: ""))
  #expect(
    try text(SeenEdit(list: .figures, entry: "trade-2017"), of: pack)
      == pack.replacing("    - trade-2017\n", with: ""))
}

@Test func whatIsPutBackStandsInItsListAgain() throws {
  let first = SeenEdit(list: .questions, entry: "1")
  #expect(try text(first.reversed, of: text(first, of: pack)) == pack)
  let windows = pack.replacing("\n", with: "\r\n")
  #expect(try text(first.reversed, of: text(first, of: windows)) == windows)
  // Twice changes nothing.
  #expect(try text(first.reversed, of: pack) == pack)
}

@Test func whatHasNoLineOfItsOwnIsLeftToThePerson() throws {
  for written in [
    pack.replacing("  questions:\n    - 1\n    - 2 # not yet\n", with: "  questions: [1, 2]\n"),
    pack.replacing("draft:\n", with: "draft: Draft\nothers:\n"), "title: Trade\n", "draft: [\n",
  ] {
    #expect(throws: DiagnosticError.self, "\(written)") {
      try text(SeenEdit(list: .questions, entry: "2"), of: written)
    }
  }
  #expect(throws: DiagnosticError.self) { try text(SeenEdit(list: .questions, entry: "3"), of: pack) }
}

@Test func aDraftIsWorkedThroughUntilNothingOfItIsLeftToLookAt() throws {
  let small = try tradePack()
  let own = try small.read("pack.yml")
  let draft = "draft:\n  label: Draft\n  questions:\n    - 1\n    - 2\n  figures:\n    - trade-2016\n"
  try small.write(draft + own, to: "pack.yml")
  func note() throws -> String {
    try bayan("check", small.path).errors.split(separator: "\n").first { $0.contains("is a draft") }.map(
      String.init) ?? ""
  }
  #expect(try note().contains("nobody has looked at 2 questions and 1 figure yet"))
  let ledger = Ledger(PackFiles(pack: small.path))
  try ledger.keep([
    .seen(SeenEdit(list: .questions, entry: "1")), .seen(SeenEdit(list: .questions, entry: "2")),
  ])
  #expect(try note().contains("nobody has looked at 1 figure yet"))
  try ledger.keep([.seen(SeenEdit(list: .figures, entry: "trade-2016"))])
  #expect(try note().contains("a draft, which stands on every page"))
  #expect(try !note().contains("nobody"))
  for _ in 0..<2 { try ledger.undo() }
  #expect(try small.read("pack.yml") == draft + own)
  try small.write(draft.replacing("- 2\n", with: "- 3\n") + own, to: "pack.yml")
  #expect(try bayan("check", small.path).errors.contains("there is no question '3' to be looked at"))
}
