import Graphics
import Press
import Testing

@Test func whatStandsInAFigureBelongsToItButForItsCaption() throws {
  let pdf = try ReadPDF(
    document { frame in
      frame.addElement(.figure, alternative: "a rule and words") { frame in
        frame.stroke(.line(from: .zero, to: Point(50, 0)), Stroke(.black, width: 1))
        frame.addLine("a paragraph in a figure", at: 60)
        frame.addElement(.paragraph) { $0.addLine("and another", .span, at: 75) }
        frame.addLine("its caption", .caption, at: 90)
      }
    })
  #expect(try pdf.faults() == [])
  #expect(pdf.outline == "Document\n  Figure 1\n    Caption 1")
}

@Test func aDocumentOfArtifactsHasNoElements() throws {
  let pdf = try ReadPDF(
    document { frame in
      frame.addLine("plain", nil, at: 20)
      frame.addElement(.paragraph) { $0.addElement(.span) { _ in } }
    })
  #expect(try pdf.faults() == [])
  #expect(pdf.dictionary(pdf.catalog["/StructTreeRoot"])["/K"] == nil)
}

@Test func aLinkOnTwoLinesIsOneElementWithTwoAreas() throws {
  let target = LinkTarget.url("https://example.org")
  let pdf = try ReadPDF(
    document { frame in
      frame.addElement(.paragraph) { frame in
        frame.addLink("begins here ", to: target, at: Point(20, 20))
        frame.addLink("and ends", to: target, at: Point(20, 34))
        frame.addLine("; ", nil, at: 58)
        frame.addLink("again", to: target, at: Point(60, 48))
        frame.addLink("elsewhere", to: .url("https://example.com"), at: Point(120, 48))
      }
    })
  #expect(try pdf.faults() == [])
  #expect(pdf.outline == "Document\n  P 1\n    Link 1 links 2\n    Link 1 links 1\n    Link 1 links 1")
  let links = pdf.array(pdf.dictionary(pdf.pages[0])["/Annots"])
  #expect(
    links.map { pdf.text(pdf.dictionary($0)["/Contents"]) } == [
      "begins here and ends", "begins here and ends", "again", "elsewhere",
    ])
}

@Test func aLinkOutsideOfAllElementsGetsOne() throws {
  let pdf = try ReadPDF(
    document { frame in
      frame.add(.link(Size(50, 10), .url("https://example.org")), at: Point(20, 20))
      frame.addLine("text", at: 50)
    })
  #expect(try pdf.faults() == [])
  #expect(pdf.outline == "Document\n  P\n    Link links 1\n  P 1")
}

@Test func notesHaveIdentifiersThatReadersFindThemBy() throws {
  let pdf = try ReadPDF(
    document { frame in
      for number in 1...12 { frame.addLine("note \(number)", .note, at: Double(number) * 20) }
    })
  let names = pdf.array(
    pdf.dictionary(pdf.dictionary(pdf.catalog["/StructTreeRoot"])["/IDTree"])["/Names"])
  let ids = stride(from: 0, to: names.count, by: 2).compactMap { pdf.text(names[$0]) }
  #expect(ids.count == 12)
  // A name tree is searched by halves.
  #expect(ids == ids.sorted() && Set(ids).count == 12)
  for (index, id) in ids.enumerated() {
    #expect(pdf.text(pdf.dictionary(names[2 * index + 1])["/ID"]) == id)
  }
}
