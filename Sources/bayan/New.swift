import ArgumentParser
import Atlas
import Diagnostics
import Drafts
import Files
import Foundation
import Intake
import Interview
import Production

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Drafts a pack from an interview in any file.",
    discussion: """
      Plain text in any encoding, Markdown, a web page, .docx, .odt, a PDF with text, .srt and .vtt subtitles. Figures, points,
      quotations and places are the interview's own; all of it is a draft to be corrected.

      EXAMPLES
        bayan new interview.docx              a pack in the folder interview/
        bayan new interview.pdf my-pack       in my-pack/, which must be empty or not there
        bayan new talk.txt --interviewer Reporter --expert "Mr Rudd"   where it isn't clear who speaks
        bayan preview my-pack                 to correct it
      """)

  @Argument(help: "The interview.", completion: .file())
  var file: String

  @Argument(help: "The folder for the pack; without it, one named after the file.")
  var folder: String?

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

  func run() throws {
    let terminal = Terminal(isQuiet: quiet)
    do throws(DiagnosticError) {
      let bytes = try contents()
      let taken = try takeText(from: bytes, file: file)
      let target = folder ?? URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
      try checkIsEmpty(target)
      let resources = try Resources.locate()
      let atlas = try Atlas(path: resources.path("Atlas/atlas.gpkg"))
      let draft: DraftPack
      do throws(DiagnosticError) {
        draft = try DraftPack(
          taken.text, file: "\(target)/transcript.txt", name: title(of: taken.text), labels: labels,
          atlas: atlas, assistant: assistant.map(ask))
      } catch {
        throw placed(error, in: taken)
      }
      try write(draft, bytes, schema: try schema(resources), into: target)
      if json {
        let report = NewReport(draft, folder: target, format: taken.format, doubts: draft.doubts)
        StandardStreams.write(try report.json(), to: STDOUT_FILENO)
        return
      }
      terminal.show(draft.doubts)
      terminal.conclude(summary(of: draft, taken.format, target))
    } catch {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
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
  private func placed(_ error: DiagnosticError, in taken: TakenText) -> DiagnosticError {
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

  /// The heading that the text begins with, else the file's name as words.
  private func title(of text: String) -> String {
    if let first = text.split(whereSeparator: \.isNewline).first, first.hasPrefix("## "),
      !first.hasSuffix("?")
    {
      return String(first.dropFirst(3))
    }
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    let words = name.split { "-_ .".contains($0) }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func contents() throws(DiagnosticError) -> [UInt8] {
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

  private func checkIsEmpty(_ folder: String) throws(DiagnosticError) {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [""]
    guard names.isEmpty else {
      throw DiagnosticError(
        "something stands there already, and nothing is overwritten", at: SourceLocation(file: folder),
        advice: "name another folder: bayan new \(file) FOLDER")
    }
  }

  /// What editors check pack.yml against while it is written.
  private func schema(_ resources: Resources) throws(DiagnosticError) -> [UInt8] {
    let path = resources.path("Layouts/\(DraftPack.schema)")
    guard case .bytes(let bytes) = readFile(path, atMost: Self.largest) else {
      throw DiagnosticError(
        "this file of Bayan's own can't be read", at: SourceLocation(file: path),
        advice: "install Bayan again")
    }
    return bytes
  }

  /// The pack's files, the schema that pack.yml names, and the interview as it was received.
  private func write(
    _ draft: DraftPack, _ source: [UInt8], schema: [UInt8], into folder: String
  ) throws(DiagnosticError) {
    let own = URL(fileURLWithPath: file).lastPathComponent
    let files =
      draft.files + [(name: DraftPack.schema, bytes: schema), (name: "source/\(own)", bytes: source)]
    for part in Set(files.map { ($0.name as NSString).deletingLastPathComponent }).sorted() {
      let inside = files.filter { ($0.name as NSString).deletingLastPathComponent == part }
        .map { (name: ($0.name as NSString).lastPathComponent, bytes: $0.bytes) }
      try replaceFiles(inside, in: part.isEmpty ? folder : "\(folder)/\(part)")
    }
  }

  private func summary(of draft: DraftPack, _ format: String, _ folder: String) -> String {
    let questions = draft.transcript.questions.count
    return """
      \(folder): \(format) with \(questions) \(questions == 1 ? "question" : "questions"), \(draft.figures.count) figures, \
      \(draft.towns.count) towns
      \(speakers(of: draft.transcript))
      All of it is a draft. Look at it and correct it: bayan preview \(folder)
      """
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
