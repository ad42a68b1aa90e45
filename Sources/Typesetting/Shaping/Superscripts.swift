import Graphics

extension Typesetter {
  /// Size of a superscript or subscript that a font has no glyphs for, and how far it is raised or lowered, as
  /// shares of the size around it: between plain TeX's (0.7, 0.36) and what the OS/2 table of Charis SIL says
  /// (0.6, 0.38 and 0.22).
  private static let scriptSize = 0.65
  private static let superscriptRise = 0.36
  private static let subscriptDrop = 0.18

  /// The spans with superscripts ("sups") and subscripts ("subs") made smaller and raised or lowered where
  /// their font has no glyphs of its own for them.
  func resolvingScripts(_ spans: [RichText.Span]) -> [RichText.Span] {
    spans.map { span in
      let tag = span.style.features.first { $0 == "sups" || $0 == "subs" }
      guard let tag, let font = shaper.primaryFont(of: span.style), !shaper.hasFeature(tag, font: font) else {
        return span
      }
      var resolved = span
      resolved.style.features.removeAll { $0 == tag }
      resolved.style.size *= Self.scriptSize
      resolved.style.rise += span.style.size * (tag == "sups" ? Self.superscriptRise : -Self.subscriptDrop)
      return resolved
    }
  }
}
