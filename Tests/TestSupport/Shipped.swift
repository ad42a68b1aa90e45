import Atlas
import Typesetting

/// The atlas that comes with Bayan.
package func shippedAtlas() throws -> Atlas { try Atlas(path: projectPath("Atlas/atlas.gpkg")) }

/// A typesetter of the fonts that come with Bayan; `fallbacks` are families for what those lack.
package func shippedTypesetter(fallbacks: [String] = []) throws -> Typesetter {
  Typesetter(
    fonts: try FontLibrary(
      configuration: projectPath("Fonts/fonts.conf"), families: ["Charis SIL", "Inter"], fallbacks: fallbacks)
  )
}
