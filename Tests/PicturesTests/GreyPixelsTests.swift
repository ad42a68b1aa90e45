import Graphics
import Testing

@testable import Pictures

@Test func greysThatShowThroughAreReadAsTheyWereSet() throws {
  var pixels = GreyPixels(width: 5, height: 4)
  for index in 0..<20 { pixels.set(index, grey: UInt8(index * 12), opacity: Double(index * 13) / 255) }
  let made = try pixels.picture()
  let picture = try readPicture(made.bytes)
  #expect(picture.format == .png && picture.width == 5 && picture.height == 4)
  let read = try Pixels(picture)
  for index in 1..<20 {
    let grey = UInt32(index * 12)
    #expect(read.values[index] == UInt32(index * 13) << 24 | grey << 16 | grey << 8 | grey)
  }
  // What isn't seen has no colour.
  #expect(read.values[0] == 0)
}
