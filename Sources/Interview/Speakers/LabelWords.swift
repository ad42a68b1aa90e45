/// What a label's turns are in an interview.
public enum LabelRole: String, Hashable, Sendable, CaseIterable {
  case asks, answers
  /// Leads the talk: opens it, hands the word on, and asks now and then.
  case chairs
  /// A word and a colon that belong to the text ("Note:").
  case text
}

/// Labels that say what a turn is, or whose office, and name nobody, in lower case without full stops.
enum LabelWords {
  /// What the whole label says by itself: "Q", "Answer", "Вопрос".
  static func role(ofWhole key: String) -> LabelRole? { whole[key] ?? people[key] }

  /// What a word of the label says about a person: "Second reporter", "Journalist (Amber Radio)".
  static func role(ofWord word: String) -> LabelRole? { people[word] }

  /// Words before a name that make it a person's: "Dr", "Senator".
  static func isTitle(_ word: String) -> Bool { titles.contains(word) }

  /// Small words inside names, or at their head.
  static func isParticle(_ word: String) -> Bool { particles.contains(word) }

  /// What machines that write down talk call somebody whose name they don't know: "speaker_00", "spk-1", "sprecher 2", "s1".
  static func isMachineName(_ key: String) -> Bool {
    let name = key.prefix { !$0.isNumber && !" _-".contains($0) }
    let rest = key.dropFirst(name.count).drop { " _-".contains($0) }
    guard machineNames.contains(String(name)), (1...2).contains(rest.count) else { return false }
    return rest.allSatisfy(\.isNumber)
      || name.count > 2 && rest.count == 1 && rest.allSatisfy { ("a"..."h").contains($0) }
  }

  /// Words that thank, with which an interview ends.
  static func thanks(_ word: String) -> Bool { thanks.contains(word) }

  private static let whole: [String: LabelRole] = {
    var roles: [String: LabelRole] = [:]
    let asks = """
      q question questions qn в вопрос сұрақ savol сувол савол саволнома суроо sual sorag soru s f frage fr pregunta p \
      pergunta domanda d vraag v pytanie otázka питання запитання въпрос питање pitanje întrebare kérdés ερώτηση e spm \
      pertanyaan tanya hỏi асуулт հարց კითხვა سؤال س سوال پرسش שאלה ש 问 問 提问 提問 质询 質問 问题 문 질문 \
      प्रश्न सवाल প্রশ্ন கேள்வி คำถาม ถาม kysymys fråga spørsmål spørgsmål sp küsimus jautājums klausimas
      """
    let answers = """
      a answer answers ans о ответ жауап javob жавоб ҷавоб жооп cavab jogap cevap yanıt c antwort réponse r respuesta \
      resposta risposta antwoord odpowiedź odpověď odpoveď відповідь отговор одговор odgovor răspuns válasz απάντηση \
      jawab jawaban đáp хариулт պատասխան პასუხი جواب ج إجابة الجواب پاسخ תשובה ת 答 回答 答复 答覆 답 답변 대답 उत्तर जवाब \
      উত্তর பதில் คำตอบ ตอบ vastaus svar vastus atbilde atsakymas
      """
    for word in asks.split(separator: " ") { roles[String(word)] = .asks }
    for word in answers.split(separator: " ") { roles[String(word)] = .answers }
    // French writes "Q" and "R", Spanish "P" and "R"; a lone "R", "E" or "C" is too often somebody's initial.
    for initial in ["s", "f", "p", "d", "v", "e", "c", "r"] { roles[initial] = nil }
    return roles
  }()

  private static let people: [String: LabelRole] = {
    var roles: [String: LabelRole] = [:]
    let asks = """
      interviewer interviewers journalist journalists reporter reporters correspondent host questioner anchor presenter \
      unidentified \
      интервьюер корреспондент журналист журналистка репортер репортёр ведущий ведущая \
      интервьюерша тілші журналистер жүргізуші muxbir jurnalist boshlovchi мухбир журналисттер кабарчы хабарнигор \
      journaliste reporterin journalistin interviewerin moderatorin intervieweur intervieweuse présentateur \
      entrevistador entrevistadora periodista reportero reportera presentador jornalista repórter intervistatore \
      intervistatrice giornalista dziennikarz dziennikarka novinář gazeteci muhabir sunucu jurnalist журналіст \
      кореспондент ведучий الصحفي صحفي المذيع مذيع المحاور خبرنگار مجری 记者 記者 主持人 访谈者 采访者 司会 기자 진행자 \
      पत्रकार ผู้สื่อข่าว พิธีกร wartawan
      """
    let answers = """
      respondent interviewee expert guest witness респондент эксперт гость сарапшы ekspert mehmon гост \
      interviewte befragter befragte expertin experte interviewé interviewée invité invitée entrevistado entrevistada \
      invitado experto intervistato esperto 嘉宾 专家 受访者
      """
    let chairs = """
      announcer narrator operator coordinator диктор оператор chair chairman chairwoman chairperson moderator speaker председатель председательствующий модератор төраға \
      модератори raislik vorsitzender vorsitzende moderatorin modérateur modératrice moderador \
      moderadora moderatore moderatorka 主席 议长
      """
    for word in asks.split(separator: " ") { roles[String(word)] = .asks }
    for word in answers.split(separator: " ") { roles[String(word)] = .answers }
    for word in chairs.split(separator: " ") { roles[String(word)] = .chairs }
    // "Speaker 1" is how a machine calls anybody.
    roles["speaker"] = nil
    return roles
  }()

  private static let titles = words(
    """
    mr mrs ms miss mx dr prof professor doctor sir dame lord lady senator rep representative congressman congresswoman \
    delegate judge justice counsel president vice prime minister secretary ambassador governor mayor commissioner \
    director general colonel captain admiral chancellor premier spokesperson spokesman spokeswoman king queen prince \
    princess sheikh his her the hon chair chairman chairwoman \
    господин госпожа г-н г-жа д-р др проф профессор доктор министр президент посол сенатор депутат мырза ханым \
    herr frau ministerin präsident präsidentin botschafter monsieur madame m mme docteur ministre ambassadeur \
    señor señora sr sra don doña ministro ministra embajador embajadora signor signora senhor senhora janob xonim vazir \
    bay bayan sayın bakan pan pani
    """)

  /// Words that announce a remark, not a speaker, where they stand before a colon.
  static func isRemark(_ word: String) -> Bool { remarks.contains(word) }

  private static let remarks = words(
    """
    note notes nb ps warning attention source sources update correction erratum laughter applause pause break end editor editor's \
    transcript time date place venue subject subjects topic topics duration location recorded example summary result important \
    points highlights e&oe \
    примечание источник внимание смех пауза anmerkung hinweis quelle achtung remarque attention nota fuente fonte
    """)

  private static let machineNames = words(
    """
    s speaker spk spkr sprecher sprecherin locuteur orateur hablante interlocutor parlante mówca спикер говорящий участник \
    participant konuşmacı spreker
    """)

  private static let particles = words(
    "van von de del della di da dos du la le les der den ter bin ibn al el y e und and of the via à au für der die das af zu"
  )

  private static let thanks = words(
    """
    thank thanks спасибо благодарю благодарим рахмет рақмет rahmat раҳмат рахмат danke vielen merci gracias obrigado \
    obrigada grazie dziękuję dziękujemy děkuji дякую teşekkür teşekkürler شكرا شكراً متشکرم ممنون תודה 谢谢 謝謝 感谢 \
    ありがとう 감사합니다 धन्यवाद ขอบคุณ mulțumesc hvala благодаря tack takk tak kiitos ευχαριστώ terima
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
