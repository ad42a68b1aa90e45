extension NumberStatement {
  /// Whether a word that looks like an aim or a guess says what is or was.
  static func isDone(_ tokens: TokenRow, at place: Int) -> Bool {
    switch tokens.key(place) {
    // "An integral part of the plan is": not what is planned.
    case "plan": tokens.key(place - 1) == "the" && tokens.key(place - 2) == "of"
    // "Pledges received": they are there.
    case "pledges", "pledge": (place - 4...place + 4).contains { received.contains(tokens.key($0)) }
    // "A study estimates that 4 million died": what was is estimated, not what will be.
    case "estimate", "estimates": isOfPast(tokens, place)
    default: false
    }
  }

  private static let received: Set<String> = [
    "received", "collected", "paid", "honoured", "honored", "fulfilled",
  ]

  /// Whether a clause after "that", of which something is estimated, has its verb in the past.
  private static func isOfPast(_ tokens: TokenRow, _ place: Int) -> Bool {
    let clause = (place + 1...place + 14).prefix { ![".", ";", "?", "but"].contains(tokens.key($0)) }
    let keys = clause.map(tokens.key)
    return !keys.contains { ["will", "would", "could", "may", "might", "can", "by"].contains($0) }
      && keys.contains {
        ["was", "were", "had", "died", "killed", "saved", "has", "have", "lost"].contains($0)
      }
  }
}
