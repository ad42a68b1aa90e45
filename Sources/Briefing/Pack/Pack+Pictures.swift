import Diagnostics
import Graphics
import YAMLReading

extension Pack {
  /// A picture as pack.yml describes it; its file is not yet read.
  struct Picture {
    var location: SourceLocation
    var image: YAMLText
    var alternative: YAMLText?
    var credit: YAMLText?
    /// In shares of the width from the left and of the height from the top.
    var focus: Point?
  }

  /// A portrait or a cover.
  static func picture(_ node: YAMLNode) -> Picture? {
    guard node.isMapping else {
      if let name = node.text() {
        node.error(
          "nothing says what this picture shows to those who can't see it",
          advice: "write { image: \(name.text), alternative: … }")
      }
      return nil
    }
    return node.mapping(keys: PackKeys.picture).flatMap { picture($0, at: node.location) }
  }

  static func picture(_ mapping: YAMLMapping, at location: SourceLocation) -> Picture? {
    let image = mapping.required("image")?.text()
    let alternative = mapping["alternative"]?.text()
    if let image, alternative == nil {
      mapping["image"]?.error(
        "nothing says what '\(image.text)' shows to those who can't see it",
        advice: "add 'alternative: …' with what one would tell somebody on the telephone")
    }
    guard let image else { return nil }
    return Picture(
      location: location, image: image, alternative: alternative, credit: mapping["credit"]?.text(),
      focus: mapping["focus"].flatMap(focus))
  }

  /// "30% 40%": from the left and from the top.
  private static func focus(_ node: YAMLNode) -> Point? {
    guard let text = node.string() else { return nil }
    let parts = text.split(whereSeparator: \.isWhitespace).map { part in
      part.hasSuffix("%") ? Double(plain: String(part.dropLast())) : nil
    }
    let shares = parts.compactMap { $0.map { $0 / 100 } }
    guard parts.count == 2, shares.count == 2, shares.allSatisfy((0...1).contains) else {
      node.error(
        "'\(text)' is no place in a picture",
        advice: "write how far from its left and from its top, such as \"30% 40%\"")
      return nil
    }
    return Point(shares[0], shares[1])
  }
}
