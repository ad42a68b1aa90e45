import Diagnostics
import Testing

@testable import Typesetting

struct MissingCharactersTests {
  @Test func aScriptWithoutAFontIsOneErrorThatNamesThePackage() throws {
    let typesetter = try makeTypesetter(fallbacks: [])
    for text in ["中华人民共和国", "哈萨克斯坦。", "北京，"] { _ = typesetter.line(RichText(text, serif, file: "pack.yml")) }
    #expect(
      typesetter.log.diagnostics.map(\.description) == [
        """
        pack.yml: error: no font for Chinese characters (中 华 人 民 共 和 …)
          → install one with 'sudo apt install fonts-noto-cjk', and see that 'Noto Serif CJK SC' stands among the theme's fallbacks
        """
      ])
  }

  @Test func twoScriptsAreTwoErrorsAndALoneSignIsItsOwn() throws {
    let typesetter = try makeTypesetter(fallbacks: [])
    _ = typesetter.line(RichText("ኢትዮጵያ \u{13000} ប្រទេសកម្ពុជា", serif))
    let said = typesetter.log.diagnostics.map(\.message)
    #expect(said.count == 3)
    #expect(said.contains { $0.hasPrefix("no font for Ethiopic script") })
    #expect(said.contains { $0.hasPrefix("no font for Khmer") })
    #expect(said.contains { $0.hasPrefix("no font has the character '\u{13000}'") })
  }

  @Test(arguments: [
    ("tr", "bilgi dosyası", "BİLGİ DOSYASI"), ("az", "Bakı şəhəri", "BAKI ŞƏHƏRİ"),
    ("en", "Istanbul", "ISTANBUL"),
    ("el", "Ελλάδα", "ΕΛΛΑΔΑ"), ("de", "Straße", "STRASSE"), ("kk", "Қазақстан", "ҚАЗАҚСТАН"),
  ])
  func capitalsAreThoseOfTheLanguage(language: String, text: String, expected: String) {
    #expect(capitals(text, language: language) == expected)
  }
}
