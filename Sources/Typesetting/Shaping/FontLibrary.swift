import CPango
import Diagnostics
import Platform

/// The fonts that a layout names, and no others of the machine: those that come with a layout or a pack before others.
///
/// Owns the fontconfig configuration and Pango's font map made from it. Not `Sendable`: a font map of Pango
/// belongs to the thread that made it.
public final class FontLibrary {
  /// The families, in the order in which they stand in for characters that the style's own family lacks.
  let fallbacks: [String]
  let fontMap: UnsafeMutablePointer<PangoFontMap>
  private let config: OpaquePointer

  /// Opens the library with these families.
  ///
  /// - Parameters:
  ///   - configuration: path of a fontconfig file that names the folders (Fonts/fonts.conf).
  ///   - families: families that styles may name; each must be installed.
  ///   - places: where the families are named, for messages.
  ///   - fallbacks: families for characters that a style's own family lacks, first choice first; those that
  ///     are not installed are passed over.
  ///   - brought: files that come with a layout or a pack; a family that is among them is taken from there alone.
  /// - Throws: one error a missing family, with the package that has it.
  public init(
    configuration: String, families: [String], places: [String: SourceLocation] = [:],
    fallbacks: [String] = [], brought: BroughtFonts = BroughtFonts()
  ) throws(DiagnosticError) {
    guard let config = FcConfigCreate() else {
      throw DiagnosticError("fontconfig could not be started", advice: "there is too little memory")
    }
    self.config = config
    self.fallbacks = fallbacks
    Self.keepSystemFontsAway()
    fontMap = pango_ft2_font_map_new()
    // A relative path would be looked for in fontconfig's own folders.
    guard let path = realpath(configuration, nil),
      FcConfigParseAndLoad(config, Self.owned(path), FcBool(0)) != 0
    else {
      throw DiagnosticError(
        "the font configuration can't be read", at: SourceLocation(file: configuration),
        advice: "it comes with Bayan as Fonts/fonts.conf: restore it")
    }
    var brought = brought
    let named = families + fallbacks
    let faces = BroughtFaces(of: Set(named.map { $0.lowercased() }), in: &brought)
    let installed = named.filter { !faces.families.contains($0.lowercased()) }
    FcConfigParseAndLoadFromMemory(config, Self.selection(of: installed), FcBool(0))
    FcConfigBuildFonts(config)
    if let set = FcConfigGetFonts(config, FcSetSystem) { faces.add(to: set) }
    pango_fc_font_map_set_config(OpaquePointer(fontMap), config)
    // 72 dots an inch: a dot is a point.
    pango_ft2_font_map_set_resolution(OpaquePointer(fontMap), 72, 72)
    try check(families, places, search: brought.search)
    // Pango ends the process where it finds no font at all.
    if self.families.isEmpty {
      throw DiagnosticError(
        "no font is named that is installed", at: SourceLocation(file: configuration),
        advice: "name at least one font family in the layout's theme")
    }
  }

  deinit {
    g_object_unref(fontMap)
    FcConfigDestroy(config)
  }

  /// Pango calls FcInit, which reads /etc/fonts and every font of the machine, unless the process has a
  /// current configuration: it gets an empty one.
  private static func keepSystemFontsAway() {
    guard let empty = FcConfigCreate() else { return }
    FcConfigSetCurrent(empty)
    FcConfigDestroy(empty)
  }

  /// Fontconfig rules that accept these families and reject whatever else is in the folders. Variable fonts
  /// are left to their named instances: a face's file and index say all that is to be known about it.
  private static func selection(of families: [String]) -> String {
    let accepted = families.map { family in
      """
      <acceptfont><pattern><patelt name="family"><string>\(escaped(family))</string></patelt>
      <patelt name="variable"><bool>false</bool></patelt></pattern></acceptfont>
      """
    }
    return """
      <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
      <fontconfig><selectfont>\(accepted.joined())
      <rejectfont><pattern/></rejectfont></selectfont></fontconfig>
      """
  }

  /// The path as a string of ours; `path` is freed.
  private static func owned(_ path: UnsafeMutablePointer<CChar>) -> String {
    defer { free(path) }
    return String(cString: path)
  }

  private static func escaped(_ text: String) -> String {
    text.map { $0 == "&" ? "&amp;" : $0 == "<" ? "&lt;" : String($0) }.joined()
  }

  private func check(_ families: [String], _ places: [String: SourceLocation], search: String)
    throws(DiagnosticError)
  {
    let missing = families.filter { !self.families.contains($0.lowercased()) }
    guard missing.isEmpty else {
      throw DiagnosticError(
        missing.map { family in
          Diagnostic(
            .error, "the font family '\(family)' is not installed", at: places[family],
            advice: Self.remedy(for: family) + search)
        })
    }
  }

  /// Names of the families in the library, in small letters; a family has several where its files say so.
  private(set) lazy var families = Set(installedFamilies.map { $0.lowercased() })

  /// All names of all faces' families.
  var installedFamilies: [String] {
    guard let set = FcConfigGetFonts(config, FcSetSystem) else { return [] }
    var names: [String] = []
    for index in 0..<Int(set.pointee.nfont) {
      var which: Int32 = 0
      var name: UnsafeMutablePointer<FcChar8>?
      while FcPatternGetString(set.pointee.fonts[index], FC_FAMILY, which, &name) == FcResultMatch {
        if let name { names.append(String(cString: name)) }
        which += 1
      }
    }
    return names
  }

  private static func remedy(for family: String) -> String {
    let package: String? =
      switch family {
      case "Charis SIL": "fonts-sil-charis"
      case "Inter", "Inter Display": "fonts-inter"
      case "Noto Color Emoji": "fonts-noto-color-emoji"
      case _ where family.hasPrefix("Noto ") && family.contains(" CJK"): "fonts-noto-cjk"
      case _ where family.hasPrefix("Noto "): "fonts-noto-core"
      default: nil
      }
    let drop = "put its font files beside the layout or into the pack's fonts/"
    return package.map { "install it with 'sudo apt install \($0)', or \(drop)" }
      ?? "check its spelling, install its package, or \(drop)"
  }
}
