import Atlas
import Diagnostics
import Evidence
import Files
import Foundation
import Interview
import Tables
import YAMLReading

/// The files of a pack, read; what is wrong with any of them is in `log`.
struct PackFolder {
  /// As the user wrote it.
  let path: String
  /// What files shall hold but don't yet, by their paths in the folder.
  private var drafts: [String: [UInt8]] = [:]
  private(set) var pack: Pack?
  /// Of the texts, BCP 47, even of settings that can't be read.
  private(set) var language = "en"
  private(set) var transcript: Transcript?
  private(set) var figures: FigureTable?
  /// The pack's own figures, where an update is laid over them.
  private(set) var ownFigures: FigureTable?
  private(set) var places: PlaceList = PlaceList()
  /// The pack's own words that claim something about numbers.
  private(set) var ownWords: Table?
  private(set) var log = DiagnosticLog()
  /// The page read last.
  private var pageText: String?
  /// What its texts were read as before.
  private(set) var memory = PackMemory()

  /// The updates are tables of figures that are laid over the pack's own, in order (see `Table.open`).
  /// - Throws: `DiagnosticError` only where there is no pack at all.
  init(
    path: String, updates: [String] = [], drafts: [String: [UInt8]] = [:], memory: PackMemory = PackMemory()
  ) throws(DiagnosticError) {
    self.path = path
    self.drafts = drafts
    self.memory = memory
    try findPack()
    readSettings()
    let begun = self
    let (interview, numbers) = together(
      { log in begun.reading(&log) { $0.readTranscript() } },
      { log in begun.reading(&log) { $0.figures = $0.readFigures(updates: updates) } }, log: &log)
    transcript = interview?.transcript
    (figures, ownFigures) = (numbers?.figures, numbers?.ownFigures)
    if FileManager.default.fileExists(atPath: name("places.csv")) {
      if let csv = text(of: "places.csv", what: "places") {
        places = PlaceList.read(csv, file: name("places.csv"), log: &log)
      }
    }
  }

  /// This folder with something more of it read; what is wrong with that goes into another log.
  private func reading(_ log: inout DiagnosticLog, _ step: (inout PackFolder) -> Void) -> PackFolder {
    var folder = self
    folder.log = DiagnosticLog()
    step(&folder)
    for diagnostic in folder.log.diagnostics { log.add(diagnostic) }
    return folder
  }

  /// What only the atlas tells: whether the pack's countries are any, and whether its own places lie in theirs.
  mutating func checkPlaces(with atlas: Atlas) {
    let codes = (pack?.countryCodes ?? []) + (pack?.countryNames.map(\.code) ?? [])
    for code in codes where Pack.looksLikeCountry(code.text) {
      let mistake = log.collect { try atlas.unknownCountry(code.text, at: code.location) } ?? nil
      if let mistake { log.add(mistake) }
    }
    places.check(with: atlas, log: &log)
  }

  /// Reads words.csv, where there is one.
  mutating func readWords() {
    let file = name("words.csv")
    guard FileManager.default.fileExists(atPath: file) else { return }
    ownWords = log.collect { () throws(DiagnosticError) in try Table.open(file, in: path) }
    var words = ClaimVocabulary()
    if let ownWords { words.add(ownWords, log: &log) }
  }

  /// Reads the table of figures and nothing else.
  init(figuresOf path: String, updates: [String]) throws(DiagnosticError) {
    self.path = path
    try findPack()
    figures = readFigures(updates: updates)
  }

  /// Reads the interview and nothing else, but for what pack.yml says of its labels.
  init(transcriptOf path: String) throws(DiagnosticError) {
    self.path = path
    try findPack()
    readSettings()
    readTranscript()
  }

  private static let transcriptFile = "transcript.txt"

