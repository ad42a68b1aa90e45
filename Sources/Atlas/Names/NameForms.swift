/// What an inflected name may be the form of, likeliest first; nothing where the language does not inflect names.
///
/// Only endings are taken off, and the gazetteer decides whether the rest is a name. Russian: case endings of nouns
/// ("Ташкенте", "Бухаре", "Казани"). Kazakh and Uzbek, Cyrillic and Latin: case suffixes ("Алматыда", "Toshkentdan").
func baseForms(of word: TextWord, language: String) -> [(name: String, saysWhere: Bool)] {
  var forms: [(name: String, saysWhere: Bool)] = []
  // "Оше" is in Osh.
  func add(_ form: String, saysWhere: Bool = false, least: Int = 3) {
    if form.count >= least && form != word.lower && !forms.contains(where: { $0.name == form }) {
      forms.append((form, saysWhere))
    }
  }
  let lower = word.lower
  let turkic = word.isCyrillic ? turkicEndings : latinEndings
  if word.isCyrillic || agglutinating.contains(String(language.prefix(2))) {
    for (endings, saysWhere) in turkic {
      for ending in endings where lower.hasSuffix(ending) {
        add(String(lower.dropLast(ending.count)), saysWhere: saysWhere)
      }
    }
  }
  if word.isCyrillic {
    for ending in russianEndings where lower.hasSuffix(ending) {
      let stem = String(lower.dropLast(ending.count))
      for nominative in ["", "а", "я", "о", "ы"] { add(stem + nominative, least: 2) }
    }
  }
  return forms
}

/// The name in a Russian adjective before a word for a region ("Туркестанской области"), or nothing.
func adjectiveStems(of word: TextWord) -> [String] {
  for ending in ["ская", "ской", "скую", "ский", "ского", "ском", "скому", "ские", "ских"]
  where word.lower.hasSuffix(ending) {
    let stem = String(word.lower.dropLast(ending.count))
    if stem.count < 3 { return [] }
    return ["", "а", "я", "ы", "о", "к", "ск"].map { stem + $0 } + [String(stem.dropLast())]
  }
  return []
}

/// The first case of a Russian adjective in another ("Нижнем Новгороде", "Новой Каховке").
func adjectiveForms(of word: TextWord) -> [String] {
  guard word.isCyrillic, let (ending, firsts) = adjectiveEndings.first(where: { word.lower.hasSuffix($0.0) })
  else {
    return []
  }
  return firsts.map { word.lower.dropLast(ending.count) + $0 }
}

private let adjectiveEndings = [
  ("ого", ["ый", "ой", "ое", "ий"]), ("его", ["ий", "ее"]), ("ому", ["ый", "ой", "ое", "ий"]),
  ("ему", ["ий", "ее"]),
  ("ом", ["ый", "ой", "ое", "ий"]), ("ем", ["ий", "ее"]), ("ым", ["ый", "ой", "ое"]), ("им", ["ий", "ее"]),
  ("ой", ["ая"]), ("ей", ["яя"]), ("ую", ["ая"]), ("ых", ["ые"]), ("их", ["ие"]),
]

private let agglutinating: Set<String> = ["uz", "kk", "ky", "tk", "az", "tr", "kaa"]

private let russianEndings = [
  "ою", "ой", "ей", "ом", "ем", "ым", "ью", "ах", "ям", "а", "я", "е", "у", "ю", "ы", "и",
]

/// Case suffixes, and whether they say where something is, comes from or goes.
private let turkicEndings = [
  (
    [
      "дағы", "дегі", "тағы", "тегі", "даги", "дан", "ден", "тан", "тен", "нан", "нен", "да", "де", "та",
      "те", "ға", "ге", "қа", "ке", "га",
    ],
    true
  ),
  (
    [
      "ның", "нің", "дың", "дің", "тың", "тің", "нинг", "мен", "бен", "пен", "на", "не", "ны", "ні", "ды",
      "ді", "ты", "ті", "ни",
    ],
    false
  ),
]

private let latinEndings = [
  (["dagi", "daky", "dan", "den", "tan", "ten", "da", "de", "ta", "te", "ga", "ge", "ka", "ke", "qa"], true),
  (["ning", "nıñ", "ni", "ny", "ya", "a", "e"], false),
]
