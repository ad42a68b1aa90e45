import Diagnostics
import Graphics
import TestSupport
import Testing

@testable import Briefing
@testable import PageLayout

/// Warnings of a brief of the shipped pack, and how many pages it has.
private func brief(_ paper: Paper) throws -> (warnings: [String], pages: Int) {
  let workshop = try Workshop()
  let story = try LoadedPack(projectPath("seeds/kazakh-uzbek"), atlas: workshop.atlas).story
  let laidOut = try layOut(
    story, layout: workshop.layout("brief", paper: paper, questionsOnly: false),
    typesetter: workshop.typesetter,
    atlas: workshop.atlas)
  return (laidOut.warnings.map(\.description), laidOut.document.pages.count)
}

@Test func aPageThatIsMeantToBeOneAndTakesMoreIsWarnedOf() throws {
  let small = try brief(.a5)
  #expect(small.pages > 1)
  #expect(
    small.warnings.contains {
      $0.contains("'In brief' takes \(small.pages) pages of brief (a5) instead of one")
    },
    "\(small.warnings)")
  let large = try brief(.a4)
  #expect(large.pages == 1 && !large.warnings.contains { $0.contains("instead of one") })
}
