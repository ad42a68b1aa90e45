import CPango
import Diagnostics

/// The fonts that a layout names, and no others of the machine.
///
/// Owns the fontconfig configuration and Pango's font map made from it. Not `Sendable`: Pango's font maps
/// belong to the thread that made them.
public final class FontLibrary {
  private let config: OpaquePointer
  private let fontMap: UnsafeMutablePointer<PangoFontMap>

  /// Opens the library with these families, in the order in which they stand in for missing characters.
  ///
  /// - Parameters:
  ///   - configuration: path of a fontconfig file that names the folders (Fonts/fonts.conf).
  ///   - families: each must be there; the ones in `fallbacks` may be missing.
  public init(configuration: String, families: [String], fallbacks: [String] = []) throws(DiagnosticError) {
    guard let config = FcConfigCreate() else { throw DiagnosticError("fontconfig could not be started") }
    self.config = config
    fontMap = pango_ft2_font_map_new()
    guard FcConfigParseAndLoad(config, configuration, FcTrue) == FcTrue else {
      throw DiagnosticError(
        "the font configuration can't be read", at: SourceLocation(file: configuration),
        advice: "it comes with Bayan, in Fonts/: restore it")
    }
    let selection = Self.selection(of: families + fallbacks)
    FcConfigParseAndLoadFromMemory(config, selection, FcTrue)
    FcConfigBuildFonts(config)
    pango_fc_font_map_set_config(Self.fcFontMap(fontMap), config)
    try check(families)
  }

  deinit {
    g_object_unref(fontMap)
    FcConfigDestroy(config)
  }

  private static func fcFontMap(_ map: UnsafeMutablePointer<PangoFontMap>) -> OpaquePointer {
    OpaquePointer(map)
  }

  /// Makes a context for shaping. The caller releases it with `g_object_unref`.
  func makeContext() -> OpaquePointer {
    let context = pango_font_map_create_context(fontMap)
    pango_context_set_round_glyph_positions(context, 0)
    return context!
  }

  /// Fontconfig rules that accept these families and reject whatever else is in the folders.
  private static func selection(of families: [String]) -> String {
    func escaped(_ text: String) -> String {
      text.map { $0 == "&" ? "&amp;" : $0 == "<" ? "&lt;" : String($0) }.joined()
    }
    let accepted = families.map {
      "<acceptfont><pattern><patelt name=\"family\"><string>\(escaped($0))</string></patelt></pattern></acceptfont>"
    }
    return """
      <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
      <fontconfig><selectfont>\(accepted.joined())
      <rejectfont><pattern/></rejectfont></selectfont></fontconfig>
      """
  }
}
