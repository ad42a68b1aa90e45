import Diagnostics
import Graphics
import Press
import Testing

private func structure(_ pages: [Frame]) throws -> [String] {
  try ReadStructure(ReadPDF(document(pages))).lines
}

private func messages(_ pages: [Frame]) -> [String] {
  let error = #expect(throws: DiagnosticError.self) { try renderPDF(document(pages)) }
  return error?.diagnostics.map(\.message) ?? []
}

private func rule(_ frame: inout Frame, at y: Double) {
  frame.stroke(.line(from: Point(0, y), to: Point(200, y)), Stroke(.black, width: 1))
}

@Test func everyKindOfElementStandsInTheTreeInPaintingOrder() throws {
  let pages = [
    page { frame in
      frame.addLine("running head", nil, at: 10)
      frame.addElement(.section) { frame in
        frame.addLine("heading", .heading1, at: 30)
        frame.addLine("sub", .heading2, at: 45)
        frame.addLine("subsub", .heading3, at: 60)
        frame.addElement(.paragraph) { frame in
          frame.addLine("text with ", nil, at: 75)
          frame.addLine("something", .span, at: 75, x: 80)
        }
        frame.addElement(.list) { frame in
          frame.addElement(.listItem) { frame in
            frame.addLine("•", .label, at: 90)
            frame.addLine("item", .listBody, at: 90, x: 40)
          }
        }
        rule(&frame, at: 92)
        frame.addLine("said", .quotation, at: 100)
        frame.addLine("a note", .note, at: 110)
        frame.addElement(.figure, alternative: "a rule and a word") { frame in
          rule(&frame, at: 150)
          frame.addLine("a paragraph in a figure", at: 160)
          frame.addLine("its caption", .caption, at: 170)
        }
      }
    }
  ]
  #expect(
    try structure(pages) == [
      "Document", "  Sect", "    H1", "    H2", "    H3", "    P", "      Span", "    L", "      LI",
      "        Lbl",
      "        LBody", "    BlockQuote", "      P", "    Note", "    Figure alt “a rule and a word”",
      "      Caption",
    ])
}

@Test func headerCellsSayWhatTheyAreFor() throws {
  let pages = [
    page { frame in
      frame.addElement(.table) { frame in
        frame.addElement(.row) { frame in
          frame.addElement(.headerCell) { _ in }
          frame.addLine("2017", .headerCell, at: 20, x: 60)
        }
        frame.addElement(.row) { frame in
          frame.addLine("trade", .headerCell, at: 40)
          frame.addLine("2", .cell, at: 40, x: 60)
        }
      }
    }
  ]
  #expect(
    try structure(pages) == [
      "Document", "  Table", "    TR", "      TH /Column", "      TH /Column", "    TR", "      TH /Row",
      "      TD",
    ])
}

@Test func whatGoesOnUnderTheSameIdentifierIsOneElement() throws {
  let pages = [
    page { $0.addLine("begins ", id: "p1", at: 20) },
    page { frame in
      frame.addLine("and ends", id: "p1", at: 20)
      frame.addLine("another", id: "p2", at: 40)
    },
  ]
  #expect(try structure(pages) == ["Document", "  P", "  P"])
  let pdf = try ReadPDF(document(pages))
  let read = try tool("pdfinfo", "-struct-text", pdf.file).output
  #expect(
    read == """
      Document
        P (block)
          "begins "
          "and ends"
        P (block)
          "another"

      """)
}

@Test func whatIsNoElementIsAnArtifact() throws {
  let pages = [
    page { frame in
      frame.addLine("plain", nil, at: 20)
      frame.addElement(.paragraph) { rule(&$0, at: 50) }
      var header = Frame(size: Size(100, 20))
      header.addLine("header", at: 10)
      header.addElement(.figure) { rule(&$0, at: 5) }
      frame.add(header, at: .zero, tag: .artifact)
    }
  ]
  let pdf = try ReadPDF(document(pages))
  // A tree without content has no elements at all.
  #expect(pdf.dictionary(pdf.catalog["/StructTreeRoot"])["/K"] == nil)
  let content = try pdf.content(of: 0)
  #expect(content.contains("/Artifact BMC") && !content.contains("/MCID"))
  #expect(try pdf.text().contains("header"))
}

