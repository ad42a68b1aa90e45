import Foundation
import Graphics
import Press
import Testing

private func shown(prefix: String = "page", _ draw: (inout Frame) -> Void) throws -> ReadSVG {
  try ReadSVG(page(draw), prefix: prefix)
}

// MARK: Words and links

@Test func eachLineOfAPageIsThereOnceToBeSelectedAndFound() throws {
  let svg = try shown { frame in
    frame.addLine("Trade came to $2 bn.", at: 40)
    frame.addLine("It was no more.", at: 60)
    frame.add(.text(setter.run("Left")), at: Point(20, 100))
    frame.add(.text(setter.run("Far to the right")), at: Point(150, 100))
  }
  #expect(svg.lines == ["Trade came to $2 bn.", "It was no more.", "Left", "Far to the right"])
  #expect(svg.root.attributes["viewBox"]?.hasPrefix("0 0 300 400") == true)
}

@Test func runsThatFollowEachOtherAreOneLineWithTheirOwnSizes() throws {
  let (first, second) = (setter.run("Trade of "), setter.run("2017", size: 8))
  let svg = try shown { frame in
    frame.add(.text(first), at: Point(20, 100))
    frame.add(.text(second), at: Point(20 + first.advance, 100))
  }
  #expect(svg.lines == ["Trade of 2017"])
  let pieces = svg.layer("words").filter { $0.name == "tspan" }
  #expect(pieces.map { $0.attributes["font-size"] } == ["10", "8"])
  let widths = pieces.compactMap { $0.attributes["textLength"].flatMap { Double($0) } }
  #expect(
    zip(widths, [first.advance, second.advance]).allSatisfy { abs($0 - $1) < 0.01 } && widths.count == 2)
}

@Test func whatXMLMustEscapeIsEscapedAndWhatItCannotHoldIsLeftOut() throws {
  let text = "a<b & \"c\" > 'd'\u{1}\u{B}\u{FFFE}\u{FFFF}e ]]> &amp; é 😀"
  let svg = try shown { frame in
    frame.addLine(text, at: 40)
    frame.addElement(.figure, alternative: "<\(text)>") { _ in }
    frame.add(.link(Size(10, 10), .url("https://example.org/?a=\"1\"&b=<2>")), at: .zero)
  }
  let read = "a<b & \"c\" > 'd'e ]]> &amp; é 😀"
  #expect(svg.lines == [read])
  #expect(svg.root.children.filter { $0.name == "desc" }.map(\.text) == ["<\(read)>"])
  #expect(
    svg.layer("links").compactMap { $0.attributes["data-address"] } == ["https://example.org/?a=\"1\"&b=<2>"])
}

@Test func linksLieWhereTheyAreAndSayWhereTheyLead() throws {
  let svg = try shown { frame in
    var inner = Frame(size: Size(50, 20))
    inner.add(.link(Size(30, 10), .anchor(.paragraph(12))), at: Point(5, 5))
    frame.add(inner, at: Point(100, 200))
    frame.add(.imposed(inner, Placement(scale: 2, quarterTurns: 1)), at: Point(0, 300))
    frame.add(.link(Size(9, 9), .change), at: .zero)
  }
  let links = svg.layer("links").filter { $0.name == "a" }
  #expect(links.map { $0.attributes["data-anchor"] } == ["paragraph-12", "paragraph-12"])
  let areas = links.map { link in
    ["x", "y", "width", "height"].compactMap { link.children[0].attributes[$0].flatMap { Double($0) } }
  }
  // Turned by a quarter, what was 5 from the upper edge is as far from the right one.
  #expect(areas == [[105, 205, 30, 10], [10, 310, 20, 60]])
}

@Test func whatIsUnseenOrCutOffHasNoWords() throws {
  let svg = try shown { frame in
    frame.add(.unseen(setter.run("for reading aloud")), at: Point(20, 40))
    var window = Frame(size: Size(60, 20), clips: true)
    window.add(.text(setter.run("inside")), at: Point(0, 15))
    window.add(.text(setter.run("outside")), at: Point(0, 90))
    frame.add(window, at: Point(20, 100))
  }
  #expect(svg.lines == ["inside"])
  let window = try #require(svg.layer("ink").first { $0.name == "svg" })
  #expect(
    ["x", "y", "width", "height"].map { window.attributes[$0]?.trimmingCharacters(in: .whitespaces) } == [
      "0", "0", "60", "20",
    ])
}

