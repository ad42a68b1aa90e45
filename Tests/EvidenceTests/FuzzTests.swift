import Diagnostics
import Evidence
import Foundation
import TestSupport
import Testing

@testable import Tables

/// Random and mutated tables: nothing may crash, hang or pass silently. `make fuzz` runs for a minute (environment
/// BAYAN_FUZZ_SECONDS), the ordinary tests for a second. Each input comes from a seed, which is printed when it fails;
/// a crash leaves the seed of its hundred in BAYAN_FUZZ_SEED's form on the last line printed.
private struct Fuzzer {
  var seconds: Double
  var firstSeed: UInt64

  init() {
    let environment = ProcessInfo.processInfo.environment
    seconds = environment["BAYAN_FUZZ_SECONDS"].flatMap { Double($0) } ?? 1
    firstSeed = environment["BAYAN_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
  }

  /// Runs with one seed after the other until the time is over.
  func run(_ name: String, _ attempt: (inout SeededGenerator) throws -> Void) {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var seed = firstSeed
    while clock.now < end {
      if seconds > 1, (seed - firstSeed) % 100 == 0 {
        FileHandle.standardError.write(Data("\(name): BAYAN_FUZZ_SEED=\(seed)\n".utf8))
      }
      var generator = SeededGenerator(seed: seed)
      let start = clock.now
      do {
        try attempt(&generator)
      } catch let error as DiagnosticError {
        let isTold = error.diagnostics.contains { $0.severity == .error }
        #expect(isTold, "\(name), seed \(seed): thrown without an error")
        #expect(error.diagnostics.allSatisfy { !$0.message.isEmpty }, "\(name), seed \(seed)")
      } catch {
        Issue.record("\(name), seed \(seed): \(error)")
      }
      #expect(clock.now - start < .seconds(20), "\(name), seed \(seed): takes too long")
      seed += 1
    }
  }
}

private let pieces = [
  "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "\u{FEFF}", "id", "value", "formula", "derived", "target",
  "1", "0",
  "2,500", "2.500", "1e9", "1 000", "-0", "99999999999999999999", "0.000000000000001", "¶", "¶1", "fn2",
  "https://a.b", "{", "|", "\0", "é", "(", ")", "-", " - ", " / ", "*", " ", "a", "b", "%", "sep=", "😀",
  "\u{301}",
  "\u{A0}", "2018", "2018-05", "2018/2019", "sum(", "cagr(a, b)", "change(", "USD bn", "n/a", "#REF!",
  "Windows",
].map { Array($0.utf8) }

extension [UInt8] {
  /// Some bytes inserted, removed, replaced, doubled or exchanged.
  fileprivate func mutated(by generator: inout SeededGenerator) -> [UInt8] {
    var bytes = self
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let length = Swift.min(Int.random(in: 0...12, using: &generator), bytes.count - place)
      switch Int.random(in: 0...4, using: &generator) {
      case 0: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
      case 1: bytes.removeSubrange(place..<(place + length))
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      case 3: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
      default: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator) }
      }
    }
    return bytes
  }
}

/// What can be read is written and read again as the same.
private func readAsUpdate(_ bytes: [UInt8], file: String) throws {
  let own = try Table.read(header + sample, file: "figures.csv")
  let table = try Table.read(bytes, file: file, columns: FigureTable.columns)
  let figures = try FigureTable.read(own, updates: [table]).figures
  let written = try Table.read(figures.csv(), file: "again.csv")
  #expect(try FigureTable.read(written).figures.csv() == figures.csv())
  for figure in figures.figures { #expect(!figure.words(.full).isEmpty) }
}

private func stored(_ names: [String]) throws -> [[UInt8]] {
  let folder = projectFolder.appendingPathComponent("Tests/EvidenceTests/LibreOffice")
  return try names.map { try Array(Data(contentsOf: folder.appendingPathComponent($0))) }
}

@Test func randomBytesNeverCrashTheReader() {
  Fuzzer().run("random") { generator in
    var bytes: [UInt8] = Bool.random(using: &generator) ? Array(header.utf8) : []
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      if Int.random(in: 0...3, using: &generator) > 0 {
        bytes += pieces.randomElement(using: &generator) ?? []
      } else {
        bytes.append(UInt8.random(in: 0...255, using: &generator))
      }
    }
    _ = try FigureTable.read(String(decoding: bytes, as: UTF8.self), file: "t.csv")
    try readAsUpdate(bytes, file: "t.csv")
  }
}

@Test func mutatedTablesNeverCrashTheReader() throws {
  let corpus =
    try stored(["en-US.csv", "de-DE.csv", "de-DE-tabs.csv", "ru-RU-utf-16.csv", "ru-RU-windows-1251.csv"])
    + [Array((header + sample).utf8), try table(sample).csv()]
  Fuzzer().run("mutated") { generator in
    let bytes = (corpus.randomElement(using: &generator) ?? []).mutated(by: &generator)
    try readAsUpdate(bytes, file: "t.csv")
  }
}

@Test func mutatedSpreadsheetsNeverCrashTheReader() throws {
  let corpus = try stored(["en-US.xlsx", "ru-RU.xlsx"]) + [try table(sample).spreadsheet()]
  Fuzzer().run("spreadsheet") { generator in
    let whole = corpus.randomElement(using: &generator) ?? []
    if Int.random(in: 0...5, using: &generator) == 0 {
      try readAsUpdate(whole.mutated(by: &generator), file: "t.xlsx")
      return
    }
    // Changes inside of a part, packed anew, so that they reach what is behind the archive.
    let archive = try ZipArchive(whole, file: "t.xlsx")
    let names = [
      "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml",
      "xl/worksheets/sheet1.xml",
    ]
    let changed = names.randomElement(using: &generator)
    let isByStructure = Int.random(in: 0...2, using: &generator) > 0
    let parts = try names.compactMap { name in
      try archive.contents(of: name).map { bytes -> (String, [UInt8]) in
        if name != changed { return (name, bytes) }
        return (
          name, isByStructure ? XMLMutation(bytes).mutated(by: &generator) : bytes.mutated(by: &generator)
        )
      }
    }
    try readAsUpdate(ZipArchive.packed(parts), file: "t.xlsx")
  }
}
