import Foundation
import TestSupport
import Testing

/// Follow-ups from a new pack to its report.
struct FollowUpRunTests {
  private let talk = """
    ANN ASH: Good morning, Mr Birch.

    BOB BIRCH: Good morning.

    ANN ASH: How deep is the harbour of the town?

    BOB BIRCH: The harbour of the town is twelve metres deep in spring. The council digs it with two old ships.

    ANN ASH: And in winter?

    BOB BIRCH: The ships rest in winter.

    ANN ASH: What does the new quay cost?

    BOB BIRCH: The quay of the harbour costs the town $20 million this year. The town pays for it with a loan.

    ANN ASH: Thank you for the talk.
    """

  @Test func aDraftTellsThemAndItsReportSaysWhoAsks() throws {
    let folder = try TemporaryFolder()
    try folder.write(talk, to: "talk.txt")
    let made = try bayan("new", "talk.txt", "pack", in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    #expect((made.output + made.errors).contains("with 2 questions"))
    #expect((made.output + made.errors).contains("A follow-up stands with the question before"))
    #expect(try folder.read("pack/pack.yml").contains("  follow_ups:\n    - \"And in winter?\"\n"))
    let run = try bayan("build", "pack", "--layout", "report", "--output", "out", in: folder.url)
    #expect(run.status == 0 && !run.errors.contains("asks within the answer"), "\(run.errors)")
    let text = try pdfText(folder.url.appendingPathComponent("out/report.pdf").path, "-layout")
    #expect(text.contains("ANN ASH: And in winter?") && text.contains("BOB BIRCH: The ships rest in winter."))
  }

  @Test func wordsThatBeginNoQuestionAreTold() throws {
    let folder = try TemporaryFolder()
    try folder.write(talk, to: "talk.txt")
    #expect(try bayan("new", "talk.txt", "pack", in: folder.url).status == 0)
    let pack = try folder.read("pack/pack.yml").replacing(
      "- \"And in winter?\"", with: "- \"And in spring?\"")
    try folder.write(pack, to: "pack/pack.yml")
    let run = try bayan("check", "pack", in: folder.url)
    #expect(
      run.errors.contains(
        "no question of the interview can be joined to the one before it by 'And in spring?'"))
  }
}
