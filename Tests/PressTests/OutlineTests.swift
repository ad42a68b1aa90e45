import Foundation
import Graphics
import TestSupport
import Testing

@testable import Press

private let blue = Color(red: 0, green: 0, blue: 1)
private let red = Color(red: 1, green: 0, blue: 0)

/// A star of very many points around a place.
private func star(_ center: Point, radius: Double, points: Int = 600) -> Path {
  .polyline(
    (0..<points).map { index in
      let angle = Double(index) / Double(points) * 2 * .pi
      let reach = radius * (0.8 + 0.2 * sin(12 * angle))
      return Point(center.x + reach * cos(angle), center.y + reach * sin(angle))
    }, closed: true)
}

/// The page as poppler draws it, two pixels a point.
private func picture(of pdf: ReadPDF) throws -> Picture {
  let base = pdf.file + "-page"
  defer { try? FileManager.default.removeItem(atPath: base + ".png") }
  _ = try tool("pdftoppm", "-r", "144", "-png", "-singlefile", pdf.file, base)
  return try #require(Picture(png: Array(Data(contentsOf: URL(fileURLWithPath: base + ".png")))))
}

/// How many pixels are one of these colours in one of the pictures and not in the other.
private func difference(_ a: Picture, _ b: Picture, in colors: [String]) -> Int {
  (0..<min(a.height, b.height)).reduce(0) { sum, y in
    sum
      + (0..<min(a.width, b.width)).count { x in
        let (one, other) = (a.color(x, y), b.color(x, y))
        return one != other && colors.contains(one) && colors.contains(other)
      }
  }
}

private func figure(_ draw: (inout Frame) -> Void) -> Frame {
  page { frame in
    frame.addElement(.figure, alternative: "A star", at: Point(30, 40), size: Size(200, 150)) { inner in
      var clipped = Frame(size: Size(150, 120), clips: true)
      draw(&clipped)
      inner.add(clipped, at: Point(10, 5))
    }
    frame.addLine("below", at: 300)
  }
}

@Test func manyPointsLookInThePDFAsCairoPaintsThem() throws {
  let frame = figure { inner in
    inner.fill(.rectangle(Rect(size: inner.size)), Color(red: 0, green: 1, blue: 0))
    // Partly outside the frame, which clips.
    inner.fill(star(Point(20, 30), radius: 70), blue)
    inner.add(
      .shape(
        star(Point(90, 70), radius: 40), fill: .solid(red),
        stroke: Stroke(blue, width: 3.25, dash: [9, 4], cap: .butt)))
    inner.stroke(.circle(center: Point(90, 70), radius: 20), Stroke(.white, width: 2, cap: .round))
  }
  let pdf = try ReadPDF(document([frame]))
  let painted = try #require(try Picture(png: renderPNG(frame, scale: 2)))
  let read = try picture(of: pdf)
  let colors = ["#00FF00", "#0000FF", "#FF0000", "#FFFFFF"]
  #expect(painted.count("#0000FF", x: 0..<600, y: 0..<800) > 5000)
  #expect(painted.count("#FF0000", x: 0..<600, y: 0..<800) > 5000)
  // Of 72,000; where a dash ends, the two painters differ.
  #expect(difference(painted, read, in: colors) < 60)
  // They stand in the figure's mark, in tenths of a point.
  #expect(pdf.dictionaries.filter { $0["/Subtype"] as? String == "/Image" }.isEmpty)
  let content = try pdf.content(of: 0)
  let mark = try #require(content.range(of: "/Figure <</MCID 0>> BDC"))
  let end = try #require(content.range(of: "EMC", range: mark.upperBound..<content.endIndex))
  #expect(content[mark.upperBound..<end.lowerBound].contains("\n0.1 0 0 0.1 "))
  #expect(content[mark.upperBound..<end.lowerBound].count > 5000)
  #expect(try pdf.text() == "below\n\n\u{C}")
}

