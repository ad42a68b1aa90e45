import CPango
import Graphics

/// A face that text is shaped with.
struct LoadedFont {
  var face: FontFace
  /// Height above and depth below the baseline, in ems.
  var ascent: Double
  var descent: Double
  fileprivate var font: UnsafeMutablePointer<PangoFont>
}

/// A stretch of text in one font, script and direction.
struct ShapingItem {
  var start: Int
  var end: Int
  /// Which of the paragraph's spans.
  var span: Int
  var font: Int
  /// Bidirectional level; odd is right to left.
  var level: UInt8
  /// Which of the shaper's settings the text is shaped with.
  var setting: Int
}

/// Glyphs of a piece of text, positions in ems. Glyphs are in visual order, clusters in reading order.
struct ShapedText {
  /// Ranges of the shaper's `glyphs` and `clusters`.
  var glyphs: Range<Int>
  var clusters: Range<Int>
  var advance: Double
  /// Whether the font lacks one of its characters.
  var isIncomplete: Bool
}

struct ShapedGlyph {
  var id: UInt32
  var x: Double
  var y: Double
  var advance: Double
}

struct ShapedCluster {
  /// Where its text begins, counted from the beginning of the shaped text, and how long it is.
  var start: Int
  var bytes: Int
  var glyphs: Int
  var advance: Double
  /// Whether the font lacks it.
  var isMissing: Bool
}

/// Itemises and shapes text by Pango's low-level calls, and keeps what it has shaped: a report says the same
/// words again and again.
///
/// All text is shaped at 1000 points to the em and scaled afterwards, so that positions do not depend on a
/// size or a resolution and words of all sizes share one cache.
final class Shaper {
  private static let unitsPerEm = 1000 * Double(PANGO_SCALE)

  private(set) var fonts: [LoadedFont] = []
  private(set) var glyphs: [ShapedGlyph] = []
  private(set) var clusters: [ShapedCluster] = []
  /// Glyph 0 stands for characters that no font has.
  private static let missingGlyph: UInt32 = 0
  /// PANGO_GLYPH_EMPTY and PANGO_GLYPH_UNKNOWN_FLAG of pango-glyph.h.
  private static let pangoEmptyGlyph: PangoGlyph = 0x0FFF_FFFF
  private static let pangoUnknownFlag: PangoGlyph = 0x1000_0000

  let library: FontLibrary
  private let context: OpaquePointer
  private let glyphString: UnsafeMutablePointer<PangoGlyphString>
  private var fontIndices: [UnsafeMutablePointer<PangoFont>: Int] = [:]
  private var descriptions: [FaceKey: OpaquePointer] = [:]
  private var primaries: [FaceKey: Int] = [:]
  /// Font, script, language and features, as Pango's shaping wants them.
  private var settings: [Setting] = []
  private var settingIndices: [SettingKey: Int] = [:]
  private var features: [FeatureKey: Bool] = [:]
  private var words = WordTable()

  /// What chooses a face.
  struct FaceKey: Hashable {
    var family: String
    var weight: Int
    var slant: TextStyle.Slant

    init(_ style: TextStyle) {
      family = style.family
      weight = style.weight
      slant = style.slant
    }
  }

  private struct SettingKey: Hashable {
    var font: Int
    var script: UInt8
    var level: UInt8
    var language: String
    var features: [String]
    var isSpaced: Bool
  }

  /// How text is shaped.
  private struct Setting {
    var analysis: PangoAnalysis
    /// Whether its letters are spaced: they are kerned closer only, never apart. A reader of PDFs takes a gap of more than
    /// a tenth of an em for a space between words, and spaced capitals come near to that.
    var isSpaced: Bool
  }

  private struct FeatureKey: Hashable {
    var font: Int
    var tag: String
  }

  init(library: FontLibrary) {
    self.library = library
    context = pango_font_map_create_context(library.fontMap)
    glyphString = pango_glyph_string_new()
    pango_context_set_round_glyph_positions(context, 0)
    // Otherwise it would be the locale's.
    pango_context_set_language(context, pango_language_from_string("en"))
  }

