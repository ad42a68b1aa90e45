import Diagnostics
import Foundation

/// What a pack is printed for.
public struct Meeting: Hashable, Sendable {
  public struct AgendaItem: Hashable, Sendable {
    public var time: String?
    public var item: InlineText
    public var speaker: String?
  }

  /// Its own, or the pack's.
  public var title: InlineText
  /// ISO 8601.
  public var date: String?
  public var time: String?
  public var room: String?
  public var agenda: [AgendaItem]
  /// In the order that the pack asks for.
  public var attendees: [Attendee]
}

/// Somebody who sits at the table.
public struct Attendee: Hashable, Sendable {
  /// Of the copy that is theirs, where the list gives one.
  public var number: Int?
  public var name: String
  public var role: String?
  public var organisation: String?
  /// Where they are listed.
  public var location: SourceLocation
}

/// How a meeting's attendees follow each other.
enum AttendeeOrder: String, CaseIterable {
  /// By their names, as the pack's language sorts them.
  case names
  /// As they are listed: a protocol's order.
  case listed
  /// Each organisation's together, organisations and their people as they are listed.
  case delegations
}

extension [Attendee] {
  func inOrder(_ order: AttendeeOrder, language: String) -> [Attendee] {
    switch order {
    case .names: return inOrder(of: language)
    case .listed: return self
    case .delegations:
      var first: [String: Int] = [:]
      for (index, attendee) in enumerated() where first[attendee.organisation ?? ""] == nil {
        first[attendee.organisation ?? ""] = index
      }
      return enumerated().sorted { a, b in
        let (left, right) = (
          first[a.element.organisation ?? ""] ?? 0, first[b.element.organisation ?? ""] ?? 0
        )
        return (left, a.offset) < (right, b.offset)
      }.map(\.element)
    }
  }

  /// In the order of their names as a language sorts them, whatever the system's own language is; namesakes by their
  /// organisations, then as listed. The order is that of Unicode's collation with the language's tailoring, from the
  /// data that Swift's Foundation brings with it.
  ///
  /// - Parameter language: BCP 47.
  /// - Returns: the same attendees, sorted.
  func inOrder(of language: String) -> [Attendee] {
    let locale = Locale(identifier: language)
    func order(_ a: String, _ b: String) -> ComparisonResult {
      a.compare(b, options: [.caseInsensitive], range: nil, locale: locale)
    }
    return enumerated().sorted { a, b in
      let byName = order(a.element.name, b.element.name)
      if byName != .orderedSame { return byName == .orderedAscending }
      let byPlace = order(a.element.organisation ?? "", b.element.organisation ?? "")
      return byPlace == .orderedSame ? a.offset < b.offset : byPlace == .orderedAscending
    }.map(\.element)
  }
}
