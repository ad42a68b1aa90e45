import Diagnostics
import Graphics
import Press
import Testing

private let blue = Color(red: 0, green: 0, blue: 1)
private let red = Color(red: 1, green: 0, blue: 0)

private func picture(_ size: Size, scale: Double = 1, _ draw: (inout Frame) -> Void) throws -> Picture {
  var frame = Frame(size: size)
  draw(&frame)
  return try #require(try Picture(png: renderPNG(frame, scale: scale)))
}

@Test func aPictureHasItsSizeTimesTheScaleAndAWhiteGround() throws {
  let result = try picture(Size(30, 20.2), scale: 2) { _ in }
  #expect(result.width == 60)
  #expect(result.height == 41)
  #expect(result.count("#FFFFFF", x: 0..<60, y: 0..<41) == 60 * 41)
}

@Test func aFillCoversItsPathWhereItsFrameStands() throws {
  let result = try picture(Size(40, 40), scale: 2) { frame in
    var inner = Frame(size: Size(10, 10))
    inner.fill(.rectangle(Rect(x: 1, y: 2, width: 5, height: 4)), blue)
    frame.add(inner, at: Point(10, 20))
  }
  #expect(result.count("#0000FF", x: 22..<32, y: 44..<52) == 10 * 8)
  #expect(result.count("#0000FF", x: 0..<80, y: 0..<80) == 10 * 8)
}

@Test func aFrameThatClipsCutsOffWhatLiesOutside() throws {
  let result = try picture(Size(40, 40)) { frame in
    var inner = Frame(size: Size(10, 10), clips: true)
    inner.fill(.rectangle(Rect(x: -5, y: -5, width: 30, height: 30)), blue)
    frame.add(inner, at: Point(10, 10))
    frame.fill(.rectangle(Rect(x: 30, y: 30, width: 5, height: 5)), red)
  }
  #expect(result.count("#0000FF", x: 10..<20, y: 10..<20) == 100)
  #expect(result.count("#0000FF", x: 0..<40, y: 0..<40) == 100)
  #expect(result.count("#FF0000", x: 30..<35, y: 30..<35) == 25)
}

@Test func whatIsUnseenOrInAnEmptyClipIsNotInAPicture() throws {
  let result = try picture(Size(60, 30)) { frame in
    frame.add(.unseen(SimpleSetter().run("unseen")), at: Point(5, 15))
    var empty = Frame(size: .zero, clips: true)
    empty.add(.unseen(SimpleSetter().run("unseen")), at: .zero)
    empty.add(.text(SimpleSetter().run("cut off")), at: .zero)
    empty.fill(.rectangle(Rect(x: -5, y: -5, width: 30, height: 30)), blue)
    frame.add(empty, at: Point(10, 10))
    frame.fill(.rectangle(Rect(x: 50, y: 20, width: 5, height: 5)), red)
  }
  #expect(result.count("#FFFFFF", x: 0..<60, y: 0..<30) == 60 * 30 - 25)
  // What comes after isn't cut off with it.
  #expect(result.count("#FF0000", x: 50..<55, y: 20..<25) == 25)
}

@Test func aHatchIsLinesOnItsGroundInsideItsPathOnly() throws {
  let result = try picture(Size(60, 60), scale: 4) { frame in
    frame.add(
      .shape(
        .rectangle(Rect(x: 10, y: 10, width: 40, height: 40)),
        fill: .hatch(blue, ground: red, spacing: 4, width: 1), stroke: nil))
  }
  let lines = result.count("#0000FF", x: 40..<200, y: 40..<200)
  let ground = result.count("#FF0000", x: 40..<200, y: 40..<200)
  // A line of 1 every 4 covers a quarter; pixels on an edge are neither colour.
  #expect((0.15...0.25).contains(Double(lines) / 25_600))
  #expect((0.65...0.75).contains(Double(ground) / 25_600))
  #expect(result.count("#FFFFFF", x: 0..<240, y: 0..<240) == 240 * 240 - 160 * 160)
  // Rising lines: the diagonal x + y = constant has one colour.
  #expect(result.color(60, 140) == result.color(100, 100))
  #expect(result.color(60, 140) == result.color(140, 60))
}

@Test func tagsLinksAndAnchorsLeaveAPictureAsItIs() throws {
  func frame(tag: Graphics.Tag?) -> Frame {
    var inner = Frame(size: Size(50, 20))
    inner.add(.text(setter.run("text")), at: Point(0, 15))
    inner.fill(.rectangle(Rect(x: 30, y: 5, width: 10, height: 10)), blue)
    if tag != nil {
      inner.add(.anchor(.page("same")))
      inner.add(.anchor(.page("same")))
      inner.add(.link(Size(20, 20), .anchor(.page("nowhere"))))
    }
    var frame = Frame(size: Size(50, 20))
    frame.add(inner, at: .zero, tag: tag)
    return frame
  }
  let plain = try renderPNG(frame(tag: nil), scale: 2)
  #expect(try renderPNG(frame(tag: .structure(StructureTag(.figure))), scale: 2) == plain)
  #expect(try renderPNG(frame(tag: .artifact), scale: 2) == plain)
}

