import Interview
import Testing

/// Scripts without capitals, and with digits of their own.
struct ScriptTests {
  @Test(arguments: [
    ("سؤال: لماذا؟", "جواب: بسبب المطر.1 والثلج.", "1 وفق الإحصاء.", "وفق الإحصاء."),
    ("پرسش: چرا؟", "پاسخ: به دلیل باران.۱ و برف.", "۱ طبق آمار.", "طبق آمار."),
    ("问：为什么？", "答：因为下雨。1还有下雪。", "1 根据统计。", "根据统计。"),
    ("问：为什么？", "答：因为下雨了1。还有下雪。", "1根据统计。", "根据统计。"),
    ("प्रश्न: क्यों?", "उत्तर: बारिश के कारण।1 और बर्फ।", "1 आँकड़ों के अनुसार।", "आँकड़ों के अनुसार।"),
    (
      "კითხვა: რატომ?", "პასუხი: წვიმის გამო.1 და თოვლის.", "1 სტატისტიკის მიხედვით.", "სტატისტიკის მიხედვით."
    ),
    ("שאלה: למה?", "תשובה: בגלל הגשם.1 והשלג.", "1 לפי הסטטיסטיקה.", "לפי הסטטיסטיקה."),
    ("ถาม: ทำไม?", "ตอบ: เพราะฝน1 และหิมะ", "1 ตามสถิติ", "ตามสถิติ"),
  ])
  func footnotesAreReadInScriptsWithoutCapitals(
    question: String, answer: String, note: String, text: String
  ) throws {
    let transcript = try read("\(question)\n\n\(answer)\n\n\(note)\n")
    #expect(transcript.footnotes.map(\.text) == [text])
    #expect(transcript.paragraphs.flatMap(\.marks).map(\.footnote) == [1])
    #expect(!transcript.paragraphs.contains { $0.text.contains("1") || $0.text.contains("۱") })
  }

  @Test(arguments: ["١. لماذا؟\n\nبسبب المطر.\n\n٢. ومتى؟\n\nفي الشتاء.\n", "１．なぜ？\n\n雨。\n\n２．いつ？\n\n冬。\n"])
  func questionsAreNumberedWithDigitsOfTheirScript(text: String) throws {
    #expect(try read(text).questions.map(\.number) == [1, 2])
  }

  @Test func linesOfGeorgianAreNotTakenForTheirMiddles() throws {
    let transcript = try read("1. რატომ?\n\nწვიმს.\nთოვს.\n\n2. როდის?\n\nზამთარში.\n")
    #expect(transcript.questions.map { $0.answer.map(\.text) } == [["წვიმს.", "თოვს."], ["ზამთარში."]])
  }
}
