import Evidence

extension EditionChanges {
  /// "3 figures changed since the edition of 2018-11-20 (2 more follow from them): …; report.pdf page 2".
  package func summary(pages: [String]) -> String {
    let since = old.figuresAsOf.map { $0 == new.figuresAsOf ? "" : " of \($0)" } ?? ""
    let edition = since.isEmpty ? "the last edition" : "the edition\(since)"
    if isEmpty { return "no figures changed since \(edition)" }
    let (own, following) = (self.own.count, self.following.count)
    let more =
      following == 0
      ? "" : " (\(following) more \(following == 1 ? "follows" : "follow") from \(own == 1 ? "it" : "them"))"
    let places = pages.isEmpty ? "" : "; \(pages.joined(separator: ", "))"
    return "\(own) \(own == 1 ? "figure" : "figures") changed since \(edition)\(more): \(names)\(places)"
  }

  /// The first few by their ids.
  private var names: String {
    let most = 5
    let ids = own.map(\.id)
    let told = ids.prefix(most).joined(separator: ", ")
    return ids.count > most ? "\(told) and \(ids.count - most) more" : told
  }
}

extension Edition {
  /// "4 documents in output; first edition recorded: 23 figures, as of 2018-11-20". Where a document lay there that can't be
  /// read nobody knows whether it is the first.
  package func summary(documents: Int, in folder: String, replaced title: String?, isFirst: Bool) -> String {
    let date = figuresAsOf.map { ", as of \($0)" } ?? ""
    let other = title.map { "; these replaced the documents of another pack: \($0)" } ?? ""
    let edition = isFirst ? "first edition" : "edition"
    return "\(documents) \(documents == 1 ? "document" : "documents") in \(folder); \(edition) recorded: "
      + "\(figures.count) \(figures.count == 1 ? "figure" : "figures")\(date)\(other)"
  }
}
