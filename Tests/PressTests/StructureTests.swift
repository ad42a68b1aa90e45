import Diagnostics
import Foundation
import Graphics
import Press
import TestSupport
import Testing

private let square = Path.rectangle(Rect(x: 0, y: 0, width: 10, height: 10))

@Test func groupsBecomeTheStructureTree() throws {
  let pdf = try ReadPDF(
    document({ frame in
      frame.addElement(.section) { section in
        section.addLine("Heading", .heading1, at: 20, x: 10)
        section.addElement(.paragraph, at: Point(10, 30)) { paragraph in
          paragraph.add(.text(SimpleSetter().run("Before ")), at: Point(0, 10))
          paragraph.addLine("bold", .span, at: 10, x: 40)
          paragraph.add(.text(SimpleSetter().run("after")), at: Point(80, 10))
        }
        section.addElement(.list, at: Point(10, 50)) { list in
          list.addElement(.listItem) { item in
            item.addLine("1", .label, at: 10, x: 0)
            item.addLine("Item", .listBody, at: 10, x: 20)
          }
        }
        section.addElement(.table, at: Point(10, 80)) { table in
          table.addElement(.row) { row in
            row.addLine("", .headerCell, at: 10, x: 0)
            row.addLine("2017", .headerCell, at: 10, x: 50)
          }
          table.addElement(.row) { row in
            row.addLine("Trade", .headerCell, at: 30, x: 0)
            row.addLine("2 bn", .cell, at: 30, x: 50)
          }
        }
        section.addElement(.figure, alternative: "A square", at: Point(200, 10)) { figure in
          figure.fill(square, .black)
          figure.add(.text(SimpleSetter().run("label")), at: Point(0, 20))
        }
        section.addLine("Said so", .quotation, at: 140, x: 10)
        section.addLine("A note", .note, at: 160, x: 10)
      }
    }))
  #expect(try pdf.faults() == [])
  #expect(
    pdf.outline == """
      Document
        Sect
          H1 1
          P 2
            Span 1
          L
            LI
              Lbl 1
              LBody 1
          Table
            TR
              TH
              TH 1
            TR
              TH 1
              TD 1
          Figure 1
          BlockQuote
            P 1
          Note 1
      """)
  let scopes = pdf.elements("/TH").map { pdf.dictionary($0["/A"])["/Scope"] as? String }
  #expect(scopes.count { $0 == "/Column" } == 2)
  #expect(scopes.count { $0 == "/Row" } == 1)
  let figure = try #require(pdf.elements("/Figure").first)
  #expect(figure["/Alt"] as? String == "u:A square")
  #expect(pdf.dictionary(figure["/A"])["/BBox"] as? [Double] == [200, 290, 460, 390])
  #expect(pdf.elements("/Note").first?["/ID"] != nil)
}

@Test func whatIsNoStructureIsAnArtifact() throws {
  let pdf = try ReadPDF(
    document({ frame in
      frame.fill(square, .black)
      frame.add(.text(SimpleSetter().run("loose")), at: Point(20, 20))
      var header = Frame(size: Size(100, 20))
      header.addLine("inside an artifact", .paragraph, at: 10, x: 0)
      frame.add(header, at: Point(10, 40), tag: .artifact)
      frame.addElement(.paragraph, at: Point(10, 70)) { paragraph in
        paragraph.add(.text(SimpleSetter().run("text")), at: Point(0, 10))
        paragraph.stroke(.line(from: .zero, to: Point(20, 0)), Stroke(.black, width: 1))
      }
    }))
  #expect(try pdf.faults() == [])
  #expect(pdf.outline == "Document\n  P 1")
  #expect(try pdf.content(of: 0).contains("/Artifact BMC"))
  #expect(try pdf.text().contains("loose"))
}

@Test func anElementThatGoesOnIsOneOnBothPages() throws {
  let pdf = try ReadPDF(
    document(
      {
        $0.addLine("It begins here", .paragraph, id: "p", at: 20, x: 10)
        $0.addLine("Another", .paragraph, at: 40, x: 10)
      }, { $0.addLine("and ends here", .paragraph, id: "p", at: 20, x: 10) }))
  #expect(try pdf.faults() == [])
  #expect(pdf.outline == "Document\n  P 2\n  P 1")
}