  deinit {
    for setting in settings {
      g_slist_free_full(setting.analysis.extra_attrs) { attribute in
        attribute.map { pango_attribute_destroy($0.assumingMemoryBound(to: PangoAttribute.self)) }
      }
    }
    for font in fonts { g_object_unref(font.font) }
    for (_, description) in descriptions { pango_font_description_free(description) }
    pango_glyph_string_free(glyphString)
    g_object_unref(UnsafeMutableRawPointer(context))
  }

  /// Index of the face that a style asks for, whatever characters it has.
  func primaryFont(of style: TextStyle) -> Int? {
    let key = FaceKey(style)
    if let known = primaries[key] { return known }
    guard let font = pango_context_load_font(context, description(of: key)) else { return nil }
    defer { g_object_unref(font) }
    let index = fontIndex(font)
    primaries[key] = index
    return index
  }

  /// Whether a face has an OpenType feature in any of its scripts.
  func hasFeature(_ tag: String, font: Int) -> Bool {
    let key = FeatureKey(font: font, tag: tag)
    if let known = features[key] { return known }
    let face = hb_font_get_face(pango_font_get_hb_font(fonts[font].font))
    let wanted = hb_tag_from_string(tag, -1)
    var tags = [hb_tag_t](repeating: 0, count: 512)
    var count = UInt32(tags.count)
    hb_ot_layout_table_get_feature_tags(face, hb_tag_from_string("GSUB", -1), 0, &count, &tags)
    let has = tags.prefix(Int(count)).contains(wanted)
    features[key] = has
    return has
  }

  /// Splits text where its font, script, direction or span changes.
  ///
  /// - Returns: items in reading order, and whether the paragraph as a whole runs from right to left.
  func itemise(_ text: CollectedText, _ spans: [RichText.Span]) -> (
    items: [ShapingItem], isRightToLeft: Bool
  ) {
    let styles = spans.map(\.style)
    // Where all runs one way, isolates change nothing.
    guard text.hasRightToLeft, spans.contains(where: \.isIsolated) else {
      return itemise(text, styles: styles)
    }
    let (isolating, insertions) = text.isolating(spans)
    let (items, isRightToLeft) = itemise(isolating, styles: styles)
    return (items.flatMap { $0.without(insertions) }, isRightToLeft)
  }

