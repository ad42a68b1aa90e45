import Foundation
import TestSupport
import Testing

private let minimal = "Tests/Packs/minimal"

/// A pack whose two experts answer the questions of two papers.
private func conference() throws -> PackCopy {
  let pack = try PackCopy(of: minimal)
  try pack.write(
    """
    Harbour Times: Why keep bees?

    Ann Ash: They were here first.

    Bob Birch: They pay their rent in honey.

    Money and honey

    Amber Radio: What do they cost?

    Bob Birch: Nothing but patience.

    """, to: "transcript.txt")
  try pack.write(
    """
    title: Bees
    interview: { expert: Two keepers }
    questions:
      - headline: They were here first
        quotation: { text: They pay their rent in honey, source: ¶2 }
      - headline: Nothing but patience

    """, to: "pack.yml")
  try pack.write("**First.** They were here. [¶1]\n", to: "summaries/1.md")
  try pack.write("**Patience.** It costs nothing else. [¶3]\n", to: "summaries/2.md")
  return pack
}

@Test func theInterviewsTurnsAreListed() throws {
  let pack = try conference()
  let run = try bayan("check", pack.path, "--transcript")
  #expect(run.status == 0)
  #expect(run.errors.isEmpty)
  let lines = run.output.split(separator: "\n")
  #expect(lines.contains { $0.contains("1     Harbour Times  1      asks") })
  #expect(lines.contains { $0.contains("5     2  answer 1    Bob Birch") })
  #expect(lines.contains { $0.contains("heading 2") && $0.contains("Money and honey") })
}

@Test func anInterviewIsListedBeforeThereIsAPack() throws {
  let pack = try conference()
  let run = try bayan("check", pack.path + "/transcript.txt", "--transcript")
  #expect(run.status == 0)
  #expect(run.output.contains("transcript.txt: 2 questions, 3 paragraphs, 0 footnotes"))
}

@Test func theReportSaysWhoSpeaksWhereSeveralDo() throws {
  let pack = try conference()
  let folder = try TemporaryFolder().url
  let run = try bayan("build", pack.path, "--layout", "report", "--output", folder.path)
  #expect(run.status == 0, "\(run.errors)")
  let text = try pdfText(folder.appendingPathComponent("report.pdf").path, "-layout")
  for words in [
    "Harbour Times: Why keep bees?", "Ann Ash: They were here first.",
    "Bob Birch: They pay their rent in honey.",
    "Money and honey", "Amber Radio: What do they cost?", "Bob Birch: Nothing but patience.", "Bob Birch, ¶2",
  ] {
    #expect(text.contains(words), "\(words)")
  }
}

@Test func thePackSaysWhatALabelIs() throws {
  let pack = try conference()
  try pack.replace(
    "expert: Two keepers", with: "expert: Two keepers, labels: { Bob Birch: text, Cole: asks }",
    in: "pack.yml")
  let run = try bayan("check", pack.path, "--transcript")
  #expect(run.output.contains("words of the text"))
  #expect(run.errors.contains("warning: no turn of the interview begins with 'Cole:'"))
  try pack.replace("Cole: asks", with: "Cole: aks", in: "pack.yml")
  #expect(try bayan("check", pack.path, "--transcript").errors.contains("error: 'aks' is not allowed here"))
}

@Test func whatIsMisreadIsDoubtedByCheck() throws {
  let pack = try conference()
  try pack.replace("Amber Radio: What", with: "What", in: "transcript.txt")
  let run = try bayan("check", pack.path)
  #expect(run.errors.contains("transcript.txt:9:1: warning: this paragraph has no label"))
}

@Test(arguments: [
  ("PK\u{3}\u{4} [Content_Types].xml word/", "this is a Word document (.docx), and no plain text"),
  ("%PDF-1.4\n", "this is a PDF, and no plain text"),
  ("WEBVTT\n\n00:00.000 --> 00:01.000\nWhy?\n", "this is subtitles (WebVTT), and no plain text"),
])
func anotherFormatOfTheInterviewIsNamed(contents: String, message: String) throws {
  let pack = try conference()
  try pack.write(contents, to: "transcript.txt")
  let run = try bayan("check", pack.path)
  #expect(run.status == 1)
  #expect(run.errors.contains("transcript.txt: error: \(message)"))
}

@Test func anInterviewThatIsStillADocumentIsNamed() throws {
  let pack = try conference()
  try FileManager.default.moveItem(
    atPath: pack.path + "/transcript.txt", toPath: pack.path + "/interview.docx")
  #expect(
    try bayan("check", pack.path).errors.contains("let 'bayan new interview.docx' make a pack of it"))
}
