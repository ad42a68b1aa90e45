import Foundation
import Pictures
import TestSupport
import Testing

/// One browser for all that a person does, since it takes a second to begin.
@Test(.timeLimit(.minutes(3)))
func aPersonChangesPresentsAndMendsInTheBrowser() throws {
  let pack = try tradePack()
  let running = try RunningPreview(pack, layouts: ["report", "slides"])
  let browser = try Browser()
  try browser.open(running.address)
  try browser.wait(for: "document.querySelector('.page svg') && document.querySelector('[data-figure]')")
  #expect(try browser.script("return location.href") as? String == running.base + "/")

  try changeAFigure(of: pack, in: browser)
  try editAHeadline(of: pack, in: browser)
  try breakThePack(pack, in: browser)
  try followAMark(in: browser)
  try present(in: browser)
  #expect(try browser.complaints() == [])
}

private func changeAFigure(of pack: SmallPack, in browser: Browser) throws {
  let before = try pack.read("figures.csv")
  // What is marked as new fades away, and is no part of the page.
  _ = try browser.script(
    "document.head.append(Object.assign(document.createElement('style'), {textContent: '.mark { display: none }'}))"
  )
  // Small enough that all of a page is seen.
  _ = try browser.script("setZoom(0.5)")
  try browser.click("[data-figure='trade-2017']")
  try browser.click("[data-use='report']")
  try browser.wait(for: "[...document.querySelectorAll('.page')].some(p => p.textContent.includes('260'))")
  let number = try #require(
    browser.script(
      "return [...document.querySelectorAll('.page')].findIndex(p => p.textContent.includes('260'))") as? Int)
  let page = ".page[data-page='\(number)']"
  let old = try browser.picture(of: page)

  try browser.type("270", into: "#cell-value")
  try browser.wait(for: "document.querySelector('#effects ins')?.textContent.includes('270')")
  #expect(try pack.read("figures.csv") == before, "what is only typed is written nowhere")
  try browser.click("#cells .main")
  try browser.wait(for: "document.querySelector(\"\(page)\").textContent.includes('270')")
  #expect(try pack.read("figures.csv") == before.replacing(",260,", with: ",270,"))
  #expect(try browser.picture(of: page) != old)

  try browser.click("#undo")
  try browser.wait(for: "document.querySelector(\"\(page)\").textContent.includes('260')")
  #expect(try browser.picture(of: page) == old)
  #expect(try pack.read("figures.csv") == before)
}

private func editAHeadline(of pack: SmallPack, in browser: Browser) throws {
  let before = try pack.read("pack.yml")
  try browser.click("[data-panel='words']")
  let line =
    "[...document.querySelectorAll('.words text')].find(t => t.textContent.includes('Wax is another matter'))"
  try browser.wait(for: line)
  _ = try browser.script("\(line).dispatchEvent(new MouseEvent('click', {bubbles: true}))")
  try browser.wait(for: "document.querySelector('#editor')?.textContent === 'Wax is another matter'")
  // The end of the line, and what is added there.
  try browser.press("\u{E010} now")
  try browser.wait(for: "document.querySelector('#effects ins')?.textContent.includes('now')")
  #expect(try pack.read("pack.yml") == before, "what is only typed is written nowhere")
  try browser.click("#texts button[type=submit]")
  try browser.wait(
    for: "[...document.querySelectorAll('.page')].some(p => p.textContent.includes('another matter now'))")
  #expect(try pack.read("pack.yml") == before.replacing("another matter", with: "another matter now"))
  try browser.click("#undo")
  try browser.wait(
    for: "![...document.querySelectorAll('.page')].some(p => p.textContent.includes('matter now'))")
  #expect(try pack.read("pack.yml") == before)
}

private func breakThePack(_ pack: SmallPack, in browser: Browser) throws {
  let whole = try pack.read("pack.yml")
  try pack.write(whole + "nonsense: [\n", to: "pack.yml")
  try browser.wait(
    for: "document.querySelector('footer.broken') && document.querySelector('.mistake .error')")
  #expect(
    (try browser.script("return document.querySelector('.mistake .place').textContent") as? String)?.contains(
      "pack.yml") == true)
  #expect(try browser.script("return document.querySelectorAll('.page svg').length > 0") as? Bool == true)
  try pack.write(whole, to: "pack.yml")
  try browser.wait(
    for: "!document.querySelector('footer.broken') && !document.querySelector('.mistake .error')")
}

