import CHyphen
import Platform

/// A hyphenation dictionary of libhyphen, which it owns.
///
/// `@unchecked Sendable`: libhyphen only reads it once it is loaded.
final class HyphenationDictionary: @unchecked Sendable {
  fileprivate let patterns: UnsafeMutablePointer<HyphenDict>
  fileprivate let leftMinimum: Int32
  fileprivate let rightMinimum: Int32

  /// - Parameters:
  ///   - file: path of a `hyph_*.dic`.
  ///   - minimums: fewest letters before and after a hyphen; the dictionary's own where `nil`.
  init?(file: String, minimums: (left: Int, right: Int)?) {
    guard let patterns = hnj_hyphen_load(file) else { return nil }
    self.patterns = patterns
    let own = (left: Int(patterns.pointee.lhmin), right: Int(patterns.pointee.rhmin))
    // Dictionaries that say nothing leave it to the program; 2 and 2 is what TeX's patterns presume.
    leftMinimum = Int32(minimums?.left ?? max(own.left, 2))
    rightMinimum = Int32(minimums?.right ?? max(own.right, 2))
  }

  deinit { hnj_hyphen_free(patterns) }
}

/// Divides words by a dictionary, for one thread. Owns the conversion into the dictionary's character set.
final class Hyphenator {
  private let dictionary: HyphenationDictionary
  /// From UTF-8 into the dictionary's character set; `nil` where that is UTF-8.
  private let conversion: iconv_t?

  /// - Returns: `nil` where the dictionary's character set is unknown.
  init?(_ dictionary: HyphenationDictionary) {
    self.dictionary = dictionary
    if dictionary.patterns.pointee.utf8 != 0 {
      conversion = nil
    } else {
      let opened = withUnsafePointer(to: &dictionary.patterns.pointee.cset) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(MAX_NAME)) { iconv_open($0, "UTF-8") }
      }
      guard let opened, opened != iconv_t(bitPattern: -1) else { return nil }
      conversion = opened
    }
  }

  deinit {
    if let conversion { iconv_close(conversion) }
  }

  private var leftMinimum: Int32 { dictionary.leftMinimum }
  private var rightMinimum: Int32 { dictionary.rightMinimum }

  /// Where a word may be hyphenated.
  ///
  /// - Parameter word: in small letters.
  /// - Returns: numbers of letters before the hyphen, ascending. Points that change the spelling
  ///   ("Schiff-fahrt") are left out.
  func points(of word: [Unicode.Scalar]) -> [Int] {
    var letters: [CChar] = []
    for scalar in word {
      letters.append(contentsOf: UTF8.encode(scalar)?.map { CChar(bitPattern: $0) } ?? [])
    }
    if conversion != nil {
      guard let converted = convert(letters), converted.count == word.count else { return [] }
      letters = converted
    }
    let size = Int32(letters.count)
    var marks = [CChar](repeating: 0, count: letters.count + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<Int32>?
    var cuts: UnsafeMutablePointer<Int32>?
    letters.append(0)
    let failed = hnj_hyphen_hyphenate3(
      dictionary.patterns, letters, size, &marks, nil, &replacements, &positions, &cuts, leftMinimum,
      rightMinimum, 0,
      0)
    defer {
      if let replacements {
        for index in 0..<Int(size) { free(replacements[index]) }
      }
      free(replacements)
      free(positions)
      free(cuts)
    }
    guard failed == 0 else { return [] }
    return (1..<max(1, word.count)).filter { letter in
      marks[letter - 1] % 2 == 1 && replacements?[letter - 1] == nil && letter >= leftMinimum
        && word.count - letter >= rightMinimum
    }
  }

  private func convert(_ letters: [CChar]) -> [CChar]? {
    var input = letters
    var output = [CChar](repeating: 0, count: letters.count * 2)
    var left = input.count
    var room = output.count
    let failed = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        var source = from.baseAddress
        var target = to.baseAddress
        return iconv(conversion, &source, &left, &target, &room) == Int.max.magnitude || left > 0
      }
    }
    return failed ? nil : Array(output.prefix(output.count - room))
  }
}
