import FlyingFox
import Foundation
import Synchronization

/// Tells a browser of each edition, and hears which document it looks at.
struct LiveHandler: WSMessageHandler {
  let session: PreviewSession
  let files: PackFiles
  let ledger: Ledger

  func makeMessages(for client: AsyncStream<WSMessage>) async throws -> AsyncStream<WSMessage> {
    let (messages, sender) = AsyncStream.makeStream(of: WSMessage.self)
    let line = PatientLine { [ledger, files] edition in
      let report = EditionReport(edition, files, undo: ledger.last?.first)
      guard let json = try? JSONEncoder().encode(report) else { return }
      sender.yield(.text(String(decoding: json, as: UTF8.self)))
    }
    let end = session.subscribe { edition in if edition.number > 0 { line.tell(edition) } }
    Task {
      for await message in client {
        guard case .text(let document) = message else { continue }
        session.look(at: document)
        line.hear()
      }
      sender.finish()
    }
    sender.onTermination = { _ in end() }
    return messages
  }
}

/// Sends an edition, and the newest one only after the last was answered: what waits for a browser that sleeps is one
/// edition, not all of a day's.
private final class PatientLine: Sendable {
  private let send: @Sendable (ShownEdition) -> Void
  private let state = Mutex<(isWaiting: Bool, newest: ShownEdition?)>((false, nil))

  init(_ send: @escaping @Sendable (ShownEdition) -> Void) { self.send = send }

  func tell(_ edition: ShownEdition) {
    state.withLock { state in
      if state.isWaiting {
        state.newest = edition
      } else {
        state.isWaiting = true
        send(edition)
      }
    }
  }

  func hear() {
    state.withLock { state in
      if let newest = state.newest {
        state.newest = nil
        send(newest)
      } else {
        state.isWaiting = false
      }
    }
  }
}
