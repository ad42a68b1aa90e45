extension [Diagnostic] {
  /// Each thing that is wrong once, where it is first met, with the other places of the same mistake: an id that no row
  /// has may be used in twenty. Of whole files each is said.
  public var saidOnce: [Diagnostic] {
    var places: [Diagnostic: [SourceLocation]] = [:]
    for diagnostic in self {
      if let location = diagnostic.location, location.line != nil {
        places[diagnostic.anywhere, default: []].append(location)
      }
    }
    var result: [Diagnostic] = []
    for diagnostic in self {
      let others = places[diagnostic.anywhere] ?? []
      guard let location = diagnostic.location, location.line != nil, others.count > 1 else {
        result.append(diagnostic)
        continue
      }
      if location != others[0] { continue }
      var first = diagnostic
      first.message += "; the same at \(Self.words(for: others.dropFirst(), after: location))"
      result.append(first)
    }
    return result
  }

  /// "51:37, 58:30, summaries/1.md:5:9 and 3 more places": the file where it is another than that of the place before.
  private static func words(for places: ArraySlice<SourceLocation>, after first: SourceLocation) -> String {
    var file = first.file
    let named = places.prefix(mostPlaces).map { place in
      let name = [place.file == file ? nil : place.file, place.placeInFile].compactMap(\.self)
      file = place.file
      return name.joined(separator: ":")
    }
    let more = places.count - named.count
    return named.joined(separator: ", ") + (more > 0 ? " and \(more) more places" : "")
  }

  private static var mostPlaces: Int { 12 }
}

extension Diagnostic {
  /// The mistake, wherever it was met.
  fileprivate var anywhere: Diagnostic { Diagnostic(severity, message, advice: advice) }
}
