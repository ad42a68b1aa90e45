import Diagnostics
import Foundation
import Graphics
import Press
import TestSupport
import Testing

private func messages(_ document: Document) -> [String] {
  let error = #expect(throws: DiagnosticError.self) { try renderPDF(document) }
  return error?.diagnostics.map(\.message) ?? []
}

// MARK: Metadata

@Test func metadataIsTheSameInAllItsPlaces() throws {
  let pdf = try ReadPDF(
    document([page { $0.addLine("text", at: 50) }]) { document in
      document.metadata.title = "Қазақ & O‘zbek <relations>"
      document.metadata.keywords = ["trade", "borders"]
      document.metadata.date = "2018-11-20"
    })
  let information = pdf.dictionary(pdf.trailer["/Info"])
  #expect(pdf.text(information["/Title"]) == "Қазақ & O‘zbek <relations>")
  #expect(pdf.text(information["/Author"]) == "An author")
  #expect(pdf.text(information["/Subject"]) == "A subject")
  #expect(pdf.text(information["/Keywords"]) == "trade, borders")
  #expect(pdf.text(information["/CreationDate"]) == "D:20181120")
  #expect(pdf.text(pdf.catalog["/Lang"]) == "en-GB")
  #expect(pdf.dictionary(pdf.catalog["/ViewerPreferences"])["/DisplayDocTitle"] as? Bool == true)
  let xmp = try tool("pdfinfo", "-meta", pdf.file).output
  for part in [
    "<rdf:li xml:lang=\"x-default\">Қазақ &amp; O‘zbek &lt;relations&gt;</rdf:li>",
    "<rdf:li>An author</rdf:li>",
    "<rdf:li xml:lang=\"x-default\">A subject</rdf:li>", "<rdf:li>trade</rdf:li><rdf:li>borders</rdf:li>",
    "<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li>", "<xmp:CreateDate>2018-11-20</xmp:CreateDate>",
    "<pdf:Keywords>trade, borders</pdf:Keywords>", "<pdfuaid:part>1</pdfuaid:part>",
  ] {
    #expect(xmp.contains(part), "\(part)")
  }
  #expect(try tool("qpdf", "--check", pdf.file).status == 0)
}

@Test func withoutADateNoDateIsWritten() throws {
  let pdf = try ReadPDF(document([page { $0.addLine("text", at: 50) }]))
  let output = try tool("pdfinfo", pdf.file).output
  #expect(!output.contains("Date"))
  #expect(output.contains("PDF version:     1.7"))
}

@Test(arguments: [
  ("2018", "D:2018"), ("2018-11", "D:201811"), ("2018-11-20T14:30:05+05:00", "D:20181120143005+05'00"),
  ("2018-11-20T14:30Z", "D:201811201430Z"),
])
func datesAreWrittenAsFarAsTheyAreKnown(date: String, expected: String) throws {
  let pdf = try ReadPDF(document([page { $0.addLine("text", at: 50) }]) { $0.metadata.date = date })
  #expect(pdf.text(pdf.dictionary(pdf.trailer["/Info"])["/CreationDate"]) == expected)
}

@Test(arguments: ["20 November 2018", "2018-13", "2018-11-32", "2018-11-20T25:00Z", ""])
func aDateThatIsNoneIsNamed(date: String) {
  let wrong = document([page { $0.addLine("text", at: 50) }]) { $0.metadata.date = date }
  #expect(messages(wrong) == ["'\(date)' is no date"])
}

@Test func theSameDocumentMakesTheSameBytes() throws {
  let made = document(
    [
      page { $0.addLine("text", at: 50) },
      page { $0.addLink("link", to: .anchor(.page("there")), at: .zero) },
    ]
  ) { document in
    document.pages[0].frame.add(.anchor(.page("there")))
    document.outline = [.init("There", anchor: .page("there"))]
  }
  let first = try renderPDF(made)
  // Cairo writes the time into its own file, to the second.
  Thread.sleep(forTimeInterval: 1.1)
  #expect(try renderPDF(made) == first)
}

@Test func documentsCanBeMadeAtTheSameTime() async throws {
  let documents = (1...8).map { number in
    document(
      (0..<number).map { index in
        page { frame in
          frame.addLine("page \(index) of \(number)", at: 50)
          frame.addLine("another face", nil, at: 100)
        }
      })
  }
  let alone = try documents.map { try renderPDF($0) }
  let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
    for (index, document) in documents.enumerated() {
      group.addTask { (index, try renderPDF(document)) }
    }
    return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
  }
  for (index, bytes) in alone.enumerated() { #expect(together[index] == bytes) }
}

@Test func aDocumentWithoutPagesOrTitleIsRefused() {
  #expect(
    messages(document([]) { $0.metadata.title = "" }) == [
      "the document has no pages", "the document has no title",
    ])
}

// MARK: Labels and bookmarks

@Test func everyPageHasItsLabel() throws {
  let labels = ["i", "ii", "1", "A-2", ""]
  let pdf = try ReadPDF(
    document(labels.map { _ in page { $0.addLine("text", at: 50) } }) { document in
      for (index, label) in labels.enumerated() { document.pages[index].label = label }
    })
  let numbers = pdf.array(pdf.dictionary(pdf.catalog["/PageLabels"])["/Nums"])
  #expect(stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] as? Int } == [0, 1, 2, 3, 4])
  #expect(
    stride(from: 1, to: numbers.count, by: 2).map { pdf.text(pdf.dictionary(numbers[$0])["/P"]) } == labels)
}