@Test func anAddedHyphenIsReadAsASoftOne() throws {
  let pdf = try ReadPDF(
    document({ frame in
      frame.addElement(.paragraph) {
        $0.add(.text(SimpleSetter().run("interde\u{AD}", substitutes: ["\u{AD}": "-"])), at: Point(10, 20))
        $0.add(.text(SimpleSetter().run("pendence")), at: Point(10, 33))
      }
    }))
  #expect(try pdf.faults() == [])
  #expect(pdf.outline == "Document\n  P 2\n    Span 1")
  #expect(pdf.elements("/Span").first?["/ActualText"] as? String == "u:\u{AD}")
}

@Test func linksAreElementsWithTheirAnnotations() throws {
  let pdf = try ReadPDF(
    document({ frame in
      frame.addElement(.paragraph) { paragraph in
        paragraph.add(.text(SimpleSetter().run("See ")), at: Point(0, 10))
        paragraph.addElement(.link, at: Point(30, 0)) { link in
          link.add(.text(SimpleSetter().run("this")), at: Point(0, 10))
          link.add(.link(Size(20, 10), .url("https://example.org/")), at: .zero)
        }
        paragraph.add(.link(Size(5, 5), .url("https://example.com/")), at: Point(90, 0))
      }
    }))
  #expect(try pdf.faults() == [])
  #expect(pdf.outline == "Document\n  P 1\n    Link 1 links 1\n    Link links 1")
}

@Test func clippedFramesKeepTheirTags() throws {
  let pdf = try ReadPDF(
    document({ frame in
      frame.addElement(.figure, alternative: "Squares") { figure in
        for index in 0..<3 {
          var clipped = Frame(size: Size(20, 20), clips: true)
          clipped.add(
            .shape(
              square, fill: .hatch(.black, ground: .white, spacing: 3, width: 1),
              stroke: Stroke(.black, width: 1)))
          clipped.add(.text(SimpleSetter().run("text")), at: Point(0, 15))
          figure.add(clipped, at: Point(30 * Double(index), 10))
        }
      }
      frame.addLine("Caption", .paragraph, at: 160, x: 10)
    }))
  #expect(try pdf.faults() == [])
  #expect(pdf.outline == "Document\n  Figure 1\n  P 1")
  // Vectors, no picture.
  #expect(!pdf.dictionaries.contains { $0["/Subtype"] as? String == "/Image" })
  #expect(try !pdf.content(of: 0).contains(" Do"))
}

@Test func textThatLooksLikeAMarkIsText() throws {
  let text = "/Span << /MCID 7 >> BDC (a) EMC \\( <"
  let pdf = try ReadPDF(document { $0.addLine(text, .paragraph, at: 20, x: 10) })
  #expect(pdf.outline == "Document\n  P 1")
  #expect(try pdfText(pdf.file, "-layout").contains(text))
}

@Test func manyGeneratedPagesAreSound() throws {
  var generator = SeededGenerator(seed: 7)
  for _ in 0..<12 {
    func fill(_ frame: inout Frame, depth: Int) {
      for index in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Point(Double(index) * 7, Double.random(in: 0...150, using: &generator))
        switch Int.random(in: 0...8, using: &generator) {
        case 0: frame.fill(square, .black)
        case 1:
          frame.add(.text(SimpleSetter().run("loose fi\u{AD}", substitutes: ["\u{AD}": "-"])), at: place)
        case 2: frame.addLine("words", .paragraph, at: place.y, x: place.x)
        case 3: frame.add(.link(Size(5, 5), .url("https://example.org/")), at: place)
        case 4 where depth < 4: frame.addElement(.section) { fill(&$0, depth: depth + 1) }
        case 5 where depth < 4: frame.addElement(.figure, alternative: "It") { fill(&$0, depth: depth + 1) }
        case 6 where depth < 4: frame.addElement(.link) { fill(&$0, depth: depth + 1) }
        case 7 where depth < 4:
          var inner = Frame(size: Size(50, 50), clips: true)
          fill(&inner, depth: depth + 1)
          frame.add(inner, at: place, tag: Bool.random(using: &generator) ? .artifact : nil)
        case 8 where depth < 4: frame.addElement(.paragraph) { fill(&$0, depth: depth + 3) }
        default: frame.addLine("more words", .span, at: place.y, x: place.x)
        }
      }
    }
    let pdf = try ReadPDF(document({ fill(&$0, depth: 0) }, { fill(&$0, depth: 0) }))
    #expect(try pdf.faults() == [])
    #expect(
      try tool("qpdf", "--check", pdf.file).output.contains("No syntax or stream encoding errors found"))
  }
}

