import Diagnostics
import Graphics
import Pictures

extension PDFFile {
  /// A picture as an object of the PDF: a JPEG's file as it is, unless it is wanted in greys; else its pixels, with their
  /// opacity as a mask.
  func image(of picture: Picture) throws(DiagnosticError) -> PDFObject {
    if picture.format == .jpeg, !picture.isGrey {
      let space = picture.isGreyFile ? "/DeviceGray" : "/DeviceRGB"
      return addStream(
        picture.bytes, filter: "/DCTDecode", entries(of: (picture.width, picture.height), space: space))
    }
    let pixels: Pixels
    do { pixels = try Pixels(picture) } catch {
      throw DiagnosticError(error.message, advice: error.advice)
    }
    let size = (pixels.width, pixels.height)
    let isGrey = pixels.isGrey
    var image = entries(of: size, space: isGrey ? "/DeviceGray" : "/DeviceRGB")
    if !pixels.isOpaque {
      let mask = pixels.values.map { UInt8($0 >> 24) }
      let stream = addStream(
        try deflate(mask, .thorough), filter: "/FlateDecode", entries(of: size, space: "/DeviceGray"))
      image.append(("/SMask", .object(stream)))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pixels.values.count * (isGrey ? 1 : 3))
    for value in pixels.values {
      bytes.append(UInt8(value >> 16 & 255))
      if !isGrey { bytes += [UInt8(value >> 8 & 255), UInt8(value & 255)] }
    }
    return addStream(try deflate(bytes, .thorough), filter: "/FlateDecode", image)
  }

  private func entries(of size: (width: Int, height: Int), space: String) -> [(key: String, value: PDFValue)]
  {
    [
      ("/Type", .name("/XObject")), ("/Subtype", .name("/Image")), ("/Width", .integer(size.width)),
      ("/Height", .integer(size.height)), ("/ColorSpace", .name(space)), ("/BitsPerComponent", .integer(8)),
    ]
  }
}
