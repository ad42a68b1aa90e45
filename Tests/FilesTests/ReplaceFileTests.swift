import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

private func mode(_ path: String) throws -> Int {
  try #require(
    FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
}

private func names(_ folder: TemporaryFolder) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
}

@Test(arguments: [0o600, 0o644, 0o664, 0o755])
func aReplacedFileKeepsItsPermissions(permissions: Int) throws {
  let folder = try TemporaryFolder()
  try folder.write("old", to: "figures.csv")
  let path = folder.file("figures.csv").path
  try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  try replaceFile(at: path, by: Array("new".utf8))
  #expect(try folder.read("figures.csv") == "new")
  #expect(try mode(path) == permissions)
  #expect(try names(folder) == ["figures.csv"])
}

@Test func aLinkStaysOneAndTheFileThatItLeadsToIsReplaced() throws {
  let folder = try TemporaryFolder()
  try folder.write("old", to: "shared/real.csv")
  try FileManager.default.createSymbolicLink(
    atPath: folder.file("figures.csv").path, withDestinationPath: "shared/real.csv")
  try replaceFile(at: folder.file("figures.csv").path, by: Array("new".utf8))
  #expect(
    try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("figures.csv").path)
      == "shared/real.csv")
  #expect(try folder.read("shared/real.csv") == "new")
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("shared").path) == ["real.csv"])
}

@Test func aFileIsReplacedByOneOfAnyLength() throws {
  let folder = try TemporaryFolder()
  try folder.write("old", to: "figures.csv")
  for count in [0, 1, 3_000_000] {
    let bytes = [UInt8](repeating: 55, count: count)
    try replaceFile(at: folder.file("figures.csv").path, by: bytes)
    #expect(try Data(contentsOf: folder.file("figures.csv")) == Data(bytes))
  }
}

@Test func whatCannotBeWrittenLeavesTheFolderAsItWas() throws {
  let folder = try TemporaryFolder()
  // No room for the name of the file beside it.
  let long = String(repeating: "x", count: 254)
  try folder.write("old", to: long)
  try FileManager.default.createDirectory(at: folder.file("folder"), withIntermediateDirectories: true)
  for name in [long, "missing.csv", "folder", "missing/figures.csv"] {
    let said = messages { try replaceFile(at: folder.file(name).path, by: [1]) }
    #expect(said.count == 1 && said[0].contains("error: the file can't be written: "), "\(said)")
  }
  #expect(try names(folder) == ["folder", long])
  #expect(try folder.read(long) == "old")
}
