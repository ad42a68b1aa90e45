import Diagnostics

/// A page that the pack writes itself: recommendations, background, an annex.
public struct FreePage: Hashable, Sendable {
  /// Its file in the pack, which no other page has.
  public var name: String
  public var title: InlineText
  public var place: Place
  /// Names of the layouts that show it; empty: all.
  public var layouts: [String]
  /// Where those names stand, in the same order.
  public var layoutPlaces: [SourceLocation] = []
  public var blocks: [Block]

  /// Where it stands in a document.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    /// Before the questions.
    case before
    /// Behind them.
    case after
    /// At the end.
    case annex
  }

  public enum Block: Hashable, Sendable {
    /// 2 below the title, 3 below that.
    case heading(InlineText, level: Int)
    case paragraph(InlineText)
    case item(Item)
    case table(Table)
    case exhibit(Exhibit)
  }

  /// A paragraph of a list.
  public struct Item: Hashable, Sendable {
    public var text: InlineText
    /// "1." or "•"; `nil` of what goes on with the item before.
    public var marker: String?
    /// 0 of a list that stands in no other.
    public var depth: Int
    /// Which of the page's lists, the outermost.
    public var list: Int
  }

  public struct Table: Hashable, Sendable {
    public var head: [InlineText]
    /// As many cells in each as the head has.
    public var rows: [[InlineText]]
    /// By column whether it is flush right.
    public var isRight: [Bool]
  }

  /// All its words, in order.
  public var texts: [InlineText] {
    [title]
      + blocks.flatMap { block -> [InlineText] in
        switch block {
        case .heading(let text, _), .paragraph(let text): [text]
        case .item(let item): [item.text]
        case .table(let table): table.head + table.rows.joined()
        case .exhibit: []
        }
      }
  }

  public var exhibits: [Exhibit] {
    blocks.compactMap { if case .exhibit(let exhibit) = $0 { exhibit } else { nil } }
  }
}

extension Story {
  /// All that its documents may show, each layout's choice aside: the questions', the overview's map, those of its pages.
  public var allExhibits: [Exhibit] {
    questions.flatMap(\.exhibits) + [map].compactMap(\.self) + pages.flatMap(\.exhibits)
  }
}
