/// What a turn does that no question mark shows: it requests an answer ("Tell me about the ships."), or it states and only
/// seeks assent ("It is not. Don't you think?").
extension Array where Element == Unicode.Scalar {
  /// Some words that tell somebody to speak: its first sentence or its last begins with them.
  var requestsAnswer: Bool {
    guard count(where: \.isBlank) < Requests.mostWords else { return false }
    let sentences = sentences
    return [sentences.first, sentences.last].contains { sentence in
      guard let sentence else { return false }
      return Requests.begins(sentence.words)
    }
  }

  /// It begins by saying that it asks: "I’d like to ask how …", without a question mark.
  var asksForLeave: Bool { Requests.asksForLeave(Array(prefix(200)).words) }

  /// It ends with a question that only asks whether one agrees, after something that is no question.
  var endsWithTag: Bool {
    let sentences = sentences
    guard asksQuestion, let last = sentences.last else { return false }
    if sentences.count > 1, !sentences[sentences.count - 2].asksQuestion, Requests.isTag(last.words) {
      return true
    }
    guard let comma = last.lastIndex(where: { $0 == "," || $0 == "，" }), comma > 0 else { return false }
    return Requests.isTag(Array(last[(comma + 1)...]).words)
  }

  /// Cut behind what ends each.
  var sentences: [Scalars] {
    var sentences: [Scalars] = []
    var start = 0
    for index in indices where self[index].endsSentence {
      let next = skippingBlanks(from: index + 1)
      let isEnd = next >= count || self[index + 1].isBlank
      guard isEnd, index >= start else { continue }
      sentences.append(Scalars(self[start...index]))
      start = next
    }
    if start < count { sentences.append(Scalars(self[start...])) }
    return sentences
  }

  /// In small letters, with plain apostrophes.
  var words: [String] {
    split { !$0.isLetter && $0 != "'" && $0 != "’" }
      .map { word in Scalars(word.map { $0 == "’" ? "'" : $0 }).string.lowercased() }
  }
}

enum Requests {
  /// Who requests says it in a few sentences.
  static let mostWords = 40

  /// After words that lead over to it: "And then please tell us".
  static func begins(_ words: [String]) -> Bool {
    let rest = words.drop { leads.contains($0) }
    return (1...4).contains { length in
      rest.count >= length && openings.contains(rest.prefix(length).joined(separator: " "))
    }
  }

  static func asksForLeave(_ words: [String]) -> Bool {
    let opening = " \(words.prefix(8).joined(separator: " ")) "
    return leaves.contains { opening.contains(" \($0) ") }
  }

  static func isTag(_ words: [String]) -> Bool {
    guard let first = words.first, words.count <= 4 else { return false }
    if tags.contains(words.joined(separator: " ")) { return true }
    // "Isn't it", "wouldn't you say", "do you not".
    return first.hasSuffix("n't") && words.count > 1 && pronouns.contains(words[1])
      || words.count == 3 && auxiliaries.contains(first) && pronouns.contains(words[1]) && words[2] == "not"
  }

  private static let leads = list(
    """
    and so then now well ok okay right yes please first but also just и а ну так тогда пожалуйста und dann bitte also nun
    et alors bien y entonces bueno por favor e allora
    """, " ")

  private static let openings = list(
    """
    tell me|tell us|tell our|go on|go ahead|describe|explain|walk us|walk me|take us|take me|talk us|talk me|talk to us|talk about
    say more|say something|say a few|give us|give me|elaborate|continue|carry on|remind us|remind me|introduce yourself|state your
    share with|help us understand|help me understand|paint us|let us talk|let us turn|talk about
    расскажите|расскажи|опишите|опиши|объясните|объясни|поясните|поясни|продолжайте|продолжай|скажите|представьтесь|поделитесь
    розкажіть|опишіть|поясніть|айтып беріңіз|айтыңызшы|сипаттап беріңіз|aytib bering|gapirib bering|tushuntirib bering
    айтып бериңиз|бигӯед|anlatın|anlatır mısınız|açıklayın|devam edin|erzählen sie|beschreiben sie|erklären sie|schildern sie
    erläutern sie|fahren sie fort|sagen sie|parlez nous|parlez moi|décrivez|expliquez|racontez|dites nous|dites moi|continuez
    cuéntenos|cuénteme|cuéntanos|háblenos|hábleme|háblanos|describa|explique|explíquenos|continúe|siga|fale|conte|descreva|continue
    racconti|ci racconti|mi racconti|descriva|spieghi|continui|proszę opowiedzieć|proszę powiedzieć|opowiedz|vertel|beschrijf
    """, "|")

  private static let leaves = list(
    """
    i'd like to ask|i would like to ask|i wanted to ask|i want to ask|may i ask|let me ask|my question is|my question concerns
    хотел бы спросить|хотела бы спросить|хочу спросить|мой вопрос|ich möchte fragen|ich wollte fragen|meine frage ist
    je voudrais demander|je voudrais savoir|ma question est|quisiera preguntar|quería preguntar|mi pregunta es|vorrei chiedere
    """, "|")

  private static let tags = list(
    """
    right|no|yes|ok|okay|you know|you see|eh|huh|correct|agreed|true|know what i mean|isn't that so|is it not|am i right
    не так ли|правда|верно|да|так ведь|правильно|солай емес пе|to'g'rimi|shunday emasmi|değil mi|öyle değil mi|nicht wahr
    nicht|oder|oder nicht|n'est ce pas|non|verdad|no es así|no cree|não é|né|vero|no è vero|prawda|nie|toch
    """, "|")

  private static let pronouns = list("i you he she it we they that there this", " ")

  private static let auxiliaries = list(
    "is are was were do does did have has had will would can could should am", " ")

  private static func list(_ text: String, _ separator: Character) -> Set<String> {
    Set(text.split { $0 == separator || $0.isNewline }.map(String.init))
  }
}
