import Atlas
import Diagnostics
import Evidence
import Interview

/// The towns and regions that texts of a pack name, and where.
struct NamedPlaces {
  struct Passage {
    var source: Source
    var text: String
    /// Which question's answer it belongs to, counted from 0; nothing for what stands outside of answers.
    var question: Int?
    var location: SourceLocation
  }

  private(set) var passages: [Passage]
  private(set) var mentions: [PlaceMention]

  /// Finds the places of all passages at once, so that what one says helps with another.
  init(
    _ passages: [Passage], hints: PlaceHints, atlas: Atlas, memory: PackMemory = PackMemory()
  ) throws(DiagnosticError) {
    self.passages = passages
    mentions = try memory.mentions(in: passages.map(\.text), hints: hints, atlas: atlas)
  }

  /// The paragraphs of a transcript, then its footnotes, each with the question whose answer refers to it.
  static func passages(of transcript: Transcript) -> [Passage] {
    var questions: [Int: Int] = [:]
    var notes: [Int: Int] = [:]
    for (index, question) in transcript.questions.enumerated() {
      for paragraph in question.answer {
        questions[paragraph.number] = index
        for mark in paragraph.marks where notes[mark.footnote] == nil { notes[mark.footnote] = index }
      }
    }
    return transcript.paragraphs.map {
      Passage(
        source: .paragraph($0.number), text: $0.text, question: questions[$0.number], location: $0.location)
    }
      + transcript.footnotes.map {
        Passage(
          source: .footnote($0.number), text: $0.text, question: notes[$0.number], location: $0.location)
      }
  }

  /// The towns that the answer to a question names (without a question: all answers), each once, in reading order; with
  /// `notes` those of the footnotes it refers to as well.
  func towns(ofQuestion question: Int?, notes: Bool) -> [PlaceMention] {
    var found: [PlaceMention] = []
    for mention in mentions where mention.kind == .town {
      let passage = passages[mention.text]
      guard let asked = passage.question, question == nil || asked == question else { continue }
      if case .footnote = passage.source, !notes { continue }
      if !found.contains(where: { $0.place == mention.place && $0.label == mention.label }) {
        found.append(mention)
      }
    }
    return found
  }

  /// What names mean, by their spellings: those that mean the same town wherever they stand, and without doubt.
  var unanimous: [String: Place] {
    byName.filter { $0.value.allSatisfy { $0.others.isEmpty } && isOnePlace($0.value) }
      .compactMapValues(\.first?.place)
  }

  /// Names, by their spellings, that the texts leave in doubt, but that mean one town wherever they stand.
  var doubtful: [String: String] {
    byName.filter { isOnePlace($0.value) && $0.value.contains { !$0.others.isEmpty } }
      .compactMapValues(\.first?.label)
  }

  private func isOnePlace(_ mentions: [PlaceMention]) -> Bool {
    mentions.allSatisfy { $0.place == mentions[0].place }
  }

  private var byName: [String: [PlaceMention]] {
    Dictionary(grouping: mentions.filter { $0.kind == .town }) { placeSpelling($0.label) }
  }
}

extension Pack {
  /// For reading texts about its countries.
  func hints(settled: [String: Place]) -> PlaceHints {
    PlaceHints(countries: countries, language: language, settled: settled)
  }

  fileprivate var hasMaps: Bool {
    let exhibits = allExhibits
    return exhibits.contains { if case .map = $0.content { true } else { false } }
  }
}

extension PackFolder {
  /// Looks for the places that the interview names, which a map's list asks for, so that the folder's memory has them. What
  /// goes wrong is told by who asks.
  func findPlaces(_ atlas: Atlas) {
    guard let transcript, let pack, pack.hasMaps else { return }
    _ = try? NamedPlaces(
      NamedPlaces.passages(of: transcript), hints: pack.hints(settled: places.places), atlas: atlas,
      memory: memory)
  }
}
