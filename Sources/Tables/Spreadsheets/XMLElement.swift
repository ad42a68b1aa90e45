/// An element of an XML part by its local name, with its attributes, the elements of the part's own namespace in it, and
/// its text.
struct XMLElement: Equatable {
  var name: String
  /// Without a prefix where they have no namespace, as "r:id" where theirs is that of relationships; others are left out.
  var attributes: [(name: String, value: String)] = []
  var children: [XMLElement] = []
  var text = ""

  static func == (a: XMLElement, b: XMLElement) -> Bool {
    a.name == b.name && a.children == b.children && a.text == b.text
      && a.attributes.elementsEqual(b.attributes) { $0 == $1 }
  }

  /// An attribute that says something: an empty one is as good as none.
  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute && !$0.value.isEmpty }?.value
  }

  /// A whole number from 0; `nil` where there is none, or one that no spreadsheet has.
  func number(_ attribute: String) -> Int? {
    self[attribute].flatMap { wholeNumber($0.trimmed) }
  }

  /// A truth value as XML Schema writes it; an element that is there and says nothing of it means `standard`.
  func flag(_ attribute: String, standard: Bool = false) -> Bool {
    self[attribute].map { ["1", "true", "on"].contains($0.trimmed) } ?? standard
  }

  func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}

/// Digits alone, up to nine of them.
func wholeNumber(_ text: some StringProtocol) -> Int? {
  let digits = text.utf8
  guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
}
