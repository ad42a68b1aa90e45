import Atlas
import Diagnostics
import Evidence
import Graphics
import Interview
import Keeping
import Pictures
import YAMLReading

/// What the reading of a pack came to, kept for the next time that it is read: what comes from equal texts is taken again.
///
/// One reader has it at a time.
public final class PackMemory: @unchecked Sendable {
  /// The text of pack.yml.
  struct SettingsText: Hashable {
    var text: String
    var file: String
  }

  struct ReadSettings {
    /// `nil` where they can't be read.
    var pack: Pack?
    var diagnostics: [Diagnostic]
  }

  /// What a transcript is read from.
  struct TranscriptText: Hashable {
    var text: String
    var file: String
    var labels: [String: LabelRole]
    var followUps: [String] = []
  }

  struct ReadTranscript {
    /// `nil` where it has mistakes.
    var transcript: Transcript?
    var diagnostics: [Diagnostic]
  }

  /// What places are looked for in.
  struct PlaceTexts: Hashable {
    var texts: [String]
    var hints: PlaceHints
  }

  var settings = Kept<SettingsText, ReadSettings>()
  var transcripts = Kept<TranscriptText, ReadTranscript>()
  var places = Kept<PlaceTexts, [PlaceMention]>()
  private var pictures = Kept<PictureFile, Result<Picture, PictureProblem>>()
  /// Of what was typed.
  let readings = TextReadings()
  /// Of paragraphs of the interview, which another thread reads.
  let evidence = TextReadings()

  public init() {}

  /// Begins another reading.
  func begin() {
    settings.turn()
    transcripts.turn()
    places.turn()
    pictures.turn()
    readings.turn()
    evidence.turn()
  }

  /// What the last reading took from before, by what it is.
  public var tallies: [String: Tally] {
    [
      "settings": settings.tally, "transcripts": transcripts.tally, "texts searched for places": places.tally,
      "texts read": readings.tally + evidence.tally,
    ]
  }

  func settings(_ text: SettingsText) -> ReadSettings {
    if let known = settings.take(text) { return known }
    let file = YAMLFile(text.text, path: text.file)
    let pack = Pack.read(file)
    let read = ReadSettings(pack: pack, diagnostics: file.log.diagnostics)
    settings.keep(read, for: text)
    return read
  }

  func transcript(_ text: TranscriptText) -> ReadTranscript {
    if let known = transcripts.take(text) { return known }
    var (read, doubts, log) = (ReadTranscript(diagnostics: []), DiagnosticLog(), DiagnosticLog())
    read.transcript = log.collect { () throws(DiagnosticError) in
      try Transcript.read(
        text.text, file: text.file, labels: text.labels, followUps: text.followUps, log: &doubts)
    }
    read.diagnostics = log.diagnostics + doubts.diagnostics
    transcripts.keep(read, for: text)
    return read
  }

  /// A picture's file, of whose bytes few are as many.
  private struct PictureFile: Hashable {
    var bytes: [UInt8]

    func hash(into hasher: inout Hasher) { hasher.combine(bytes.count) }
  }

  /// The picture in a file, as `readPicture` reads it.
  func picture(_ bytes: [UInt8]) -> Result<Picture, PictureProblem> {
    let file = PictureFile(bytes: bytes)
    if let known = pictures.take(file) { return known }
    let read = Result { () throws(PictureProblem) in try readPicture(bytes) }
    pictures.keep(read, for: file)
    return read
  }

  /// The places that texts name, as `Atlas.mentions(in:hints:)` finds them.
  func mentions(in texts: [String], hints: PlaceHints, atlas: Atlas) throws(DiagnosticError) -> [PlaceMention]
  {
    let key = PlaceTexts(texts: texts, hints: hints)
    if let known = places.take(key) { return known }
    let found = try atlas.mentions(in: texts, hints: hints)
    places.keep(found, for: key)
    return found
  }
}
