import CLcms
import CZlib
import Diagnostics

/// The colours that a picture's numbers mean, as its file says (ISO 15076-1).
enum ColourProfile {
  /// A profile that can be used.
  ///
  /// - Parameters:
  ///   - bytes: the profile as the file holds it.
  ///   - components: of each pixel.
  /// - Returns: `nil` for one that is damaged, is meant for other pixels or says what is taken for granted without it (sRGB).
  static func usable(_ bytes: [UInt8], components: Int) -> [UInt8]? {
    guard bytes.count >= 132, bytes[36..<40].elementsEqual("acsp".utf8) else { return nil }
    let space = components == 1 ? "GRAY" : "RGB "
    guard bytes[16..<20].elementsEqual(space.utf8) else { return nil }
    let kinds = ["scnr", "mntr", "prtr", "spac"]
    guard kinds.contains(where: { bytes[12..<16].elementsEqual($0.utf8) }) else { return nil }
    return components == 3 && isStandard(bytes) ? nil : bytes
  }

  /// By its name, in one byte a letter or in two.
  private static func isStandard(_ bytes: [UInt8]) -> Bool {
    let name = Array("sRGB".utf8)
    let wide: [UInt8] = name.flatMap { [0, $0] }
    return bytes.count < 8192 && (bytes.firstRange(of: name) != nil || bytes.firstRange(of: wide) != nil)
  }

  /// Turns pixels (0xAARRGGBB) into sRGB.
  static func convert(_ values: inout [UInt32], from profile: [UInt8]) throws(PictureProblem) {
    let library: LcmsLibrary
    do { library = try LcmsLibrary.opened.get() } catch {
      throw PictureProblem(error)
    }
    guard let own = library.open(profile, UInt32(profile.count)) else { return }
    defer { _ = library.close(own) }
    guard let standard = library.standard() else { return }
    defer { _ = library.close(standard) }
    guard
      let transform = library.create(
        own, cmsPixels, standard, cmsPixels, UInt32(INTENT_PERCEPTUAL), cmsKeepsOpacity)
    else { return }
    defer { library.delete(transform) }
    values.withUnsafeMutableBufferPointer { pixels in
      library.transform(transform, pixels.baseAddress, pixels.baseAddress, UInt32(pixels.count))
    }
  }
}

/// The functions of Little CMS, looked up when a picture first has a profile of its own (see `SharedLibrary`).
private struct LcmsLibrary: Sendable {
  let close: cmsCloseProfile_function
  let create: cmsCreateTransform_function
  let standard: cmsCreate_sRGBProfile_function
  let delete: cmsDeleteTransform_function
  let transform: cmsDoTransform_function
  let open: cmsOpenProfileFromMem_function

  static let opened = Result { () throws(DiagnosticError) in try LcmsLibrary() }

  private init() throws(DiagnosticError) {
    let library = try SharedLibrary(
      ["liblcms2.so.2", "liblcms2.so", "liblcms2.dylib"],
      missing: DiagnosticError(
        "this picture has a colour profile, and the library Little CMS is not installed",
        advice: "install it (Debian: apt-get install liblcms2-2), or save the picture in sRGB"))
    close = try library.find("cmsCloseProfile")
    create = try library.find("cmsCreateTransform")
    standard = try library.find("cmsCreate_sRGBProfile")
    delete = try library.find("cmsDeleteTransform")
    transform = try library.find("cmsDoTransform")
    open = try library.find("cmsOpenProfileFromMem")
  }
}

extension PictureProblem {
  /// That a library is missing.
  init(_ error: DiagnosticError) {
    self.init(
      message: error.diagnostics.first?.message ?? "", advice: error.diagnostics.first?.advice ?? "")
  }
}
