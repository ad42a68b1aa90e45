import Evidence
import Interview

/// What a program of the user's is asked about an answer: JSON on its standard input. Docs/new.md tells of each key.
struct AssistantRequest: Encodable {
  struct Asked: Encodable {
    var number: Int
    var text: String
  }

  struct Said: Encodable {
    /// ¶
    var paragraph: Int
    var speaker: String?
    var text: String
  }

  struct Known: Encodable {
    var id: String
    var label: String
    var value: String
    var unit: String
    var period: String
    var qualifier: String
    var status: String
    /// ¶
    var paragraph: Int
    /// As the paragraph says it.
    var words: String
  }

  var version = 1
  /// BCP 47.
  var language: String
  var question: Asked
  var answer: [Said]
  var figures: [Known]
  /// Towns that the answer names.
  var places: [String]
  /// What is proposed without the assistant.
  var draft: AssistantAnswer
}

/// What it answers on its standard output; what is left out stays as it was drafted.
struct AssistantAnswer: Codable {
  struct Text: Codable {
    /// `{id}` stands for a figure.
    var text: String
    /// ¶ that it is from.
    var paragraph: Int
  }

  var headline: Text?
  var points: [Text]?
  /// Word for word.
  var quotation: Text?
  /// Labels of figures, by their ids.
  var labels: [String: String]?

  var saysSomething: Bool { headline != nil || points != nil || quotation != nil || labels != nil }
}

/// Asks a program; what it says, on its standard output.
public typealias AskAssistant = (_ request: [UInt8]) throws(AssistantFailure) -> [UInt8]

/// Why an assistant says nothing that can be read.
public struct AssistantFailure: Error {
  public var reason: String
  public init(_ reason: String) { self.reason = reason }
}
