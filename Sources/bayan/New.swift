import ArgumentParser
import Atlas
import Diagnostics
import Drafts
import Evidence
import Files
import Foundation
import Intake
import Interview
import Production
import Tables

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Drafts a pack from an interview in any file, or from a table of figures.",
    discussion: """
      Plain text in any encoding, Markdown, a web page, .docx, .odt, a PDF with text, .srt and .vtt subtitles. Figures, points,
      quotations and places are the interview's own; all of it is a draft to be corrected.

      A table is .csv or .xlsx: years across, a row for each time, a row for each figure, or Bayan's own columns. Its pages
      say what it says, and their questions are still to be asked.

      EXAMPLES
        bayan new interview.docx              a pack in the folder interview/
        bayan new interview.pdf my-pack       in my-pack/, which must be empty or not there
        bayan new talk.txt --interviewer Reporter --expert "Mr Rudd"   where it isn't clear who speaks
        bayan new --from-figures trade.xlsx   a table of figures alone
        bayan new --from-figures trade.xlsx#2023 my-pack   the sheet of that name
        bayan preview my-pack                 to correct it
      """)

  @Argument(
    help: "The interview; with --from-figures the folder for the pack, else one named after the table.",
    completion: .file())
  var file: String?

  @Argument(help: "The folder for the pack; without it, one named after the file.")
  var folder: String?

  @Option(
    help: ArgumentHelp(
      "A table of figures that the pack begins with, in place of an interview.", valueName: "table"),
    completion: .file())
  var fromFigures: String?

  @Option(
    name: .long, help: "Whoever asks, as the interview writes it before a question. May come several times.")
  var interviewer: [String] = []

  @Option(
    name: .long, help: "Whoever answers, as the interview writes it before an answer. May come several times."
  )
  var expert: [String] = []

  @Option(
    help: ArgumentHelp(
      "A program of yours that proposes words for each answer, as JSON (Docs/new.md). What the interview doesn't bear out is refused.",
      valueName: "command"))
  var assistant: String?

  @Flag(help: "Print what was found as JSON, whose keys Docs/new.md describes.")
  var json = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  /// In bytes.
  private static let largest = 64_000_000

  func validate() throws {
    guard let table = fromFigures else {
      if file == nil { throw ValidationError("name an interview, or a table of figures by --from-figures") }
      return
    }
    if table.isEmpty { throw ValidationError("--from-figures is empty: name a table, .csv or .xlsx") }
    var isFolder: ObjCBool = true
    let isFile =
      file.map { FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue }
      ?? false
    if folder != nil || isFile {
      throw ValidationError(
        "a pack is begun from an interview or from a table of figures, and not from both: begin it from the interview, and lay the table over its figures by 'bayan build --figures'"
      )
    }
    if !interviewer.isEmpty || !expert.isEmpty || assistant != nil {
      throw ValidationError(
        "--interviewer, --expert and --assistant are for interviews, and --from-figures begins with none")
    }
  }

  func run() throws {
    let terminal = Terminal(isQuiet: quiet)
    do throws(DiagnosticError) {
      if let fromFigures {
        try runFromFigures(fromFigures, terminal)
      } else {
        try runFromInterview(file ?? "", terminal)
      }
    } catch {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }

  private func runFromInterview(_ file: String, _ terminal: Terminal) throws(DiagnosticError) {
    let bytes = try contents(of: file)
    let taken = try takeText(from: bytes, file: file)
    let target = NewPackFolder(named: folder, from: file)
    try target.checkIsEmpty("bayan new \(file)")
    let resources = try Resources.locate()
    let atlas = try Atlas(path: resources.path("Atlas/atlas.gpkg"))
    let draft: DraftPack
    do throws(DiagnosticError) {
      draft = try DraftPack(
        taken.text, file: "\(target.path)/transcript.txt", name: title(of: taken.text) ?? target.title,
        labels: labels, atlas: atlas, assistant: assistant.map(ask))
    } catch {
      throw placed(error, in: taken, of: file)
    }
    try target.write(draft.files, source: bytes, resources)
    if json {
      StandardStreams.write(
        try NewReport(draft, folder: target.path, format: taken.format).json(), to: STDOUT_FILENO)
      return
    }
    terminal.show(draft.doubts)
    terminal.conclude(summary(of: draft, taken.format, target.path))
  }

  private func runFromFigures(_ name: String, _ terminal: Terminal) throws(DiagnosticError) {
    let (path, sheet) = Table.parts(of: name)
    let bytes = try Table.contents(of: path)
    let table = try ReceivedTable(bytes, file: path, sheet: sheet)
    let target = NewPackFolder(named: file, from: path)
    try target.checkIsEmpty("bayan new --from-figures \(name)")
    let draft = TableDraft(table, source: target.source, name: target.title)
    try target.write(draft.files, source: bytes, try Resources.locate())
    if json {
      StandardStreams.write(
        try NewReport(draft, folder: target.path, table: table.place).json(), to: STDOUT_FILENO)
      return
    }
    terminal.show(draft.doubts)
    let (figures, questions) = (draft.figures.figures.count, draft.questions.count)
    terminal.conclude(
      """
      \(target.path): \(table.place) with \(figures) \(figures == 1 ? "figure" : "figures"), for \
      \(questions) \(questions == 1 ? "question" : "questions") that \(questions == 1 ? "is" : "are") still to be asked
      All of it is a draft. Look at it and correct it: bayan preview \(target.path)
      """)
  }

  /// In seconds, for an answer.
  private static let patience = 300.0

  /// Asks a command as a shell runs it.
  private func ask(_ command: String) -> AskAssistant {
    { (request) throws(AssistantFailure) in
      let run: ProgramRun
      do throws(DiagnosticError) {
        run = try runProgram(
          "sh", ["-c", command], input: request, patience: Self.patience, limit: 1_000_000)
      } catch {
        throw AssistantFailure(error.diagnostics.first?.message ?? "it can't be begun")
      }
      if run.wasEnded {
        throw AssistantFailure("it took longer than \(Int(Self.patience)) s or said more than 1 MB")
      }
      guard run.status == 0 else {
        let said = run.errors.split(whereSeparator: \.isNewline).last.map { ": \($0.prefix(200))" } ?? ""
        throw AssistantFailure("it ended with status \(run.status)\(said)")
      }
      return run.output
    }
  }

  /// Nothing is written then: lines are those of the file itself where it is plain text, and quoted where not.
  private func placed(_ error: DiagnosticError, in taken: TakenText, of file: String) -> DiagnosticError {
    let lines = taken.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return DiagnosticError(
      error.diagnostics.map { diagnostic in
        guard let location = diagnostic.location else { return diagnostic }
        var placed = diagnostic
        placed.location = SourceLocation(file: file)
        guard let line = location.line, lines.indices.contains(line - 1) else { return placed }
        if taken.format.hasPrefix("plain text") {
          placed.location = SourceLocation(file: file, line: line, column: location.column)
        } else {
          placed.message += " (“\(lines[line - 1].split(separator: " ").prefix(8).joined(separator: " "))”)"
        }
        return placed
      })
  }

  /// What is said of who speaks.
  private var labels: [String: LabelRole] {
    Dictionary(
      interviewer.map { ($0, .asks) } + expert.map { ($0, .answers) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The heading that the text begins with.
  private func title(of text: String) -> String? {
    guard let first = text.split(whereSeparator: \.isNewline).first, first.hasPrefix("## "),
      !first.hasSuffix("?")
    else { return nil }
    return String(first.dropFirst(3))
  }

  private func contents(of file: String) throws(DiagnosticError) -> [UInt8] {
    let place = SourceLocation(file: file)
    switch readFile(file, atMost: Self.largest) {
    case .bytes(let bytes): return bytes
    case .missing:
      throw DiagnosticError(
        "there is no such file", at: place,
        advice: "check its name: paths are taken from the folder you are in")
    case .refused(let message, let advice): throw DiagnosticError(message, at: place, advice: advice)
    }
  }

  private func summary(of draft: DraftPack, _ format: String, _ folder: String) -> String {
    let questions = draft.transcript.questions.count
    return """
      \(folder): \(format) with \(questions) \(questions == 1 ? "question" : "questions"), \(draft.figures.count) figures, \
      \(draft.towns.count) towns
      \(speakers(of: draft.transcript))\(followUps(of: draft))
      All of it is a draft. Look at it and correct it: bayan preview \(folder)
      """
  }

  private func followUps(of draft: DraftPack) -> String {
    let count = draft.followUps.count
    guard count > 0 else { return "" }
    return "\n\(count == 1 ? "A follow-up stands" : "\(count) follow-ups stand") with the question before"
      + " (interview: follow_ups in pack.yml)."
  }

  /// Whom the interview was read to let ask and answer, so that a mistake is seen before anything is corrected.
  private func speakers(of transcript: Transcript) -> String {
    func names(_ role: LabelRole) -> String? {
      let labels = transcript.labels.filter { $0.role == role && $0.means == nil }.map(\.label)
      let rest = labels.count > 5 ? " and \(labels.count - 5) more" : ""
      return labels.isEmpty ? nil : labels.prefix(5).joined(separator: ", ") + rest
    }
    let asking = names(.asks)
    let answering = names(.answers)
    guard asking != nil || answering != nil else {
      return "Nobody is named in it: questions were told by numbers, dashes, bold type or question marks."
    }
    return
      "Questions by \(asking ?? names(.chairs) ?? "nobody named"), answers by \(answering ?? "nobody named")."
  }
}