@Test func eachPageHasItsOwnOutlines() throws {
  let colors = [blue, red]
  let pages = colors.map { color in
    page { frame in
      frame.fill(star(Point(100, 100), radius: 50), color)
      frame.addLine("text", at: 200)
      frame.fill(star(Point(100, 300), radius: 50), .black)
    }
  }
  let pdf = try ReadPDF(document(pages))
  for (index, color) in ["#0000FF", "#FF0000"].enumerated() {
    let base = pdf.file + "-page"
    defer { try? FileManager.default.removeItem(atPath: base + ".png") }
    _ = try tool(
      "pdftoppm", "-r", "72", "-png", "-singlefile", "-f", "\(index + 1)", "-l", "\(index + 1)", pdf.file,
      base)
    let read = try #require(Picture(png: Array(Data(contentsOf: URL(fileURLWithPath: base + ".png")))))
    #expect(read.color(100, 100) == color)
    #expect(read.color(100, 300) == "#000000")
  }
}

@Test func aHaloInAFigureLooksAsCairoPaintsItAndIsTextOnce() throws {
  var run = setter.run("Tashkent", size: 24, color: blue)
  run.halo = Stroke(.white, width: 4, cap: .round)
  let frame = figure { inner in
    inner.fill(.rectangle(Rect(size: inner.size)), red)
    inner.add(.text(run), at: Point(10, 40))
    inner.add(.text(run), at: Point(12.3, 80.7))
  }
  let pdf = try ReadPDF(document([frame]))
  let painted = try #require(try Picture(png: renderPNG(frame, scale: 2)))
  let read = try picture(of: pdf)
  #expect(painted.count("#FFFFFF", x: 80..<380, y: 90..<330) > 1000)
  #expect(difference(painted, read, in: ["#FF0000", "#FFFFFF", "#0000FF"]) < 20)
  #expect(try pdf.text().split(separator: "\n") == ["Tashkent", "Tashkent", "below", "\u{C}"])
}

@Test func turnedLettersAndTheirHaloLookInThePDFAsCairoPaintsThem() throws {
  var run = setter.run("Tashkent", size: 24, color: blue)
  run.halo = Stroke(.white, width: 4, cap: .round)
  run.turns = run.glyphs.indices.map { 0.12 * Double($0) - 0.5 }
  let frame = figure { inner in
    inner.fill(.rectangle(Rect(size: inner.size)), red)
    inner.add(.text(run), at: Point(10, 60))
  }
  let painted = try #require(try Picture(png: renderPNG(frame, scale: 2)))
  let read = try picture(of: ReadPDF(document([frame])))
  #expect(painted.count("#FFFFFF", x: 80..<380, y: 90..<330) > 500)
  #expect(difference(painted, read, in: ["#FF0000", "#FFFFFF", "#0000FF"]) < 20)
}

@Test func outlinesAndHalosStandOnASheetAsTheirPageDoes() throws {
  var run = setter.run("Tashkent", size: 24, color: blue)
  run.halo = Stroke(.white, width: 4, cap: .round)
  let frame = figure { inner in
    inner.fill(.rectangle(Rect(size: inner.size)), red)
    inner.fill(star(Point(30, 80), radius: 30), Color(red: 0, green: 1, blue: 0))
    inner.add(.text(run), at: Point(10, 40))
  }
  for turns in 0...3 {
    let sheet = page { sheet in
      sheet.add(.imposed(frame, Placement(scale: 0.7, quarterTurns: turns)), at: Point(12.5, 20))
    }
    let painted = try #require(try Picture(png: renderPNG(sheet, scale: 2)))
    #expect(painted.count("#00FF00", x: 0..<600, y: 0..<800) > 2000)
    #expect(painted.count("#FFFFFF", x: 0..<600, y: 0..<800) > 500)
    let read = try picture(of: ReadPDF(document([sheet])))
    #expect(difference(painted, read, in: ["#FF0000", "#FFFFFF", "#0000FF", "#00FF00"]) < 20, "\(turns)")
  }
}

