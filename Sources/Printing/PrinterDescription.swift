/// What a printer says of itself (RFC 8011, 5.4).
public struct PrinterDescription: Hashable, Sendable {
  public var makeAndModel = ""
  public var media: [Media] = []
  /// What lies in its trays, where it tells.
  public var mediaReady: [Media] = []
  public var sides: [String] = []
  public var mostCopies: Int?
  var formats: [String] = []
  var colorModes: [String] = []
  var handlings: [String] = []
  var scalings: [String] = []
  var operations: [Int] = []
  /// 3 idle, 4 processing, 5 stopped.
  var state = 3
  var stateReasons: [String] = []
  var stateMessage = ""
  var isAccepting = true

  init() {}

  init(_ reply: IPPReply) {
    makeAndModel = reply.text("printer-make-and-model") ?? ""
    media = reply.texts("media-supported").map(Media.init)
    mediaReady = reply.texts("media-ready").map(Media.init)
    sides = reply.texts("sides-supported")
    mostCopies = (reply.range("copies-supported")?.upperBound ?? reply.integer("copies-supported"))
      .flatMap { $0 >= 1 ? $0 : nil }
    formats = reply.texts("document-format-supported")
    colorModes = reply.texts("print-color-mode-supported")
    handlings = reply.texts("multiple-document-handling-supported")
    scalings = reply.texts("print-scaling-supported")
    operations = reply.integers("operations-supported")
    state = reply.integer("printer-state") ?? 3
    stateReasons = reply.texts("printer-state-reasons").filter { $0 != "none" }
    stateMessage = reply.text("printer-state-message") ?? ""
    isAccepting = reply.flag("printer-is-accepting-jobs") ?? true
  }

  static let stateAttributes = [
    "printer-state", "printer-state-reasons", "printer-state-message", "printer-is-accepting-jobs",
  ]

  static let attributes =
    stateAttributes + [
      "printer-make-and-model", "media-supported", "media-ready", "sides-supported", "copies-supported",
      "document-format-supported", "print-color-mode-supported", "multiple-document-handling-supported",
      "print-scaling-supported", "operations-supported",
    ]

  var isStopped: Bool { state == 5 }

  func can(_ operation: IPPRequest.Operation) -> Bool { operations.contains(Int(operation.rawValue)) }

  /// Whether it takes PDF; one that lists no formats is tried.
  var takesPDF: Bool {
    formats.isEmpty || formats.contains("application/pdf")
  }
}
