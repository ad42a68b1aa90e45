/// People under the names of what they are.
enum Persons {
  /// Units that count anybody.
  static let all: Set<String> = ["people", "persons", "individuals"]

  /// "Syrians", "doctors", "economists".
  ///
  /// - Parameters:
  ///   - noun: a plural in lower case.
  ///   - isName: whether it is written with a capital, as peoples are.
  /// - Returns: whether it calls people by what they are.
  static func areNamed(by noun: String, isName: Bool) -> Bool {
    let isPeople =
      isName
      && ["ans", "is", "es", "eks", "ts", "ns", "ks", "bs", "ds", "rs"].contains {
        noun.hasSuffix($0)
      }
    let one = String(noun.dropLast())
    return isPeople || nouns.contains(noun) || endings.contains { noun.hasSuffix($0) && noun != $0 }
      || CurrencyNames.nationalities[one] != nil
  }

  private static let endings = ["ians", "ists", "women", "workers", "makers", "holders", "goers", "dwellers"]

  private static let nouns: Set<String> = Set(
    """
    adults babies bakers bishops boys brides builders candidates carers citizens cleaners clerks colleagues commuters \
    convicts cooks customers dancers delegates deputies detainees doctors drivers employees engineers exiles \
    fans farmers firefighters fishermen foreigners girls graduates guards guests heirs herders hunters immigrants infants \
    inhabitants inmates inspectors investors jobseekers judges labourers lawyers learners lecturers mayors members men \
    mayors midwives migrants miners ministers monks mothers nomads nurses officers officials owners painters parents \
    passengers patients pensioners pilgrims pilots players policemen police poets prisoners professors pupils recruits \
    refugees researchers residents retirees returnees riders rowers sailors scholars seniors settlers shepherds sisters \
    singers smokers soldiers spectators students subscribers supporters taxpayers teachers teenagers tenants tourists \
    traders trainees travellers troops users vets viewers villagers visitors volunteers voters widows winners women \
    workers writers youngsters youths
    """.split(separator: " ").map(String.init))
}
