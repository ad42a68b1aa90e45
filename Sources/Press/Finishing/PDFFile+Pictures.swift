import Diagnostics
import Graphics
import Pictures

extension PDFFile {
  /// A picture as an object of the PDF: a JPEG's file as it is and a drawing as lines, unless they are wanted in greys; else
  /// its pixels, with their opacity as a mask.
  func image(of picture: Picture) throws(DiagnosticError) -> PDFObject {
    if picture.format == .jpeg, !picture.isGrey {
      let space = space(of: picture)
      return addStream(
        picture.bytes, filter: "/DCTDecode", entries(of: (picture.width, picture.height), space: space))
    }
    if picture.format == .svg, !picture.isGrey { return try form(of: picture) }
    let pixels: Pixels
    do { pixels = try Pixels(picture) } catch {
      throw DiagnosticError(error.message, advice: error.advice)
    }
    let size = (pixels.width, pixels.height)
    let isGrey = pixels.isGrey
    var image = entries(of: size, space: .name(isGrey ? "/DeviceGray" : "/DeviceRGB"))
    if !pixels.isOpaque {
      let mask = pixels.values.map { UInt8($0 >> 24) }
      let stream = addStream(
        try deflate(mask, .thorough), filter: "/FlateDecode", entries(of: size, space: .name("/DeviceGray")))
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

  /// What the colours of a JPEG mean: what its profile says (8.6.5.5), where it has one.
  private func space(of picture: Picture) -> PDFValue {
    let plain = picture.isGreyFile ? "/DeviceGray" : "/DeviceRGB"
    guard let profile = picture.profile, let packed = try? shortened(profile) else { return .name(plain) }
    let stream = addStream(
      packed, filter: "/FlateDecode",
      [("/N", .integer(picture.isGreyFile ? 1 : 3)), ("/Alternate", .name(plain))])
    return .array([.name("/ICCBased"), .object(stream)])
  }

  private func form(of drawing: Picture) throws(DiagnosticError) -> PDFObject {
    let pdf: [UInt8]
    do { pdf = try SVGDrawing(drawing.bytes).pdf() } catch {
      throw DiagnosticError(error.message, advice: error.advice)
    }
    return try ImportedPage(pdf).form(width: drawing.size.width, height: drawing.size.height, in: self)
  }

  private func entries(of size: (width: Int, height: Int), space: PDFValue) -> [(
    key: String, value: PDFValue
  )] {
    [
      ("/Type", .name("/XObject")), ("/Subtype", .name("/Image")), ("/Width", .integer(size.width)),
      ("/Height", .integer(size.height)), ("/ColorSpace", space), ("/BitsPerComponent", .integer(8)),
    ]
  }
}