@Test func anExhibitIsDescribedOnceByTheWordsOfAllOfIt() throws {
  let svg = try shown { frame in
    frame.addElement(.figure, alternative: "Bars that rise.") { inner in
      inner.addElement(.figure, alternative: "A part of it.") { $0.addLine("2017", at: 40) }
    }
  }
  #expect(svg.root.children.filter { $0.name == "desc" }.map(\.text) == ["Bars that rise."])
  #expect(svg.lines == ["2017"])
}

// MARK: Ink

/// What a path's data moves to, its numbers added up.
private func moves(_ data: String) -> [Point] {
  var (found, here) = ([Point](), Point.zero)
  for command in data.matches(of: /([a-zA-Z])([^a-zA-Z]*)/) {
    let numbers = command.2.split(separator: " ").compactMap { Double($0) }
    for start in stride(from: 0, to: numbers.count - 1, by: 2) {
      here = Point(here.x + numbers[start], here.y + numbers[start + 1])
    }
    if command.1 == "m" { found.append(here) }
  }
  return found
}

/// The translation of `matrix(…)`.
private func offset(_ element: ReadSVG.Element) -> Point {
  let numbers = (element.attributes["transform"] ?? "").dropFirst(7).dropLast().split(separator: " ")
    .compactMap {
      Double($0)
    }
  return numbers.count == 6 ? Point(numbers[4], numbers[5]) : .zero
}

@Test func hatchedShapesHaveOnePatternWhereverTheyStand() throws {
  let spacing = 3.0
  func hatch(_ frame: inout Frame) {
    frame.add(
      .shape(
        .rectangle(Rect(x: 1, y: 2, width: 40, height: 20)),
        fill: .hatch(.black, ground: .white, spacing: spacing, width: 0.7), stroke: Stroke(.black, width: 1)),
      at: Point(10.3, 7.1))
  }
  var inner = Frame(size: Size(60, 40))
  hatch(&inner)
  let svg = try shown { frame in
    hatch(&frame)
    frame.add(inner, at: Point(101.7, 33.9))
  }
  let groups = svg.layer("ink").filter { $0.attributes["clip-path"] != nil }
  #expect(groups.count == 2)
  for (group, stands) in zip(groups, [Point.zero, Point(101.7, 33.9)]) {
    let lines = try #require(group.children.first)
    let place = offset(lines) + stands
    let starts = moves(lines.attributes["d"] ?? "").map { Point($0.x / 100 + place.x, $0.y / 100 + place.y) }
    #expect(starts.count > 10)
    for start in starts {
      // Each line is all points of one x + y, a multiple of the step on the page.
      let number = (start.x + start.y) / (spacing * 2.0.squareRoot())
      #expect(abs(number - number.rounded()) < 0.01, "\(start)")
    }
  }
  let names = svg.layer("ink").filter { $0.name == "clipPath" }.compactMap { $0.attributes["id"] }
  #expect(groups.map { $0.attributes["clip-path"] } == names.map { "url(#\($0))" } && Set(names).count == 2)
}

@Test func idsAreSoundWhateverTheDocumentIsCalled() throws {
  let svg = try shown(prefix: "o\"w n<é.1-0") { frame in
    frame.add(
      .shape(
        .rectangle(Rect(x: 0, y: 0, width: 9, height: 9)),
        fill: .hatch(.black, ground: .white, spacing: 3, width: 1), stroke: nil))
  }
  #expect(svg.root.all.compactMap { $0.attributes["id"] } == ["o-w-n---1-0-hatch-1"])
}

