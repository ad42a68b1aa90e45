/// What only keeps a talk going: greetings, thanks, and handing the word on ("Thank you. Next question, please."). It asks
/// nothing, whoever says it.
public func isProcedure(_ text: String) -> Bool { Scalars(text.unicodeScalars).isProcedure }

extension Array where Element == Unicode.Scalar {
  /// All its sentences are such, or it asks nothing and hands the word on at its end.
  var isProcedure: Bool {
    let sentences = wholeSentences.filter { $0.contains(where: \.isLetter) }
    guard !sentences.isEmpty else { return false }
    let kinds = sentences.map(Procedure.kind)
    // "Go on.", "Please continue.": more is asked for.
    if sentences.count == 1, requestsAnswer, kinds[0] != .courtesy { return false }
    if kinds.allSatisfy({ $0 != nil }), kinds.contains(where: { $0 != .address }) { return true }
    let asks = zip(sentences, kinds).contains { $0.asksQuestion && $1 == nil }
    return !asks && kinds.suffix(2).contains(.handOver)
  }

  /// Its sentences, not cut behind "Mrs." and initials.
  private var wholeSentences: [Scalars] {
    var whole: [Scalars] = []
    for sentence in sentences {
      let last = whole.last.flatMap { $0.last == "." ? $0.lastWord : nil } ?? ""
      let isCut = LabelWords.isTitle(last) || last.count == 1 && last != "i"
      if isCut { whole[whole.count - 1] += [" "] + sentence } else { whole.append(sentence) }
    }
    return whole
  }

  private var lastWord: String? {
    let end = lastIndex(where: { !$0.isBlank && $0 != "." }) ?? startIndex
    return Scalars(self[(self[..<end].lastIndex(where: \.isBlank) ?? startIndex)...]).words.last
  }
}

private enum Procedure {
  enum Kind {
    case courtesy, handOver
    /// A few words, such as a name alone.
    case address
  }

  /// In words; what is longer says something.
  private static let (longestCourtesy, longestHandOver, longestAddress) = (12, 30, 4)

  static func kind(_ sentence: Scalars) -> Kind? {
    if sentence.count(where: \.isBlank) > longestHandOver { return nil }
    let words = sentence.words
    func has(_ phrases: Phrases) -> Bool { phrases.occur(in: words) }
    if sentence.asksQuestion { return has(checks) ? .handOver : nil }
    let isOwn = words.contains { ["my", "about", "мой", "мне"].contains($0) || $0.hasPrefix("wonder") }
    if !isOwn, has(handOvers) { return .handOver }
    if words.count <= longestCourtesy, !isOwn || words.count <= 6 {
      let begins = words.prefix(4).contains { LabelWords.thanks($0) } || has(greetings)
      // "Thank you, and now tell us about the ports."
      if begins, !words.indices.dropFirst().contains(where: { Requests.begins(Array(words[$0...])) }) {
        return .courtesy
      }
    }
    if words.count <= 6, has(pleas), !Requests.begins(words) { return .handOver }
    return words.count <= longestAddress && !Requests.begins(words) ? .address : nil
  }

  /// Questions of whoever leads a talk.
  private static let checks = Phrases(
    """
    can you hear|do you hear|are you there|are you with us|are you on the line|next question|another question|more questions
    other questions|any questions|who is next|who's next|how are you|how do you do|вы слышите|слышно|есть вопросы|как дела
    hören sie|m'entendez|me escucha|next caller
    """)

  private static let handOvers = Phrases(
    """
    next question|question comes from|question is from|question goes to|question from|go ahead|the floor|hand over|hand it over
    hand you over|turn it over|turn the call|turn the conference|turn it back|turn things over|over to you|back to you|line is open
    unmute|take your questions|take questions|take some questions|open for questions|open it up|up for questions|begin the question
    end of the press conference|end of our|out of time|running out of time|concludes|has concluded|now concluded|disconnect
    call the meeting to order|come to order|adjourned|leave it there|yield back|yield the floor|reclaim my time
    minutes remaining|you have one minute|you have two minutes|you have three minutes|you have four minutes|you have five minutes
    you have six minutes|you have seven minutes|you have ten minutes|you have thirty seconds|we'll start with|we will start with
    let's start with questions|that goes to|it goes to|raise your hand|press star|no further questions|time is up|begin with our
    слово предоставляется|вам слово|предоставить слово|предоставляю слово|передаю слово|следующий вопрос|первый вопрос от
    переходим к вопросам|перейдем к вопросам|ваши вопросы|задавайте вопросы|включите микрофон|на этом|время истекло
    начинаем брифинг|начинаем пресс|келесі сұрақ|сөз кезегі|сөз беріледі|сұрақ қойыңыз|keyingi savol|navbatdagi savol
    nächste frage|das wort|haben sie das wort|ihre fragen|question suivante|prochaine question|la parole|à vous la parole
    siguiente pregunta|próxima pregunta|la palabra|prossima domanda|la parola|próxima pergunta|a palavra|neste spørsmål
    nästa fråga|sıradaki soru|söz sizde|następne pytanie|наступне питання|вам слово
    """)

  private static let greetings = Phrases(
    """
    good morning|good afternoon|good evening|good day|hello|welcome|good to see you|good to have you|nice to see you|great to have you
    nice to meet you|thanks for|for joining us|for being with us|for being here|for your time|pleasure|have a good|have a great|bye
    appreciate it|appreciate your time|appreciate you|goodbye|good luck|hi everyone|hi everybody
    здравствуйте|добрый день|доброе утро|добрый вечер|приветствую|рад вас|рада вас|до свидания|всего доброго|до встречи
    сәлеметсіз|қайырлы|қош келдіңіз|сау болыңыз|assalomu|xush kelibsiz|xayr|ассалом|саламатсыз
    guten morgen|guten tag|guten abend|willkommen|auf wiederhören|auf wiedersehen|schönen tag|schönen abend
    bonjour|bonsoir|bienvenue|au revoir|bonne journée|bonne soirée|buenos días|buenas tardes|buenas noches|bienvenido|bienvenida
    adiós|buongiorno|buonasera|benvenuto|benvenuta|arrivederci|bom dia|boa tarde|boa noite|bem vindo|god morgen|god dag|velkommen
    välkommen|günaydın|iyi günler|hoş geldiniz|dzień dobry|witam|do widzenia|добрий день|доброго дня|вітаю
    """)

  /// "Helen, please."
  private static let pleas = Phrases(
    "please|пожалуйста|bitte|por favor|s'il vous plaît|per favore|prosím|proszę|будь ласка")
}

/// Sequences of whole words, by the first of them: some hundred are looked for in every sentence of a transcript.
private struct Phrases {
  private var rests: [String: [[String]]] = [:]

  /// `text` divides them by bars and lines.
  init(_ text: String) {
    for phrase in text.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
      let words = phrase.split(separator: " ").map(String.init)
      rests[words[0], default: []].append(Array(words.dropFirst()))
    }
  }

  func occur(in words: [String]) -> Bool {
    words.indices.contains { index in
      rests[words[index]]?.contains { words[(index + 1)...].starts(with: $0) } ?? false
    }
  }
}
