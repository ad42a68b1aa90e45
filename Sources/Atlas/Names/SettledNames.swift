import Diagnostics

/// Places that names are settled to: by their spelling, or by their key where no town is spelt just so.
struct SettledNames {
  private let bySpelling: [String: Place]
  private let byKey: [String: Place]

  /// By names as written, or by their spellings.
  init(_ names: [String: Place] = [:]) {
    let sorted = names.sorted { $0.key < $1.key }
    bySpelling = Dictionary(sorted.map { (placeSpelling($0.key), $0.value) }, uniquingKeysWith: { $1 })
    byKey = Dictionary(sorted.map { (placeKey($0.key), $0.value) }, uniquingKeysWith: { $1 })
  }

  func place(spelt spelling: String, key: String, index: NameIndex) throws -> Place? {
    if let place = bySpelling[spelling] { return place }
    guard let place = byKey[key], try !index.hasTown(spelt: spelling, key: key) else { return nil }
    return place
  }
}

extension NameIndex {
  /// Whether a town's own name is spelt so.
  func hasTown(spelt spelling: String, key: String) throws -> Bool {
    try meanings(of: key).towns.contains { placeSpelling(try town($0).place.name) == spelling }
  }
}

extension Atlas {
  /// How the towns that share a name's key spell their own names; see `placeSpelling`.
  public func spellings(like name: String) throws(DiagnosticError) -> Set<String> {
    let key = placeKey(name)
    if key.isEmpty { return [] }
    return try read { db in
      let index = try NameIndex(db)
      let names = try index.meanings(of: key).towns.map { try index.town($0).place.name }
      return Set(names.filter { placeKey($0) == key }.map(placeSpelling))
    }
  }
}
