extension Document {
  /// Several documents one after the other, to be printed as one. Its pages are ink alone: what stands in each of the
  /// documents under the same name (anchors, links, structure) would stand there twice, and paper has no use for it.
  ///
  /// - Parameters:
  ///   - documents: at least one; the result is called as the first is.
  ///   - startsOnNewSheet: whether each begins on the front of a sheet, after a blank side where it must.
  /// - Returns: the documents' pages.
  public static func joined(_ documents: [Document], startsOnNewSheet: Bool) -> Document? {
    guard var result = documents.first else { return nil }
    if documents.count == 1 { return result }
    var pages: [Page] = []
    for document in documents {
      if startsOnNewSheet, !pages.count.isMultiple(of: 2), let first = document.pages.first {
        pages.append(Page(Frame(size: first.frame.size), label: ""))
      }
      pages += document.pages.map { page in
        var ink = page
        ink.frame = page.frame.scaled(by: 1, keepsMeaning: false).tagged(.artifact)
        return ink
      }
    }
    result.pages = pages
    result.outline = []
    return result
  }

  /// The document with these of its pages alone, and without links to the others.
  ///
  /// - Parameter indices: of the pages, in the order wanted.
  /// - Returns: a document of as many pages.
  public func selecting(_ indices: [Int]) -> Document {
    var result = self
    result.pages = indices.map { pages[$0] }
    let anchors = Set(result.pages.flatMap(\.frame.anchors))
    for index in result.pages.indices {
      result.pages[index].frame = result.pages[index].frame.keepingLinks(to: anchors)
    }
    func kept(_ entries: [OutlineEntry]) -> [OutlineEntry] {
      entries.flatMap { entry in
        let children = kept(entry.children)
        return anchors.contains(entry.anchor)
          ? [OutlineEntry(entry.title, anchor: entry.anchor, children: children)] : children
      }
    }
    result.outline = kept(outline)
    return result
  }
}
