/// The English words by which drafts tell subjects, verbs and small words apart.
enum DraftWords {
  static let articles: Set<String> = [
    "the", "a", "an", "our", "their", "its", "this", "that", "these", "those", "his", "her", "my", "your",
    "all", "some", "of",
  ]
  static let joints: Set<String> = [
    "of", "for", "in", "on", "at", "to", "from", "and", "with", "by", "the", "a", "an", "or", "between",
    "into", "per", "its", "our", "their", "than", "as", "against", "through", "within", "among", "both",
    "any",
    "over", "during", "under", "after", "before", "since", "until", "about", "without", "across",
  ]
  /// As subjects they stand for what was named before.
  static let pronouns: Set<String> = [
    "it", "they", "which", "that", "this", "these", "those", "who", "we", "he", "she", "i", "you", "there",
    "what", "one", "nobody", "somebody", "people", "here",
  ]
  static let stands: Set<String> = ["it", "they", "which", "this"]

  /// Before a number: what they have as their subject is as much as the number says.
  static let measuring: Set<String> = [
    "was", "were", "is", "are", "be", "been", "amounted", "amounts", "reached", "reaches", "reach",
    "exceeded", "exceeds", "exceed", "stood", "stands", "totalled", "totaled", "totals", "equalled",
    "equals", "rose", "rises", "grew", "grows", "fell", "falls", "increased", "increases", "decreased",
    "dropped", "declined", "climbed", "jumped", "shrank", "came", "comes", "hit", "averaged", "averages",
    "improved", "doubled", "tripled", "quadrupled", "halved", "remained", "remains", "went", "dipped",
    "surged", "slipped",
    "risen", "grown", "fallen", "come", "achieve", "achieves", "achieved", "slow", "slows", "slowed", "ease",
    "eases", "eased", "edged", "soared", "plunged", "tumbled", "plummeted", "rebounded", "narrowed",
    "widened",
    "accelerated", "crept", "sank", "swelled", "averaging", "totaling", "totalling", "moderated",
  ]
  /// "Timber makes up 45% of exports".
  static let sharing: Set<String> = [
    "make", "makes", "made", "account", "accounts", "accounted", "cover", "covers", "covered", "represent",
    "represents", "represented", "comprise", "comprises", "comprised", "constitute", "constitutes", "provide",
    "provides", "provided", "contribute", "contributes", "contributed", "employs", "employ", "hold", "holds",
    "supply", "supplies", "occupying", "occupy", "occupies", "take", "takes", "form", "forms",
  ]
  /// Before "to" and what is aimed at.
  static let aiming: Set<String> = [
    "aim", "aims", "aimed", "want", "wants", "plan", "plans", "hope", "hopes", "intend", "intends", "expect",
    "expects", "expected", "likely", "set",
  ]
  static let costing: Set<String> = ["cost", "costs"]
  /// Of money, what can be said without who did it.
  static let moved: Set<String> = [
    "received", "needed", "invested", "raised", "borrowed", "pledged", "saved", "returned", "collected",
    "spent",
  ]
  /// After "last" or "that" they say when.
  static let timeNouns: Set<String> = [
    "year", "month", "period", "time", "season", "quarter", "week", "decade", "day",
  ]
  /// Between a verb and its number.
  static let light: Set<String> = [
    "to", "at", "by", "for", "around", "about", "some", "the", "a", "an", "nearly", "almost", "over", "only",
    "just", "up", "as", "with", "more", "less", "than", "approximately", "roughly", "in", "total", "worth",
    "already", "now", "also", "even", "still", "then", "further", "another", "from", "between", "of", "least",
    "most", "some", "out", "exactly", "equivalent", "equal", "well", "down", "sharply", "slightly",
    "steadily", "again", "back",
  ]
  static let adverbs: Set<String> = [
    "already", "now", "also", "only", "even", "still", "just", "then", "currently", "today", "roughly",
    "about", "around", "nearly", "almost", "again", "once", "ever", "never", "always", "usually", "often",
    "far", "alone", "together", "both", "sharply", "slightly", "steadily", "quickly", "not", "really",
    "probably", "actually", "finally", "since", "too", "more", "less", "least", "most", "some", "over",
  ]
  static let auxiliaries: Set<String> = [
    "have", "has", "had", "will", "would", "could", "should", "may", "might", "can", "must", "shall", "been",
    "being", "did", "do", "does", "to", "ll", "ve", "re",
  ]
  static let clauseMarks: Set<String> = [
    ",", ";", ":", "(", ")", "—", "–", "“", "”", "\"", "while", "whereas", "but", "that", "which", "who",
    "because", "although", "though", "if", "when", "as", "so", "since", "where", "whose", "before", "after",
    "until", "against",
  ]
  static let verbs: Set<String> = [
    "goes", "go", "took", "got", "get", "gets", "met", "meet", "live", "lives", "lived", "work", "works",
    "die", "dies",
    "began", "begin", "planned", "agreed", "discussing", "arrived", "left", "aim", "aims", "want",
    "wants", "set", "plan", "plans", "hope", "hopes", "expect", "expects", "died", "visited",
    "participated", "attended", "think", "thinks", "say", "says", "said", "know", "knows", "need", "needs",
    "buy", "buys", "sell", "sells", "give", "gives", "see", "sees", "means", "mean", "shows", "show", "lets",
    "let", "run", "runs", "stay", "stays", "stayed", "forecasts", "irrigate", "ship", "ships", "serve",
    "serves", "start", "started", "starts", "bring", "brings", "open", "opens", "treat", "treats", "earn",
    "earns", "pay", "pays", "keep", "keeps", "became", "become", "becomes", "happened", "suffer", "suffers",
    "use", "uses", "estimate", "estimates", "carry", "carries", "intend", "intends", "walk", "walks",
    "exemplified", "fled", "lost", "won", "call", "calls", "doubles", "triples", "raises", "lifts", "expands",
    "reduces", "boosts", "believe", "hope", "employ", "employs", "recover", "include", "includes", "drew",
    "draw", "draws", "operate",
    "operates", "face", "faces", "generate", "generates", "create", "creates", "receive", "receives", "gave",
    "sent", "lies", "spend", "spends",
  ]
  /// Verbs that are nouns after an article or before "of".
  static let nounsToo: Set<String> = [
    "cost", "costs", "plan", "plans", "need", "needs", "work", "works", "rise", "rises", "increase",
    "increases",
    "fall", "falls", "hit", "run", "start", "starts", "set", "stay", "use", "uses", "estimate", "estimates",
    "forecasts", "hope", "hopes", "aim", "aims", "call", "calls", "show", "shows", "ship", "ships", "reach",
    "drop",
    "make", "take", "share", "supply", "supplies", "hold", "cover", "form", "forms", "treat", "means",
    "planned", "face", "faces", "lies", "draw", "draws",
    "visit", "left", "lost", "met", "doubles",
  ]
  /// At the end of what is counted they say how, and are none of it.
  static let trailing: Set<String> = [
    "annually", "yearly", "monthly", "weekly", "daily", "fully", "partly", "directly",
  ]
  /// What is done to things that are counted, by the past; as labels say it.
  static let deeds: [String: String] = {
    var deeds = IrregularVerbs.participles
    for word in [
      "built", "bought", "sold", "spent", "lost", "won", "paid", "caught", "brought", "held", "sent", "made",
      "found", "laid", "met", "left", "taught", "led", "put", "cut", "set", "shut",
    ] {
      deeds[word] = word
    }
    for word in ["began", "fell", "rose", "grew", "did", "beat", "knew", "hid", "spoke"] { deeds[word] = nil }
    return deeds
  }()
  /// Heads that are no subject alone: "a total amount of".
  static let lightHeads: Set<String> = [
    "range", "region", "order", "total", "amount", "volume", "sum", "value", "worth", "level",
    "number", "figure", "rate", "cost",
    "price", "peak", "low", "high", "median", "projection", "forecast", "average", "estimate", "initial",
  ]
  /// "260 km long" is a length.
  static let dimensions = [
    "wide": "Width", "long": "Length", "high": "Height", "tall": "Height", "deep": "Depth",
    "thick": "Thickness",
  ]
  /// Of what the verb before a number raises or lowers: "to bring the turnover to 3 billion".
  static let raising: Set<String> = [
    "bring", "raise", "increase", "boost", "expand", "reduce", "cut", "lower", "grow", "take", "lift", "push",
    "bringing", "raising", "increasing", "reducing", "double", "doubles", "triple", "triples", "raises",
    "brings", "increases", "reduces", "lifts", "expands", "boosts",
  ]

