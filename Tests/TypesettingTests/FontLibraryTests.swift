import Diagnostics
import Foundation
import Graphics
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
          → install it with 'sudo apt install fonts-noto-cjk', or drop its font file into Fonts/
        theme.yml:3:9: error: the font family 'Papyrus' is not installed
          → check its spelling, install its package, or drop its font file into Fonts/
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
    let folder = FileManager.default.temporaryDirectory.appending(path: "bayan-fonts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
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

  @Test func onlyTheNamedFamiliesAreSeen() throws {
    let library = try FontLibrary(
      configuration: fontConfiguration, families: ["Inter"], fallbacks: ["Noto Sans", "No Such Sans"])
    #expect(Set(library.installedFamilies.filter { !$0.hasPrefix("Inter ") }) == ["Inter", "Noto Sans"])
  }
}
