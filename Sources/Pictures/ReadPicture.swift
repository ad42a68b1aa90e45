import Graphics

/// Why a file is no picture that can be placed, and what to do.
public struct PictureProblem: Error, Hashable, Sendable {
  public var message: String
  public var advice: String
}

/// The largest file of a picture that is read, in bytes.
public let largestPicture = 20_000_000

/// The largest drawing (SVG) that is read, in bytes.
private let largestDrawing = 5_000_000

/// Reads a picture and looks through all of it: what comes back can be painted.
///
/// - Parameter bytes: of a PNG, JPEG, WebP or SVG file.
/// - Returns: the picture, with how it was held.
/// - Throws: `PictureProblem` for other formats, broken files and sizes that are none.
public func readPicture(_ bytes: [UInt8]) throws(PictureProblem) -> Picture {
  let picture: Picture
  if let header = PNGHeader(bytes) {
    picture = try readPNG(bytes, header)
  } else if bytes.starts(with: JPEGHeader.start) {
    picture = try readJPEG(bytes)
  } else if WebPFile.isOne(bytes) {
    let file = try WebPFile(bytes)
    try check((file.width, file.height))
    picture = Picture(
      .webp, bytes, width: file.width, height: file.height, orientation: file.orientation,
      profile: file.profile)
  } else if SVGCheck.isOne(bytes) {
    picture = try readSVG(bytes)
  } else {
    let isPacked = bytes.starts(with: [0x1F, 0x8B])
    throw PictureProblem(
      message: isPacked ? "this file is packed (gzip)" : "this is neither PNG, JPEG, WebP nor SVG",
      advice: isPacked ? "unpack it: an .svgz becomes an .svg" : "save the picture as one of them")
  }
  try lookThrough(picture)
  return picture
}

private func readPNG(_ bytes: [UInt8], _ header: PNGHeader) throws(PictureProblem) -> Picture {
  try check((header.width, header.height))
  let data = PNGData(bytes, header)
  if data.moves { throw PictureProblem(message: "this PNG moves", advice: "save one picture of it") }
  if data.isTooLong {
    throw PictureProblem(
      message: "this PNG unpacks to more than its \(header.width) × \(header.height) pixels",
      advice: "open it in a program for pictures and save it again")
  }
  return Picture(
    .png, bytes, width: header.width, height: header.height, orientation: data.orientation,
    profile: data.profile)
}

private func readJPEG(_ bytes: [UInt8]) throws(PictureProblem) -> Picture {
  let header = try JPEGHeader(bytes)
  try check((header.width, header.height))
  guard header.components != 4 else {
    throw PictureProblem(
      message: "this JPEG is made of the four inks of a press (CMYK)", advice: "save it in RGB")
  }
  return Picture(
    .jpeg, bytes, width: header.width, height: header.height, orientation: header.orientation,
    isGreyFile: header.components == 1, profile: header.profile)
}

private func readSVG(_ bytes: [UInt8]) throws(PictureProblem) -> Picture {
  guard bytes.count <= largestDrawing else {
    throw PictureProblem(
      message: "this SVG is larger than \(largestDrawing / 1_000_000) MB",
      advice: "draw it with fewer points, or save it as PNG")
  }
  try SVGCheck.check(bytes)
  let size = try SVGDrawing(bytes).size
  var picture = Picture(
    .svg, bytes, width: Int(size.width.rounded(.up)), height: Int(size.height.rounded(.up)))
  picture.drawnSize = size
  return picture
}

private func check(_ size: (width: Int, height: Int)) throws(PictureProblem) {
  let (least, most) = (4, 36_000_000)
  guard min(size.width, size.height) >= least else {
    throw PictureProblem(
      message: "\(size.width) × \(size.height) pixels are no picture", advice: "it needs \(least) each way")
  }
  guard size.width <= most / size.height, max(size.width, size.height) <= 32_000 else {
    throw PictureProblem(
      message: "\(size.width) × \(size.height) pixels are too many",
      advice: "save it smaller: 300 pixels an inch are enough in print, 2500 across a page")
  }
}
