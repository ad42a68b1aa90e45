import Diagnostics
import Graphics

@testable import Typesetting

/// Fonts/fonts.conf of this checkout.
let fontConfiguration: String = {
  let parts = #filePath.split(separator: "/").dropLast(3)
  return "/" + parts.joined(separator: "/") + "/Fonts/fonts.conf"
}()

func makeTypesetter(fallbacks: [String] = ["Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew"]) throws
  -> Typesetter
{
  Typesetter(
    fonts: try FontLibrary(
      configuration: fontConfiguration, families: ["Charis SIL", "Inter"], fallbacks: fallbacks))
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

/// SplitMix64: the same numbers on every machine.
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