  private mutating func readTranscript() {
    let file = Self.transcriptFile
    guard let text = text(of: file, what: "the interview") else { return }
    let labels = Dictionary(
      (pack?.labels ?? []).map { ($0.text.text, $0.role) }, uniquingKeysWith: { first, _ in first })
    let followUps = pack?.followUps.map(\.text) ?? []
    let read = memory.transcript(
      .init(text: text, file: name(file), labels: labels, followUps: followUps))
    transcript = read.transcript
    for diagnostic in read.diagnostics { log.add(diagnostic) }
    for label in pack?.labels ?? [] where transcript?.unknownLabels.contains(label.text.text) ?? false {
      log.warning(
        "no turn of the interview begins with '\(label.text.text):'", at: label.text.location,
        advice: "write the label as the transcript does, or take it out")
    }
    for words in pack?.followUps ?? [] where transcript?.unknownFollowUps.contains(words.text) ?? false {
      log.warning(
        "no question of the interview can be joined to the one before it by '\(words.text)'",
        at: words.location,
        advice: "write the words with which the question begins, or take it out")
    }
  }

  private mutating func read<Value>(
    _ file: String, what: String, by reader: (String, String) throws(DiagnosticError) -> Value
  ) -> Value? {
    guard let text = text(of: file, what: what) else { return nil }
    let path = name(file)
    return log.collect { try reader(text, path) }
  }

  /// The pack's own date of its figures is hardly that of later ones.
  mutating func setDate(_ asOf: String?, hasUpdates: Bool) {
    if let asOf {
      noteOlder(than: asOf)
      pack?.figuresAsOf = asOf
    } else if hasUpdates, let own = pack?.figuresAsOf {
      log.warning(
        "the documents say that the figures are as of \(own), and an update is laid over them",
        at: SourceLocation(file: name("pack.yml")), advice: "say as of when they are now: --as-of DATE")
    }
    // A day's month, or the year.
    figures?.asOf = pack?.figuresAsOf.flatMap { Period(String($0.prefix(7))) }
    for warning in (figures?.overdueGoals() ?? []) + (figures?.earlyActuals() ?? []) { log.add(warning) }
  }

  /// Notes the figures of no period that a later date of the documents says nothing of: "still to be agreed" was so then.
  private mutating func noteOlder(than asOf: String) {
    guard let own = pack?.figuresAsOf, own < asOf, let before = ownFigures ?? figures else { return }
    let older = (figures?.figures ?? []).filter { figure in
      figure.period == nil && figure.formula == nil && figure.status != .target
        && before[figure.id]?.value == figure.value && before[figure.id]?.sources == figure.sources
    }
    guard let first = older.first else { return }
    let names = older.prefix(Self.mostNamed).map { "'\($0.id)'" }.joined(separator: ", ")
    let others = older.count > Self.mostNamed ? " and \(older.count - Self.mostNamed) more" : ""
    log.add(
      Diagnostic(
        .note,
        "the documents say that the figures are as of \(asOf), and these without a period are of \(own) or before: \(names)\(others)",
        at: first.location, advice: "give them a period, so that pages say of when they are"))
  }

  /// Of figures, in a note.
  private static let mostNamed = 8

  /// All tables are read, so that the mistakes of each are told, but they only make sense together.
  private mutating func readFigures(updates: [String]) -> FigureTable? {
    let own = figuresFile().flatMap { file in
      let (path, draft, columns) = (name(file), drafts[file], FigureTable.columns)
      return log.collect {
        try draft.map { try Table.read($0, file: path, columns: columns) }
          ?? Table.open(path, in: self.path, columns: columns)
      }
    }
    let others = updates.map { path in log.collect { try Table.open(path, columns: FigureTable.columns) } }
    guard let own else { return nil }
    if !updates.isEmpty {
      var ignored = DiagnosticLog()
      ownFigures = FigureTable.readable(own, log: &ignored)
    }
    let figures = FigureTable.readable(own, updates: others.compactMap(\.self), log: &log)
    return others.contains(nil) ? nil : figures
  }

