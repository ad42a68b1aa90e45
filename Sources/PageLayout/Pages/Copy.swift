import Briefing

/// One of several copies of a document that differ in whose they are: on the cover, in the marking and in a watermark.
public struct Copy: Hashable, Sendable {
  /// What it is counted by.
  public var number: Int
  /// How many there are; `nil` where the numbers are not those from 1 to this many.
  public var count: Int?
  public var recipient: Attendee?

  public init(number: Int, count: Int?, recipient: Attendee? = nil) {
    self.number = number
    self.count = count
    self.recipient = recipient
  }

  /// As many copies as that, numbered.
  public static func numbered(_ count: Int) -> [Copy] {
    (1...max(1, count)).map { Copy(number: $0, count: count) }
  }

  /// A copy for each, with the numbers that the list gives; those without one take the free numbers in turn.
  public static func of(_ recipients: [Attendee]) -> [Copy] {
    let taken = Set(recipients.compactMap(\.number))
    var next = 1
    let numbers = recipients.map { recipient -> Int in
      if let number = recipient.number { return number }
      while taken.contains(next) { next += 1 }
      defer { next += 1 }
      return next
    }
    let isCount = (numbers.max() ?? 0) <= recipients.count
    return zip(numbers, recipients).map { number, recipient in
      Copy(number: number, count: isCount ? recipients.count : nil, recipient: recipient)
    }
  }
}

extension Layout {
  /// "Copy 3 of 12", in the layout's words.
  func words(for copy: Copy) -> String {
    let words = copy.count == nil ? word(.copy) : word(.copyOf)
    return words.replacing("{number}", with: String(copy.number)).replacing(
      "{count}", with: copy.count.map { String($0) } ?? "")
  }
}
