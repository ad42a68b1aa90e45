/// What is asked of a printer, as values (RFC 8011). Charset and language are added when it is sent.
struct IPPRequest {
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
struct IPPAttribute: Hashable {
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

enum IPPValue: Hashable {
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

/// What a printer answers.
struct IPPReply {
  /// RFC 8011, appendix B; below 0x0100 all is well.
  var status: Int
  /// The printer's own words for the status, or the library's.
  var message: String
  var attributes: [String: [IPPValue]]
  /// Names of what it did not understand or do.
  var unsupported: [String]

  var isGood: Bool { status < 0x0100 }

  func texts(_ name: String) -> [String] { (attributes[name] ?? []).compactMap(\.text) }
  func text(_ name: String) -> String? { texts(name).first }
  func integers(_ name: String) -> [Int] {
    (attributes[name] ?? []).compactMap { if case .integer(let value) = $0 { value } else { nil } }
  }
  func integer(_ name: String) -> Int? { integers(name).first }
  func flag(_ name: String) -> Bool? {
    (attributes[name] ?? []).lazy.compactMap { if case .boolean(let value) = $0 { value } else { nil } }.first
  }
  func range(_ name: String) -> ClosedRange<Int>? {
    (attributes[name] ?? []).lazy.compactMap { if case .range(let value) = $0 { value } else { nil } }.first
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
