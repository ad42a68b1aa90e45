import Briefing
import Diagnostics
import FlyingFox
import Foundation
import PreviewPage

/// Answers the browser's requests.
struct RequestHandler: HTTPHandler {
  let session: PreviewSession
  let door: Door
  private let files: PackFiles
  private let ledger: Ledger
  private let commands: CommandRunner

  init(session: PreviewSession, door: Door, pack: String) {
    self.session = session
    self.door = door
    files = PackFiles(pack: pack)
    ledger = Ledger(files)
    commands = CommandRunner(pack: pack, order: session.order)
  }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    switch door.answer(request) {
    case _ where !request.isBounded: return .farewell(.payloadTooLarge, "This is too long.")
    case .exchange:
      return .answer(
        .seeOther, "", type: "text/plain; charset=utf-8",
        [.location: "/", HTTPHeader("Set-Cookie"): door.cookie])
    case .stayOut(let reason): return .text(.forbidden, reason)
    case .comeIn: break
    }
    let parts = request.path.split(separator: "/").map(String.init)
    switch (request.method, parts.first) {
    case (.GET, nil): return .embedded(preview_page_html(), type: "text/html; charset=utf-8")
    case (.GET, "page.css"): return .embedded(preview_page_css(), type: "text/css; charset=utf-8")
    case (.GET, "page.js"): return .embedded(preview_page_script(), type: "text/javascript; charset=utf-8")
    case (.GET, "pages"): return try await page(parts.dropFirst())
    case (.GET, "figures"): return .json(FiguresReport(session.edition, files))
    case (.GET, "words"): return words(parts.dropFirst())
    case (.GET, "paragraphs"): return paragraph(parts.last)
    case (.GET, "live"): return try await live(request)
    case (.POST, let action?): return try await act(action, request)
    default: return .text(.notFound, "There is nothing here.")
    }
  }

  // MARK: Looking

  private func page(_ parts: ArraySlice<String>) async throws -> HTTPResponse {
    guard parts.count == 2, let document = parts.first, let index = parts.last.flatMap({ Int($0) }),
      let page = try await session.page(document, index)
    else { return .text(.notFound, "There is no such page.") }
    return .answer(
      .ok, Data(page.svg), type: "image/svg+xml; charset=utf-8",
      [HTTPHeader("X-Version"): "\(page.version)"])
  }

  /// The texts that stand on a page, as they are written.
  private func words(_ parts: ArraySlice<String>) -> HTTPResponse {
    let edition = session.edition
    guard parts.count == 2, let index = parts.last.flatMap({ Int($0) }),
      let pages = edition.documents.first(where: { $0.name == parts.first })?.pages,
      pages.indices.contains(index)
    else { return .text(.notFound, "There is no such page.") }
    return .json(WrittenReport.all(on: pages[index].frame, edition, files))
  }

  private func paragraph(_ number: String?) -> HTTPResponse {
    guard let number = number.flatMap({ Int($0) }), let story = session.edition.story,
      let report = ParagraphReport(number, story.transcript)
    else { return .text(.notFound, "There is no such paragraph.") }
    return .json(report)
  }

  private func live(_ request: HTTPRequest) async throws -> HTTPResponse {
    // A page of another site may open a socket here without asking first, but says where it comes from.
    guard request.headers[HTTPHeader("Origin")] != nil else {
      return .text(.badRequest, "This is for the preview's own page.")
    }
    let messages = MessageFrameWSHandler(
      handler: LiveHandler(session: session, files: files, ledger: ledger), frameSize: 1 << 20)
    return try await WebSocketHTTPHandler(handler: messages).handleRequest(request)
  }

  // MARK: Acting

  private func act(_ action: String, _ request: HTTPRequest) async throws -> HTTPResponse {
    // A form of another site can't send this type.
    guard request.headers[.contentType]?.hasPrefix("application/json") == true else {
      return .text(.unsupportedMediaType, "This takes JSON.")
    }
    let body = try await request.bodyData
    switch action {
    case "try":
      guard let edits = try? JSONDecoder().decode([PackEdit].self, from: body) else { break }
      return await attempt(edits)
    case "keep":
      guard let edits = try? JSONDecoder().decode([PackEdit].self, from: body) else { break }
      return answer { () throws(DiagnosticError) in try ledger.keep(edits) }
    case "undo": return answer { () throws(DiagnosticError) in try ledger.undo() }
    case "run":
      guard let name = try? JSONDecoder().decode([String: String].self, from: body)["command"],
        let command = CommandRunner.Command(rawValue: name)
      else { break }
      return .json(await commands.run(command))
    default: return .text(.notFound, "There is nothing here.")
    }
    return .text(.badRequest, "This can't be understood.")
  }

  private func attempt(_ edits: [PackEdit]) async -> HTTPResponse {
    do throws(DiagnosticError) {
      guard let attempt = await session.attempt(try files.drafts(edits)) else {
        return .answer(.noContent, Data(), type: "text/plain; charset=utf-8")
      }
      return .json(AttemptReport(attempt, files))
    } catch {
      return .json(AttemptReport(error, files), status: .conflict)
    }
  }

  private func answer(_ act: () throws(DiagnosticError) -> Void) -> HTTPResponse {
    do throws(DiagnosticError) {
      try act()
      // The folder's watch tells, too, but a moment later.
      session.change()
      return .json(["undo": ledger.last?.first])
    } catch {
      return .json(AttemptReport(error, files), status: .conflict)
    }
  }
}
