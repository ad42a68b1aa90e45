import Diagnostics
import Evidence
import Graphics
import YAMLReading

extension StoryComposer {
  /// The picture with what is said of it; `nil` where its file can't be read.
  mutating func content(of told: Pack.Picture, form: PictureDescription.Form? = nil) -> PictureDescription? {
    let words = text(told.alternative)?.text ?? ""
    note(told.alternative, .label)
    guard let picture = picture(told.image) else { return nil }
    return PictureDescription(
      picture, alternative: words, form: form ?? (told.focus == nil ? .whole : .cropped),
      focus: told.focus ?? Point(0.5, 0.5))
  }

  /// A picture of the whole pack.
  mutating func picture(_ told: Pack.Picture?, as form: PictureDescription.Form) -> Exhibit? {
    guard let told else { return nil }
    let credit = text(told.credit)
    guard let content = content(of: told, form: form) else { return nil }
    return Exhibit(note: credit, content: .picture(content), sources: [], location: told.location)
  }

  private mutating func picture(_ name: YAMLText) -> Picture? {
    let read = folder.picture(name)
    for diagnostic in read.diagnostics { ownLog.add(diagnostic) }
    return read.picture
  }
}
