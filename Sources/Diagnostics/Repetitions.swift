extension [Diagnostic] {
  /// Each error once, where it is first met, with the other places of the same mistake: an id that no row has may be used
  /// in twenty. What names nothing ("nothing stands here") is another mistake at each place, of whole files each is
  /// said, and doubts stand at their places.
  public var saidOnce: [Diagnostic] {
    var places: [Diagnostic: [SourceLocation]] = [:]
    for diagnostic in self where diagnostic.mayRepeat {
      if let location = diagnostic.location { places[diagnostic.anywhere, default: []].append(location) }
    }
    var result: [Diagnostic] = []
    for diagnostic in self {
      let all = diagnostic.mayRepeat ? places[diagnostic.anywhere] ?? [] : []
      guard all.count > 1 else {
        result.append(diagnostic)
        continue
      }
      if diagnostic.location != all[0] { continue }
      var first = diagnostic
      first.message += "; the same at \(Self.words(for: all.dropFirst()))"
      result.append(first)
    }
    return result
  }

  /// "pack.yml:51:37, summaries/1.md:5:9 and 3 more places".
  private static func words(for places: ArraySlice<SourceLocation>) -> String {
    let named = places.prefix(mostPlaces)
    let more = places.count - named.count
    return named.map { "\($0.file):\($0.placeInFile ?? "")" }.joined(separator: ", ")
      + (more > 0 ? " and \(more) more places" : "")
  }

  private static var mostPlaces: Int { 12 }
}

extension Diagnostic {
  /// Whether it may be the same mistake as another at another place.
  fileprivate var mayRepeat: Bool {
    severity == .error && location?.line != nil && message.contains("'")
  }

  /// The mistake, wherever it was met.
  fileprivate var anywhere: Diagnostic { Diagnostic(severity, message, advice: advice) }
}
