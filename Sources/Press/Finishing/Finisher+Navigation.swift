import Graphics

extension Finisher {
  /// Adds the links to their pages.
  ///
  /// - Returns: their annotations, in the order of `structure.links`.
  func addLinks() -> [PDFObject] {
    var ofPage = [[PDFValue]](repeating: [], count: pages.count)
    let annotations = structure.links.enumerated().map { index, link in
      let annotation = file.add(self.annotation(link, index: index))
      ofPage[link.page].append(.object(annotation))
      return annotation
    }
    for (page, annotations) in zip(pages, ofPage) where !annotations.isEmpty {
      file.set("/Annots", in: page, to: .array(annotations))
    }
    return annotations
  }

  private func annotation(_ link: StructureTree.Link, index: Int) -> PDFValue {
    let rect = link.rect
    var entries: [(key: String, value: PDFValue)] = [
      ("/Type", .name("/Annot")),
      ("/Subtype", .name("/Link")),
      (
        "/Rect",
        .rectangle(rect.minX, height(rect.maxY, on: link.page), rect.maxX, height(rect.minY, on: link.page))
      ),
      ("/Border", .array([.integer(0), .integer(0), .integer(0)])),
      // Printed like the page.
      ("/F", .integer(4)),
      ("/StructParent", .integer(pages.count + index)),
    ]
    let text = words(of: link)
    switch link.target {
    case .url(let url):
      entries.append(
        (
          "/A",
          .dictionary([("/Type", .name("/Action")), ("/S", .name("/URI")), ("/URI", .text(asciiURI(url)))])
        ))
      entries.append(("/Contents", .text(text.isEmpty ? url : text)))
    case .change: break
    case .anchor(let anchor, _):
      if let place = structure.anchors[anchor] { entries.append(("/Dest", destination(place))) }
      // The words alone ("5", "¶3") don't say where they lead.
      let page = structure.anchors[anchor].map { document.pages[$0.page].label } ?? ""
      entries.append(
        ("/Contents", .text((text.isEmpty ? anchor.name : text) + (page.isEmpty ? "" : " → \(page)"))))
    }
    return .dictionary(entries)
  }

  /// What a link stands on, as far as it tells where the link leads: each line of a long one is a link by itself.
  private func words(of link: StructureTree.Link) -> String {
    let all = structure.elements[link.element].text.unicodeScalars
    var words = all.prefix(Self.mostOfLink).filter { $0 != "\u{AD}" }
    let isCut = all.dropFirst(Self.mostOfLink).contains { !$0.properties.isWhitespace }
    if isCut, let space = words.lastIndex(where: \.properties.isWhitespace) { words.removeSubrange(space...) }
    while let last = words.last, last.properties.isWhitespace { words.removeLast() }
    return String(words) + (isCut ? " …" : "")
  }

  /// In Unicode scalars: more than headlines have.
  private static let mostOfLink = 400

  /// A URI in a PDF is ASCII (ISO 32000-1, 12.6.4.7): other bytes are percent-encoded as RFC 3987, 3.1 says.
  private func asciiURI(_ url: String) -> String {
    var result = ""
    for byte in url.utf8 {
      if byte > 32, byte < 127 {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// The place near the window's upper edge; how far to the right and how large stays as the reader has it.
  private func destination(_ place: StructureTree.Place) -> PDFValue {
    // Anchors stand on a baseline: this much above it, points, lets a large heading show whole.
    let headroom = 36.0
    let top = min(height(0, on: place.page), height(place.point.y - headroom, on: place.page))
    return .array([.object(pages[place.page]), .name("/XYZ"), .null, .real(top), .null])
  }

  func addOutline() {
    guard !document.outline.isEmpty else { return }
    let root = file.addDictionary()
    file.set("/Type", in: root, to: .name("/Outlines"))
    add(document.outline, to: root)
    file.set("/Outlines", in: catalog, to: .object(root))
    file.set("/PageMode", in: catalog, to: .name("/UseOutlines"))
  }

  /// - Returns: how many entries are below the parent, all of which are shown open.
  @discardableResult
  private func add(_ entries: [Document.OutlineEntry], to parent: PDFObject) -> Int {
    let items = entries.map { _ in file.addDictionary() }
    guard let first = items.first, let last = items.last else { return 0 }
    var count = entries.count
    for (index, entry) in entries.enumerated() {
      let item = items[index]
      file.set("/Title", in: item, to: .text(entry.title))
      file.set("/Parent", in: item, to: .object(parent))
      if let place = structure.anchors[entry.anchor] { file.set("/Dest", in: item, to: destination(place)) }
      if index > 0 { file.set("/Prev", in: item, to: .object(items[index - 1])) }
      if index + 1 < items.count { file.set("/Next", in: item, to: .object(items[index + 1])) }
      count += add(entry.children, to: item)
    }
    file.set([("/First", .object(first)), ("/Last", .object(last)), ("/Count", .integer(count))], in: parent)
    return count
  }

  /// Each label as the prefix of a range of one page, so that it reads just as it is printed.
  func addPageLabels() {
    let numbers = document.pages.enumerated().flatMap { index, page in
      [PDFValue.integer(index), .dictionary([("/P", .text(page.label))])]
    }
    file.set("/PageLabels", in: catalog, to: .dictionary([("/Nums", .array(numbers))]))
  }
}
