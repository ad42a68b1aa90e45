import Testing

@testable import Printing

private func field(_ bytes: [UInt8]) -> [UInt8] {
  [UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes
}
private func attribute(_ tag: UInt8, _ name: String, _ value: [UInt8]) -> [UInt8] {
  [tag] + field(Array(name.utf8)) + field(value)
}
private func message(_ attributes: [UInt8]...) -> [UInt8] {
  [2, 0, 4, 6, 0, 0, 0, 1, 1] + attributes.flatMap(\.self) + [3]
}

private let sample = message(
  attribute(0x41, "status-message", Array("no such job".utf8)), [2], attribute(0x21, "job-id", [0, 0, 1, 2]),
  attribute(0x44, "job-state-reasons", Array("one".utf8)), attribute(0x44, "", Array("two".utf8)),
  attribute(0x22, "flag", [1]), attribute(0x33, "copies-supported", [0, 0, 0, 1, 0, 0, 0, 99]),
  attribute(0x35, "words", field(Array("en".utf8)) + field(Array("hello".utf8))),
  attribute(0x34, "media-col", []), attribute(0x4A, "", Array("x".utf8)), attribute(0x21, "", [0, 0, 0, 9]),
  attribute(0x37, "", []), attribute(0x23, "job-state", [0, 0, 0, 5]), [5], attribute(0x10, "sides", []))

@Test func anAnswerIsReadFromItsBytes() throws {
  let reply = try #require(IPPReply(decoding: sample))
  #expect(reply.status == 0x0406 && !reply.isGood)
  #expect(reply.message == "no such job")
  #expect(reply.integer("job-id") == 258)
  #expect(reply.texts("job-state-reasons") == ["one", "two"])
  #expect(reply.flag("flag") == true)
  #expect(reply.range("copies-supported") == 1...99)
  #expect(reply.text("words") == "hello")
  #expect(reply.integer("job-state") == 5)
  #expect(reply.unsupported == ["sides"])
  #expect(reply.attributes["media-col"] == nil && reply.attributes["x"] == nil)
}

@Test func noReasonLeavesNoColonBehind() throws {
  #expect(try #require(IPPReply(decoding: sample)).reason == ": no such job")
  #expect(try #require(IPPReply(decoding: message([5]))).reason == "")
}

@Test func whatIsCutOffIsNoAnswer() {
  for count in 0..<sample.count { #expect(IPPReply(decoding: Array(sample[..<count])) == nil, "\(count)") }
}

/// Thousands of collections in each other, lengths that lead out of the message, values of a wrong length.
@Test func hostileAnswersAreReadWithinBounds() throws {
  let deep = message(
    Array((0..<100_000).map { _ in attribute(0x34, "c", []) }.joined()),
    attribute(0x21, "job-id", [0, 0, 0, 1]))
  #expect(IPPReply(decoding: deep)?.integer("job-id") == nil)
  #expect(IPPReply(decoding: message([0x44, 0xFF, 0xFF], [1, 2, 3])) == nil)
  let odd = try #require(
    IPPReply(
      decoding: message(
        attribute(0x21, "job-id", [1]), attribute(0x33, "range", [0, 0, 0, 9, 0, 0, 0, 1]),
        attribute(0x22, "flag", []), attribute(0x41, "text", Array(repeating: 0x7A, count: 60_000)),
        attribute(0x41, "bad", [0xFF, 0xFE]))))
  #expect(odd.integer("job-id") == nil && odd.range("range") == nil && odd.flag("flag") == nil)
  #expect(odd.text("text")?.count == 401)
  #expect(odd.text("bad") == "\u{FFFD}\u{FFFD}")
}

@Test func mutatedAnswersNeverCrashTheReader() {
  var generator = SystemRandomNumberGenerator()
  for _ in 0..<20_000 {
    var bytes = sample
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    let reply = IPPReply(decoding: bytes)
    #expect(reply == nil || (0...0xFFFF).contains(reply?.status ?? -1))
  }
}