  private func itemise(_ text: CollectedText, styles: [TextStyle]) -> (
    items: [ShapingItem], isRightToLeft: Bool
  ) {
    let attributes = attributeList(text, styles: styles)
    defer { pango_attr_list_unref(attributes) }
    return text.bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return ([], false) }
      let count = Int32(buffer.count)
      // A paragraph that begins with a foreign word still runs as its language does.
      let isOfSuchLanguage = styles.first.map { readsRightToLeft(language: $0.language) } ?? false
      let isRightToLeft = text.isRightToLeft || isOfSuchLanguage && text.hasRightToLeft
      let list = pango_itemize_with_base_dir(
        context, isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR, start, 0, count, attributes, nil)
      defer {
        g_list_free_full(list) { $0.map { pango_item_free($0.assumingMemoryBound(to: PangoItem.self)) } }
      }
      var items: [ShapingItem] = []
      var extent = 0
      var node = list
      while let current = node {
        node = current.pointee.next
        guard let item = current.pointee.data?.assumingMemoryBound(to: PangoItem.self).pointee else {
          continue
        }
        var from = Int(item.offset)
        let end = from + Int(item.length)
        while from < end {
          while text.extents[extent].end <= from { extent += 1 }
          let until = min(end, text.extents[extent].end)
          items.append(self.item(from, until, item.analysis, text.extents[extent].span, styles))
          from = until
        }
      }
      return (items, isRightToLeft)
    }
  }

  /// Shapes one piece of an item.
  func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ setting: Int) -> ShapedText {
    if let known = words.find(bytes, setting) { return known }
    var analysis = settings[setting].analysis
    let text = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    pango_shape_full(text, Int32(bytes.count), text, Int32(bytes.count), &analysis, glyphString)
    closeUpSigns(in: bytes, font: analysis.font)
    let shaped = take(
      textLength: bytes.count, isRightToLeft: analysis.level % 2 == 1,
      spacedFont: settings[setting].isSpaced ? pango_font_get_hb_font(analysis.font) : nil)
    words.insert(bytes, setting, shaped)
    return shaped
  }

  func shape(_ bytes: [UInt8], _ range: Range<Int>, _ setting: Int) -> ShapedText {
    bytes.withUnsafeBufferPointer { shape(UnsafeBufferPointer(rebasing: $0[range]), setting) }
  }

  func shape(_ text: StaticString, _ setting: Int) -> ShapedText {
    shape(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), setting)
  }

  /// Some fonts draw a minus as an operator, with a fifth of an em on both sides: before a number it would stand away from
  /// it and seem to belong to neither word.
  private func closeUpSigns(in bytes: UnsafeBufferPointer<UInt8>, font: UnsafeMutablePointer<PangoFont>?) {
    guard bytes.count > 3, let font = font.flatMap({ pango_font_get_hb_font($0) }) else { return }
    for index in 0..<Int(glyphString.pointee.num_glyphs) {
      let start = Int(glyphString.pointee.log_clusters[index])
      guard isSign(at: start, in: bytes) else { continue }
      let glyph = glyphString.pointee.glyphs[index].glyph
      var extents = hb_glyph_extents_t()
      guard hb_font_get_glyph_extents(font, glyph, &extents) != 0 else { continue }
      let geometry = glyphString.pointee.glyphs[index].geometry
      let most = Int32(Self.sideOfSign * Self.unitsPerEm)
      let before = max(0, extents.x_bearing - most)
      let after = max(0, geometry.width - extents.x_bearing - extents.width - most)
      glyphString.pointee.glyphs[index].geometry.x_offset -= before
      glyphString.pointee.glyphs[index].geometry.width -= before + after
    }
  }

  /// Whether a minus stands there before a digit or a currency's sign, and behind no digit.
  private func isSign(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start + 3 < bytes.count, bytes[start] == 0xE2, bytes[start + 1] == 0x88, bytes[start + 2] == 0x92,
      start == 0 || !(0x30...0x39).contains(bytes[start - 1])
    else { return false }
    let next = bytes[start + 3]
    // $, a digit, or the first byte of £ and ¥, or of € and ₸.
    return next == 0x24 || (0x30...0x39).contains(next) || next == 0xC2 || next == 0xE2
  }

  /// What is left free beside a sign at most, in ems: as beside a digit.
  private static let sideOfSign = 0.06

  /// Copies Pango's glyphs into ours; those of a font whose letters are spaced are no wider than they are drawn.
  private func take(textLength: Int, isRightToLeft: Bool, spacedFont: OpaquePointer?) -> ShapedText {
    let count = Int(glyphString.pointee.num_glyphs)
    let firstGlyph = glyphs.count
    let firstCluster = clusters.count
    var advance = 0.0
    var isIncomplete = false
    var starts: [ShapedCluster] = []
    for index in 0..<count {
      let info = glyphString.pointee.glyphs[index]
      let start = Int(glyphString.pointee.log_clusters[index])
      let isVisible = info.glyph != Self.pangoEmptyGlyph
      let isMissing = isVisible && info.glyph & Self.pangoUnknownFlag != 0
      let font = isVisible && !isMissing ? spacedFont : nil
      let own = font.map { hb_font_get_glyph_h_advance($0, info.glyph) } ?? info.geometry.width
      let width = Double(min(info.geometry.width, own)) / Self.unitsPerEm
      if let last = starts.last, last.start == start {
        starts[starts.count - 1].glyphs += isVisible ? 1 : 0
        starts[starts.count - 1].advance += width
        starts[starts.count - 1].isMissing = last.isMissing || isMissing
      } else {
        starts.append(
          ShapedCluster(
            start: start, bytes: 0, glyphs: isVisible ? 1 : 0, advance: width, isMissing: isMissing))
      }
      advance += width
      guard isVisible else { continue }
      isIncomplete = isIncomplete || isMissing
      glyphs.append(
        ShapedGlyph(
          id: isMissing ? Self.missingGlyph : info.glyph, x: Double(info.geometry.x_offset) / Self.unitsPerEm,
          y: Double(info.geometry.y_offset) / Self.unitsPerEm, advance: width))
    }
    if isRightToLeft { starts.reverse() }
    for index in starts.indices {
      let end = index + 1 < starts.count ? starts[index + 1].start : textLength
      starts[index].bytes = end - starts[index].start
    }
    clusters.append(contentsOf: starts)
    return ShapedText(
      glyphs: firstGlyph..<glyphs.count, clusters: firstCluster..<clusters.count, advance: advance,
      isIncomplete: isIncomplete)
  }

  private func item(
    _ start: Int, _ end: Int, _ analysis: PangoAnalysis, _ span: Int, _ styles: [TextStyle]
  ) -> ShapingItem {
    let style = styles[span]
    let font = analysis.font.map(fontIndex) ?? primaryFont(of: style) ?? 0
    let key = SettingKey(
      font: font, script: analysis.script, level: analysis.level, language: style.language,
      features: style.tracking == 0 ? style.features : style.features + ["liga=0", "clig=0"],
      isSpaced: style.tracking > 0)
    return ShapingItem(
      start: start, end: end, span: span, font: font, level: analysis.level,
      setting: settingIndex(key, analysis))
  }

  private func settingIndex(_ key: SettingKey, _ analysis: PangoAnalysis) -> Int {
    if let known = settingIndices[key] { return known }
    var own = analysis
    // Pango would take the language from the environment where the script is not the usual one of a language.
    own.language = pango_language_from_string(key.language)
    own.extra_attrs = nil
    if !key.features.isEmpty {
      own.extra_attrs = g_slist_prepend(
        nil, pango_attr_font_features_new(key.features.joined(separator: ",")))
    }
    settings.append(Setting(analysis: own, isSpaced: key.isSpaced))
    settingIndices[key] = settings.count - 1
    return settings.count - 1
  }

  private func attributeList(_ text: CollectedText, styles: [TextStyle]) -> OpaquePointer {
    let list: OpaquePointer = pango_attr_list_new()
    for extent in text.extents {
      let style = styles[extent.span]
      let attributes = [
        pango_attr_font_desc_new(description(of: FaceKey(style))),
        pango_attr_language_new(pango_language_from_string(style.language)),
      ]
      for attribute in attributes {
        attribute?.pointee.start_index = UInt32(extent.start)
        attribute?.pointee.end_index = UInt32(extent.end)
        pango_attr_list_insert(list, attribute)
      }
    }
    return list
  }

  private func description(of key: FaceKey) -> OpaquePointer {
    if let known = descriptions[key] { return known }
    let description: OpaquePointer = pango_font_description_new()
    let families = [key.family] + library.fallbacks.filter { $0 != key.family }
    pango_font_description_set_family(description, families.joined(separator: ","))
    pango_font_description_set_weight(description, PangoWeight(UInt32(key.weight)))
    pango_font_description_set_style(
      description, key.slant == .italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    pango_font_description_set_absolute_size(description, Self.unitsPerEm)
    descriptions[key] = description
    return description
  }

  private func fontIndex(_ font: UnsafeMutablePointer<PangoFont>) -> Int {
    if let known = fontIndices[font] { return known }
    g_object_ref(font)
    let pattern = UnsafeMutableRawPointer(font).withMemoryRebound(to: PangoFcFont.self, capacity: 1) {
      pango_fc_font_get_pattern($0)
    }
    var index: Int32 = 0
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
    var extents = hb_font_extents_t()
    hb_font_get_h_extents(pango_font_get_hb_font(font), &extents)
    fonts.append(
      LoadedFont(
        face: FontFace(
          file: string(pattern, FC_FILE), index: Int(index),
          name: string(pattern, FC_FULLNAME).isEmpty
            ? string(pattern, FC_FAMILY) : string(pattern, FC_FULLNAME)),
        ascent: Double(extents.ascender) / Self.unitsPerEm,
        descent: -Double(extents.descender) / Self.unitsPerEm, font: font))
    fontIndices[font] = fonts.count - 1
    return fonts.count - 1
  }

  private func string(_ pattern: OpaquePointer?, _ object: String) -> String {
    var value: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, object, 0, &value) == FcResultMatch, let value else { return "" }
    return String(cString: value)
  }
}
