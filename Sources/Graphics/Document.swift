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

    public init(_ frame: Frame, label: String) {
      self.frame = frame
      self.label = label
    }
  }

  /// A bookmark.
  public struct OutlineEntry: Hashable, Sendable {
    public var title: String
    /// The name of an anchor on one of the pages.
    public var anchor: String
    public var children: [OutlineEntry]

    public init(_ title: String, anchor: String, children: [OutlineEntry] = []) {
      self.title = title
      self.anchor = anchor
      self.children = children
    }
  }

  public var metadata: Metadata
  public var pages: [Page]
  public var outline: [OutlineEntry]

  public init(metadata: Metadata, pages: [Page], outline: [OutlineEntry] = []) {
    self.metadata = metadata
    self.pages = pages
    self.outline = outline
  }
}
