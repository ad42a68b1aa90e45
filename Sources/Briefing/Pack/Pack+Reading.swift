import Diagnostics
import Interview
import YAMLReading

extension Pack {
  /// Reads pack.yml; every mistake is noted in the file's log.
  ///
  /// - Returns: `nil` where the file holds no keys at all; what is missing is empty otherwise, so that the rest of
  ///   the pack can still be looked through.
  static func read(_ file: YAMLFile) -> Pack? {
    guard let pack = file.root?.mapping(keys: PackKeys.pack) else { return nil }
    let interview = pack["interview"]?.mapping(keys: PackKeys.interview)
    let title = pack.required("title")?.text()
    let questions = pack.required("questions")?.sequence()?.map(question)
    if questions?.isEmpty == true {
      pack["questions"]?.error("there is no question here", advice: "add '- headline: …'")
    }
    return Pack(
      title: title ?? YAMLText("", location: pack.location), subtitle: pack["subtitle"]?.text(),
      kicker: pack["kicker"]?.text(),
      language: pack["language"].flatMap(language) ?? "en", author: pack["author"]?.text(),
      style: pack["style"]?.text(),
      figuresAsOf: pack["figures_as_of"].flatMap(date), expert: interview?["expert"]?.text(),
      role: interview?["role"]?.text(), interviewDate: interview?["date"].flatMap(date),
      labels: interview?["labels"].map(labels) ?? [],
      followUps: interview?["follow_ups"].map(followUps) ?? [],
      countryCodes: pack["countries"].flatMap(countries) ?? [],
      countryNames: pack["country_names"].map(countryNames) ?? [], meeting: pack["meeting"].flatMap(meeting),
      draft: pack["draft"].flatMap(draft), portrait: pack["portrait"].flatMap(picture),
      cover: pack["cover"].flatMap(picture),
      overview: pack["overview"].map(overview) ?? Overview(), questions: questions ?? [],
      pages: list(pack["pages"], of: page))
  }

  /// A label, or what is to be looked at, too.
  private static func draft(_ node: YAMLNode) -> Draft? {
    guard node.isMapping else { return node.text().map { Draft(location: node.location, label: $0) } }
    guard let mapping = node.mapping(keys: PackKeys.draft) else { return nil }
    let label = mapping.required("label")?.text()
    // Of a list whose last line was taken out the key alone is left.
    func listed(_ key: String) -> [YAMLText] {
      mapping[key].flatMap { $0.isEmpty ? nil : $0.sequence() }?.compactMap { $0.text() } ?? []
    }
    let (questions, figures) = (listed("questions"), listed("figures"))
    return label.map { Draft(location: node.location, label: $0, questions: questions, figures: figures) }
  }

  private static func labels(_ node: YAMLNode) -> [Label] {
    (node.anyMapping()?.entries ?? []).compactMap { key, value in
      value.choice(of: LabelRole.self).map { Label(text: key, role: $0) }
    }
  }

  /// Of a list whose last line was taken out the key alone is left.
  private static func followUps(_ node: YAMLNode) -> [YAMLText] {
    node.isEmpty ? [] : (node.sequence() ?? []).compactMap { $0.text() }
  }

  private static func overview(_ node: YAMLNode) -> Overview {
    guard let mapping = node.mapping(keys: PackKeys.overview) else { return Overview() }
    var result = Overview(keyFigures: list(mapping["key_figures"], of: keyFigure))
    result.map = mapping["map"].flatMap(overviewMap)
    return result
  }

  /// One for each entry, so that the entries after a broken one keep their numbers.
  private static func question(_ node: YAMLNode) -> Question {
    let empty = YAMLText("", location: node.location)
    guard let mapping = node.mapping(keys: PackKeys.question) else {
      return Question(location: node.location, headline: empty, keyFigures: [], exhibits: [])
    }
    let keyFigures = list(mapping["key_figures"], of: keyFigure)
    let exhibits = list(mapping["exhibits"], of: exhibit)
    let quotation = mapping["quotation"].flatMap(quotation)
    let headline = mapping.required("headline")?.text() ?? empty
    return Question(
      location: node.location, question: mapping["question"]?.text(), headline: headline,
      statement: mapping["statement"]?.text(), keyFigures: keyFigures, exhibits: exhibits,
      quotation: quotation, notes: notes(mapping["notes"]))
  }

  /// A paragraph, or several in a list.
  static func notes(_ node: YAMLNode?) -> [YAMLText] { node?.strings() ?? [] }

  private static func keyFigure(_ node: YAMLNode) -> KeyFigure? {
    guard let mapping = node.mapping(keys: PackKeys.keyFigure),
      let figure = mapping.required("figure")?.text()
    else { return nil }
    return KeyFigure(figure: figure, label: mapping["label"]?.text(), note: mapping["note"]?.text())
  }

  private static func quotation(_ node: YAMLNode) -> Quotation? {
    guard let mapping = node.mapping(keys: PackKeys.quotation) else { return nil }
    let (text, source) = (mapping.required("text")?.text(), mapping.required("source")?.text())
    guard let text, let source else { return nil }
    return Quotation(text: text, source: source)
  }

  static func list<Value>(_ node: YAMLNode?, of read: (YAMLNode) -> Value?) -> [Value] {
    (node?.sequence() ?? []).compactMap(read)
  }

  static func looksLikeCountry(_ code: String) -> Bool {
    code.count == 2 && code.allSatisfy { $0.isASCII && $0.isUppercase }
  }

  private static func countries(_ node: YAMLNode) -> [YAMLText]? {
    guard let codes = node.strings() else { return nil }
    for code in codes { checkCountry(code, in: node.file) }
    if codes.count > 2 { node.error("more than two countries", advice: "name the two that the maps tint") }
    return codes
  }

  private static func countryNames(_ node: YAMLNode) -> [CountryName] {
    (node.anyMapping()?.entries ?? []).compactMap { key, value in
      checkCountry(key, in: node.file)
      return value.text().map { CountryName(code: key, name: $0) }
    }
  }

  private static func checkCountry(_ code: YAMLText, in file: YAMLFile) {
    if looksLikeCountry(code.text) { return }
    file.error(
      "'\(code.text)' is no country code", at: code.location,
      advice: "use ISO 3166 codes of two letters, such as FR")
  }

  /// What looks like a BCP 47 tag: a language of two or three letters, then subtags of up to eight letters or digits.
  private static func language(_ node: YAMLNode) -> String? {
    guard let tag = node.text()?.text else { return nil }
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      (2...3).contains(parts[0].count) && parts[0].allSatisfy { $0.isASCII && $0.isLetter }
      && parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
    if !isTag {
      node.error("'\(tag)' is no language", advice: "write its BCP 47 tag, such as en, en-GB or kk")
    }
    if isTag, parts[0].lowercased() != "en" {
      node.warning(
        "what Bayan writes itself stays English ('more than', 'bn', months, 'up 10%'), and this pack's language is '\(tag)'",
        advice:
          "words of layouts can be translated in their files (Layouts/README.md); say the rest in texts of your own"
      )
    }
    return isTag ? tag : nil
  }

  /// A date as ISO 8601: year, year and month, or a day.
  static func date(_ node: YAMLNode) -> String? {
    guard let text = node.string() else { return nil }
    let isDate = Story.isDate(text)
    if !isDate { node.error("'\(text)' is no date", advice: "write it as 2018-11-20, 2018-11 or 2018") }
    return isDate ? text : nil
  }
}
