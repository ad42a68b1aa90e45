import Platform

extension Color {
  /// CIE lightness L*, 0 (black) to 100 (white), of the luminance (CIE 15:2004, 8.2.1).
  public var lightness: Double {
    luminance > 216.0 / 24389 ? 116 * cbrt(luminance) - 16 : luminance * 24389 / 27
  }

  /// The grey of a lightness, 0 to 100, rounded to 8 bits so that it is the same on every machine.
  public init(lightness: Double) {
    let bounded = min(max(lightness, 0), 100)
    let luminance = bounded > 8 ? pow((bounded + 16) / 116, 3) : bounded * 27 / 24389
    self.init(luminance: luminance)
  }

  /// The grey of a luminance, 0 to 1, rounded to 8 bits.
  public init(luminance: Double) {
    let encoded = luminance <= 0.003_130_8 ? luminance * 12.92 : 1.055 * pow(luminance, 1 / 2.4) - 0.055
    let value = (encoded * 255).rounded() / 255
    self.init(red: value, green: value, blue: value)
  }

  /// Whether a reader would call it a grey: its parts hardly differ.
  public var isNeutral: Bool { max(red, green, blue) - min(red, green, blue) <= 0.1 }

  public var isGrey: Bool { red == green && green == blue }
}
