/// What is asked of a printer, as values (RFC 8011). Charset and language are added when it is sent.
struct IPPRequest: Sendable {
  /// The operations that are used, with their codes (RFC 8011, 5.4.15).
  enum Operation: Int32 {
    case printJob = 0x0002
    case createJob = 0x0005
    case sendDocument = 0x0006
    case cancelJob = 0x0008
    case getJobAttributes = 0x0009
    case getPrinterAttributes = 0x000B
  }

  var operation: Operation
  /// Of the operation group; target and user are added by the printer.
  var attributes: [IPPAttribute] = []
  /// Of the job group: how it is printed.
  var job: [IPPAttribute] = []
}

/// A name and its values.
struct IPPAttribute: Hashable, Sendable {
  var name: String
  var values: [IPPValue]

  init(_ name: String, _ values: IPPValue...) {
    self.name = name
    self.values = values
  }

  init(_ name: String, keywords: [String]) {
    self.name = name
    values = keywords.map { .keyword($0) }
  }
}

enum IPPValue: Hashable, Sendable {
  case integer(Int)
  case boolean(Bool)
  case range(ClosedRange<Int>)
  case keyword(String)
  case name(String)
  case uri(String)
  case mimeType(String)

  var text: String? {
    switch self {
    case .keyword(let text), .name(let text), .uri(let text), .mimeType(let text): text
    case .integer, .boolean, .range: nil
    }
  }
}

/// The codes of statuses that are told apart (RFC 8011, appendix B).
enum IPPStatus {
  static let notAuthenticated = 0x0402
  static let forbidden = 0x0401
  static let notAuthorized = 0x0403
  static let notPossible = 0x0404
  static let notFound = 0x0406
  static let tooLarge = 0x0408
  static let formatNotSupported = 0x040A
  static let notSupported = 0x040B
  static let operationNotSupported = 0x0501
  static let unavailable = 0x0502
  static let notAccepting = 0x0506
  static let busy = 0x0507
  static let deactivated = 0x050A
}
