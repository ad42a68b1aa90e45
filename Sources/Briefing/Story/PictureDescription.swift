import ChartGrammar
import Evidence
import Graphics
import MapGrammar

/// A picture of the pack, and how it is to be seen.
public struct PictureDescription: Hashable, Sendable {
  public var picture: Picture
  /// What it shows, for those who can't see it.
  public var alternative: String
  public var form: Form
  /// What must be seen of it, in shares of its width from the left and of its height from the top: what is cut off is cut off
  /// around it.
  public var focus: Point

  public enum Form: Hashable, Sendable {
    /// As it is.
    case whole
    /// Cut to the room that it gets.
    case cropped
    /// Cut to the usual shape of a person's picture.
    case portrait
    /// Cut to the room that it gets, however high that is.
    case cover
  }

  public init(_ picture: Picture, alternative: String, form: Form, focus: Point = Point(0.5, 0.5)) {
    self.picture = picture
    self.alternative = alternative
    self.form = form
    self.focus = focus
  }
}

extension PictureDescription: ExhibitContent {
  public var shownFigures: [Figure] { [] }
  public var figuresInWords: [String] { [] }
  public var tellsOf: [ChartDescription.Event] { [] }
  public var recordedWords: [(text: String, figures: [String])] { [] }
  public var sites: [Site] { [] }
  public var isFromAtlas: Bool { false }
  public var piece: Int? { nil }
  public var figuresInTime: [Figure] { [] }
  public var targetsOfOtherTimes: [(time: Period, target: Period)] { [] }
}
