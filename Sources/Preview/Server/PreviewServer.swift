import Diagnostics
import FlyingFox
import Foundation
import Production

/// Serves a pack's pages to browsers of this machine, and makes them again whenever a file of the pack changes.
public final class PreviewServer: Sendable {
  private let session: PreviewSession
  private let handler: RequestHandler
  private let sockets: [HTTPServer]
  private let watch: FolderWatch
  /// What a browser is to open first: it holds the token.
  public let address: String

  /// Opens the press and the door; pages are made once `run` is called.
  ///
  /// - Parameters:
  ///   - order: which pack, and which of its documents.
  ///   - port: to listen at; `nil` for any that is free.
  ///   - watch: is told of each stage of each edition.
  /// - Throws: a port that is taken; a missing pack's folder; Bayan's own folders missing or damaged.
  package init(
    _ order: Order, port: UInt16?, watch: @escaping @Sendable (PressRoom.Event) -> Void = { _ in }
  ) throws(DiagnosticError) {
    let listening = try LoopbackPort(port)
    session = try PreviewSession(order, watch: watch)
    let folders = try session.folders()
    guard let pack = folders.first, FileManager.default.fileExists(atPath: pack) else {
      throw DiagnosticError(
        "there is no such folder", at: SourceLocation(file: folders.first ?? ""),
        advice: "name the folder that holds pack.yml: bayan preview FOLDER")
    }
    let door = Door(token: Door.newToken(), port: listening.port)
    handler = RequestHandler(session: session, door: door, pack: pack)
    sockets = listening.configurations.map { [handler] in HTTPServer(config: $0, handler: handler) }
    self.watch = try FolderWatch(folders, files: session.files) { [session] in session.change() }
    address = "http://127.0.0.1:\(listening.port)/?token=\(door.token)"
  }

  /// Makes the pages and answers until the task is cancelled.
  ///
  /// - Parameter ready: called when the address answers.
  /// - Throws: where the system takes the sockets away; when the task is cancelled.
  public func run(ready: @escaping @Sendable () -> Void) async throws {
    session.change()
    defer { watch.end() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for socket in sockets { group.addTask { try await socket.run() } }
      for socket in sockets { try await socket.waitUntilListening(timeout: 5) }
      ready()
      try await group.waitForAll()
    }
  }
}
