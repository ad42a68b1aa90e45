import Testing

@Test(arguments: [
  ("3", "2", "rose", "a rise", "growing", "up"),
  ("2", "3", "fell", "a fall", "shrinking", "down"),
  ("2", "2", "stayed level", "no change", "steady", "level"),
  ("-2", "-3", "rose", "a rise", "growing", "up"),
  ("0", "2", "fell", "a fall", "shrinking", "down"),
  ("2", "0", "rose", "a rise", "growing", "up"),
  ("0", "0", "stayed level", "no change", "steady", "level"),
  ("3 | about", "2", "rose", "a rise", "growing", "up"),
  ("2 | about", "2", "changed little", "little change", "nearly steady", "nearly level"),
  ("2 | more-than", "2", "rose", "a rise", "growing", "up"),
  ("2 | less-than", "2", "fell", "a fall", "shrinking", "down"),
  ("2 | at-least", "2", "rose or stayed level", "a rise or no change", "growing or steady", "up or level"),
  ("2 | at-most", "2", "fell or stayed level", "a fall or no change", "shrinking or steady", "down or level"),
  ("3 | more-than", "2 | about", "rose", "a rise", "growing", "up"),
  ("3 | more-than", "2 | less-than", "rose", "a rise", "growing", "up"),
])
func aMovementFollowsTheFigures(
  now: String, before: String, verb: String, noun: String, adjective: String, adverb: String
) throws {
  func row(_ text: String, _ period: String) -> ClaimRow {
    let parts = text.split(separator: "|").map(String.init)
    return ClaimRow(stringLiteral: "\(parts[0]) | USD bn | \(period) | \(parts.dropFirst().first ?? "")")
  }
  let (a, b) = (row(now, "2018"), row(before, "2017"))
  #expect(try said("{a|rose from b}", a, b) == verb)
  #expect(try said("{a|a rise from b}", a, b) == noun)
  #expect(try said("{a|growing from b}", a, b) == adjective)
  #expect(try said("{a|up from b}", a, b) == adverb)
}

@Test(
  arguments: [
    ("2 | USD bn | 2018 | more-than", "3 | USD bn | 2017"),
    ("3 | USD bn | 2018 | less-than", "2 | USD bn | 2017"),
    ("3 | USD bn | 2018 | more-than", "2 | USD bn | 2017 | more-than"),
    ("3 | USD bn | 2018 | less-than", "2 | USD bn | 2017 | at-most"),
    ("2 | USD bn | 2018 | at-least", "3 | USD bn | 2017 | about"),
  ] as [(ClaimRow, ClaimRow)])
private func noDirectionIsSaidThatTheQualifiersLeaveOpen(a: ClaimRow, b: ClaimRow) throws {
  for form in [
    "rose from", "a rise from", "growing from", "up from", "doubled from", "larger than", "larger of",
  ] {
    let words = try said("{a|\(form) b}", a, b)
    #expect(words.hasPrefix("error: which of ") && words.hasSuffix(" is larger is not known"), "\(words)")
  }
}

@Test(
  arguments: [
    ("3 | USD bn | 2018", "2 | km | 2017", "'a' is in USD bn and 'b' in km: they can't be compared"),
    (
      "3 | USD bn | 2018-01/2018-09", "2 | USD bn | 2017",
      "'a' is for January–September 2018 and 'b' for 2017, which is not as long"
    ),
    ("3 | USD bn | 2018", "2 | USD bn | 2017 | | target", "'b' is a goal: nothing has moved from or to it"),
    ("3 | USD bn | 2018 | | target", "2 | USD bn | 2017", "'a' is a goal: nothing has moved from or to it"),
    (
      "3 | USD bn | 2016", "2 | USD bn | 2017",
      "'a' (2016) is not later than 'b' (2017): nothing has moved from one to the other"
    ),
    (
      "3 | USD bn | 2017", "2 | USD bn | 2017",
      "'a' (2017) is not later than 'b' (2017): nothing has moved from one to the other"
    ),
    (
      "3 | USD bn | 2022 | | estimate", "2 | USD bn | 2017",
      "'a' is an estimate for 2022, after the date of the figures: nothing has moved yet"
    ),
  ] as [(ClaimRow, ClaimRow, String)])
private func whatIsNoMovementIsNotSaidAsOne(a: ClaimRow, b: ClaimRow, expected: String) throws {
  for form in ["rose from", "a rise from", "growing from", "up from", "doubled from"] {
    #expect(try said("{a|\(form) b}", a, b, asOf: "2021") == "error: " + expected)
  }
}

