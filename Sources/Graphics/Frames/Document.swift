/// Pages ready for the press, with what a reader finds its way by.
public struct Document: Hashable, Sendable {
  public struct Metadata: Hashable, Sendable {
    public var title: String
    public var author: String
    public var subject: String
    public var keywords: [String] = []
    /// BCP 47 ("en-GB").
    public var language: String
    /// When the document says it was made, ISO 8601 ("2018-11-20" or with a time); never the clock.
    public var date: String?

    public init(title: String, author: String, subject: String, language: String, date: String? = nil) {
      self.title = title
      self.author = author
      self.subject = subject
      self.language = language
      self.date = date
    }
  }

  public struct Page: Hashable, Sendable {
    public var frame: Frame
    /// The page's number as it is printed ("3", "iv").
    public var label: String
    /// The layout's name for pages like this one ("question"); empty for a side of a sheet.
    public var part: String
    /// Where a print shop cuts; `nil` where the page is not cut.
    public var cut: Cut?

    public init(_ frame: Frame, label: String, part: String = "", cut: Cut? = nil) {
      self.frame = frame
      self.label = label
      self.part = part
      self.cut = cut
    }
  }

  /// The boxes of a page that is cut after printing (ISO 32000-1, 14.11.2), on its frame.
  public struct Cut: Hashable, Sendable {
    public var trim: Rect
    /// Contains `trim`; what is printed up to here is cut off with the edge.
    public var bleed: Rect

    public init(trim: Rect, bleed: Rect) {
      self.trim = trim
      self.bleed = bleed
    }
  }

  /// Which edge a sheet is turned over that is printed on both sides.
  public enum Duplex: String, Hashable, Sendable, CaseIterable {
    case longEdge = "long-edge"
    case shortEdge = "short-edge"
  }

  /// A bookmark.
  public struct OutlineEntry: Hashable, Sendable {
    public var title: String
    /// On one of the pages.
    public var anchor: Anchor
    public var children: [OutlineEntry]

    public init(_ title: String, anchor: Anchor, children: [OutlineEntry] = []) {
      self.title = title
      self.anchor = anchor
      self.children = children
    }
  }

  /// A file that travels inside the document.
  public struct Attachment: Hashable, Sendable {
    public var name: String
    /// What a person who finds it is told.
    public var description: String
    /// "application/json"
    public var mediaType: String
    public var bytes: [UInt8]

    public init(name: String, description: String, mediaType: String, bytes: [UInt8]) {
      self.name = name
      self.description = description
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  public var metadata: Metadata
  public var pages: [Page]
  public var outline: [OutlineEntry]
  /// Whether the pages are sides of sheets, a front and its back in turn, and how these lie in the printer.
  public var duplex: Duplex?
  /// Whether the pages are sides of sheets, which are printed at their own size.
  public var isImposed = false
  /// Whether all its colours are greys, to be printed with black alone.
  public var isGrey = false
  public var attachments: [Attachment]

  public init(
    metadata: Metadata, pages: [Page], outline: [OutlineEntry] = [], attachments: [Attachment] = []
  ) {
    self.metadata = metadata
    self.pages = pages
    self.outline = outline
    self.attachments = attachments
  }
}
