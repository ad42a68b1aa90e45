import Testing

@testable import Tables

/// One, two, three and four bytes long, and the edges between them.
private let values: [UInt32] = [
  0, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0x20AC, 0xD7FF, 0xE000, 0xFFFF, 0x1_0000, 0x10_FFFF,
]

@Test func scalarsAreTheirTextHoweverManyBytesTheyTake() {
  for first in values {
    for second in values {
      let scalars = [first, second, 0x71].compactMap(Unicode.Scalar.init)
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      #expect(String(scalars: scalars) == text)
      #expect(String(scalars: scalars[1...]).unicodeScalars.elementsEqual(scalars[1...]))
      #expect(String(scalars: text.unicodeScalars) == text)
    }
  }
  #expect(String(scalars: [Unicode.Scalar]()) == "")
}
