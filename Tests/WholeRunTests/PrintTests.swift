import Foundation
import TestSupport
import Testing

private let pack = "Tests/Packs/minimal"

/// Against CUPS's own IPP printer. One after the other: each needs its daemons and most of the machine.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct PrintTests {
  @Test func aDocumentArrivesWholeWithItsSidesMediaAndCopies() throws {
    let room = try PrinterRoom()
    let printer = try room.printer()
    let run = try printed(pack, "--layout", "report", "--to", printer.uri, "--copies", "2")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("report: printed on \(printer.uri), job 1, 4 sheets of a4"))
    let folder = try TemporaryFolder()
    #expect(try bayan("build", pack, "--layout", "report", "--output", folder.path).status == 0)
    #expect(try pdfPages(printer.pdf(), "-layout") == pdfPages(folder.path + "/report.pdf", "-layout"))
    #expect(try tool("qpdf", "--check", printer.pdf()).status == 0)
    #expect(try printer.attribute("IPP_SIDES") == "two-sided-long-edge")
    #expect(try printer.attribute("IPP_MEDIA") == "iso_a4_210x297mm")
    #expect(try printer.attribute("IPP_COPIES") == "2")
    #expect(try printer.attribute("IPP_MULTIPLE_DOCUMENT_HANDLING") == "separate-documents-collated-copies")
  }

  @Test func chosenPagesArriveInTheirOrder() throws {
    let room = try PrinterRoom()
    let printer = try room.printer()
    let run = try printed(
      pack, "--layout", "report", "--paper", "letter", "--pages", "2-3", "--to", printer.uri, "--sides",
      "one",
      "--no-collate")
    #expect(run.status == 0, "\(run.errors)")
    let folder = try TemporaryFolder()
    #expect(
      try bayan("build", pack, "--layout", "report", "--paper", "letter", "--output", folder.path).status == 0
    )
    #expect(
      try pdfPages(printer.pdf(), "-layout") == Array(pdfPages(folder.path + "/report.pdf", "-layout")[1...2])
    )
    #expect(try printer.attribute("IPP_SIDES") == "one-sided")
    #expect(try printer.attribute("IPP_MEDIA") == "na_letter_8.5x11in")
    #expect(try printer.attribute("IPP_MULTIPLE_DOCUMENT_HANDLING") == "separate-documents-uncollated-copies")
  }

  @Test func aBookletIsPrintedTurnedAlongTheShortEdge() throws {
    let room = try PrinterRoom()
    let printer = try room.printer()
    let run = try printed(pack, "--sheets", "a5-booklet", "--to", printer.uri)
    #expect(run.status == 0, "\(run.errors)")
    #expect(printer.arrived == 1)
    #expect(try printer.attribute("IPP_SIDES") == "two-sided-short-edge")
    #expect(try printer.attribute("IPP_MEDIA") == "iso_a4_210x297mm")
    #expect(try pdfPages(printer.pdf(), "-layout").count == 2)
  }

  @Test func namedCopiesArriveInOneJobEachOnSheetsOfItsOwn() throws {
    let room = try PrinterRoom()
    let printer = try room.printer()
    let list = room.path("list.csv")
    try room.write("\u{FEFF}name;role\r\nJane Doe;Chair\r\nO'Brien;\r\n", to: "list.csv")
    let run = try printed(pack, "--layout", "report", "--for", list, "--to", printer.uri)
    #expect(run.status == 0, "\(run.errors)")
    let pages = try pdfPages(printer.pdf(), "-layout")
    // Three pages and a blank one, so that the second copy begins on a front.
    #expect(pages.count == 7)
    #expect(pages[0...2].allSatisfy { $0.contains("Copy 1 of 2 · Jane Doe") })
    #expect(pages[0].contains("Copy 1 of 2 · Jane Doe, Chair"))
    #expect(pages[3].allSatisfy { $0.isWhitespace })
    #expect(pages[4...6].allSatisfy { $0.contains("Copy 2 of 2 · O'Brien") })
    #expect(!pages[4...6].contains { $0.contains("Jane") })
  }

  // MARK: What a printer can't do

  @Test func paperThatAPrinterLacksIsSaidWithWhatItHas() throws {
    let room = try PrinterRoom()
    let printer = try room.printer()
    let run = try printed(pack, "--sheets", "booklet", "--to", printer.uri)
    #expect(run.status == 1)
    #expect(
      run.errors.contains("error: no such paper: \(printer.uri) has no a3\n  → it has a"), "\(run.errors)")
    #expect(run.errors.contains("letter"))
    let other = try printed(pack, "--layout", "brief", "--media", "leter", "--to", printer.uri)
    #expect(other.status == 1)
    #expect(
      other.errors.contains("error: no such paper: \(printer.uri) has no 'leter'\n  → it has letter,"),
      "\(other.errors)")
    #expect(printer.arrived == 0)
  }

  @Test func aPrinterWithOneSideIsUsedSoUnlessBothAreAskedFor() throws {
    let room = try PrinterRoom()
    let printer = try room.printer(options: ["-f", "application/pdf"])
    let run = try printed(pack, "--layout", "report", "--to", printer.uri)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("warning: \(printer.uri) prints on one side of the paper only"))
    #expect(run.output.contains("3 sheets"))
    #expect(try printer.attribute("IPP_SIDES") == "one-sided")
    let asked = try printed(pack, "--layout", "report", "--sides", "long", "--to", printer.uri)
    #expect(asked.status == 1)
    #expect(
      asked.errors.contains("can't print on both sides with '--sides long'\n  → it can: one"),
      "\(asked.errors)")
  }

  @Test func aPrinterThatTakesNoPDFIsSaid() throws {
    let room = try PrinterRoom()
    let printer = try room.printer(options: ["-f", "image/urf"])
    let run = try printed(pack, "--layout", "brief", "--to", printer.uri)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: \(printer.uri) can't print PDF: it takes "), "\(run.errors)")
    #expect(run.errors.contains("image/urf"))
  }

  // MARK: What happens on the way

  @Test func aPrinterThatDisappearsIsReported() throws {
    let room = try PrinterRoom()
    let printer = try room.printer(doing: "while kill -0 $PPID; do sleep 0.1; done")
    let bayan = try RunningBayan(["print", pack, "--layout", "brief", "--to", printer.uri])
    #expect(wait { printer.arrived == 1 })
    printer.daemon.stop()
    let run = try bayan.end(within: 40)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: the connection to \(printer.uri) was lost"), "\(run.errors)")
    #expect(run.errors.contains("if it still has job 1, cancel it at the printer"), "\(run.errors)")
  }

  @Test func ctrlCTakesTheJobBack() throws {
    let room = try PrinterRoom()
    let printer = try room.printer(doing: "sleep 5")
    let bayan = try RunningBayan(["print", pack, "--layout", "brief", "--to", printer.uri])
    #expect(wait { printer.arrived == 1 })
    bayan.interrupt()
    let run = try bayan.end(within: 20)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: printing was cancelled, and job 1 with it"), "\(run.errors)")
    #expect(wait { (try? printer.endedJobs().contains("job-state (enum) = canceled")) == true })
  }

  @Test func aPrinterWithoutPaperIsWaitedForAndThenItsJobIsCancelled() throws {
    let room = try PrinterRoom()
    let printer = try room.printer(doing: "echo 'STATE: +media-empty-error' >&2; sleep 9")
    let run = try printed(pack, "--layout", "brief", "--to", printer.uri, "--timeout", "4")
    #expect(run.status == 1)
    #expect(run.errors.contains("did not get on with job 1 for 4 s: "), "\(run.errors)")
    #expect(run.errors.contains("out of paper"), "\(run.errors)")
    #expect(run.errors.contains("→ the job was cancelled"), "\(run.errors)")
    #expect(wait { (try? printer.endedJobs().contains("job-state (enum) = canceled")) == true })
  }

  @Test func aPrinterThatGivesAJobUpIsReported() throws {
    let room = try PrinterRoom()
    let printer = try room.printer(doing: "echo 'ERROR: the drum fell out' >&2; exit 1")
    let run = try printed(pack, "--layout", "brief", "--to", printer.uri)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: \(printer.uri) gave job 1 up: "), "\(run.errors)")
    #expect(run.errors.contains("the drum fell out"), "\(run.errors)")
  }

  @Test func nothingIsMadeWhereNoPrinterAnswers() throws {
    let uri = "ipp://localhost:\(try freePort())/ipp/print"
    let run = try printed(pack, "--layout", "brief", "--to", uri)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: no printer answers at \(uri)"), "\(run.errors)")
  }

  // MARK: Through CUPS

  @Test func aQueueOfCUPSPrints() throws {
    let room = try PrinterRoom()
    let printer = try room.printer()
    let cups = try room.cups()
    let none = try printed("--list", environment: cups)
    #expect(none.output == "CUPS is running and has no printer\n", "\(none.errors)")
    _ = try room.administer(
      cups, "lpadmin", "-p", "office", "-D", "Office printer", "-E", "-v", printer.uri, "-m", "everywhere")
    _ = try room.administer(cups, "lpadmin", "-d", "office")
    #expect(try printed("--list", environment: cups).output == "office  Office printer (default)\n")

    let run = try printed(pack, "--layout", "report", "--copies", "2", environment: cups)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("printed on office, job 1, 4 sheets of a4"))
    #expect(wait { printer.arrived == 1 })
    #expect(try tool("qpdf", "--check", printer.pdf()).status == 0)
    let arrived = try pdfPages(printer.pdf(), "-layout")
    let folder = try TemporaryFolder()
    #expect(try bayan("build", pack, "--layout", "report", "--output", folder.path).status == 0)
    let built = try pdfPages(folder.path + "/report.pdf", "-layout")
    // CUPS makes the copies itself or leaves them to the printer, and fills up the last sheet of each.
    let words = { (page: String) in page.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    #expect(Array(arrived.prefix(3).map(words)) == built.map(words))
    #expect(try printer.attribute("IPP_SIDES") == "two-sided-long-edge")
    let media = try printer.attribute("IPP_MEDIA") ?? printer.attribute("IPP_MEDIA_COL") ?? ""
    #expect(media.contains("210x297mm") || media.contains("21000"), "\(media)")
  }

  @Test func whatStopsAQueueIsSaidWithTheCommandThatMendsIt() throws {
    let room = try PrinterRoom()
    let printer = try room.printer()
    let cups = try room.cups()
    _ = try room.administer(cups, "lpadmin", "-p", "office", "-E", "-v", printer.uri, "-m", "everywhere")

    let unknown = try printed(pack, "--layout", "brief", "--to", "ofice", environment: cups)
    #expect(unknown.status == 1)
    #expect(unknown.errors == "error: there is no printer 'ofice'\n  → did you mean 'office'?\n")

    _ = try room.administer(cups, "cupsdisable", "-r", "being cleaned", "office")
    let stopped = try printed(pack, "--layout", "brief", "--to", "office", environment: cups)
    #expect(stopped.status == 1)
    #expect(
      stopped.errors == "error: office is stopped: being cleaned\n  → start it again: cupsenable office\n")
    _ = try room.administer(cups, "cupsenable", "office")

    _ = try room.administer(cups, "cupsreject", "-r", "moved", "office")
    let refused = try printed(pack, "--layout", "brief", "--to", "office", environment: cups)
    #expect(refused.status == 1)
    #expect(
      refused.errors == "error: office takes no jobs: moved\n  → let it take them again: cupsaccept office\n")
    _ = try room.administer(cups, "cupsaccept", "office")

    _ = try room.administer(cups, "lpadmin", "-p", "office", "-o", "job-hold-until-default=indefinite")
    let held = try printed(pack, "--layout", "brief", "--to", "office", environment: cups)
    #expect(held.status == 1)
    #expect(held.errors.contains("error: job 1 is held at office"), "\(held.errors)")
    #expect(held.errors.contains("→ release it: lp -i office-1 -H resume; or cancel it: cancel office-1"))
    // It is whole and waits.
    #expect(try room.administer(cups, "lpstat", "-o").contains("office-1"))
    _ = try room.administer(cups, "lp", "-i", "office-1", "-H", "resume")
    #expect(wait { printer.arrived == 1 })
  }

  @Test func withoutCUPSItIsSaidHowToPrintAllTheSame() throws {
    let nobody = ["CUPS_SERVER": "localhost:\(try freePort())"]
    for arguments in [["--list"], [pack, "--layout", "brief"]] {
      let run = try RunningBayan(["print"] + arguments, environment: nobody).end()
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("error: no CUPS is running at localhost"), "\(run.errors)")
      #expect(run.errors.contains("--to ipp://host/ipp/print"))
    }
  }

  // MARK: Without a printer

  @Test func aDryRunCountsSheetsAndWeight() throws {
    let run = try printed(pack, "--layout", "report", "--layout", "brief", "--copies", "10", "--dry-run")
    #expect(run.status == 0, "\(run.errors)")
    // 30 sheets of 210 mm × 297 mm at 80 g/m².
    #expect(
      run.output == """
        report: 3 pages on 2 sheets of a4, on both sides, turned along the long edge; 10 copies: 20 sheets
        brief: 1 page on 1 sheet of a4, on one side; 10 copies: 10 sheets
        in all 30 sheets of paper, 150 g at 80 g/m²

        """)
  }

  @Test(arguments: [
    (["--pages", "4-2"], "'4-2' is no list of pages"), (["--copies", "0"], "--copies takes 1 to 999"),
    (["--to", ""], "--to is empty"), (["--timeout", "0"], "--timeout takes"),
    (["--for", "a.csv", "--numbered", "3"], "leave out --numbered"),
    (["--numbered", "0"], "--numbered takes"),
  ])
  func wrongUseIsRefused(arguments: [String], message: String) throws {
    let run = try RunningBayan(["print", pack, "--dry-run"] + arguments).end()
    #expect(run.status == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test(arguments: [
    (["--pages", "9"], "error: report has no page 9\n  → it has 3 pages"),
    (["--to", "socket://host"], "error: 'socket://host' is no address that can be printed to"),
  ])
  func whatIsNotThereIsSaid(arguments: [String], message: String) throws {
    let run = try RunningBayan(["print", pack, "--layout", "report", "--dry-run"] + arguments).end()
    #expect(run.status == 1)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}

/// Against printers that do what real ones seldom do.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct StrangePrinterTests {
  private func print(on printer: FakePrinter, _ more: String...) throws -> Run {
    try RunningBayan(["print", pack, "--layout", "brief", "--to", printer.uri, "--timeout", "2"] + more).end(
      within: 40)
  }

  @Test(arguments: [
    (0x0506, "takes no jobs: tray closed"), (0x0401, "does not let '"),
    (0x0502, "does not work now: tray closed"),
    (0x0507, "is busy with another job: tray closed"), (0x040A, "can't print PDF: tray closed"),
    (0x0500, "refused the job: tray closed (0x500)"),
  ])
  func aRefusalIsReportedInThePrintersWords(status: UInt16, words: String) throws {
    let printer = try FakePrinter([.createJob: .status(status, "tray closed")])
    let run = try print(on: printer)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: \(printer.uri) \(words)"), "\(run.errors)")
    #expect(run.errors.contains("\n  → "))
    #expect(!printer.operations.contains(.sendDocument))
  }

  @Test func whatATicketAsksInVainIsNamed() throws {
    let printer = try FakePrinter([.createJob: .status(0x040B, unsupported: ["sides"])])
    let run = try print(on: printer)
    #expect(run.status == 1)
    #expect(run.errors.contains("can't print with this sides"), "\(run.errors)")
  }

  @Test func aConnectionLostInTheDocumentsMiddleCancelsTheJob() throws {
    let printer = try FakePrinter([.sendDocument: .hangUp(after: 2000)])
    let run = try print(on: printer)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: the connection to \(printer.uri) was lost"), "\(run.errors)")
    #expect(run.errors.contains("→ job 7 was cancelled"), "\(run.errors)")
    #expect(printer.operations.last == .cancelJob)
    // Sent once: a document must not be printed twice.
    #expect(printer.operations.filter { $0 == .sendDocument }.count == 1)
  }

  @Test func aDocumentThatIsRefusedLeavesNoJob() throws {
    let printer = try FakePrinter([.sendDocument: .status(0x040A, "only pictures")])
    let run = try print(on: printer)
    #expect(run.status == 1)
    #expect(run.errors.contains("can't print PDF: only pictures"), "\(run.errors)")
    #expect(printer.operations.last == .cancelJob)
  }

  @Test func aPrinterThatFallsSilentIsNotWaitedForForEver() throws {
    let printer = try FakePrinter([.sendDocument: .silence])
    let run = try print(on: printer)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: the connection to \(printer.uri) was lost"), "\(run.errors)")
    #expect(printer.operations.last == .cancelJob)
  }

  @Test func whatIsNoPrinterIsSaid() throws {
    let printer = try FakePrinter([.getPrinterAttributes: .nonsense])
    let run = try print(on: printer)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: \(printer.uri) does not speak IPP"), "\(run.errors)")
    let elsewhere = try FakePrinter([.getPrinterAttributes: .status(0x0406, "no such path")])
    #expect(
      try print(on: elsewhere).errors.contains("error: there is no printer at \(elsewhere.uri): no such path")
    )
  }

  @Test(arguments: [
    (7, ["canceled-by-operator"], "job 7 was cancelled at"),
    (8, ["aborted-by-system"], "gave job 7 up: the printer failed"),
    (4, ["job-hold-until-specified"], "job 7 is held at"),
    (6, ["printer-stopped"], "stopped: the printer is stopped"),
    (5, ["cover-open-error"], "printing: a cover is open"),
  ])
  func aJobThatDoesNotEndWellIsReported(state: Int32, reasons: [String], words: String) throws {
    let printer = try FakePrinter([.getJobAttributes: .job(state: state, reasons: reasons)])
    let run = try print(on: printer)
    #expect(run.status == 1)
    #expect(run.errors.contains(words), "\(run.errors)")
    // What has ended needn't be cancelled, and what is held is somebody's wish.
    #expect(printer.operations.contains(.cancelJob) == [5, 6].contains(state))
  }

  @Test func aPrinterThatForgetsItsJobsIsNoError() throws {
    let printer = try FakePrinter([.getJobAttributes: .status(0x0406)])
    let run = try print(on: printer)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("warning: \(printer.uri) no longer knows job 7"))
  }

  @Test func anOldPrinterTakesTheDocumentWithTheJob() throws {
    let printer = try FakePrinter([:], printer: ["operations": ["no create-job"]])
    let run = try print(on: printer)
    #expect(run.status == 0, "\(run.errors)")
    #expect(printer.operations.contains(.printJob) && !printer.operations.contains(.createJob))
  }

  /// Whatever comes instead of an answer, and however slowly.
  @Test(
    arguments: [
      FakePrinter.Operation.getPrinterAttributes, .sendDocument, .getJobAttributes,
    ],
    [
      FakePrinter.Answer.raw("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n"),
      .drip("HTTP/1.1 200 OK\r\nX-Long: ", "a"), .drip("", "HTTP/1.1 100 Continue\r\n\r\n"),
      .drip("HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: 900000\r\n\r\n", "\u{2}"),
      .drip("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
      .raw("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
    ])
  func noAnswerOfAPrintersIsWaitedForForEver(
    operation: FakePrinter.Operation, answer: FakePrinter.Answer
  ) throws {
    let printer = try FakePrinter([operation: answer])
    let start = ContinuousClock.now
    let run = try print(on: printer)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: ") && run.errors.contains(printer.uri), "\(run.errors)")
    #expect(ContinuousClock.now - start < .seconds(15))
    if operation == .sendDocument { #expect(printer.operations.last == .cancelJob) }
  }

  @Test(arguments: [0, -5, Int32.min])
  func aJobWithoutANumberIsSaid(number: Int32) throws {
    let printer = try FakePrinter([.createJob: .numbered(number, "")])
    let run = try print(on: printer)
    #expect(run.status == 1)
    #expect(run.errors.contains("gave the job no number"), "\(run.errors)")
    #expect(!printer.operations.contains(.cancelJob))
  }

  @Test func whatAPrinterSaysSteersNoTerminal() throws {
    let printer = try FakePrinter([.createJob: .status(0x0500, "no\u{1B}[2J\u{202E}paper")])
    let run = try print(on: printer)
    #expect(run.errors.contains(#"no\u{1B}[2J\u{202E}paper"#), "\(run.errors)")
    #expect(!run.errors.unicodeScalars.contains("\u{1B}"))
  }

  /// As Ctrl-C and whoever stops a service do.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP], [FakePrinter.Operation.getPrinterAttributes, .sendDocument])
  func whoAsksItToEndIsNotKeptWaiting(signal: Int32, operation: FakePrinter.Operation) throws {
    let printer = try FakePrinter([operation: .drip("HTTP/1.1 200 OK\r\nX-Long: ", "a")])
    let running = try RunningBayan(["print", pack, "--layout", "brief", "--to", printer.uri])
    let limit = ContinuousClock.now + .seconds(30)
    while !printer.operations.contains(operation), ContinuousClock.now < limit { usleep(20_000) }
    let start = ContinuousClock.now
    running.send(signal)
    let run = try running.end()
    #expect(ContinuousClock.now - start < .seconds(4))
    #expect(run.status != 0)
    // What was being sent is taken back.
    if operation == .sendDocument { #expect(printer.operations.last == .cancelJob) }
  }
}
