import Diagnostics
import Files
import Foundation
import Graphics
import Pictures
import YAMLReading

extension PackFolder {
  /// A picture that pack.yml names, or what is wrong with it.
  func picture(_ name: YAMLText) -> (picture: Picture?, diagnostics: [Diagnostic]) {
    func problem(_ message: String, _ advice: String) -> (Picture?, [Diagnostic]) {
      (nil, [Diagnostic(.error, message, at: name.location, advice: advice)])
    }
    switch readFile(self.name(name.text), atMost: largestPicture, inside: path) {
    case .missing:
      let near = nearestNames(to: name.text, among: pictureFiles).map { "'\($0)'" }
      return problem(
        "the pack has no file '\(name.text)'",
        near.isEmpty
          ? "put the picture into the pack's folder and write its path from there"
          : "did you mean \(near.joined(separator: " or "))?")
    case .refused(let message, let advice):
      return problem("'\(name.text)': " + message, advice)
    case .bytes(let bytes):
      switch memory.picture(bytes) {
      case .success(let picture): return (picture, [])
      case .failure(let error): return problem("'\(name.text)': " + error.message, error.advice)
      }
    }
  }

  /// By their paths in the pack, in its folder or in one below it.
  private var pictureFiles: [String] {
    func contents(_ folder: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: name(folder))) ?? []).sorted()
    }
    let endings = [".jpg", ".jpeg", ".png", ".webp", ".svg"]
    return contents("").flatMap { folder in [folder] + contents(folder).map { "\(folder)/\($0)" } }
      .filter { file in endings.contains { file.lowercased().hasSuffix($0) } }
  }
}
