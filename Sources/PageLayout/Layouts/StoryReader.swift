import Briefing

/// A story that notes what is read of it, so that what was made from it can be taken again as long as that is the same.
@dynamicMemberLookup
final class StoryReader {
  private let story: Story
  /// For each part that was read whether another story has the same there.
  private var needs: [PartialKeyPath<Story>: (Story) -> Bool] = [:]

  init(_ story: Story) { self.story = story }

  subscript<Part: Equatable>(dynamicMember path: KeyPath<Story, Part>) -> Part {
    let part = story[keyPath: path]
    if needs[path] == nil { needs[path] = { $0[keyPath: path] == part } }
    return part
  }

  /// Whether all that was read stands in another story just so.
  var readsTheSame: (Story) -> Bool {
    let needs = Array(needs.values)
    return { story in needs.allSatisfy { $0(story) } }
  }
}
