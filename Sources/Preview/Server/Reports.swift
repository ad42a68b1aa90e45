import Briefing
import Diagnostics
import Evidence
import Graphics
import Interview

/// What the page in the browser is told, as JSON.
struct EditionReport: Encodable {
  var number: Int
  /// Pages of this version or a later one are what the last change made.
  var since: Int
  var title: String
  var language: String
  var isBroken: Bool
  var documents: [DocumentReport]
  var mistakes: [MistakeReport]
  /// What of a draft nobody has looked at yet.
  var unseen: [UnseenReport]
  /// What undo would take back.
  var undo: PackEdit?

  init(_ edition: ShownEdition, _ files: PackFiles, undo: PackEdit?) {
    number = edition.number
    since = edition.since
    title = edition.title
    language = edition.story?.language ?? "en"
    isBroken = edition.isBroken
    documents = edition.documents.map(DocumentReport.init)
    let places = AnchorPlaces(edition)
    mistakes = edition.diagnostics.map { MistakeReport($0, files, page: places.page(of: $0)) }
    unseen = (edition.story?.unseen ?? []).map { UnseenReport($0, edition, files, places) }
    self.undo = undo
  }
}

/// A question or a figure of a draft that nobody has looked at yet.
struct UnseenReport: Encodable {
  var list: SeenEdit.List
  /// As listed in pack.yml.
  var entry: String
  var words: String
  var place: String
  /// What the interview says, for a figure.
  var sentence: String?
  /// The document and the page (from 0) that it shows on, for a question.
  var document: String?
  var page: Int?

  init(_ unseen: Unseen, _ edition: ShownEdition, _ files: PackFiles, _ places: AnchorPlaces) {
    place = files.place(unseen.location)
    switch unseen {
    case .question(let number, _):
      (list, entry) = (.questions, "\(number)")
      let question = edition.story?.questions[number - 1]
      words = question?.headline.text ?? ""
      let page = places.page(ofQuestion: question?.number ?? number)
      (document, self.page) = (page?.document, page?.index)
    case .figure(let id, _):
      (list, entry) = (.figures, id)
      let figure = edition.story?.figures[id]
      words = figure.map { "\($0.label): \($0.words(.full, inDigits: true))" } ?? id
      sentence = edition.story?.sentences[id]?.text
    }
  }
}

struct DocumentReport: Encodable {
  struct Page: Encodable {
    var label: String
    var version: Int
    /// Points.
    var width: Double
    var height: Double
    /// Rectangles (left, top, width, height) that the last edition changed.
    var changes: [[Double]]
    /// Where links lead: the anchors' names and how far down the page they stand.
    var anchors: [String: Double]
    /// What is to be said with it; of documents for a screen.
    var notes: [String]
  }

  var name: String
  var pages: [Page]

  init(_ document: ShownDocument) {
    name = document.name
    pages = document.pages.map { page in
      let anchors = Dictionary(page.anchors.map { ($0.anchor.name, $0.y) }, uniquingKeysWith: { $1 })
      return Page(
        label: page.label, version: page.version, width: page.frame.size.width,
        height: page.frame.size.height,
        changes: page.changes.map { [$0.minX, $0.minY, $0.width, $0.height] }, anchors: anchors,
        notes: page.notes)
    }
  }
}

struct MistakeReport: Encodable {
  var severity: String
  var place: String?
  var message: String
  var advice: String?
  /// The document and the page (from 0) that it shows on.
  var document: String?
  var page: Int?

  init(_ diagnostic: Diagnostic, _ files: PackFiles, page: AnchorPlaces.Place? = nil) {
    severity = diagnostic.severity.rawValue
    place = diagnostic.location.map(files.place)
    message = diagnostic.message
    advice = diagnostic.advice
    document = page?.document
    self.page = page?.index
  }
}

/// Where exhibits and questions stand, by where a pack describes them.
struct AnchorPlaces {
  struct Place {
    var document: String
    var index: Int
  }

