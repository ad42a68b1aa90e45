/// A town or region that a text names.
public struct PlaceMention: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable { case town, region }

  /// Which of the texts, counted from 0.
  public var text: Int
  /// Where in it, in Unicode scalars.
  public var range: Range<Int>
  /// As the text has it, without a possessive ending: "Tselinograd", "Ташкенте".
  public var written: String
  /// What to call it on a map: as the text has it, or the gazetteer's name where the text inflects it.
  public var label: String
  public var kind: Kind
  /// The town, or the region with the middle of its towns.
  public var place: Place
  /// Other places of that name that are nearly as likely, likeliest first.
  public var others: [Place]
}

/// What the finder knows beside the text.
public struct PlaceHints: Hashable, Sendable {
  /// ISO 3166-1 alpha-2: the countries that the text is about.
  public var countries: [String]
  /// BCP 47 language of the text, for endings of names.
  public var language: String
  /// Places that are settled: their names mean them and nothing else.
  public var settled: [String: Place]

  public init(countries: [String] = [], language: String = "en", settled: [String: Place] = [:]) {
    self.countries = countries
    self.language = language
    self.settled = settled
  }
}
