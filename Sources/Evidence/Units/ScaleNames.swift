import Foundation

/// How each scale is written, in figures' units, on pages and in texts: one table, from which each reader takes the forms
/// that can mean nothing else where it reads.
struct ScaleNames {
  let scale: Unit.Scale
  /// In a figure's unit, the usual forms first.
  let inUnits: [String]
  /// In a unit that Bayan itself writes.
  let ownUnit: String
  /// Printed before a noun or a measure.
  let word: String
  /// Printed after an amount of money.
  let afterMoney: String
  /// English, in running text.
  let words: [String]
  /// Short forms that are no other word.
  let short: [String]
  /// What is a scale after digits only.
  let afterDigits: [String]
  /// What may be another thing after digits, too ("m" for metres): glued to them, or beside a currency.
  let letters: [String]
  /// Letters that are a scale only after a currency: "$5MM", "$2T".
  let moneyLetters: [String]
  /// Words of other languages.
  let foreign: [String]

  private init(
    _ scale: Unit.Scale, inUnits: String, ownUnit: String, afterMoney: String, words: String, short: String,
    afterDigits: String, letters: String, moneyLetters: String, foreign: String
  ) {
    func list(_ names: String) -> [String] { names.split(separator: " ").map(String.init) }
    self.scale = scale
    self.inUnits = list(inUnits)
    self.ownUnit = ownUnit
    word = list(words).first ?? ""
    self.afterMoney = afterMoney
    self.words = list(words)
    self.short = list(short)
    self.afterDigits = list(afterDigits)
    self.letters = list(letters)
    self.moneyLetters = list(moneyLetters)
    self.foreign = list(foreign)
  }

  static let all = [
    ScaleNames(
      .thousand, inUnits: "k thousand", ownUnit: "k", afterMoney: "thousand", words: "thousand thousands",
      short: "thsd tsd", afterDigits: "k ths", letters: "", moneyLetters: "",
      foreign:
        "tausend milliers millares migliaia mila tys tysięcy tisíc тыс тысяч тысячи тысячах мың миң минг ming"
    ),
    ScaleNames(
      .million, inUnits: "m million mn mln", ownUnit: "million", afterMoney: "m", words: "million millions",
      short: "mn mln mio", afterDigits: "mil mill", letters: "m", moneyLetters: "mm",
      foreign:
        "millionen millones milhões milioni milionów miliony млн миллион миллионов миллионах мільйонів milyon"
    ),
    ScaleNames(
      .billion, inUnits: "bn billion", ownUnit: "bn", afterMoney: "bn",
      words: "billion billions milliard milliards", short: "bn bln mrd mlrd", afterDigits: "bil",
      letters: "b", moneyLetters: "",
      foreign: "milliarde milliarden miliardi miliardów млрд миллиард миллиардов миллиардах milyar"),
    ScaleNames(
      .trillion, inUnits: "trn trillion tn", ownUnit: "trn", afterMoney: "trn",
      words: "trillion trillions", short: "tn trn", afterDigits: "tril", letters: "", moneyLetters: "t",
      foreign: "трлн триллионов trilyon"),
  ]

  /// What can hardly mean anything else, wherever it stands.
  static let clear = index { $0.words + $0.short + $0.foreign }
  /// What is a scale beside money.
  static let besideMoney = index { $0.letters + $0.moneyLetters + $0.afterDigits.filter { $0.count == 1 } }
  /// What a unit of figures may begin or end with, and the words of running text.
  static let inUnitsAndWords = index { $0.inUnits + $0.words }

  /// Scales by the names that are taken of them.
  static func index(_ names: (ScaleNames) -> [String]) -> [String: Unit.Scale] {
    Dictionary(
      all.flatMap { row in names(row).map { ($0, row.scale) } }, uniquingKeysWith: { first, _ in first })
  }
}

extension Unit.Scale {
  /// How it is written; nothing of ones.
  var names: ScaleNames? { ScaleNames.all.first { $0.scale == self } }
}
