import Diagnostics
import Testing
import YAMLReading

@testable import Briefing

private func names(_ names: [String], in language: String) -> [String] {
  names.map { Attendee(name: $0, location: SourceLocation(file: "a.csv")) }.inOrder(of: language).map(\.name)
}

// The orders are those of the alphabets: Swedish å ä ö after z, Turkish ç after c and ı before i, Kazakh ә after а
// and қ after к, Uzbek oʻ and sh near the end.
@Test(arguments: [
  ("sv", ["Zorn", "Öst", "Ärlig", "Adam", "Åberg"], ["Adam", "Zorn", "Åberg", "Ärlig", "Öst"]),
  ("de", ["Zorn", "Öst", "Ärlig", "Adam", "Ohm"], ["Adam", "Ärlig", "Ohm", "Öst", "Zorn"]),
  ("tr", ["İnci", "Ilgaz", "Dal", "Çelik", "Can"], ["Can", "Çelik", "Dal", "Ilgaz", "İnci"]),
  (
    "kk", ["Яков", "Қанат", "Әлия", "Бота", "Алма", "Кот"], ["Алма", "Әлия", "Бота", "Кот", "Қанат", "Яков"]
  ),
  ("uz", ["Oʻktam", "Shuhrat", "Zafar", "Olim"], ["Olim", "Zafar", "Oʻktam", "Shuhrat"]),
  ("en-GB", ["de Vries", "Diaz", "Dean"], ["de Vries", "Dean", "Diaz"]),
])
func attendeesAreSortedAsTheLanguageSorts(language: String, given: [String], expected: [String]) {
  #expect(names(given, in: language) == expected)
}

@Test func aListIsReadAsSpreadsheetsSaveIt() throws {
  let text =
    "\u{FEFF}Name;Number;Role;Organisation;\r\n\"Doe; Jane\";7;Chair;\r\n Ann   Lee ;;;UN;\r\n;;;;\r\n"
  let (attendees, warnings) = try Attendee.read(text, file: "list.csv")
  #expect(attendees.map(\.name) == ["Doe; Jane", "Ann Lee"])
  #expect(attendees.map(\.number) == [7, nil])
  #expect(attendees.map(\.role) == ["Chair", nil])
  #expect(attendees.map(\.organisation) == [nil, "UN"])
  #expect(warnings.isEmpty)
}

@Test func everyMistakeOfAListIsSaidWithItsPlace() {
  let text = "name,number,rôle\nJane,0,a\n,3,b\nAnn,two,c\nBob,5,d\nEve,5,e\n"
  #expect {
    try Attendee.read(text, file: "list.csv")
  } throws: { error in
    let said = (error as? DiagnosticError)?.diagnostics.map { String($0.description.prefix { $0 != "\n" }) }
    return said == [
      "list.csv:1:13: warning: the column 'rôle' is passed over",
      "list.csv:2:6: error: '0' is no number of a copy", "list.csv:3:1: error: the name is missing",
      "list.csv:4:5: error: 'two' is no number of a copy",
      "list.csv:6:5: error: the number 5 is Bob's already",
    ]
  }
}

@Test(arguments: [("who\nJane\n", "has no column 'name'"), ("name\n", "nobody is listed here")])
func aListOfNobodyIsAnError(text: String, message: String) {
  #expect { try Attendee.read(text, file: "list.csv") } throws: { "\($0)".contains(message) }
}

@Test func aMeetingIsReadWithItsMistakes() throws {
  let file = YAMLFile(
    """
    meeting:
      date: 3 December
      room: Hall 2
      agenda:
        - { time: 10:00, item: Opening }
        - { time: 11:00 }
      attendees:
        - { name: Jane Doe, role: Chair, number: 2 }
        - { role: Nobody }
        - { name: Ann, number: 2 }
    """, path: "pack.yml")
  let meeting = try #require(file.root?.anyMapping()?["meeting"].flatMap(Pack.meeting))
  #expect(meeting.agenda.map(\.item.text) == ["Opening"])
  #expect(meeting.agenda.first?.time?.text == "10:00")
  guard case .list(let attendees) = meeting.attendees else { throw DiagnosticError("no list") }
  #expect(attendees.map(\.name) == ["Jane Doe", "Ann"])
  let said = file.log.diagnostics.map { String($0.description.prefix { $0 != "\n" }) }
  #expect(
    said == [
      "pack.yml:2:9: error: '3 December' is no date", "pack.yml:6:7: error: the key 'item' is missing",
      "pack.yml:9:7: error: the key 'name' is missing",
      "pack.yml:10:28: error: the number 2 is Jane Doe's already",
    ])
}

@Test func attendeesStandAsListedOrByDelegation() {
  let listed = [("Zed", "B"), ("Ann", "A"), ("Bob", "B"), ("Cy", nil), ("Al", "A")].map {
    name, organisation in
    Attendee(name: name, organisation: organisation, location: SourceLocation(file: "a.csv"))
  }
  #expect(listed.inOrder(.listed, language: "en").map(\.name) == ["Zed", "Ann", "Bob", "Cy", "Al"])
  #expect(listed.inOrder(.delegations, language: "en").map(\.name) == ["Zed", "Bob", "Ann", "Al", "Cy"])
  #expect(listed.inOrder(.names, language: "en").map(\.name) == ["Al", "Ann", "Bob", "Cy", "Zed"])
}
