import Foundation
import Graphics
import Testing

@testable import Pictures

/// A profile (ICC.1:2010, 8.3) whose red is sRGB's blue and whose blue its red, with a gamma of 2.2.
private let exchanged: [UInt8] = {
  func number(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }
  func fixed(_ value: Double) -> [UInt8] { number(Int((value * 65536).rounded())) }
  func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    Array("XYZ ".utf8) + number(0) + fixed(x) + fixed(y) + fixed(z)
  }
  let (red, green, blue) = (
    xyz(0.4360, 0.2225, 0.0139), xyz(0.3851, 0.7169, 0.0971), xyz(0.1431, 0.0606, 0.7141)
  )
  // One number of 8.8 bits: a power.
  let curve = Array("curv".utf8) + number(0) + number(1) + [2, 0x33, 0, 0]
  let text = Array("text".utf8) + number(0) + Array("none\0\0\0\0".utf8)
  let name = Array("desc".utf8) + number(0) + number(2) + Array("x\0".utf8) + [UInt8](repeating: 0, count: 80)
  let tags: [(String, [UInt8])] = [
    ("desc", name), ("cprt", text), ("wtpt", xyz(0.9642, 1, 0.8249)), ("rXYZ", blue), ("gXYZ", green),
    ("bXYZ", red), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
  ]
  var (table, data) = (number(tags.count), [UInt8]())
  let start = 128 + 4 + tags.count * 12
  for (tag, bytes) in tags {
    table += Array(tag.utf8) + number(start + data.count) + number(bytes.count)
    data += bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
  }
  var header = [UInt8](repeating: 0, count: 128)
  header.replaceSubrange(0..<4, with: number(start + data.count))
  header.replaceSubrange(8..<12, with: number(0x0210_0000))
  header.replaceSubrange(12..<24, with: "mntrRGB XYZ ".utf8)
  header.replaceSubrange(36..<40, with: "acsp".utf8)
  header.replaceSubrange(68..<80, with: fixed(0.9642) + fixed(1) + fixed(0.8249))
  return header + table + data
}()

/// 32 × 16 pixels of a JPEG, the left half red.
private func photograph(with profile: [UInt8]) throws -> [UInt8] {
  var bytes = try base64(SamplePictures.redAndBlueJPEG)
  let content = Array("ICC_PROFILE\0".utf8) + [1, 1] + profile
  let length = content.count + 2
  bytes.insert(contentsOf: [0xFF, 0xE2, UInt8(length >> 8), UInt8(length & 255)] + content, at: 2)
  return bytes
}

/// The same as a PNG of 8 × 4, whose chunk holds the profile unpacked (RFC 1951, 3.2.4).
private func drawing(with profile: [UInt8]) throws -> [UInt8] {
  func number(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }
  func check(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
  var (a, b): (UInt32, UInt32) = (1, 0)
  for byte in profile { (a, b) = ((a + UInt32(byte)) % 65521, (b + a + UInt32(byte)) % 65521) }
  let count = UInt16(profile.count)
  let lengths = [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
  let packed: [UInt8] = [0x78, 0x01, 1] + lengths + profile + number(b << 16 | a)
  let content = Array("iCCPx\0\0".utf8) + packed
  var bytes = try base64(SamplePictures.redAndBluePNG)
  bytes.insert(contentsOf: number(UInt32(content.count - 4)) + content + number(check(content)), at: 33)
  return bytes
}

private func isBlue(_ value: UInt32) -> Bool { value & 255 > 240 && value >> 16 & 255 < 60 }

@Test func coloursAreReadByTheProfileOfTheirFile() throws {
  for bytes in [try photograph(with: exchanged), try drawing(with: exchanged)] {
    let picture = try readPicture(bytes)
    #expect(picture.profile == exchanged)
    let pixels = try Pixels(picture)
    // What the file calls red is the profile's blue.
    #expect(isBlue(pixels.values[0]), "\(String(pixels.values[0], radix: 16))")
  }
}

@Test func aProfileThatIsBrokenOrForOtherPixelsOrSaysNothingNewCountsForNothing() throws {
  var (short, grey, named) = (exchanged, exchanged, exchanged)
  short.removeLast(exchanged.count - 100)
  grey.replaceSubrange(16..<20, with: "GRAY".utf8)
  named.replaceSubrange((named.count - 8)..<(named.count - 4), with: "sRGB".utf8)
  for profile in [short, grey, named, Array(repeating: 7, count: 900)] {
    let picture = try readPicture(photograph(with: profile))
    #expect(picture.profile == nil)
    #expect(try !isBlue(Pixels(picture).values[0]))
  }
  // One that is cut off behind its header ends nothing.
  _ = try Pixels(readPicture(photograph(with: Array(exchanged.prefix(200)))))
}

@Test func aWebPIsReadWithWhatShowsThroughAndHowTheCameraWasHeld() throws {
  let picture = try readPicture(
    base64("UklGRiAAAABXRUJQVlA4TBMAAAAvB8AAEA8Q+z//D/yPCoWP6H8AAA=="))
  let pixels = try Pixels(picture)
  #expect(picture.format == .webp && picture.size == Size(8, 4) && !pixels.isOpaque)
  #expect(pixels.values[0] == 0xFFFF_0000 && pixels.values[31] == 0x8000_00FF)
  let held = try base64(
    "UklGRlIAAABXRUJQVlA4WAoAAAAIAAAABwAAAwAAVlA4TBIAAAAvB8AAAA8Q87//8x8O+hDR/wBFWElGGgAAAE1NACoAAAAIAAEBEgADAAAAAQAG"
      + "AAAAAAAA")
  #expect(try readPicture(held).size == Size(4, 8))
  // Nothing that is cut off or damaged ends the program.
  for count in 0..<held.count { _ = try? readPicture(Array(held.prefix(count))) }
  for index in held.indices {
    var damaged = held
    damaged[index] ^= 0x55
    _ = try? readPicture(damaged)
  }
}

@Test func aWebPThatMovesIsRefused() throws {
  let moving = try base64(
    "UklGRowAAABXRUJQVlA4WAoAAAASAAAABwAAAwAAQU5JTQYAAAAAAAAAAABBTk1GLAAAAAAAAAAAAAcAAAMAAAAAAAJWUDhMEwAAAC8HwAAQDxDz"
      + "v///AwwHfYjofwAAQU5NRiwAAAAAAAAAAAAHAAADAAAAAAACVlA4TBMAAAAvB8AAEA8Q87///wMMB4WP6H8AAA==")
  let problem = #expect(throws: PictureProblem.self) { try readPicture(moving) }
  #expect(problem?.message == "this WebP moves")
}