  /// By the line of pack.yml that an exhibit begins at.
  private var exhibits: [Int: Place] = [:]
  private var questions: [Int: Place] = [:]
  private var packFile: String?

  init(_ edition: ShownEdition) {
    packFile = edition.story?.packFile
    for document in edition.documents {
      for (index, page) in document.pages.enumerated() {
        let place = Place(document: document.name, index: index)
        for (anchor, _) in page.anchors {
          switch anchor {
          case .exhibit(let line, _) where exhibits[line] == nil: exhibits[line] = place
          case .question(let number) where questions[number] == nil: questions[number] = place
          default: break
          }
        }
      }
    }
  }

  func page(ofQuestion number: Int) -> Place? { questions[number] }

  /// The page that a diagnostic's place is set on, as far as its file tells.
  func page(of diagnostic: Diagnostic) -> Place? {
    guard let location = diagnostic.location else { return nil }
    if location.file == packFile, let line = location.line {
      return exhibits.keys.filter { $0 <= line }.max().flatMap { exhibits[$0] }
    }
    let parts = location.file.split(separator: "/")
    guard parts.dropLast().last == "summaries",
      let number = parts.last?.split(separator: ".").first.flatMap({ Int($0) })
    else { return nil }
    return questions[number]
  }
}

/// A row of the table of figures, and what came of it.
struct FigureReport: Encodable {
  struct Uses: Encodable {
    var document: String
    /// As printed.
    var pages: [String]
  }

  var id: String
  var label: String
  /// As pages say it.
  var words: String
  /// In words; empty for none.
  var period: String
  /// What is written in its row, by column.
  var cells: [String: String]
  var place: String?
  /// Whether a later table lays another row over the one that can be edited.
  var isUpdated: Bool
  var sources: [String]
  /// Paragraphs of the interview that it is from.
  var paragraphs: [Int]
  /// The sentence that holds its number.
  var sentence: String?
  var uses: [Uses]

  init(_ figure: Figure, sheet: FigureSheet?, _ files: PackFiles, edition: ShownEdition) {
    id = figure.id
    label = figure.label
    words = figure.words(.full, inDigits: true)
    period = figure.words(.periodShort)
    cells = [:]
    for column in FigureSheet.editable {
      if let text = sheet?.text(figure.id, column) { cells[column] = text }
    }
    place = files.place(figure.location)
    isUpdated = sheet != nil && figure.location.file != files.path(FigureSheet.file)
    sources = figure.sources.map(\.written)
    paragraphs = figure.sources.compactMap { if case .paragraph(let number) = $0 { number } else { nil } }
    sentence = edition.story?.sentences[figure.id]?.text
    uses = edition.documents.compactMap { document in
      document.figurePages[figure.id].map { Uses(document: document.name, pages: $0) }
    }
  }
}

struct FiguresReport: Encodable {
  /// Whether cells can be written.
  var isEditable: Bool
  var figures: [FigureReport]

  init(_ edition: ShownEdition, _ files: PackFiles) {
    let path = files.path(FigureSheet.file)
    // A pack's table may be a spreadsheet, which is shown and not written.
    let sheet = (try? files.read(FigureSheet.file)).map { FigureSheet($0, path: path) }
    isEditable = sheet != nil
    figures = (edition.story?.figures.figures ?? []).map {
      FigureReport($0, sheet: sheet, files, edition: edition)
    }
  }
}

/// A paragraph of the interview.
struct ParagraphReport: Encodable {
  var number: Int
  var speaker: String?
  /// The question that it answers.
  var question: String?
  var text: String

  init?(_ number: Int, _ transcript: Transcript) {
    guard let paragraph = transcript.paragraph(number) else { return nil }
    self.number = number
    text = paragraph.text
    let question = transcript.questions.first { $0.answer.contains { $0.number == number } }
    speaker = paragraph.speaker ?? question?.speaker
    self.question = question?.text
  }
}