@Test func aGlyphOfManyHalosIsWrittenOnce() throws {
  func size(_ count: Int) throws -> Int {
    var run = setter.run("Tashkentbu", size: 8, color: blue)
    run.halo = Stroke(.white, width: 2, cap: .round)
    let frame = figure { inner in
      for index in 0..<count {
        inner.add(.text(run), at: Point(Double(index * 7 % 40), 4 + 4 * Double(index)))
      }
    }
    return try renderPDF(document([frame])).count
  }
  let (two, forty) = (try size(2), try size(42))
  // Ten glyphs of a halo and the text's own line: where each had its outline, a line took 800 bytes.
  #expect((forty - two) / 40 < 130, "\((forty - two) / 40) bytes a line")
}

@Test func aHatchedOutlineLooksAsCairoPaintsIt() throws {
  let frame = figure { inner in
    inner.add(
      .shape(
        star(Point(100, 80), radius: 70), fill: .hatch(red, ground: .white, spacing: 6, width: 2), stroke: nil
      ))
  }
  let painted = try #require(try Picture(png: renderPNG(frame, scale: 2)))
  #expect(painted.count("#FF0000", x: 0..<400, y: 0..<330) > 2000)
  #expect(difference(painted, try picture(of: ReadPDF(document([frame]))), in: ["#FF0000", "#FFFFFF"]) < 20)
}

@Test func aHaloOfTextThatIsCutOffIsLeftOutWithIt() throws {
  var run = setter.run("Beyond", size: 8, color: blue)
  run.halo = Stroke(.white, width: 2, cap: .round)
  let frame = figure { inner in
    inner.clips = true
    inner.add(.text(run), at: Point(10, -20))
    inner.add(.text(run), at: Point(10, 40))
  }
  #expect(try ReadPDF(document([frame])).text().contains("Beyond"))
}

@Test func numbersOfOutlinesAreTenthsOfAPoint() {
  var writer = ContentWriter()
  var path = Path()
  path.move(to: Point(0, 0))
  path.line(to: Point(-11.26, 5.04))
  path.curve(to: Point(1e12, 3), control1: Point(0.05, 0), control2: Point(100, 2.25))
  path.close()
  let (fill, line) = (
    Color(red: 1, green: 0.5, blue: 0.0196), Stroke(.black, width: 0.35, dash: [1, 0.125], cap: .round)
  )
  writer.paint(path, from: .zero, fill: .solid(fill), stroke: line, .coarse)
  #expect(
    String(decoding: writer.content, as: UTF8.self) == """
      1 0.5 0.0196 rg
      0 0 0 RG
      3.5 w 1 J 1 j [10 1.25 ] 0 d
      0 0 m
      -113 50 l
      1 0 1000 23 9999999 30 c
      h
      B

      """)
}

@Test func whatIsSetAlreadyIsNotSetAgainAndIsSetAnewAfterward() {
  var writer = ContentWriter()
  let square = Path.rectangle(Rect(x: 0, y: 0, width: 1, height: 1))
  func colors() -> Int {
    String(decoding: writer.content, as: UTF8.self).components(separatedBy: " rg\n").count - 1
  }
  writer.paint(square, from: .zero, fill: .solid(.black), stroke: nil)
  writer.paint(square, from: Point(2, 2), fill: .solid(.black), stroke: nil)
  #expect(colors() == 1)
  writer.save()
  writer.paint(square, from: .zero, fill: .solid(.white), stroke: nil)
  writer.restore()
  writer.paint(square, from: .zero, fill: .solid(.black), stroke: nil)
  #expect(colors() == 2)
  writer.paint(square, from: .zero, fill: .solid(.white), stroke: nil)
  #expect(colors() == 3)
}
