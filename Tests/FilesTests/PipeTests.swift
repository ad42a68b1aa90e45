import Files
import Foundation
import TestSupport
import Testing

private func refusal(_ contents: FileContents) -> String? {
  if case .refused(let message, _) = contents { message } else { nil }
}

@Test func aPipeThatNobodyWritesIntoIsRefusedInGoodTime() throws {
  let path = try TemporaryFolder().file("pipe").path
  try #require(mkfifo(path, 0o600) == 0)
  #expect(refusal(readFile(path, atMost: 100)) == "this is no file but a device or a pipe")
  let start = ContinuousClock.now
  let silent = refusal(readFile(path, atMost: 100, kinds: .plainOrPipe, patience: .milliseconds(200)))
  #expect(silent?.hasPrefix("nothing came out of this pipe") == true)
  #expect(start.duration(to: .now) >= .milliseconds(200))
}

@Test func aPipeIsReadToItsEndHoweverSlowlyItIsWritten() throws {
  let pipe = Pipe()
  let writer = pipe.fileHandleForWriting
  DispatchQueue.global().async {
    for part in ["one ", "two ", "three"] {
      usleep(50_000)
      writer.write(Data(part.utf8))
    }
    try? writer.close()
  }
  let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
  guard case .bytes(let bytes) = readFile(path, atMost: 100, kinds: .plainOrPipe) else {
    Issue.record("the pipe was not read")
    return
  }
  #expect(String(decoding: bytes, as: UTF8.self) == "one two three")
}