  /// The pack's own table, which may be a spreadsheet.
  private mutating func figuresFile() -> String? {
    let files = ["figures.csv", "figures.xlsx"].filter { FileManager.default.fileExists(atPath: name($0)) }
    if files.count > 1 {
      log.error(
        "the pack has two tables of figures, figures.csv and figures.xlsx",
        at: SourceLocation(file: name(files[1])),
        advice: "remove the one that doesn't count; a table to be laid over the other is named by --figures")
    } else if files.isEmpty {
      log.error(
        "the table of figures is missing", at: SourceLocation(file: name("figures.csv")),
        advice: "add the file figures.csv to the pack")
    }
    return files.first
  }

  /// The Markdown of a question's summary; that it is missing or far too long is noted.
  mutating func summary(_ number: Int) -> String? {
    let file = "summaries/\(number).md"
    guard let text = text(of: file, what: "the summary of question \(number)") else { return nil }
    let place = SourceLocation(file: name(file))
    if text.utf8.count > Self.longestSummary {
      log.error(
        "this summary is longer than 150 kB", at: place, advice: "say it in a few points that fill a page")
      return nil
    }
    return text
  }

  /// The Markdown of a page that the pack writes itself; what is wrong with it is noted.
  func page(_ file: YAMLText, log: inout DiagnosticLog) -> String? {
    guard FileManager.default.fileExists(atPath: name(file.text)) || drafts[file.text] != nil else {
      log.error(
        "the pack has no file '\(file.text)'", at: file.location,
        advice: "write the page in it, as Markdown, or take this line out")
      return nil
    }
    if drafts[file.text] == nil,
      case .refused(let message, let advice) = readFile(
        name(file.text), atMost: Self.largestFile, inside: path)
    {
      log.error("'\(file.text)': " + message, at: file.location, advice: advice)
      return nil
    }
    let read = reading(&log) { $0.pageText = $0.text(of: file.text, what: "this page") }
    guard let text = read.pageText else { return nil }
    if text.utf8.count > Self.longestSummary {
      log.error(
        "this page is longer than 150 kB", at: SourceLocation(file: name(file.text)),
        advice: "divide it into several")
      return nil
    }
    return text
  }

  /// In bytes; 3,000 words of Cyrillic are some 45 kB. cmark's time grows with the square of a run of '['.
  private static let longestSummary = 150_000

