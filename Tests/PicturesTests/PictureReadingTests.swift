import Foundation
import Graphics
import Testing

@testable import Pictures

private let cmyk =
  "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6"
  + "pseZqKuk/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABQAAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oADgRDAE0A"
  + "WQBLAAA/AExMTEz/2Q=="

@Test func aPNGIsReadWithItsColoursAndWhatShowsThrough() throws {
  var picture = try readPicture(base64(SamplePictures.redAndBluePNG))
  #expect(picture.size == Size(8, 4))
  let pixels = try Pixels(picture)
  #expect(pixels.values[0] == 0xFFFF_0000 && pixels.values[31] == 0x8000_00FF)
  #expect(!pixels.isOpaque && !pixels.isGrey)
  #expect(pixels.multiplied[31] == 0x8000_0080)
  // Each of its own lightness, as areas become greys.
  picture.isGrey = true
  let greys = try Pixels(picture)
  for (index, color) in [(0, Color(red: 1, green: 0, blue: 0)), (31, Color(red: 0, green: 0, blue: 1))] {
    let grey = UInt32((Color(lightness: color.lightness).red * 255).rounded())
    #expect(greys.values[index] & 0xFF == grey)
  }
  #expect(greys.isGrey && greys.values[31] >> 24 == 0x80)
}

@Test func aJPEGIsReadWithHowTheCameraWasHeld() throws {
  let picture = try readPicture(base64(SamplePictures.redAndBlueJPEG))
  #expect(picture.format == .jpeg && picture.orientation == .onLeft)
  #expect(picture.width == 32 && picture.height == 16)
  #expect(picture.size == Size(16, 32))
  // The file's left half is the upper half of what is seen.
  let upper = picture.orientation.transform.apply(to: Rect(x: 0, y: 0, width: 0.5, height: 1))
  #expect(upper == Rect(x: 0, y: 0, width: 1, height: 0.5))
  let pixels = try Pixels(picture)
  #expect(pixels.values[0] >> 16 & 255 > 250 && pixels.values[31] & 255 > 250)
}

private func problem(_ bytes: [UInt8]) -> String? {
  do {
    _ = try readPicture(bytes)
    return nil
  } catch { return error.message }
}

@Test func aPictureThatCannotBePlacedSaysWhy() throws {
  let (png, jpeg) = (try base64(SamplePictures.redAndBluePNG), try base64(SamplePictures.redAndBlueJPEG))
  #expect(problem(Array("GIF89a".utf8)) == "this is neither PNG, JPEG, WebP nor SVG")
  #expect(problem([]) == "this is neither PNG, JPEG, WebP nor SVG")
  #expect(problem(try base64(cmyk)) == "this JPEG is made of the four inks of a press (CMYK)")
  var huge = png
  huge.replaceSubrange(16..<24, with: [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60])
  #expect(problem(huge) == "60000 × 60000 pixels are too many")
  huge.replaceSubrange(16..<24, with: [0, 0, 0, 8, 0, 0, 0, 1])
  #expect(problem(huge) == "8 × 1 pixels are no picture")
  #expect(problem(Array(jpeg.dropLast(40)))?.hasPrefix("this JPEG is broken (") == true)
  for marker: UInt8 in [0xE0, 0xE1, 0xC0] {
    for length: UInt8 in 0...2 {
      #expect(problem([0xFF, 0xD8, 0xFF, marker, 0, length]) == "this JPEG is broken: it says no size")
    }
  }
  let frame = try #require(jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
  var arithmetic = jpeg
  arithmetic[frame + 1] = 0xC9
  #expect(problem(arithmetic) == "this JPEG is compressed as no PDF may have it (arithmetic coding)")
}

/// Nothing that is cut off or damaged ends the program, and no cut goes unnoticed.
@Test func brokenPicturesAreFound() throws {
  let (png, jpeg) = (try base64(SamplePictures.redAndBluePNG), try base64(SamplePictures.redAndBlueJPEG))
  // The end of a PNG (12 bytes) and of a JPEG (2) say no more than that it ends.
  for count in 0..<png.count - 12 { #expect(problem(Array(png.prefix(count))) != nil, "\(count)") }
  for count in 0..<jpeg.count - 12 { #expect(problem(Array(jpeg.prefix(count))) != nil, "\(count)") }
  for file in [png, jpeg] {
    for index in file.indices {
      var damaged = file
      damaged[index] ^= 0x55
      _ = problem(damaged)
    }
  }
}

/// 9 × 7 black pixels, interlaced.
private let interlaced =
  "iVBORw0KGgoAAAANSUhEUgAAAAkAAAAHCAIAAAEi/sChAAAADElEQVR42mNgGDYAAADLAAFtqWwsAAAAAElFTkSuQmCC"

/// 8 × 8 pixels, with 400,000 bytes behind them.
private let bomb =
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAABm0lEQVR42u3BgQAAAADDoPlTX+EAVQEAAAAAAAAAAAAAAAAAAAAA"
  + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACvARui"
  + "AAF8M6eRAAAAAElFTkSuQmCC"

@Test func aPNGThatUnpacksToMoreThanItsPixelsIsRefused() throws {
  #expect(try readPicture(base64(interlaced)).size == Size(9, 7))
  let bomb = try base64(bomb)
  let problem = #expect(throws: PictureProblem.self) { try readPicture(bomb) }
  #expect(problem?.message == "this PNG unpacks to more than its 8 × 8 pixels")
}
