import Foundation

/// The project's folder, from this file's place in it.
package let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// The path of a file by its path in the project: "Atlas/atlas.gpkg".
package func projectPath(_ path: String) -> String { projectFolder.appendingPathComponent(path).path }

/// The text of a file of the project.
package func contents(_ path: String) throws -> String {
  try String(contentsOfFile: projectPath(path), encoding: .utf8)
}
