import Foundation

/// A copy of a pack that a test may spoil.
package struct PackCopy: TestFolder {
  package let url: URL

  /// `pack` is a path below the project's folder.
  package init(of pack: String = "seeds/kazakh-uzbek") throws {
    url = try TemporaryFolder().file("pack")
    try FileManager.default.copyItem(atPath: projectPath(pack), toPath: url.path)
  }
}

/// A pack that a test writes itself, in a folder of its own.
package struct SmallPack: TestFolder {
  package let url: URL

  package static let columns = "id,label,value,unit,period,qualifier,status,formula,source,note"

  /// `summaries` are by question, `figures` are rows below `columns`, `others` are further files by their names.
  package init(
    pack: String, transcript: String, summaries: [String], columns: String = Self.columns,
    figures: [String] = [], others: [String: String] = [:]
  ) throws {
    url = try TemporaryFolder().url
    try write(pack, to: "pack.yml")
    try write(transcript, to: "transcript.txt")
    for (index, summary) in summaries.enumerated() { try write(summary, to: "summaries/\(index + 1).md") }
    try write(([columns] + figures).joined(separator: "\n") + "\n", to: "figures.csv")
    for (name, text) in others { try write(text, to: name) }
  }

  /// Builds one document of it; `file` is the PDF's path, `options` are those of `bayan build`.
  package func build(_ layout: String, _ options: [String] = []) throws -> (run: Run, file: String) {
    let run = try bayan(["build", path, "--layout", layout, "--output", path + "/out"] + options)
    return (run, path + "/out/\(layout).pdf")
  }
}

/// Two questions, of which only the first has a figure of its own on the chart.
package func tradePack() throws -> SmallPack {
  try SmallPack(
    pack: """
      title: Trade of the bees
      language: en-GB
      questions:
        - headline: Trade reached {trade-2017}
          exhibits:
            - { kind: bars, title: Trade has grown, subtitle: USD million, figures: [trade-*] }
        - headline: Wax is another matter

      """,
    transcript: """
      This was made up.

      1. What did the trade bring?

      The trade has grown, and nobody had expected it.

      2. And what of wax?

      Nobody has ever counted it.

      """,
    summaries: [
      "**Trade.** Trade came to {trade-2017}. [¶2]\n", "**Wax.** Nobody has ever counted it. [¶3]\n",
    ],
    figures: [
      "trade-2016,Trade,140,USD mn,2016,exact,actual,,https://example.org/trade,",
      "trade-2017,Trade,260,USD mn,2017,exact,actual,,https://example.org/trade,\"so, \"\"they\"\" say\"",
    ])
}

/// A copy of the report's layout, with its theme beside it, in which one text is another; fails where there is none.
package func layoutCopy(in folder: TemporaryFolder, replacing old: String, with new: String) throws -> URL {
  try folder.write(contents("Layouts/theme.yml"), to: "theme.yml")
  let text = try contents("Layouts/report.yml")
  guard text.contains(old) else { throw CocoaError(.fileReadCorruptFile) }
  try folder.write(text.replacing(old, with: new), to: "report.yml")
  return folder.file("report.yml")
}