@Test func aStrokeHasItsWidthAndDashes() throws {
  let result = try picture(Size(40, 20)) { frame in
    frame.stroke(.line(from: Point(0, 10), to: Point(40, 10)), Stroke(blue, width: 4, dash: [10, 5]))
  }
  #expect(result.count("#0000FF", x: 0..<40, y: 0..<20) == 30 * 4)
  #expect(result.color(9, 8) == "#0000FF")
  #expect(result.color(12, 10) == "#FFFFFF")
}

@Test func aHaloIsPaintedUnderItsText() throws {
  var run = SimpleSetter().run("lll", size: 30, color: blue)
  func frame() -> Frame {
    var frame = Frame(size: Size(60, 40))
    frame.fill(.rectangle(Rect(x: 0, y: 0, width: 60, height: 40)), red)
    frame.add(.text(run), at: Point(5, 30))
    return frame
  }
  let plain = try #require(try Picture(png: renderPNG(frame(), scale: 4)))
  run.halo = Stroke(.white, width: 3)
  let haloed = try #require(try Picture(png: renderPNG(frame(), scale: 4)))
  let text = plain.count("#0000FF", x: 0..<240, y: 0..<160)
  #expect(text > 500)
  #expect(haloed.count("#0000FF", x: 0..<240, y: 0..<160) == text)
  #expect(plain.count("#FFFFFF", x: 0..<240, y: 0..<160) == 0)
  #expect(haloed.count("#FFFFFF", x: 0..<240, y: 0..<160) > 500)
}

@Test func stretchMakesGlyphsWiderAndNotTaller() throws {
  func box(stretch: Double) throws -> (width: Int, height: Int) {
    var run = SimpleSetter().run("H", size: 40)
    run.stretch = stretch
    let result = try picture(Size(60, 60), scale: 4) { $0.add(.text(run), at: Point(10, 50)) }
    let columns = (0..<240).filter { result.count("#FFFFFF", x: $0..<$0 + 1, y: 0..<240) < 240 }
    let rows = (0..<240).filter { result.count("#FFFFFF", x: 0..<240, y: $0..<$0 + 1) < 240 }
    return (columns.count, rows.count)
  }
  let (plain, wide) = (try box(stretch: 1), try box(stretch: 1.2))
  #expect(plain.height == wide.height)
  #expect(abs(Double(wide.width) / Double(plain.width) - 1.2) < 0.03)
}

@Test func aPictureTooLargeIsRefused() throws {
  let error = #expect(throws: DiagnosticError.self) { try renderPNG(Frame(size: Size(20_000, 10)), scale: 2) }
  #expect(error?.diagnostics.first?.message.contains("20000.0 × 10.0 points at 2.0 pixels a point") == true)
  #expect(throws: DiagnosticError.self) { try renderPNG(Frame(size: Size(10, 10)), scale: 0) }
  #expect(throws: DiagnosticError.self) { try renderPNG(Frame(size: Size(.nan, 10)), scale: 1) }
}

@Test func aFontFileThatCannotBeReadIsNamed() throws {
  var run = SimpleSetter().run("text")
  func message(_ file: String) -> String? {
    run.face = FontFace(file: file, name: "Some Face")
    var frame = Frame(size: Size(50, 50))
    frame.add(.text(run), at: Point(0, 20))
    let error = #expect(throws: DiagnosticError.self) { try renderPNG(frame, scale: 1) }
    return error?.diagnostics.first?.message
  }
  #expect(message("/no/such.ttf") == "font file '/no/such.ttf' cannot be read: No such file or directory")
  #expect(message("/etc/passwd")?.hasPrefix("font file '/etc/passwd' cannot be read as a font") == true)
  #expect(message("/dev/null") == "font file '/dev/null' is empty")
}

@Test func clustersThatDoNotCoverTheTextNameIt() throws {
  var run = SimpleSetter().run("clusters")
  run.clusters.removeLast()
  var frame = Frame(size: Size(50, 50))
  frame.add(.text(run), at: Point(0, 20))
  let error = #expect(throws: DiagnosticError.self) { try renderPNG(frame, scale: 1) }
  #expect(error?.diagnostics.first?.message.contains("the text 'clusters' in test font") == true)
}

@Test func aTurnedGlyphIsPaintedTurnedAboutItsOwnPlace() throws {
  var frame = Frame(size: Size(60, 60))
  // Inter's dash is a bar to the right of its origin: turned by a quarter it goes downwards.
  var run = SimpleSetter(SimpleSetter.inter).run("\u{2014}", size: 20, color: blue)
  run.turns = [.pi / 2]
  frame.add(.text(run), at: Point(30, 20))
  let result = try #require(try Picture(png: renderPNG(frame, scale: 2)))
  #expect(result.count("#0000FF", x: 60..<80, y: 44..<76) > 60)
  #expect(result.count("#0000FF", x: 0..<60, y: 0..<120) == 0)
  #expect(result.count("#0000FF", x: 0..<120, y: 0..<40) == 0)
  #expect(result.count("#0000FF", x: 80..<120, y: 0..<120) == 0)
}
