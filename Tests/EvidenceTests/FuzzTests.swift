import Diagnostics
import Evidence
import Testing

@Test func randomBytesNeverCrashTheReader() {
  var generator = SeededGenerator(state: 2)
  let pieces = [
    "\"", ",", ";", "\t", "\n", "\r", "\u{FEFF}", "id", "value", "formula", "derived", "1", "2,500", "¶", "{",
    "|", "\0", "é", "(", "-",
    " ", "a", "%", "sep=", "😀", "\u{301}",
  ].map { Array($0.utf8) }
  for round in 0..<4000 {
    var bytes: [UInt8] = round % 2 == 0 ? Array(header.utf8) : []
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      if Bool.random(using: &generator) {
        bytes += pieces.randomElement(using: &generator) ?? []
      } else {
        bytes.append(UInt8.random(in: 0...255, using: &generator))
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let found = messages { _ = try FigureTable.read(text, file: "t.csv") }
    #expect(found.allSatisfy { $0.contains("error: ") })
  }
}