@Test func whatMayNotStandThereIsNamedAllAtOnce() throws {
  let bad = document(
    { frame in
      frame.addElement(.table) { table in
        table.addLine("In the table", .row, at: 10, x: 0)
        table.addLine("cell", .cell, at: 10, x: 0)
      }
      frame.addElement(.figure) { $0.fill(square, .black) }
      frame.addLine("one", .paragraph, id: "x", at: 10, x: 0)
    }, { $0.addLine("two", .heading1, id: "x", at: 10, x: 0) })
  let error = #expect(throws: DiagnosticError.self) { try renderPDF(bad) }
  #expect(
    error?.diagnostics.map(\.message) == [
      "page 1: the text 'In the table' stands directly in a TR",
      "page 1: a TD stands in a Table",
      "page 1: a figure has no alternative text",
      "page 2: 'x' names a H1 here and a P before",
    ])
}

@Test func unseenWordsAreReadFromTheStructureAndNotFoundOnThePage() throws {
  func cell(_ kind: StructureTag.Kind, _ text: String) -> Frame {
    var frame = Frame(size: .zero)
    frame.add(.unseen(SimpleSetter().run(text)), at: Point(20, 20))
    return frame.tagged(.structure(StructureTag(kind, actualText: text)))
  }
  let pdf = try ReadPDF(
    document({ frame in
      frame.addElement(.figure, alternative: "A square") { $0.fill(square, .black) }
      frame.addElement(.table) { table in
        table.addElement(.row) { row in
          row.add(cell(.headerCell, "2017"), at: .zero)
          row.add(cell(.cell, "about 2 bn"), at: .zero)
        }
      }
    }))
  #expect(try pdf.faults() == [])
  #expect(
    pdf.outline == """
      Document
        Figure 1
        Table
          TR
            TH 1
            TD 1
      """)
  let value = try #require(pdf.elements("/TD").first)
  #expect(value["/ActualText"] as? String == "u:about 2 bn")
  #expect(value["/Pg"] as? String == pdf.pages.first)
  // Whoever doesn't know replacement text finds the words in the structure, and nobody twice on the page.
  #expect(try tool("pdfinfo", "-struct-text", pdf.file).output.contains("\"about 2 bn\""))
  #expect(try pdf.text().allSatisfy(\.isWhitespace))
  // Nothing of it is painted.
  let content = try pdf.content(of: 0)
  #expect(content.ranges(of: "3 Tr").count == 2)
  #expect(content.ranges(of: "0 Tr").count == 2)
}

@Test func aReferenceAndANotesNumberAreElementsOfTheirOwn() throws {
  let pdf = try ReadPDF(
    document({ frame in
      frame.addElement(.paragraph) { paragraph in
        paragraph.add(.text(SimpleSetter().run("Said")), at: Point(0, 10))
        paragraph.addElement(.reference) { reference in
          reference.addElement(.link) { link in
            link.add(.text(SimpleSetter().run("1")), at: Point(40, 10))
            link.add(.link(Size(5, 10), .url("https://example.org")), at: Point(40, 0))
          }
        }
      }
      frame.addElement(.note) { note in
        note.addLine("1", .label, at: 200, x: 0)
        note.add(.text(SimpleSetter().run("A note")), at: Point(20, 200))
      }
    }))
  #expect(try pdf.faults() == [])
  #expect(
    pdf.outline == """
      Document
        P 1
          Reference
            Link 1 links 1
        Note 1
          Lbl 1
      """)
}
