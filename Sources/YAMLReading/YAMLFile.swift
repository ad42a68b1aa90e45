import Diagnostics
import Yams

/// A YAML file that is being read: collects every mistake in it with line and column.
///
/// Values are asked for one by one (`root.mapping(keys:)`, `node.string()`, …); what is wrong is noted and `nil`
/// comes back, so that reading goes on and a person sees all mistakes at once.
public final class YAMLFile {
  public let path: String
  public private(set) var log = DiagnosticLog()
  private var composed: Node?

  /// `path` is as the user would write it, for messages.
  public init(_ text: String, path: String) {
    self.path = path
    if let place = AliasCount.tooMany(in: text, file: path) {
      log.error(
        "more than \(AliasCount.most) aliases stand in this file", at: place,
        advice: "write out what they stand for")
      return
    }
    do {
      // Without Yams' rules for what is a number or a date: we ask for texts, and each rule is a regular expression.
      composed = try Yams.compose(yaml: text, .basic)
      if composed == nil {
        log.error(
          "the file is empty", at: SourceLocation(file: path),
          advice: "write 'key: value' into it, a line each")
      }
    } catch {
      log.add(Self.diagnostic(for: error, in: text, path: path))
    }
  }

  /// `nil` where the file is empty or no YAML; the log says so.
  public var root: YAMLNode? { composed.map { YAMLNode(node: $0, file: self) } }

  public func error(_ message: String, at location: SourceLocation, advice: String? = nil) {
    log.error(message, at: location, advice: advice)
  }

  public func warning(_ message: String, at location: SourceLocation, advice: String? = nil) {
    log.warning(message, at: location, advice: advice)
  }

  private static func diagnostic(for error: any Error, in text: String, path: String) -> Diagnostic {
    let advice =
      "YAML wants spaces for indentation, a space after each colon, and quotes around text with ': ' in it"
    switch error {
    case YamlError.reader(let problem, _, _, _):
      return unreadableCharacter(in: text, path: path)
        ?? Diagnostic(
          .error, "this is no YAML (\(oneLine(problem)))", at: SourceLocation(file: path), advice: advice)
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _):
      let place = SourceLocation(file: path, line: mark.line, column: mark.column)
      let reason = [context?.description, problem].compactMap { $0.map(oneLine) }.joined(separator: ": ")
      return Diagnostic(.error, "this is no YAML (\(reason))", at: place, advice: advice)
    case YamlError.composer(_, let problem, let mark, _):
      let place = SourceLocation(file: path, line: mark.line, column: mark.column)
      return Diagnostic(.error, "this is no YAML (\(oneLine(problem)))", at: place, advice: advice)
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      let place = SourceLocation(file: path, line: context.mark.line, column: context.mark.column)
      let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
      return Diagnostic(.error, "the key \(keys) stands twice here", at: place, advice: "keep one of them")
    default:
      return Diagnostic(
        .error, "this is no YAML (\(oneLine("\(error)")))", at: SourceLocation(file: path), advice: advice)
    }
  }

  /// The first character that YAML does not allow; the parser says only that there is one.
  private static func unreadableCharacter(in text: String, path: String) -> Diagnostic? {
    var place = SourceLocation(file: path, line: 1, column: 1)
    for scalar in text.unicodeScalars {
      let isAllowed =
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x1_0000...: true
        default: false
        }
      if !isAllowed {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let name = String(repeating: "0", count: max(0, 4 - code.count)) + code
        return Diagnostic(
          .error, "the character U+\(name) stands here, which YAML does not allow", at: place,
          advice: "remove it")
      }
      place.column = scalar == "\n" ? 1 : (place.column ?? 1) + 1
      place.line = (place.line ?? 1) + (scalar == "\n" ? 1 : 0)
    }
    return nil
  }

  /// The parser's reasons have line breaks in them.
  private static func oneLine(_ reason: String) -> String {
    reason.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(while: \.isWhitespace) }.joined(
      separator: " ")
  }
}