@Test func clippingKeepsMarksAndArtifactsApart() throws {
  let pages = [
    page { frame in
      var clipped = Frame(size: Size(100, 100), clips: true)
      clipped.fill(.rectangle(Rect(x: 0, y: 0, width: 200, height: 20)), .black)
      clipped.addLine("inside", at: 30)
      clipped.addElement(.figure, alternative: "bars") { frame in
        frame.add(
          .shape(
            .rectangle(Rect(x: 0, y: 40, width: 50, height: 20)),
            fill: .hatch(.black, ground: .white, spacing: 4, width: 1), stroke: Stroke(.black, width: 1)))
      }
      frame.add(clipped, at: Point(10, 10))
      frame.addLine("outside", at: 200)
    }
  ]
  #expect(try structure(pages) == ["Document", "  P", "  Figure alt “bars”", "  P"])
}

@Test func aLinkOnTwoLinesIsOneElementWithTwoAreas() throws {
  let target = LinkTarget.url("https://example.org")
  let pages = [
    page { frame in
      frame.addElement(.paragraph) { frame in
        frame.addLink("begins here ", to: target, at: Point(20, 20))
        frame.addLink("and ends", to: target, at: Point(20, 34))
        frame.addLine("; ", nil, at: 58)
        frame.addLink("again", to: target, at: Point(60, 48))
      }
    }
  ]
  #expect(try structure(pages) == ["Document", "  P", "    Link", "    Link"])
  let pdf = try ReadPDF(document(pages))
  let words = pdf.array(pdf.dictionary(pdf.pages[0])["/Annots"]).map {
    pdf.text(pdf.dictionary($0)["/Contents"])
  }
  #expect(words == ["begins here and ends", "begins here and ends", "again"])
}

@Test func aLinkWithoutAnElementGetsOne() throws {
  let pages = [
    page { frame in
      frame.add(.link(Size(50, 10), .url("https://example.org")), at: Point(20, 20))
      frame.addLine("text", at: 50)
    }
  ]
  #expect(try structure(pages) == ["Document", "  P", "    Link", "  P"])
}

@Test func notesHaveIdentifiersThatReadersFindThemBy() throws {
  let pdf = try ReadPDF(
    document([
      page { frame in
        for number in 1...12 { frame.addLine("note \(number)", .note, at: Double(number) * 20) }
      }
    ]))
  let root = pdf.dictionary(pdf.catalog["/StructTreeRoot"])
  let names = pdf.array(pdf.dictionary(root["/IDTree"])["/Names"])
  let ids = stride(from: 0, to: names.count, by: 2).compactMap { pdf.text(names[$0]) }
  #expect(ids.count == 12)
  #expect(ids == ids.sorted() && Set(ids).count == 12)
  for (index, id) in ids.enumerated() {
    #expect(pdf.text(pdf.dictionary(names[2 * index + 1])["/ID"]) == id)
  }
}

@Test func whatCannotStandThereIsNamed() {
  let wrong = page { frame in
    frame.addElement(.figure) { rule(&$0, at: 10) }
    frame.addLine("lost", .cell, at: 20)
    frame.addElement(.table) { frame in
      frame.addElement(.row) { $0.addLine("between the cells", nil, at: 40) }
    }
    frame.addLine("one", .paragraph, id: "same", at: 60)
    frame.addLine("two", .heading1, id: "same", at: 80)
  }
  #expect(
    messages([wrong]) == [
      "page 1: a figure has no alternative text",
      "page 1: a TD stands in a Document",
      "page 1: the text 'between the cells' stands directly in a TR",
      "page 1: 'same' names a H1 here and a P before",
    ])
}