@Test func bookmarksAreNestedAndLeadToTheirAnchors() throws {
  let pages = [
    page { frame in
      frame.addLine("One", .heading1, at: 50)
      frame.add(.anchor(.page("one")), at: Point(20, 40))
      frame.add(.anchor(.page("deep")), at: Point(20, 140.5))
    },
    page { frame in
      frame.addLine("Two", .heading1, at: 50)
      frame.add(.anchor(.page("two")), at: Point(0, 0))
    },
  ]
  let pdf = try ReadPDF(
    document(
      pages,
      outline: [
        .init(
          "Eins", anchor: .page("one"),
          children: [.init("Tief", anchor: .page("deep")), .init("Zwei", anchor: .page("two"))]),
        .init("Два", anchor: .page("two")),
      ]))
  func read(_ first: Any?) -> [String] {
    var result: [String] = []
    var next = first
    while let current = next {
      let item = pdf.dictionary(current)
      let place = pdf.array(item["/Dest"])
      let number = pdf.pages.firstIndex { $0 == place.first as? String }.map { $0 + 1 } ?? 0
      result.append("\(pdf.text(item["/Title"]) ?? "") \(number) \(place[3])")
      result += read(item["/First"]).map { "  " + $0 }
      next = item["/Next"]
    }
    return result
  }
  let root = pdf.dictionary(pdf.catalog["/Outlines"])
  // A little above the anchors, so that what stands on a baseline there shows, but on the page.
  #expect(read(root["/First"]) == ["Eins 1 396", "  Tief 1 295.5", "  Zwei 2 400", "Два 2 400"])
  #expect(root["/Count"] as? Int == 4)
}

// MARK: Links

@Test func linksHaveTheirRectangleTargetAndWords() throws {
  let pdf = try ReadPDF(
    document([
      page { frame in
        frame.addElement(.paragraph) { frame in
          frame.addLink("the source", to: .url("https://example.org/a?b=1&c=(2)"), at: Point(20.25, 100))
          frame.addLink("page two", to: .anchor(.page("goal")), at: Point(120, 100))
        }
      },
      page { frame in
        frame.addLine("Goal", at: 210)
        frame.add(.anchor(.page("goal")), at: Point(20, 200))
      },
    ]))
  let links = pdf.array(pdf.dictionary(pdf.pages[0])["/Annots"]).map { pdf.dictionary($0) }
  try #require(links.count == 2)
  let width = setter.run("the source").advance
  let expected = [20.25, 288, 20.25 + width, 300]
  for (found, wanted) in zip(pdf.numbers(links[0]["/Rect"]), expected) {
    #expect(abs(found - wanted) < 0.001)
  }
  #expect(pdf.text(pdf.dictionary(links[0]["/A"])["/URI"]) == "https://example.org/a?b=1&c=(2)")
  #expect(pdf.text(links[0]["/Contents"]) == "the source")
  #expect(pdf.numbers(links[0]["/Border"]) == [0, 0, 0])
  let place = pdf.array(links[1]["/Dest"])
  #expect(place.first as? String == pdf.pages[1])
  #expect(place[3] as? Double == 236)
  // Where it leads, by the page as it is printed.
  #expect(pdf.text(links[1]["/Contents"]) == "page two → 2")
}

/// Each line of a long link is a link by itself: their words together would grow with the square of its length.
@Test func aLongLinkIsSaidByItsFirstWords() throws {
  let words = (0..<200).map { "word\($0)" }.joined(separator: " ")
  let pdf = try ReadPDF(
    document([
      page { frame in
        frame.addElement(.paragraph) { frame in
          frame.addLink(words, to: .url("https://example.org/"), at: Point(20, 100))
        }
      }
    ]))
  let links = pdf.array(pdf.dictionary(pdf.pages[0])["/Annots"]).map { pdf.dictionary($0) }
  let said = try #require(links.first.flatMap { pdf.text($0["/Contents"]) })
  #expect(said.hasSuffix(" …") && said.unicodeScalars.count <= 402)
  #expect(words.hasPrefix(said.dropLast(2) + " "))
}

@Test func whatLeadsNowhereIsNamedAllAtOnce() {
  let wrong = document(
    [
      page { frame in
        frame.add(.anchor(.page("trade")))
        frame.add(.anchor(.page("borders")))
      },
      page { frame in
        frame.addLink("here", to: .anchor(.page("trad")), at: .zero)
        frame.add(.anchor(.page("borders")))
      },
    ], outline: [.init("Trade", anchor: .page("trade"), children: [.init("Water", anchor: .page("water"))])])
  let error = #expect(throws: DiagnosticError.self) { try renderPDF(wrong) }
  #expect(
    error?.diagnostics.map(\.message) == [
      "anchor 'page-borders' stands on page 1 and again on page 2",
      "page 2: a link leads to 'page-trad', which is on no page",
      "the bookmark 'Water' leads to 'page-water', which is on no page",
    ])
  #expect(error?.diagnostics[1].advice == "did you mean 'page-trade'?")
}

@Test func aFontThatCannotBeReadStopsTheDocument() {
  let wrong = page { frame in
    var run = setter.run("text")
    run.face = FontFace(file: "/no/such.ttf", name: "Some Face")
    frame.add(.text(run), at: Point(0, 20))
  }
  #expect(
    messages(document([wrong])) == ["font file '/no/such.ttf' cannot be read: No such file or directory"])
}
