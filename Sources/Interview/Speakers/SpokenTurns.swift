/// Who speaks after whom, and who asks.
struct SpokenTurns {
  private struct Turn {
    /// `nil` for a question that bears a number.
    var speaker: String?
    /// It ends with a question mark, or requests an answer; one that only seeks assent at its end does not.
    var asks: Bool
    /// It only greets, thanks, or hands the word on.
    var isProcedure = false
    /// Without its label.
    var text: Scalars

    var words: Int { text.count(where: \.isBlank) + 1 }
  }

  private var turns: [Turn] = []
  /// The speakers in the order in which they come.
  private(set) var order: [String] = []

  /// Some question bears a number.
  private(set) var hasNumbers = false

  /// `speakers` has the speaker that a label's key means.
  init(_ lines: [SourceLine], speakers: [String: String]) {
    var known: Set<String> = []
    for index in lines.indices where !lines[index].isBlank {
      var length = 0
      if let opening = lines[index].opening, !opening.isWeak, opening.form != .dash {
        length = opening.length
        let speaker = opening.isSpeaker ? speakers[opening.key] ?? opening.key : nil
        turns.append(Turn(speaker: speaker, asks: false, text: []))
        if let speaker, known.insert(speaker).inserted { order.append(speaker) }
        if speaker == nil,
          lines[index...].prefix(8).prefix(while: { !$0.isBlank }).contains(where: \.text.asksQuestion)
        {
          hasNumbers = true
        }
      }
      if !turns.isEmpty { turns[turns.count - 1].text += lines[index].text.dropFirst(length) + [" "] }
    }
    for index in turns.indices {
      let text = Scalars(turns[index].text.dropLast())
      turns[index].isProcedure = text.isProcedure
      turns[index].asks =
        !turns[index].isProcedure && (text.asksQuestion ? !text.endsWithTag : text.requestsAnswer)
    }
  }

  private struct Tally {
    var leads = 0
    var replies = 0
    /// Turns after somebody who asks by office.
    var served = 0
    /// Turns between two turns of one other speaker.
    var between = 0
  }

  /// Roles by what the turns do: whoever asks where nobody asked before leads, whoever speaks after a question
  /// and does not ask replies. `known` are those of whose role nothing is left to find.
  func roles(known: [String: LabelRole]) -> (roles: [String: LabelRole], guessed: [String]) {
    var roles = known
    for speaker in leaders where roles[speaker] == nil { roles[speaker] = .chairs }
    let tallies = tally(roles)
    for speaker in order where roles[speaker] == nil {
      let tally = tallies[speaker] ?? Tally()
      // Who speaks first and asks then is hardly the one who answers.
      if tally.leads == tally.replies, tally.leads > 0, order.count > 1, speaker == order.first {
        roles[speaker] = .asks
      }
      if tally.leads != tally.replies { roles[speaker] = tally.leads > tally.replies ? .asks : .answers }
    }
    let askers = order.filter { roles[$0] == .asks }
    let asksByName = askers.count > 1 || askers.contains { officeRole($0) == nil }
    var guessed: [String] = []
    let found = self.tally(roles)
    for speaker in order where roles[speaker] == nil {
      let tally = found[speaker] ?? Tally()
      // Among reporters, one who speaks between two answers of another asks too, if without a question mark.
      let asks = tally.between > 0 && tally.served == 0 && tally.replies == 0 && asksByName
      if asks { guessed.append(speaker) }
      roles[speaker] = asks ? .asks : .answers
    }
    return (roles, guessed)
  }

  /// Among three or more, who only greets and hands the word on, and does so several times.
  private var leaders: [String] {
    guard order.count > 2 else { return [] }
    return order.filter { speaker in
      let own = turns.filter { $0.speaker == speaker }
      return own.count > 1 && own.allSatisfy(\.isProcedure) && own.contains { $0.words > 4 }
    }
  }

  /// Whether all that somebody says is what a question gets, up to the next.
  func onlyReplies(_ speaker: String) -> Bool {
    func asks(_ turn: Turn) -> Bool { turn.asks || turn.speaker.flatMap(officeRole) == .asks }
    let own = turns.indices.filter { turns[$0].speaker == speaker }
    return !own.isEmpty
      && own.allSatisfy { index in
        index > 0 && asks(turns[index - 1]) && !turns[index].asks && !turns[index].isProcedure
          && (index + 1 == turns.count || asks(turns[index + 1]))
      }
  }

  /// Of two speakers the one who was found to ask, where little speaks for it: few of his turns ask, or the other one
  /// asks half as often.
  func doubtfulAsker(_ roles: [String: LabelRole]) -> String? {
    guard order.count == 2, let asker = order.first(where: { roles[$0] == .asks }),
      let other = order.first(where: { $0 != asker }), roles[other] == .answers
    else { return nil }
    let tallies = tally(roles)
    let leads = tallies[asker]?.leads ?? 0
    let count = turns.count { $0.speaker == asker }
    let others = tallies[other]?.leads ?? 0
    // Who asks speaks first, mostly.
    let isDoubtful =
      asker == order.first
      ? leads * 4 < count || others > leads : leads * 2 < count || others > 0 && others * 2 >= leads
    return isDoubtful ? asker : nil
  }

  private func tally(_ known: [String: LabelRole]) -> [String: Tally] {
    var tallies: [String: Tally] = [:]
    for (index, turn) in turns.enumerated() {
      guard let speaker = turn.speaker else { continue }
      let before = index > 0 ? turns[index - 1] : nil
      let after = index + 1 < turns.count ? turns[index + 1].speaker : nil
      // Whoever asks by office asks without a question mark, too: "Q. If you had a message for them."
      let isAsked = before.map { $0.asks || asksByOffice($0.speaker, before: speaker) } ?? false
      if turn.asks, !isAsked { tallies[speaker, default: Tally()].leads += 1 }
      if !turn.asks, isAsked { tallies[speaker, default: Tally()].replies += 1 }
      if let other = before?.speaker, known[other] == .asks { tallies[speaker, default: Tally()].served += 1 }
      if let other = before?.speaker, other != speaker, other == after {
        tallies[speaker, default: Tally()].between += 1
      }
    }
    return tallies
  }

  private func asksByOffice(_ speaker: String?, before next: String) -> Bool {
    guard let speaker, speaker != next else { return false }
    return officeRole(speaker) == .asks && officeRole(next) == nil
  }

  /// Of two who speak in turn without a question mark, the one who says far less.
  func quieterOfTwo() -> String? {
    guard order.count == 2 else { return nil }
    let words = order.map { speaker in turns.reduce(0) { $0 + ($1.speaker == speaker ? $1.words : 0) } }
    let counts = order.map { speaker in turns.count { $0.speaker == speaker } }
    guard counts.allSatisfy({ $0 > 1 }) else { return nil }
    if words[0] * 3 < words[1] * 2 { return order[0] }
    return words[1] * 3 < words[0] * 2 ? order[1] : nil
  }
}
