import Diagnostics
import Graphics
import TestSupport

@testable import Typesetting

/// Fonts/fonts.conf of this checkout.
let fontConfiguration = projectPath("Fonts/fonts.conf")

func makeTypesetter(fallbacks: [String] = ["Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew"]) throws
  -> Typesetter
{
  try shippedTypesetter(fallbacks: fallbacks)
}

let serif = TextStyle(family: "Charis SIL", size: 10)
let sans = TextStyle(family: "Inter", size: 10)

extension Line {
  /// The line's runs with where each begins.
  var runs: [(run: GlyphRun, x: Double)] {
    frame.leaves.compactMap { leaf in
      if case .text(let run) = leaf.item { (run, leaf.origin.x) } else { nil }
    }
  }
}
