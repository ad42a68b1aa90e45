import Foundation
import Keeping
import Production

/// Measures a press that stays open: one figure of a pack is changed again and again, and its documents are made anew each
/// time. Prints the median of milliseconds for laying all of them out and for writing them as PDF, and what was made of
/// how much where a fourth argument stands. For `make bench`; no part of Bayan.
///
/// Usage: open-press PACK FIGURE [RUNS [counts]]
@main
enum OpenPress {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      print("usage: open-press PACK FIGURE [RUNS]")
      exit(64)
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("open-press-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: URL(fileURLWithPath: arguments[1]), to: folder)
    let runs = arguments.count > 3 ? Int(arguments[3]) ?? 9 : 9
    let room = try PressRoom()
    let update = folder.appendingPathComponent("later.csv")
    try write(arguments[2], 2, into: update)
    var order = Order()
    order.updates = [update.path]
    order.pack = folder.path
    order.layouts = ["report", "slides"]
    for paints in [false, true] {
      order.paints = paints
      _ = try room.make(order)
      var times: [Double] = []
      var tallies: [String: Tally] = [:]
      for run in 0..<runs {
        try write(arguments[2], 3 + run, into: update)
        let clock = ContinuousClock()
        let took = try clock.measure { tallies = try room.make(order).tallies }
        times.append(took / .milliseconds(1))
      }
      let median = times.sorted()[times.count / 2]
      print(
        String(
          format: "%@ %6.1f ms",
          (paints ? "one figure changed, written as PDF" : "one figure changed, laid out"), median))
      if arguments.count > 4 {
        for (kind, tally) in tallies.sorted(by: { $0.key < $1.key }) {
          print("  \(kind): \(tally.made) made, \(tally.taken) taken")
        }
      }
    }
  }

  /// A table that updates one figure.
  private static func write(_ id: String, _ value: Int, into file: URL) throws {
    let row = "id,value,qualifier,status,source\n\(id),\(value),exact,actual,https://example.org/figures\n"
    try Data(row.utf8).write(to: file)
  }
}
