/// Verbs whose past has another form than what labels say with it: "flew 12 of its 31 planes" and "Planes flown".
enum IrregularVerbs {
  /// By the past.
  static let participles: [String: String] = [
    "ate": "eaten", "beat": "beaten", "began": "begun", "bit": "bitten", "blew": "blown", "broke": "broken",
    "chose": "chosen", "did": "done", "drank": "drunk", "drew": "drawn", "drove": "driven", "fell": "fallen",
    "flew": "flown", "forbade": "forbidden", "forgave": "forgiven", "forgot": "forgotten", "froze": "frozen",
    "gave": "given", "grew": "grown", "hid": "hidden", "knew": "known", "mowed": "mown", "rode": "ridden",
    "rose": "risen", "sang": "sung", "sank": "sunk", "saw": "seen", "sewed": "sewn", "shook": "shaken",
    "showed": "shown", "sowed": "sown", "spoke": "spoken", "stole": "stolen", "swam": "swum",
    "swore": "sworn", "threw": "thrown", "took": "taken", "tore": "torn", "withdrew": "withdrawn",
    "woke": "woken", "wore": "worn", "wove": "woven", "wrote": "written",
  ]

  /// Whether the two are one word, or a verb's past and its participle.
  static func isSame(_ said: String, as word: String) -> Bool { said == word || participles[said] == word }
}
