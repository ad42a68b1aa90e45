/// Why no questions were found in a text, and what to do about it.
struct NoQuestions {
  let message: String
  let advice: String

  init(_ lines: [SourceLine], _ speakers: Speakers) {
    let written = lines.filter { !$0.isBlank }
    let dashed = written.count { $0.text.first?.isDash ?? false }
    let asks = written.contains { $0.text.contains(where: \.asksQuestion) }
    let write = "write 'Q:' before each question and 'A:' before its answer, each on a line of its own"
    let known = "; or say who speaks: 'bayan new FILE --interviewer Reporter --expert \"Mr Rudd\"'"
    let rest = written.isEmpty ? "" : known + seen(in: lines, speakers)
    if isUntoldCaptions(lines) {
      message = "the transcript has no questions: these are captions, and they don't say who speaks"
      advice = write + rest
    } else if dashed > 2, dashed * 2 > written.count {
      message =
        "the transcript has no questions: its turns begin with dashes, and who asks can't be told from them"
      advice = write + rest
    } else if written.count < 4, written.reduce(0, { $0 + $1.text.count }) > 400, asks {
      message =
        "the transcript has no questions: all of it stands on \(written.count == 1 ? "one line" : "a few lines")"
      advice = "begin a line at each turn, with whoever speaks before it" + rest
    } else if !asks, !written.isEmpty, speakers.readings.isEmpty {
      message = "the transcript has no questions: nobody asks in it"
      advice =
        "it may be a speech: write 'Q: …' with what it answers before each of its parts, and 'A:' before the part"
        + rest
    } else {
      message = "the transcript has no questions"
      advice =
        "begin each question with its number and a full stop ('1. …?'), or with 'Q:' and its answer with 'A:'"
        + known + seen(in: lines, speakers)
    }
  }
}

/// Most lines bore a player's time, and none says who speaks.
func isUntoldCaptions(_ lines: [SourceLine]) -> Bool {
  let written = lines.filter { !$0.isBlank }
  return written.count { $0.isTimed } * 2 > written.count && written.count > 3
    && written.allSatisfy { $0.opening?.isWeak ?? true }
}

/// Of captions that don't say who speaks, few lines ask: their question marks tell nothing.
func isHardlyAsked(_ found: FoundQuestions, _ lines: [SourceLine]) -> Bool {
  found.form == .unlabelled && isUntoldCaptions(lines)
    && found.turns.count * 6 < lines.count { !$0.isBlank }
}

/// What comes again at the beginning of lines, where no question was found: it may be whoever speaks.
private func seen(in lines: [SourceLine], _ speakers: Speakers) -> String {
  var counts: [String: Int] = [:]
  var order: [String] = []
  for line in lines where !line.isBlank {
    let words = line.text.split(whereSeparator: \.isBlank)
    for length in 1...2 where words.count > length {
      let opening = words.prefix(length).map { $0.string }.joined(separator: " ")
      if counts[opening] == nil { order.append(opening) }
      counts[opening, default: 0] += 1
    }
  }
  let again = order.filter { counts[$0, default: 0] > 1 }.sorted {
    counts[$0, default: 0] > counts[$1, default: 0]
  }
  let labels = (speakers.readings.map(\.label) + again).prefix(4).map { "'\($0)'" }.joined(separator: ", ")
  return labels.isEmpty ? "" : ". Lines begin with \(labels)"
}
