import Diagnostics
import Files
import Testing

private func complaint(_ bytes: [UInt8]) -> String? {
  do {
    _ = try text(of: bytes, file: "1.md")
    return nil
  } catch {
    return error.diagnostics.first?.description
  }
}

@Test(
  arguments: [
    ([0x61, 0x0A, 0xC3, 0xA9, 0xFF], "1.md:2:2: error: this file is not UTF-8"),
    ([0x61, 0xC3], "1.md:1:2: error: this file is not UTF-8"),
    ([0xED, 0xA0, 0x80], "1.md:1:1: error: this file is not UTF-8"),
    ([0x61, 0x0A, 0x62, 0x00], "1.md:2:2: error: a NUL character stands here"),
  ] as [([UInt8], String)])
func whatIsNoTextIsSaidWhereItBegins(bytes: [UInt8], said: String) throws {
  #expect(complaint(bytes)?.hasPrefix(said) == true, "\(complaint(bytes) ?? "")")
}

@Test func aByteOrderMarkIsNoPartOfATextsWords() throws {
  #expect(try text(of: [0xEF, 0xBB, 0xBF, 0x61], file: "1.md") == "a")
}