@Test func shapesKeepTheirStrokes() throws {
  let svg = try shown { frame in
    frame.stroke(
      .line(from: Point(0, 0), to: Point(40, 0)), Stroke(.black, width: 0.25, dash: [3, 1.5], cap: .round))
  }
  let path = try #require(svg.layer("ink").first)
  #expect(path.attributes["stroke-width"]?.trimmingCharacters(in: .whitespaces) == "25")
  #expect(path.attributes["stroke-dasharray"]?.trimmingCharacters(in: .whitespaces) == "300 150")
  #expect(path.attributes["stroke-linecap"] == "round" && path.attributes["fill"] == "none")
}

@Test func halosOfATurnedNameLieUnderAllItsLetters() throws {
  var run = setter.run("Syr")
  run.turns = [0, 0.2, 0.4]
  run.halo = Stroke(.white, width: 2)
  let svg = try shown { $0.add(.text(run), at: Point(50, 50)) }
  #expect(
    svg.layer("ink").map { $0.attributes["fill"] } == [
      "none", "none", "none", "#000000", "#000000", "#000000",
    ])
  #expect(svg.layer("ink").map { $0.attributes["stroke"] != nil } == [true, true, true, false, false, false])
  #expect(svg.lines == ["Syr"])
}

@Test func aPictureStandsAsTheCameraSawItInItsOwnBytes() throws {
  var picture = Graphics.Picture(.jpeg, [0, 1, 2, 250], width: 32, height: 16, orientation: .onLeft)
  picture.isGrey = true
  let svg = try shown { $0.add(.picture(picture, Size(20, 40)), at: Point(10, 10)) }
  let image = try #require(svg.layer("ink").first { $0.name == "image" })
  #expect(image.attributes["href"] == "data:image/jpeg;base64,\(Data(picture.bytes).base64EncodedString())")
  #expect(image.attributes["transform"]?.filter { $0 != " " } != nil)
  #expect(image.attributes["transform"] == "matrix(0 40 -20 0 30 10 )")
  #expect(image.attributes["style"] == "image-orientation:none;filter:grayscale(1)")
}

@Test(arguments: 0..<6)
func base64IsFoundations(count: Int) throws {
  let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ 200) }
  let svg = try shown { $0.add(.picture(.init(.png, bytes, width: 1, height: 1), Size(1, 1))) }
  let href = svg.layer("ink").compactMap { $0.attributes["href"] }.first
  #expect(href == "data:image/png;base64,\(Data(bytes).base64EncodedString())")
}

@Test func aGlyphsOutlineIsThatOfItsFont() throws {
  // A box of an H from the font's own tables: as wide as its stems' outer edges, as high as capitals.
  let run = setter.run("H", size: 100)
  let svg = try shown { $0.add(.text(run), at: Point(50, 150)) }
  let path = try #require(svg.layer("ink").first)
  let seen = try #require(
    try Picture(png: renderPNG(page { $0.add(.text(run), at: Point(50, 150)) }, scale: 1)))
  let columns = (0..<300).filter { seen.count("#FFFFFF", x: $0..<$0 + 1, y: 0..<400) < 400 }
  let rows = (0..<400).filter { seen.count("#FFFFFF", x: 0..<300, y: $0..<$0 + 1) < 300 }
  let points = corners(path.attributes["d"] ?? "").map { Point($0.x / 10 + 50, $0.y / 10 + 150) }
  let (xs, ys) = (points.map(\.x), points.map(\.y))
  #expect(Int(xs.min() ?? 0) == columns.first && Int((xs.max() ?? 0).rounded(.up)) - 1 == columns.last)
  #expect(Int(ys.min() ?? 0) == rows.first && Int((ys.max() ?? 0).rounded(.up)) - 1 == rows.last)
}

/// The ends of a path's lines and curves.
private func corners(_ data: String) -> [Point] {
  var (found, here, start) = ([Point](), Point.zero, Point.zero)
  for command in data.matches(of: /([a-zA-Z])([^a-zA-Z]*)/) {
    let numbers = command.2.split(separator: " ").compactMap { Double($0) }
    switch command.1 {
    case "M": here = Point(numbers[0], numbers[1])
    case "z": here = start
    default:
      here = Point(here.x + numbers[numbers.count - 2], here.y + numbers[numbers.count - 1])
      found.append(here)
    }
    if command.1 == "m" { start = here }
  }
  return found
}
