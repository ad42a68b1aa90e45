import Foundation
import Graphics
import Press
import Testing

/// 32 × 16 pixels, the left half red, the right half blue, taken by a camera that was held on its side.
private func photograph() throws -> Graphics.Picture {
  let text =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQE"
    + "BQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQU"
    + "FBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAQACADAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcI/8QAFBABAAAA"
    + "AAAAAAAAAAAAAAAAAP/EABYBAQEBAAAAAAAAAAAAAAAAAAAJB//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AM6MMVTAQJcZ"
    + "HQBfUOViwECXGR0Af//Z"
  let bytes = [UInt8](try #require(Data(base64Encoded: text)))
  return Graphics.Picture(.jpeg, bytes, width: 32, height: 16, orientation: .onLeft)
}

@Test func aPictureIsPaintedAsTheCameraSawIt() throws {
  var frame = Frame(size: Size(40, 60))
  frame.add(.picture(try photograph(), Size(20, 40)), at: Point(10, 10))
  let seen = try #require(try Picture(png: renderPNG(frame, scale: 1)))
  let (upper, lower) = (seen.color(20, 18), seen.color(20, 42))
  #expect(upper.hasPrefix("#F") && upper.hasSuffix("00"), "\(upper)")
  #expect(lower.hasPrefix("#00"), "\(lower)")
  #expect(seen.color(5, 30) == "#FFFFFF" && seen.color(35, 30) == "#FFFFFF")
}

@Test func aJPEGStandsInAPDFOnceAndUnchanged() throws {
  let photograph = try photograph()
  func draw(_ frame: inout Frame) {
    // Twice on each page.
    frame.add(.picture(photograph, Size(20, 40)), at: Point(10, 10))
    frame.fill(.polyline((0..<300).map { Point(Double($0), Double($0 * $0 % 50)) }, closed: true), .black)
    frame.addElement(.figure, alternative: "A photograph") { inner in
      inner.add(.picture(photograph, Size(20, 40)), at: Point(100, 10))
    }
  }
  let pdf = try ReadPDF(document(draw, draw))
  let images = pdf.dictionaries.filter { pdf.text($0["/Subtype"]) == "/Image" }
  #expect(images.count == 1)
  #expect(images.first.flatMap { pdf.text($0["/Filter"]) } == "/DCTDecode")
  #expect((images.first?["/Length"] as? Int) == photograph.bytes.count)
  let names = pdf.pages.map { page in
    pdf.dictionary(pdf.dictionary(pdf.dictionary(page)["/Resources"])["/XObject"]).count
  }
  #expect(names == [1, 1])
}

@Test func inBlackAndWhiteAPictureHasNoColours() throws {
  var frame = page { _ in }
  frame.add(.picture(try photograph(), Size(20, 40)), at: Point(10, 10))
  let pdf = try ReadPDF(document([frame.withGreyPictures]) { $0.isGrey = true })
  let images = pdf.dictionaries.filter { pdf.text($0["/Subtype"]) == "/Image" }
  #expect(images.compactMap { pdf.text($0["/ColorSpace"]) } == ["/DeviceGray"])
}