  static func isPast(_ key: String) -> Bool {
    deeds[key] != nil
      || key.hasSuffix("ed") && key.count > 4
        && !["need", "indeed", "hundred", "speed", "united", "exceed"]
          .contains(key)
        && !measuring.contains(key)
  }

  static func isVerb(_ key: String) -> Bool {
    measuring.contains(key) || auxiliaries.contains(key) && key != "to" || verbs.contains(key)
      || costing.contains(key)
      || sharing.subtracting(["cover", "form", "forms", "supply", "supplies", "hold"])
        .contains(key)
  }

  /// The noun that a count is of: the first plural among the words after it, before any verb.
  static func noun(in words: [String]) -> String? {
    // "154 million lives"
    if words.first == "lives" { return "lives" }
    let own = words.prefix { !isVerb($0) }
    // "South Sudanese"
    return own.first(where: isPlural) ?? own.first { $0.count > 6 && $0.hasSuffix("ese") }
  }

  /// Peoples that are written as words in "is".
  private static let peoples: Set<String> = [
    "somalis", "israelis", "pakistanis", "iraqis", "saudis", "bangladeshis", "nepalis", "yemenis", "omanis",
    "kuwaitis", "emiratis", "azerbaijanis", "punjabis", "maoris", "gazans", "taxis", "qataris", "bahrainis",
  ]
  /// What is written alike of one and of many.
  private static let alike: Set<String> = [
    "people", "men", "women", "children", "police", "cattle", "sheep", "staff", "aircraft", "personnel",
    "troops", "livestock", "fish", "spacecraft", "hovercraft", "poultry", "species", "series", "teeth",
    "feet",
  ]

