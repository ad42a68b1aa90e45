import Graphics

extension Finisher {
  /// Says where pages are cut (ISO 32000-1, 14.11.2): the bleed box and the trim box.
  func addBoxes() {
    for (index, page) in document.pages.enumerated() {
      guard let cut = page.cut else { continue }
      file.set(
        [("/TrimBox", box(cut.trim, on: index)), ("/BleedBox", box(cut.bleed, on: index))], in: pages[index])
    }
  }

  private func box(_ rect: Rect, on page: Int) -> PDFValue {
    .rectangle(rect.minX, height(rect.maxY, on: page), rect.maxX, height(rect.minY, on: page))
  }

  /// What a reader's window shows, from which side two pages lie beside each other, and what its print dialogue begins
  /// with: sheets are printed at their size, on both sides if they are made for it (ISO 32000-1, 12.2).
  var viewerPreferences: [(key: String, value: PDFValue)] {
    var entries: [(key: String, value: PDFValue)] = [("/DisplayDocTitle", .boolean(true))]
    if readsRightToLeft(language: document.metadata.language) {
      entries.append(("/Direction", .name("/R2L")))
    }
    switch document.duplex {
    case nil: break
    case .longEdge: entries.append(("/Duplex", .name("/DuplexFlipLongEdge")))
    case .shortEdge: entries.append(("/Duplex", .name("/DuplexFlipShortEdge")))
    }
    if document.isImposed { entries.append(("/PrintScaling", .name("/None"))) }
    return entries
  }
}
