import Diagnostics
import Graphics

/// On which sides of the paper, and how it is turned.
public enum Sides: String, Hashable, Sendable, CaseIterable {
  case one
  /// Both, turned like a book's page along the long edge.
  case long
  /// Both, turned along the short edge, as a booklet's sheets.
  case short

  /// As IPP calls them.
  var keyword: String {
    switch self {
    case .one: "one-sided"
    case .long: "two-sided-long-edge"
    case .short: "two-sided-short-edge"
    }
  }
}

/// A document that is ready to be printed.
public struct PrintDocument: Sendable {
  /// What messages call it.
  public var name: String
  /// What the job is called, at the printer and on banners.
  public var title: String
  public var pdf: [UInt8]
  /// Pages of the PDF: sides of paper that are printed.
  public var pages: Int
  /// Points.
  public var size: Size
  public var sides: Sides

  public init(name: String, title: String, pdf: [UInt8], pages: Int, size: Size, sides: Sides) {
    self.name = name
    self.title = title
    self.pdf = pdf
    self.pages = pages
    self.size = size
    self.sides = sides
  }

  /// Sheets of paper of one copy.
  public func sheets(on sides: Sides) -> Int { sides == .one ? pages : (pages + 1) / 2 }
}

/// What is wanted beside the document's own.
public struct PrintWish: Sendable {
  public var copies = 1
  public var sides: Sides?
  public var media: String?
  public var collates = true
  public var isMonochrome = false

  public init() {}
}

/// How one document is printed: what is asked of the printer, held against what it can.
public struct PrintTicket: Sendable {
  public var copies: Int
  public var sides: Sides
  public var media: Media
  /// What the printer can't do as wished, but does nevertheless.
  public var warnings: [Diagnostic] = []
  var attributes: [IPPAttribute] = []

  /// Without a printer: as the document itself has it.
  public init(_ document: PrintDocument, _ wish: PrintWish) {
    copies = wish.copies
    sides = wish.sides ?? (document.pages == 1 ? .one : document.sides)
    media =
      wish.media.map { name in Media.usual.first { $0.shortName == name } ?? Media(name) }
      ?? Media.of(document.size)
  }

  /// - Throws: `DiagnosticError` with all that the printer can't do.
  public init(_ document: PrintDocument, _ wish: PrintWish, on printer: Printer) throws(DiagnosticError) {
    self.init(document, wish)
    let can = printer.description
    var log = DiagnosticLog()
    if !can.takesPDF {
      log.error(
        "\(printer.name) can't print PDF: it takes \(can.formats.joined(separator: ", "))",
        advice: "print through a queue of CUPS, which converts it")
    }
    chooseMedia(document, wish, printer, &log)
    chooseSides(wish, printer, &log)
    if let most = can.mostCopies, copies > most {
      log.error(
        "\(printer.name) makes at most \(most) \(most == 1 ? "copy" : "copies") at once",
        advice: "print several times")
    }
    try log.throwIfErrors()
    warnings = log.diagnostics
    attributes = [
      IPPAttribute("copies", .integer(copies)), IPPAttribute("sides", .keyword(sides.keyword)),
      IPPAttribute("media", .keyword(media.name)),
    ]
    if can.sides.isEmpty, wish.sides == nil { attributes.removeAll { $0.name == "sides" } }
    let handling = "separate-documents-\(wish.collates ? "collated" : "uncollated")-copies"
    if can.handlings.contains(handling) {
      attributes.append(IPPAttribute("multiple-document-handling", .keyword(handling)))
    } else if copies > 1, !can.handlings.isEmpty {
      warnings.append(
        Diagnostic(.warning, "\(printer.name) can't be told whether to collate copies", advice: nil))
    }
    if can.colorModes.contains(wish.isMonochrome ? "monochrome" : "auto") {
      attributes.append(IPPAttribute("print-color-mode", .keyword(wish.isMonochrome ? "monochrome" : "auto")))
    }
    // Pages are made for their paper: nothing is to be made smaller.
    if can.scalings.contains("none"), media.holds(document.size) {
      attributes.append(IPPAttribute("print-scaling", .keyword("none")))
    }
  }

  private mutating func chooseMedia(
    _ document: PrintDocument, _ wish: PrintWish, _ printer: Printer, _ log: inout DiagnosticLog
  ) {
    let known = printer.description.media
    let names = known.filter { !$0.isLimit }.map(\.shortName)
    if let name = wish.media {
      let found = known.first { $0.name == name } ?? known.first { $0.shortName == name && !$0.isLimit }
      media = found ?? media
      if found == nil, !known.isEmpty, !media.isAmong(known) {
        log.error("no such paper: \(printer.name) has no '\(name)'", advice: Self.papers(names, near: name))
      } else if !media.holds(document.size) {
        log.warning(
          "the pages are made for \(Media.of(document.size).shortName) and will be printed on \(media.shortName)",
          advice: "choose the same with --paper")
      }
    } else {
      media = Media.of(document.size, among: known)
      if !known.isEmpty, !media.isAmong(known) {
        log.error(
          "no such paper: \(printer.name) has no \(media.shortName)",
          advice: Self.papers(names, near: media.shortName) + "; choose one with --paper")
      }
    }
    let ready = printer.description.mediaReady
    if !log.hasErrors, !ready.isEmpty, let size = media.size,
      !ready.contains(where: { $0.holds(Size(Length.mm(size.width), Length.mm(size.height))) })
    {
      log.warning(
        "\(printer.name) has no \(media.shortName) in its trays now",
        advice: "it has \(ready.map(\.shortName).joined(separator: ", "))")
    }
  }

  private static func papers(_ names: [String], near wanted: String) -> String {
    var seen = Set<String>()
    let own = names.filter { seen.insert($0).inserted }
    let shown = nearestNames(to: wanted, among: own, limit: 12)
    let all = shown + own.filter { !shown.contains($0) }
    let more = all.count > 12 ? " and \(all.count - 12) more" : ""
    return "it has \(all.prefix(12).joined(separator: ", "))\(more)"
  }

  /// Where a printer has one side only, a document that could stand on both is printed on one; asked for, it is an error.
  private mutating func chooseSides(_ wish: PrintWish, _ printer: Printer, _ log: inout DiagnosticLog) {
    let can = printer.description.sides
    if can.isEmpty || can.contains(sides.keyword) { return }
    if wish.sides == nil {
      log.warning(
        "\(printer.name) prints on one side of the paper only",
        advice: "turn the sheets yourself, or print on another one")
      sides = .one
    } else {
      let names = Sides.allCases.filter { can.contains($0.keyword) }.map(\.rawValue)
      log.error(
        "\(printer.name) can't print on both sides with '--sides \(sides.rawValue)'",
        advice: "it can: \(names.joined(separator: ", "))")
    }
  }
}
