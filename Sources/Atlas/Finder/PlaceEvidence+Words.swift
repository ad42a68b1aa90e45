// Words whose place beside a name says what it is; those that packs’ languages share are in PlaceWords.

let conjunctions: Set<String> = ["and", "or", "и", "или", "und", "et", "y", "e", "va", "және", "мен"]
let copulas: Set<String> = [
  "is", "was", "are", "were", "lies", "lay", "became", "remains", "stands", "stood",
]
/// What towns do, as their governments or their markets.
let standing: Set<String> = [
  "hosts", "hosted", "has", "had", "based", "exports", "exported", "imports", "imported", "ships", "sells",
  "makes",
  "approved", "ratified", "vetoed", "borders", "annexed", "bought",
]
/// Words for landscapes that are verbs too, where they have no capital.
let verbs: Set<String> = [
  "falls", "pass", "sound", "channel", "plain", "gate", "mount", "square", "forest", "hill", "road", "bridge",
]
let namesakes: Set<String> = [
  "station", "hall", "court", "hotel", "theatre", "theater", "arena", "barracks", "hospital", "mine", "mill",
]
let speaking: Set<String> = [
  "said", "says", "told", "tells", "asked", "asks", "spoke", "speaks", "replied", "argued", "argues",
  "thought", "added",
]
let seasons: Set<String> = ["spring", "summer", "autumn", "winter"]
let genitives: Set<String> = ["of", "de", "d", "da", "do", "du", "del", "della", "des", "von", "di"]
let epithets: Set<String> = [
  "great", "terrible", "conqueror", "magnificent", "wise", "bold", "pious", "elder", "younger", "first",
  "second",
  "third",
]
let nameWords: Set<String> = ["surname", "surnames", "forename", "nickname", "pseudonym"]
/// What only persons do.
let personVerbs: Set<String> = [
  "born", "died", "wrote", "writes", "written", "painted", "composed", "studied", "graduated", "married",
  "smiled",
  "laughed", "nodded", "thinks", "believes", "remembers", "recalls", "recalled", "sang", "retired",
  "resigned",
]
/// What stands behind a name and is no noun: the name has ended.
let grammar: Set<String> = [
  "is", "was", "are", "were", "has", "had", "have", "will", "would", "can", "could", "may", "might", "must",
  "should",
  "in", "at", "on", "to", "from", "into", "by", "with", "for", "as", "near", "through", "between", "until",
  "since",
  "after", "before", "but", "which", "that", "where", "when", "who", "than", "no", "not", "also", "does",
  "did",
]
/// What only rivers do that have an article.
let riverVerbs: Set<String> = [
  "feeds", "fed", "flows", "flowed", "floods", "flooded", "rises", "empties", "drains", "joins", "meanders",
]
let romance: Set<String> = ["es", "pt", "fr", "it", "ro", "ca", "gl"]
let particles: Set<String> = [
  "de", "del", "da", "do", "dos", "di", "du", "della", "ibn", "bin", "von", "van",
]
