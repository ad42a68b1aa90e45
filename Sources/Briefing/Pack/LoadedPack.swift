import Atlas
import Diagnostics
import Evidence
import YAMLReading
import Interview

/// A pack that was read and holds no mistake.
public struct LoadedPack: Sendable {
  public let story: Story
  /// What is doubtful but no mistake, but for what `doubts` finds.
  public let warnings: [Diagnostic]
  private let folder: PackFolder
  /// What was typed.
  private let texts: [PlacedText]

  /// Loads a pack and composes its story.
  ///
  /// - Parameters:
  ///   - path: the pack's folder.
  ///   - atlas: where the places of maps are looked up.
  ///   - figures: tables that are laid over the pack's figures, in order.
  ///   - asOf: as of when the figures are, in place of the pack's own date (ISO 8601).
  ///   - drafts: what files of the pack shall hold but don't yet, by their paths in it. With any, what the interview doesn't
  ///     bear out is told and no hindrance: a person who types a number wants to see what it would do.
  ///   - looksForMissingTowns: whether to note towns that an answer names and its map does not show.
  ///   - memory: what the pack was read as before.
  /// - Throws: `DiagnosticError` with every mistake of every file of the pack.
  public init(
    _ path: String, atlas: Atlas, figures: [String] = [], asOf: String? = nil,
    drafts: [String: [UInt8]] = [:],
    looksForMissingTowns: Bool = false, memory: PackMemory = PackMemory()
  ) throws(DiagnosticError) {
    memory.begin()
    var folder = try PackFolder(path: path, updates: figures, drafts: drafts, memory: memory)
    folder.setDate(asOf, hasUpdates: !figures.isEmpty)
    folder.checkPlaces(with: atlas)
    // Without the pack's own questions those of the transcript tell which summaries there are.
    let count = folder.pack?.questions.count ?? folder.transcript?.questions.count ?? 0
    let summaries = (0..<count).map { folder.summary($0 + 1) }
    if let pack = folder.pack, !pack.questions.isEmpty {
      folder.reportStraySummaries(questions: pack.questions.count)
    }
    folder.readWords()
    let read = folder
    var log = folder.log
    let (_, evidence) = together({ _ in read.findPlaces(atlas) }, { _ in read.evidence }, log: &log)
    if drafts.isEmpty { for diagnostic in evidence?.diagnostics ?? [] { log.add(diagnostic) } }
    var composer = StoryComposer(
      pack: read.pack ?? Pack.unread, folder: read, atlas: atlas, looksForMissingTowns: looksForMissingTowns)
    if read.pack == nil { composer.lookThrough(summaries) }
    let composed = composer.story(summaries: summaries)
    for diagnostic in composer.log.diagnostics { log.add(diagnostic) }
    texts = composer.inline.texts
    guard var story = composed, !log.hasErrors else {
      // All that can be mended at once is told at once.
      throw DiagnosticError(log.diagnostics + folder.typedNumbers(in: texts))
    }
    story.sentences = evidence?.sentences ?? [:]
    self.story = story
    self.folder = folder
    warnings = log.diagnostics + (drafts.isEmpty ? [] : evidence?.diagnostics ?? [])
  }

  /// The language of a pack's texts, before anything else of it is read; a guess where the settings can't be read.
  ///
  /// - Parameter path: the pack's folder.
  /// - Returns: BCP 47.
  public static func language(of path: String) -> String { PackFolder.language(of: path) }

  /// The style that a pack names, before anything else of it is read.
  ///
  /// - Parameters:
  ///   - path: the pack's folder.
  ///   - settings: what its pack.yml shall hold but doesn't yet.
  /// - Returns: its words and where they stand; `nil` where it names none.
  public static func style(of path: String, settings: [UInt8]?) -> (text: String, location: SourceLocation)? {
    PackFolder.style(of: path, settings: settings).map { ($0.text, $0.location) }
  }

  /// What a person typed into the pack that its figures contradict.
  ///
  /// - Parameters:
  ///   - words: what claims something about numbers without saying one; the pack's own are added.
  ///   - isStrict: whether to note typed claims that no figure can be held against.
  /// - Returns: warnings, each at its place, and notes.
  public func doubts(words: ClaimVocabulary, isStrict: Bool = false) -> [Diagnostic] {
    folder.typedNumbers(in: texts) + folder.doubts(about: story, words: words, isStrict: isStrict)
  }
}

extension PackFolder {
  /// By id the sentence of the transcript that holds each figure's number, as it is printed; and what it doesn't bear out.
  fileprivate var evidence: (sentences: [String: QuotedSentence], diagnostics: [Diagnostic])? {
    guard let figures, let transcript else { return nil }
    let found = Evidence.evidence(for: figures, in: transcript, language: language, readings: memory.evidence)
    let quotes = TypographicQuotes(language: pack?.language ?? language)
    let sentences = found.sentences.mapValues { sentence in
      QuotedSentence(text: quotes.set(sentence.text), source: sentence.source)
    }
    return (sentences, found.diagnostics)
  }
}
