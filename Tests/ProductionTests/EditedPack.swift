import TestSupport

/// A made-up pack that is edited at random and written into a folder.
struct EditedPack {
  struct Question {
    var city: String
    var other: String
    var values: [Int]
    var words: String
    var exhibits: [Int]
    var hasNote = false
  }

  var title = "A made-up pack"
  var questions: [Question]
  /// Of the pack's own layout, in millimetres.
  var margin = 18
  /// Whether a summary refers to what isn't there.
  var isBroken = false
  private var before: [EditedPack] = []

  private static let cities = ["Astana", "Almaty", "Shymkent", "Tashkent", "Samarkand", "Bukhara", "Taraz"]
  private static let words = [
    "Warehouses were built, and a road.", "Drivers tell that the queue has become shorter.",
    "Whether it lasts depends on the harvest, on the river, and on the people who have learnt to trust the new rules.",
    "Nobody had expected so much of a town that lives of wheat and of what passes through it on rails.",
  ]

  init(questions count: Int, using random: inout some RandomNumberGenerator) {
    questions = (0..<count).map { index in
      Question(
        city: Self.cities[index % 7], other: Self.cities[(index + 3) % 7],
        values: (0..<3).map { _ in Int.random(in: 20...900, using: &random) }, words: Self.words[index % 4],
        exhibits: [0, 1])
    }
  }

  /// Changes one thing, or takes the last change back.
  mutating func edit(using random: inout some RandomNumberGenerator) {
    if before.count > 1, Int.random(in: 0..<6, using: &random) == 0 {
      let kept = before.dropLast()
      self = before.last ?? self
      before = Array(kept)
      return
    }
    if isBroken {
      isBroken = false
      return
    }
    before = Array((before + [copyWithoutPast]).suffix(4))
    let index = Int.random(in: questions.indices, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1, 2:
      questions[index].values[Int.random(in: 0..<3, using: &random)] = .random(in: 20...900, using: &random)
    case 3: questions[index].words = Self.words.randomElement(using: &random) ?? ""
    case 4:
      let exhibit = Int.random(in: 0..<4, using: &random)
      if let known = questions[index].exhibits.firstIndex(of: exhibit) {
        questions[index].exhibits.remove(at: known)
      } else {
        questions[index].exhibits.append(exhibit)
      }
    case 5: questions[index].hasNote.toggle()
    case 6:
      questions[index].other =
        Self.cities.filter { $0 != questions[index].city }.randomElement(using: &random) ?? ""
    case 7: margin = margin == 18 ? 22 : 18
    case 8: title = title.count > 30 ? "A made-up pack" : title + " again"
    default: isBroken.toggle()
    }
  }

  private var copyWithoutPast: EditedPack {
    var copy = self
    copy.before = []
    return copy
  }

  /// Writes the pack's files.
  func write(into folder: TemporaryFolder) throws {
    var pack = "title: \(title)\nlanguage: en-GB\ncountries: [KZ, UZ]\nquestions:\n"
    var transcript = "This conversation was made up.\n\n"
    var figures = SmallPack.columns + "\n"
    for (index, question) in questions.enumerated() {
      let number = index + 1
      let paragraph = 2 * number
      transcript += "\(number). What did the trade of \(question.city) bring?\n\n"
      let told = question.values.enumerated().map {
        "In \(2015 + $0) the trade of \(question.city) was worth \($1) million dollars."
      }
      transcript +=
        told.joined(separator: " ")
        + "\n\nMuch of it went to \(question.other), as before. \(question.words)\n\n"
      for (year, value) in question.values.enumerated() {
        figures +=
          "t\(number)-\(year),Trade of \(question.city),\(value),USD mn,\(2015 + year),exact,actual,,¶\(paragraph),\n"
      }
      pack += "  - headline: The trade of \(question.city) was {t\(number)-2}\n"
      pack += "    key_figures:\n      - { figure: t\(number)-2, label: trade of \(question.city) }\n"
      if !question.exhibits.isEmpty { pack += "    exhibits:\n" }
      for exhibit in question.exhibits { pack += "      - \(Self.exhibit(exhibit, number, question))\n" }
      let broken = isBroken && index == 0 ? " {nothing}" : ""
      let summary = """
        **Trade.** The trade of \(question.city) was {t\(number)-1}, then {t\(number)-2}: {t\(number)-2|change from t\(number)-1}\(broken). [¶\(paragraph)]

        **Much of it goes to \(question.other).** \(question.words) [¶\(paragraph + 1)]

        """
      try folder.write(summary, to: "summaries/\(number).md")
    }
    let layout = """
      extends: brief.yml
      margins: { top: 23 mm, bottom: 21 mm, left: \(margin) mm, right: 18 mm }

      """
    for (name, text) in [
      ("pack.yml", pack), ("transcript.txt", transcript), ("figures.csv", figures), ("own.yml", layout),
    ] {
      try folder.write(text, to: name)
    }
  }

  private static func exhibit(_ kind: Int, _ number: Int, _ question: Question) -> String {
    let note = question.hasNote ? ", note: As of the year's end." : ""
    return switch kind {
    case 0:
      "{ kind: bars, title: Trade of \(question.city), subtitle: USD million, figures: [t\(number)-*]\(note) }"
    case 1: "{ kind: map, title: Where it goes, places: [\(question.city), \(question.other)]\(note) }"
    case 2: "{ kind: lines, title: Over the years, subtitle: USD million, figures: [t\(number)-*] }"
    default:
      "{ kind: timeline, title: What happened, events: [{ date: 2016, label: A road }, { date: 2017-05, label: \(question.words.prefix(20)) }] }"
    }
  }
}
