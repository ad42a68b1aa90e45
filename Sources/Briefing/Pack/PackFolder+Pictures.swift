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
      let near = picturesLike(name.text).map { "'\($0)'" }
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

  /// The likeliest of the pack's pictures; how they end says nothing.
  private func picturesLike(_ name: String) -> [String] {
    func stem(_ file: String) -> String { (file as NSString).deletingPathExtension }
    let files = pictureFiles
    let same = files.filter { stem($0) == stem(name) }
    if !same.isEmpty { return same }
    let near = nearestNames(to: stem(name), among: files.map(stem))
    return files.filter { near.contains(stem($0)) }
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