  /// What is counted only to say how a talk goes on.
  static let abstract: Set<String> = [
    "reasons", "things", "ways", "questions", "issues", "factors", "examples", "aspects", "options",
    "sides", "kinds", "types", "words", "ideas", "parts", "directions", "lessons", "principles", "thoughts",
    "scenarios", "elements", "answers", "themes", "topics", "challenges", "priorities",
  ]

  /// Whether a label tells nothing that its number doesn't: "People", "Total", "Months".
  static func isVague(_ label: String) -> Bool {
    label.split(separator: " ").allSatisfy { vague.contains($0.lowercased()) }
  }
  private static let vague: Set<String> = [
    "range", "people", "men", "women", "children", "adults", "total", "figure", "figures",
    "number", "numbers",
    "areas",
    "received", "items", "things", "times", "units", "months", "years", "days", "weeks", "hours", "minutes",
    "additional", "of", "the", "current", "present", "previous", "remaining", "extra", "case", "cases",
    "amount",
    "growth", "drop", "cut", "jump", "plunge", "surge", "record", "low", "high", "whole", "rest", "kind",
    "number", "lot", "same", "time", "year",
    "month", "decline", "increase", "rise", "fall", "decrease", "reduction", "significant", "half",
    "example", "fact", "course", "addition", "way", "part", "end", "beginning", "pounds", "dollars", "meters",
    "metres", "tonnes", "tons", "enough", "previously", "ours", "small", "proportion", "share", "modest",
    "rate", "peak", "past", "few", "median", "average", "projection", "forecast", "estimate", "initial",
    "prior", "strong",
    "weak", "weekend", "another", "net", "level", "top", "bottom", "little", "bit", "way",
  ]
  /// What a label may not be alone, since it is whoever speaks or when.
  static func isSpeaker(_ label: String) -> Bool {
    let last = label.lowercased().split { $0 == " " || $0 == "-" }.last.map(String.init) ?? ""
    return [
      "general", "minister", "president", "chairman", "secretary", "spokesperson", "spokesman", "chair",
      "governor", "commissioner", "morning", "afternoon", "yesterday", "today",
    ].contains(last)
      && label.split(separator: " ").count < 3
  }

  static func isPlural(_ word: String) -> Bool {
    if alike.contains(word) || peoples.contains(word) || WordsAfterNumber.isOfMen(word) { return true }
    return word.count > 3 && word.hasSuffix("s") && !["ss", "us", "is"].contains(where: word.hasSuffix)
      && !["times", "always", "perhaps", "besides", "others", "whereas", "its", "was", "has", "does"]
        .contains(word)
      && !verbs.contains(word)
  }
}
