import Diagnostics

/// A question and its answer, as ranges of passages.
struct Turn {
  var number: Int
  var question: Range<Int>
  var answer: Range<Int>
}

/// Where the questions are, and by what they were recognised.
struct FoundQuestions {
  enum Form {
    case numbered, spoken, bold, unlabelled
  }

  var form: Form
  var turns: [Turn] = []
  /// Questions without a label where others have one.
  var unlabelled: Set<Int> = []
  /// Passages that begin a follow-up within an answer, as the pack says.
  var followUps: Set<Int> = []
}

/// Finds the questions: by their numbers, else by who speaks, else by their question marks.
///
/// A question is a number in order at the start of a paragraph whose text asks, or that somebody answers. A
/// numbered list within an answer neither asks nor goes on in order.
func findQuestions(
  _ passages: [Passage], speakers: Speakers, _ lines: [SourceLine], file: String, log: inout DiagnosticLog
) -> FoundQuestions {
  let numbered = NumberedQuestions(passages)
  let spoken = SpokenQuestions(passages, speakers: speakers)
  if !numbered.starts.isEmpty, spoken.starts.isEmpty || isNumbered(numbered, spoken, passages) {
    reportOrder(numbered, passages, lines, file: file, log: &log)
    return numbered.questions(passages)
  }
  return spoken.starts.isEmpty ? unlabelledQuestions(passages) : spoken.questions()
}

/// Whether the numbers are the questions' own where somebody is said to ask, too: they begin at least as many
/// questions, or the labels are no word for a question.
private func isNumbered(_ numbered: NumberedQuestions, _ spoken: SpokenQuestions, _ passages: [Passage])
  -> Bool
{
  if !numbered.label.isEmpty { return numbered.starts.count >= spoken.starts.count }
  let generic = spoken.starts.contains { start in
    passages[start].opening.map {
      LabelWords.role(ofWhole: $0.key) == .asks && LabelWords.role(ofWord: $0.key) == nil
    } ?? false
  }
  let asking = numbered.starts.count { asks($0, passages) }
  return !generic && asking >= spoken.starts.count
}

private func reportOrder(
  _ numbered: NumberedQuestions, _ passages: [Passage], _ lines: [SourceLine], file: String,
  log: inout DiagnosticLog
) {
  let before = numbered.numbersBefore(passages)
  var last = 0
  for start in numbered.starts {
    let location = lines[passages[start].line].location(in: file)
    let number = (passages[start].opening?.number ?? 0) - before
    let advice = "number the questions 1, 2, 3 … in order"
    if last == 0, number != 1 {
      log.error("the first question has the number \(number)", at: location, advice: advice)
    } else if number == last {
      log.error("question \(number) comes twice", at: location, advice: advice)
    } else if number != last + 1 {
      log.error("question \(number) follows question \(last)", at: location, advice: advice)
    }
    last = number
  }
}
