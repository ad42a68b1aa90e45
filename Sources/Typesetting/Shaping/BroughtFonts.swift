import CPango

/// Font files that come with a pack or a layout rather than with the machine.
public struct BroughtFonts: Hashable, Sendable {
  /// The files of one folder.
  public struct Folder: Hashable, Sendable {
    /// As a person would write it, for messages.
    public var name: String
    /// Paths, in the order in which they are tried.
    public var files: [String]
    /// Paths of files that look like fonts and may not be read.
    public var refused: [String]

    public init(name: String, files: [String] = [], refused: [String] = []) {
      self.name = name
      self.files = files
      self.refused = refused
    }
  }

  /// The first choice first. A family is taken from the first that has it, and from there alone: which faces it has then
  /// depends on no other folder and on no machine.
  public var folders: [Folder]

  public init(folders: [Folder] = []) { self.folders = folders }

  /// Where was looked, and which files there are no fonts, for messages.
  var search: String {
    let places = folders.map(\.name).joined(separator: ", ")
    let refused = folders.flatMap(\.refused)
    let passed = refused.isEmpty ? "" : "; no font that can be read: \(refused.joined(separator: ", "))"
    return folders.isEmpty ? "" : "; looked in \(places), Fonts/ and among the installed fonts\(passed)"
  }
}

/// The faces of some families among files that come with a pack or a layout.
///
/// Owns fontconfig's descriptions of them.
final class BroughtFaces {
  /// Small letters.
  private(set) var families: Set<String> = []
  private var found: [OpaquePointer] = []

  /// Looks for families (in small letters) folder by folder; files that are no fonts are noted in `fonts`.
  init(of families: Set<String>, in fonts: inout BroughtFonts) {
    for index in fonts.folders.indices {
      let wanted = families.subtracting(self.families)
      if wanted.isEmpty { return }
      var here = Set<String>()
      for file in fonts.folders[index].files {
        guard let set = FcFontSetCreate() else { return }
        defer { FcFontSetDestroy(set) }
        var count: Int32 = 0
        // All faces of the file, and all instances of variable ones.
        if FcFreeTypeQueryAll(file, UInt32.max, nil, &count, set) == 0 {
          fonts.folders[index].refused.append(file)
        }
        for number in 0..<Int(set.pointee.nfont) {
          guard let face = set.pointee.fonts[number], !Self.isVariable(face) else { continue }
          let names = wanted.intersection(Self.families(of: face))
          if names.isEmpty { continue }
          here.formUnion(names)
          FcPatternReference(face)
          found.append(face)
        }
      }
      self.families.formUnion(here)
    }
  }

  deinit { for face in found { FcPatternDestroy(face) } }

  /// Adds the faces to a set of fonts.
  func add(to set: UnsafeMutablePointer<FcFontSet>) {
    for face in found {
      FcPatternReference(face)
      if FcFontSetAdd(set, face) == 0 { FcPatternDestroy(face) }
    }
  }

  /// Whether it stands for all instances of a font, of which each is there by itself.
  private static func isVariable(_ face: OpaquePointer) -> Bool {
    var isVariable: FcBool = 0
    return FcPatternGetBool(face, FC_VARIABLE, 0, &isVariable) == FcResultMatch && isVariable != 0
  }

  private static func families(of face: OpaquePointer) -> [String] {
    var names: [String] = []
    var name: UnsafeMutablePointer<FcChar8>?
    while FcPatternGetString(face, FC_FAMILY, Int32(names.count), &name) == FcResultMatch, let found = name {
      names.append(String(cString: found).lowercased())
    }
    return names
  }
}
