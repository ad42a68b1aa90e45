import Diagnostics
import Graphics

/// A kind of paper, by its self-describing name ("iso_a4_210x297mm", PWG 5101.1).
public struct Media: Hashable, Sendable {
  /// As printers call it.
  public var name: String
  /// Millimetres, as the name says; `nil` where it says no size.
  public var size: (width: Double, height: Double)? { Self.size(in: name) }

  public init(_ name: String) { self.name = name }

  /// As people call it: "a4"; paper without a name by its size.
  public var shortName: String {
    let parts = name.split(separator: "_")
    if parts.first == "custom", let size {
      return "paper of \(Self.plain(size.width)) × \(Self.plain(size.height)) mm"
    }
    return parts.count >= 3 ? String(parts[1]) : name
  }

  /// Whether it is one end of a range of sizes that the printer can be told ("custom_min_76.2x127mm").
  var isLimit: Bool { name.hasPrefix("custom_min_") || name.hasPrefix("custom_max_") }

  /// Papers of pages in these sizes, before a printer is asked what it has.
  static let usual = PaperSize.allCases.map(\.media) + [Media("na_invoice_5.5x8.5in")]

  /// The paper of pages of this size, lying or standing: from these, else the usual ones, else by a name of its own.
  ///
  /// - Parameters:
  ///   - page: points.
  ///   - known: what a printer has.
  /// - Returns: what to ask a printer for.
  public static func of(_ page: Size, among known: [Media] = []) -> Media {
    let named = known.filter { !$0.isLimit && !$0.name.hasPrefix("custom_") && !$0.name.hasPrefix("om_") }
    if let found = (named + known + usual).first(where: { $0.holds(page) }) { return found }
    let (short, long) = millimetres(page)
    return Media("custom_bayan_\(plain(short))x\(plain(long))mm")
  }

  /// Whether pages of this size fill it: within a millimetre, whichever way they lie.
  func holds(_ page: Size) -> Bool {
    guard let size, !isLimit else { return false }
    let (short, long) = Self.millimetres(page)
    return abs(min(size.width, size.height) - short) <= 1 && abs(max(size.width, size.height) - long) <= 1
  }

  /// Whether a printer with these media can print on it.
  func isAmong(_ known: [Media]) -> Bool {
    if known.contains(self) { return true }
    guard name.hasPrefix("custom_"), let size else { return false }
    let least = known.first { $0.name.hasPrefix("custom_min_") }?.size
    let most = known.first { $0.name.hasPrefix("custom_max_") }?.size
    guard let least, let most else { return false }
    return size.width >= least.width && size.height >= least.height && size.width <= most.width
      && size.height <= most.height
  }

  /// Square metres; 0 where the name says no size.
  public var area: Double { size.map { $0.width * $0.height / 1e6 } ?? 0 }

  private static func millimetres(_ page: Size) -> (short: Double, long: Double) {
    let sides = [page.width, page.height].map { $0 / Length.pointsPerMillimetre }
    return (min(sides[0], sides[1]), max(sides[0], sides[1]))
  }

  /// "…_210x297mm" or "…_8.5x11in".
  private static func size(in name: String) -> (width: Double, height: Double)? {
    guard let last = name.split(separator: "_").last else { return nil }
    let factor = last.hasSuffix("in") ? 25.4 : 1
    guard last.hasSuffix("mm") || last.hasSuffix("in") else { return nil }
    let sides = last.dropLast(2).split(separator: "x").compactMap { Double(plain: $0) }
    return sides.count == 2 ? (sides[0] * factor, sides[1] * factor) : nil
  }

  /// With two decimals at most, as PWG 5101.1 wants it.
  fileprivate static func plain(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}

extension PaperSize {
  /// As printers call it.
  var media: Media {
    let isInInches = [.letter, .legal, .tabloid].contains(self)
    let sides = [size.width, size.height].map { side in
      Media.plain(side / (isInInches ? Length.pointsPerInch : Length.pointsPerMillimetre))
    }
    let name = self == .tabloid ? "ledger" : rawValue
    return Media(
      "\(isInInches ? "na" : "iso")_\(name)_\(sides.joined(separator: "x"))\(isInInches ? "in" : "mm")")
  }
}