private func followAMark(in browser: Browser) throws {
  let link = ".links a[data-anchor='paragraph-2']"
  try browser.wait(for: "document.querySelector(\"\(link)\")")
  _ = try browser.script("document.querySelector(\"\(link)\").scrollIntoView({block: 'center'})")
  try browser.click(link)
  try browser.wait(for: "document.querySelector('#panel h2')?.textContent.includes('¶ 2')")
  #expect(
    (try browser.script("return document.querySelector('#panel').textContent") as? String)?.contains(
      "The trade has grown, and nobody had expected it.") == true)
}

private func present(in browser: Browser) throws {
  try browser.click("[data-document='slides']")
  try browser.wait(for: "document.querySelector('#pages[data-document=slides] .page svg')")
  try browser.click("#present")
  try browser.wait(for: "!document.querySelector('#stage').hidden && document.querySelector('#stage > svg')")
  let first = try browser.script("return document.querySelector('#stage').textContent") as? String
  try browser.press("\u{E014}")
  try browser.wait(
    for: "talk.slide === 1 && document.querySelector('#stage').textContent !== \(quoted(first ?? ""))")
  try browser.press("b")
  try browser.wait(for: "getComputedStyle(document.querySelector('#stage > svg')).visibility === 'hidden'")
  try browser.press("\u{E00C}")
  try browser.wait(for: "document.querySelector('#stage').hidden")
}

/// As a script has it.
private func quoted(_ text: String) -> String {
  guard let json = try? JSONEncoder().encode(text) else { return "''" }
  return String(decoding: json, as: UTF8.self)
}

/// A page of all kinds of charts, beside what poppler makes of the printed one.
@Test(.timeLimit(.minutes(3)))
func aPageLooksInTheBrowserAsItPrintsInLightAndInDark() throws {
  let pack = try PackCopy(of: "Tests/Packs/charts")
  let layout = projectPath("Tests/Packs/charts/kinds.yml")
  let output = try TemporaryFolder()
  try #require(try bayan("build", pack.path, "--layout", layout, "--output", output.path).status == 0)
  let running = try RunningPreview(pack, layouts: [layout])
  let browser = try Browser()
  try browser.open(running.address)
  try browser.wait(for: "document.querySelector('.page svg')")
  // What is not in view has no picture.
  _ = try browser.script("setZoom(0.5)")
  func seen() throws -> Pixels { try Pixels(readPicture(browser.picture(of: ".page > svg"))) }
  let size = try seen()
  // Larger, since poppler makes hairlines a whole dot wide.
  let scale = 3
  _ = try tool(
    "pdftocairo", "-png", "-singlefile", "-scale-to-x", "\(scale * size.width)", "-scale-to-y",
    "\(scale * size.height)", output.file("kinds.pdf").path, output.file("printed").path)
  let printed = try Pixels(readPicture([UInt8](Data(contentsOf: output.file("printed.png")))))
  let expected = squares(of: printed, side: 12 * scale)
  for (scheme, ground) in [("light", "rgb(238, 241, 244)"), ("dark", "rgb(20, 24, 30)")] {
    try browser.setScheme(scheme)
    #expect(try browser.script("return getComputedStyle(document.body).backgroundColor") as? String == ground)
    let differences = zip(try squares(of: seen(), side: 12), expected).map { abs($0 - $1) }
    #expect(differences.count == expected.count && (differences.max() ?? 255) < 20, "in \(scheme)")
  }
  #expect(expected.count { $0 > 20 } > 100, "there is much to be seen")
}

/// Of each square of a picture the mean of its pixels' greens: edges are smoothed in one way or another, what is lost or
/// stands elsewhere fills some squares and leaves others white.
private func squares(of picture: Pixels, side: Int) -> [Int] {
  let across = (picture.width + side - 1) / side
  var sums = [Int](repeating: 0, count: across * ((picture.height + side - 1) / side))
  for y in 0..<picture.height {
    for x in 0..<picture.width {
      sums[y / side * across + x / side] += 255 - Int(picture.values[y * picture.width + x] >> 8 & 255)
    }
  }
  return sums.map { $0 / (side * side) }
}