@Test(arguments: [
  ("4", "2", "doubled"), ("4.04", "2", "about doubled"), ("3.96", "2", "about doubled"),
  ("5", "2", "more than doubled"),
  ("6", "2", "tripled"), ("7", "2", "more than tripled"), ("8", "2", "quadrupled"),
  ("9", "2", "more than quadrupled"),
  ("10", "2", "rose fivefold"), ("10.1", "2", "rose about fivefold"), ("11", "2", "rose more than fivefold"),
  ("50", "2", "rose more than tenfold"), ("3.85", "2", "nearly doubled"), ("3", "2", "rose"),
  ("2", "2", "stayed level"),
  ("1", "2", "halved"), ("1.01", "2", "about halved"), ("0.9", "2", "more than halved"), ("0", "2", "fell"),
  ("1.08", "2", "nearly halved"), ("1.5", "2", "fell"), ("2", "0", "rose"), ("-1", "-2", "rose"),
  ("2", "-1", "rose"),
])
func aManifoldChangeIsNamed(now: String, before: String, expected: String) throws {
  let (a, b) = (
    ClaimRow(stringLiteral: "\(now) | km | 2018"), ClaimRow(stringLiteral: "\(before) | km | 2017")
  )
  #expect(try said("{a|doubled from b}", a, b) == expected)
}

@Test(
  arguments: [
    ("4 | km | 2018 | more-than", "2 | km | 2017", "more than doubled"),
    ("4 | km | 2018 | at-least", "2 | km | 2017", "at least doubled"),
    ("3 | km | 2018 | more-than", "2 | km | 2017", "rose"),
    ("4 | km | 2018 | about", "2 | km | 2017", "about doubled"),
    ("5 | km | 2018", "2 | km | 2017 | less-than", "more than doubled"),
    ("1 | km | 2018 | less-than", "2 | km | 2017", "more than halved"),
    ("1 | km | 2018", "2 | km | 2017 | at-least", "at least halved"),
  ] as [(ClaimRow, ClaimRow, String)])
private func aManifoldChangeClaimsNoMoreThanItsSides(a: ClaimRow, b: ClaimRow, expected: String) throws {
  #expect(try said("{a|doubled from b}", a, b) == expected)
}

@Test(arguments: [
  ("3", "2", "3", "recovered"), ("4", "2", "3", "recovered"), ("2.5", "2", "3", "partly recovered"),
  ("2", "3", "2.5", "fell back"), ("1", "3", "2.5", "fell back"), ("4", "3", "2", "rose further"),
  ("1", "2", "3", "fell further"), ("2", "2", "3", "stayed level"), ("3", "2", "2", "rose"),
  ("1", "2", "2", "fell"),
])
func aRecoveryNeedsAFallBeforeIt(now: String, before: String, first: String, expected: String) throws {
  func row(_ value: String, _ year: Int) -> ClaimRow { ClaimRow(stringLiteral: "\(value) | km | \(year)") }
  #expect(
    try said("{a|recovered from b after c}", row(now, 2018), row(before, 2017), row(first, 2015)) == expected)
  #expect(
    try said("{a|recovered from b after c}", row(now, 2015), row(before, 2017), row(first, 2018)).hasPrefix(
      "error"))
}

@Test func aRiseToWhatMayBeTheOldLevelIsNoRecovery() throws {
  #expect(
    try said("{a|recovered from b after c}", "3 | km | 2018", "2 | km | 2017", "2.5 | km | 2015 | more-than")
      == "rose again")
}

@Test(
  arguments: [
    ("3 | %", "grew", "grew by 3%"), ("-12 | %", "shrank", "shrank by 12%"),
    ("0 | %", "did not change", "did not change"),
    ("0 | % | | about", "hardly changed", "hardly changed"),
    ("3 | % | | more-than", "grew", "grew by more than 3%"),
    ("0 | % | | more-than", "grew", "grew by more than 0%"),
    ("-8 | thousand people | | about", "shrank", "shrank by about 8 thousand people"),
    (
      "-12 | % | | more-than", "error: 'a' (more than −12%) may be a smaller fall or a larger one",
      "error: 'a' (more than −12%) may be a smaller fall or a larger one"
    ),
  ] as [(ClaimRow, String, String)])
private func aFigureThatIsAChangeIsSaidAsOne(change: ClaimRow, verb: String, withSize: String) throws {
  #expect(try said("{a|grew}", change) == verb)
  #expect(try said("{a|grew by}", change) == withSize)
}
