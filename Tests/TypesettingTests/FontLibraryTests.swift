import Diagnostics
import Foundation
import Graphics
import TestSupport
import Testing

@testable import Typesetting

@Suite struct FontLibraryTests {
  @Test func aMissingFamilyIsAnErrorThatNamesThePackage() throws {
    let error = #expect(throws: DiagnosticError.self) {
      _ = try FontLibrary(
        configuration: fontConfiguration, families: ["Inter", "Noto Sans CJK JP", "Papyrus"],
        places: ["Papyrus": SourceLocation(file: "theme.yml", line: 3, column: 9)])
    }
    #expect(
      error?.description == """
        error: the font family 'Noto Sans CJK JP' is not installed
          → install it with 'sudo apt install fonts-noto-cjk', or put its font files beside the layout or into the pack's fonts/
        theme.yml:3:9: error: the font family 'Papyrus' is not installed
          → check its spelling, install its package, or put its font files beside the layout or into the pack's fonts/
        """)
  }

  @Test func aLibraryWithoutFontsIsAnError() {
    let error = #expect(throws: DiagnosticError.self) {
      _ = try FontLibrary(configuration: fontConfiguration, families: [], fallbacks: ["Papyrus"])
    }
    #expect(error?.diagnostics.map(\.message) == ["no font is named that is installed"])
  }

  @Test func aStyleOfAnotherFamilyIsAnError() throws {
    let typesetter = try makeTypesetter(fallbacks: [])
    for _ in 0..<2 {
      _ = typesetter.line(RichText("a", TextStyle(family: "Papyrus", size: 10), file: "a.md"))
    }
    #expect(
      typesetter.log.diagnostics.map(\.description) == [
        """
        a.md: error: the font family 'Papyrus' is not among the fonts of the layout, 'Charis SIL' would stand in for it
          → name it among the theme's fonts
        """
      ])
  }

  @Test func aMissingConfigurationIsAnError() {
    let error = #expect(throws: DiagnosticError.self) {
      _ = try FontLibrary(configuration: "/nowhere/fonts.conf", families: ["Inter"])
    }
    #expect(
      error?.description == """
        /nowhere/fonts.conf: error: the font configuration can't be read
          → it comes with Bayan as Fonts/fonts.conf: restore it
        """)
  }

  @Test func aFontBesideTheConfigurationIsSeen() throws {
    let folder = try TemporaryFolder()
    // Under a name that fontconfig has not seen, so that no cache helps.
    let italic = try makeTypesetter().line(
      RichText("a", TextStyle(family: "Charis SIL", size: 10, slant: .italic)))
    try FileManager.default.copyItem(
      atPath: italic.runs[0].run.face.file, toPath: folder.path + "/dropped.ttf")
    try FileManager.default.copyItem(atPath: fontConfiguration, toPath: folder.path + "/fonts.conf")
    let library = try FontLibrary(configuration: folder.path + "/fonts.conf", families: ["Charis SIL"])
    let style = TextStyle(family: "Charis SIL", size: 10, slant: .italic)
    let line = Typesetter(fonts: library).line(RichText("a", style))
    #expect(line.runs[0].run.face.file.hasSuffix("/dropped.ttf"))
  }

  /// A copy of a face of Charis SIL whose family has another name of the same length.
  private func face(_ slant: TextStyle.Slant = .upright, called name: String, in folder: URL)
    throws
  {
    let line = try makeTypesetter().line(
      RichText("a", TextStyle(family: "Charis SIL", size: 10, slant: slant)))
    var data = try Data(contentsOf: URL(fileURLWithPath: line.runs[0].run.face.file))
    try #require(name.utf16.count == "Charis SIL".utf16.count)
    for encoding in [String.Encoding.utf16BigEndian, .utf8] where name != "Charis SIL" {
      let (old, new) = (try #require("Charis SIL".data(using: encoding)), name.data(using: encoding))
      while let place = data.range(of: old) { data.replaceSubrange(place, with: new ?? Data()) }
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try data.write(to: folder.appending(path: "\(name)-\(slant).ttf"))
  }

  private func brought(_ folders: URL...) throws -> BroughtFonts {
    BroughtFonts(
      folders: try folders.map { folder in
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return .init(name: folder.lastPathComponent, files: names.map { "\(folder.path)/\($0)" })
      })
  }

  @Test func aFamilyIsTakenWholeFromTheFirstFolderThatBringsIt() throws {
    let root = try TemporaryFolder()
    let (layout, pack) = (root.file("layout"), root.file("pack"))
    try face(called: "House Type", in: layout)
    for name in ["House Type", "Pack Serif", "Charis SIL"] {
      try face(called: name, in: pack)
      try face(.italic, called: name, in: pack)
    }
    try Data("no font".utf8).write(to: pack.appending(path: "broken.ttf"))
    let fonts = try brought(layout, pack)
    let library = try FontLibrary(
      configuration: fontConfiguration, families: ["House Type", "Charis SIL"], brought: fonts)
    // Neither the pack's italic of a family that the layout brings nor a family that nobody names.
    #expect(library.installedFamilies.sorted() == ["Charis SIL", "Charis SIL", "House Type"])
    for (family, place) in [("House Type", layout), ("Charis SIL", pack)] {
      let style = TextStyle(family: family, size: 10, slant: .italic)
      let line = Typesetter(fonts: library).line(RichText("a", style))
      #expect(line.runs[0].run.face.file.hasPrefix(place.path + "/"))
    }
    let error = #expect(throws: DiagnosticError.self) {
      _ = try FontLibrary(configuration: fontConfiguration, families: ["Papyrus"], brought: fonts)
    }
    #expect(
      error?.diagnostics.first?.advice == """
        check its spelling, install its package, or put its font files beside the layout or into the pack's \
        fonts/; \
        looked in layout, pack, Fonts/ and among the installed fonts; no font that can be read: \
        \(pack.path)/broken.ttf
        """)
  }

  @Test func onlyTheNamedFamiliesAreSeen() throws {
    let library = try FontLibrary(
      configuration: fontConfiguration, families: ["Inter"], fallbacks: ["Noto Sans", "No Such Sans"])
    #expect(Set(library.installedFamilies.filter { !$0.hasPrefix("Inter ") }) == ["Inter", "Noto Sans"])
  }
}