  /// Warns of summaries that no question of the pack has.
  mutating func reportStraySummaries(questions count: Int) {
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: name("summaries"))) ?? []).filter {
      $0.hasSuffix(".md")
    }
    for file in files.sorted() where !(1...max(count, 1)).contains(where: { file == "\($0).md" }) {
      log.warning(
        "this summary belongs to no question", at: SourceLocation(file: name("summaries/\(file)")),
        advice: count == 1
          ? "the pack has one question, and its summary is 1.md"
          : "the pack has \(count) questions, and their summaries are 1.md to \(count).md")
    }
  }

  func name(_ file: String) -> String {
    path.hasSuffix("/") ? path + file : "\(path)/\(file)"
  }

  private func findPack() throws(DiagnosticError) {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let place = SourceLocation(file: path)
    if !exists {
      throw DiagnosticError("there is no such pack", at: place, advice: Self.advice(forMissing: path))
    }
    if !isFolder.boolValue {
      throw DiagnosticError(
        "a pack is a folder, and this is a file", at: place, advice: "name the folder that holds pack.yml")
    }
    if !FileManager.default.fileExists(atPath: name("pack.yml")) {
      throw DiagnosticError(
        "this folder is no pack: it has no pack.yml", at: place, advice: "name the folder that holds pack.yml"
      )
    }
  }

  private static func advice(forMissing path: String) -> String {
    let parent = (path as NSString).deletingLastPathComponent
    let folder = parent.isEmpty ? "." : parent
    let siblings = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)/pack.yml")
    }
    return siblings.isEmpty
      ? "name the folder that holds pack.yml"
      : adviceForUnknown((path as NSString).lastPathComponent, among: siblings)
  }

  private mutating func readSettings() {
    guard let text = text(of: "pack.yml", what: "the pack's settings") else { return }
    let read = memory.settings(.init(text: text, file: name("pack.yml")))
    pack = read.pack
    language = pack?.language ?? Self.language(in: text)
    for diagnostic in read.diagnostics { log.add(diagnostic) }
    if let style = pack?.style, style.text != Self.style(in: text, file: name("pack.yml"))?.text {
      log.error(
        "this style is not found before the pack is read", at: style.location,
        advice: "write 'style: …' at the beginning of a line of its own")
    }
  }

  /// As a line of settings says it, before they are read: layouts are read beside the pack.
  static func style(in settings: String, file: String) -> YAMLText? {
    let key = "style:"
    let settings = settings.drop { $0 == "\u{FEFF}" }
    for (number, line) in settings.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    where line.hasPrefix(key) {
      let value = line.dropFirst(key.count)
      let bare = (value.firstRange(of: " #").map { value[..<$0.lowerBound] } ?? value)
        .drop { $0.isWhitespace || "\"'".contains($0) }
      let text = bare.reversed().drop { $0.isWhitespace || "\"'".contains($0) }.reversed()
      if text.isEmpty { return nil }
      let column = line.count - value.count + (value.count - value.drop(while: \.isWhitespace).count) + 1
      return YAMLText(
        String(text), location: SourceLocation(file: file, line: number + 1, column: column))
    }
    return nil
  }

  static func language(of path: String) -> String {
    guard case .bytes(let bytes) = readFile("\(path)/pack.yml", atMost: largestFile, inside: path) else {
      return "en"
    }
    return language(in: String(decoding: bytes, as: UTF8.self))
  }

  /// The style that a pack names, before anything else of it is read.
  static func style(of path: String, settings: [UInt8]?) -> YAMLText? {
    let file = "\(path)/pack.yml"
    if let settings { return style(in: String(decoding: settings, as: UTF8.self), file: file) }
    guard case .bytes(let bytes) = readFile(file, atMost: largestFile, inside: path) else { return nil }
    return style(in: String(decoding: bytes, as: UTF8.self), file: file)
  }

  /// As a line of settings says it that are no YAML as a whole.
  private static func language(in settings: String) -> String {
    let key = "language:"
    let line = settings.split(whereSeparator: \.isNewline).first { $0.hasPrefix(key) }
    let tag = line?.dropFirst(key.count).filter { $0.isLetter || $0.isNumber || $0 == "-" } ?? ""
    return tag.isEmpty ? "en" : String(tag)
  }

  /// The interview may be there as it came, and no text yet.
  private func adviceForMissing(_ file: String) -> String {
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    let document = files.first { other in
      file == Self.transcriptFile && other.hasPrefix("transcript.")
        || Self.documents.contains { other.lowercased().hasSuffix($0) }
    }
    guard file == Self.transcriptFile, let document else { return "add the file \(file) to the pack" }
    return
      "let 'bayan new \(document)' make a pack of it, or save it as plain text in UTF-8 under the name transcript.txt"
  }

  private static let documents = [".docx", ".odt", ".pdf", ".vtt", ".srt", ".html", ".htm"]

  private mutating func text(of file: String, what: String) -> String? {
    let place = SourceLocation(file: name(file))
    let draft = drafts[file].map(FileContents.bytes)
    switch draft ?? readFile(name(file), atMost: Self.largestFile, inside: path) {
    case .missing: log.error("\(what) is missing", at: place, advice: adviceForMissing(file))
    case .refused(let message, let advice): log.error(message, at: place, advice: advice)
    case .bytes(let bytes):
      if file == Self.transcriptFile, let format = ForeignFormat(bytes) {
        for diagnostic in format.error(file: name(file)).diagnostics { log.add(diagnostic) }
        return nil
      }
      let path = name(file)
      return log.collect { try Files.text(of: bytes, file: path) }
    }
    return nil
  }

  /// In bytes. A transcript of 16 MB would be a shelf of books.
  private static let largestFile = 16_000_000
}
