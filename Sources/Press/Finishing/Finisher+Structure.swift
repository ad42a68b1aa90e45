import Graphics

extension Finisher {
  /// Writes the structure tree (ISO 32000-1, 14.7) and what leads back to it from pages and links.
  func addStructure(_ annotations: [PDFObject]) {
    let isInhabited = structure.isInhabited
    let root = file.addDictionary()
    let objects = isInhabited.map { $0 ? file.addDictionary() : nil }
    var notes: [(id: String, object: PDFObject)] = []
    for (index, element) in structure.elements.enumerated() {
      guard let object = objects[index] else { continue }
      let parent = index == 0 ? root : objects[element.parent] ?? root
      file.set(
        [("/S", .name("/" + element.tag.kind.rawValue)), ("/P", .object(parent))], in: object)
      addKids(of: element, to: object, objects, annotations)
      addProperties(of: element, at: index, to: object)
      if element.tag.kind == .note {
        // Readers find a note by its identifier; zeros keep the order of text that of numbers.
        let number = String(notes.count + 1)
        let id = "note-" + String(repeating: "0", count: max(0, 6 - number.count)) + number
        file.set("/ID", in: object, to: .text(id))
        notes.append((id, object))
      }
    }
    var entries: [(key: String, value: PDFValue)] = [("/Type", .name("/StructTreeRoot"))]
    if let document = objects[0] { entries.append(("/K", .object(document))) }
    entries.append(("/ParentTree", .object(parentTree(objects))))
    entries.append(("/ParentTreeNextKey", .integer(pages.count + annotations.count)))
    if !notes.isEmpty {
      let names = notes.flatMap { [PDFValue.text($0.id), .object($0.object)] }
      entries.append(("/IDTree", .dictionary([("/Names", .array(names))])))
    }
    file.set(entries, in: root)
    file.set(
      [("/StructTreeRoot", .object(root)), ("/MarkInfo", .dictionary([("/Marked", .boolean(true))]))],
      in: catalog)
  }

  private func addKids(
    of element: StructureTree.Element, to object: PDFObject, _ objects: [PDFObject?],
    _ annotations: [PDFObject]
  ) {
    var own: Int?
    var kids: [PDFValue] = []
    for kid in element.kids {
      switch kid {
      case .element(let index):
        if let object = objects[index] { kids.append(.object(object)) }
      case .mark(let page, let number):
        if own == nil { own = page }
        kids.append(
          page == own
            ? .integer(number)
            : .dictionary([
              ("/Type", .name("/MCR")), ("/Pg", .object(pages[page])), ("/MCID", .integer(number)),
            ]))
      case .link(let index):
        kids.append(
          .dictionary([
            ("/Type", .name("/OBJR")), ("/Pg", .object(pages[structure.links[index].page])),
            ("/Obj", .object(annotations[index])),
          ]))
      }
    }
    if let own { file.set("/Pg", in: object, to: .object(pages[own])) }
    if let only = kids.first, kids.count == 1 {
      file.set("/K", in: object, to: only)
    } else if !kids.isEmpty {
      file.set("/K", in: object, to: .array(kids))
    }
  }

  private func addProperties(of element: StructureTree.Element, at index: Int, to object: PDFObject) {
    if let alternative = element.tag.alternative, !alternative.isEmpty {
      if element.tag.kind == .table {
        // Said before the rows, not in their place.
        let summary = [("/O", PDFValue.name("/Table")), ("/Summary", .text(alternative))]
        file.set("/A", in: object, to: .dictionary(summary))
      } else {
        file.set("/Alt", in: object, to: .text(alternative))
      }
    }
    if let actual = element.actualText { file.set("/ActualText", in: object, to: .text(actual)) }
    if let (page, rect) = element.box {
      let box = PDFValue.rectangle(
        rect.minX, height(rect.maxY, on: page), rect.maxX, height(rect.minY, on: page))
      file.set("/A", in: object, to: .dictionary([("/O", .name("/Layout")), ("/BBox", box)]))
    }
    if element.tag.kind == .headerCell {
      let scope = structure.headsItsRow(index) ? "/Row" : "/Column"
      file.set("/A", in: object, to: .dictionary([("/O", .name("/Table")), ("/Scope", .name(scope))]))
    }
  }

  /// From the number of each page to the elements of its marks, then from the number of each link to its element.
  private func parentTree(_ objects: [PDFObject?]) -> PDFObject {
    var numbers: [PDFValue] = []
    for (index, page) in pages.enumerated() {
      let elements = file.add(.array(structure.marks[index].map { objects[$0].map { .object($0) } ?? .null }))
      numbers += [.integer(index), .object(elements)]
      file.set([("/StructParents", .integer(index)), ("/Tabs", .name("/S"))], in: page)
    }
    for (index, link) in structure.links.enumerated() {
      numbers += [.integer(pages.count + index), objects[link.element].map { .object($0) } ?? .null]
    }
    return file.add(.dictionary([("/Nums", .array(numbers))]))
  }
}
