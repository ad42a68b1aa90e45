/// The money that a text names.
struct Money: Hashable {
  /// All currencies that it may be, by ISO 4217 codes, the likeliest first: "dollars", "pounds", "som".
  var codes: [String]
  /// Whether the first is meant unless something else says otherwise.
  var hasDefault = false

  /// "Dollars" alone are American; that it may be others' is a doubt.
  func isDoubtful(for code: String) -> Bool { hasDefault && codes.first != code }
}

/// How money is written in English, and what of other languages stands in English texts.
enum CurrencyNames {
  /// By names in lower case, singular and plural.
  static let names: [String: Money] = {
    var names: [String: Money] = [:]
    for line in list.split(separator: "\n") {
      let parts = line.split(separator: ":").map { $0.split(separator: " ").map(String.init) }
      for name in parts[1] {
        names[name] = Money(codes: parts[0], hasDefault: defaults.contains(parts[0][0]))
      }
    }
    return names
  }()

  private static let defaults: Set<String> = ["USD", "GBP"]

  private static let list = """
    USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD ZWG: dollar dollars bucks
    EUR: euro euros
    GBP EGP LBP SYP SDG SSP GIP FKP SHP: pound pounds quid sterling
    JPY: yen 円
    CNY: yuan yuans renminbi rmb 元 人民币
    CHF XAF XOF XPF BIF CDF DJF GNF KMF RWF: franc francs
    NOK SEK DKK ISK: krone kroner krona kronor kronur kr
    CZK: koruna korunas koruny crowns
    PLN: zloty zlotys zlotych złoty złotys złote złotych zł
    HUF: forint forints ft
    RON MDL: leu lei
    BGN: lev leva levs
    RSD DZD BHD IQD JOD KWD LYD TND MKD: dinar dinars
    MKD: denar denars denari
    ALL: lek leks
    RUB BYN: rouble roubles ruble rubles руб рублей рубля рубль
    UAH: hryvnia hryvnias hryvnya
    KZT: tenge tenges теңге тенге
    KGS UZS: som soms сом сомов
    UZS: soum soums sum сум сўм so'm
    TJS: somoni somonis
    TMT AZN: manat manats
    AMD: dram drams
    GEL: lari laris
    MNT: tugrik tugriks togrog tögrög
    AFN: afghani afghanis
    IRR OMR YER QAR SAR: rial rials
    SAR QAR YER OMR: riyal riyals
    AED MAD: dirham dirhams
    ILS: shekel shekels
    TRY: lira liras
    INR PKR LKR NPR MUR SCR MVR: rupee rupees
    IDR: rupiah rupiahs
    MYR: ringgit ringgits rm
    THB: baht bahts
    VND: dong đồng
    KRW KPW: won
    PHP MXN ARS CLP COP CUP DOP UYU: peso pesos
    BRL: real reais
    PEN: sol soles
    PYG: guarani guaranis guaraníes
    BOB: boliviano bolivianos
    VES VED: bolivar bolivars bolívares
    GTQ: quetzal quetzales quetzals
    HNL: lempira lempiras
    NIO: cordoba cordobas
    CRC: colon colones colóns
    PAB: balboa balboas
    HTG: gourde gourdes
    ZAR: rand rands
    NGN: naira nairas
    GHS: cedi cedis
    KES TZS UGX SOS: shilling shillings
    ETB ERN: birr birrs
    ZMW MWK: kwacha kwachas
    BWP: pula pulas
    AOA: kwanza kwanzas
    MZN: metical meticais
    MGA: ariary
    GMD: dalasi dalasis
    SLE: leone leones
    BDT: taka takas
    MMK: kyat kyats
    LAK: kip kips
    KHR: riel riels
    PGK: kina kinas
    BTN: ngultrum ngultrums
    """

  /// A hundredth of a currency.
  static let minorNames: [String: Money] = {
    let dollars = names["dollars"]?.codes ?? []
    let cents = Money(codes: dollars.prefix(1) + ["EUR"] + dollars.dropFirst() + ["ZAR"])
    return [
      "cent": cents, "cents": cents, "pence": Money(codes: ["GBP"]), "penny": Money(codes: ["GBP"]),
      "kopecks": Money(codes: ["RUB", "BYN", "UAH"]), "paise": Money(codes: ["INR"]),
    ]
  }()

  /// Marks and short forms that stand before or after a number, as they are written.
  static let marks: [String: Money] = {
    var marks: [String: Money] = [
      "$": names["dollars"] ?? Money(codes: ["USD"]), "£": names["pounds"] ?? Money(codes: ["GBP"]),
      "€": Money(codes: ["EUR"]), "¥": Money(codes: ["JPY", "CNY"]), "￥": Money(codes: ["JPY", "CNY"]),
      "₹": Money(codes: ["INR"]), "Rs": names["rupees"] ?? Money(codes: ["INR"]),
      "Rp": Money(codes: ["IDR"]), "RM": Money(codes: ["MYR"]), "Fr": Money(codes: ["CHF"]),
      "SFr": Money(codes: ["CHF"]), "Ksh": Money(codes: ["KES"]), "KSh": Money(codes: ["KES"]),
      "kr": names["kr"] ?? Money(codes: ["NOK"]), "zł": Money(codes: ["PLN"]), "Kč": Money(codes: ["CZK"]),
      "RMB": Money(codes: ["CNY"]), "元": Money(codes: ["CNY"]), "円": Money(codes: ["JPY"]),
    ]
    for (mark, code) in [
      ("₽", "RUB"), ("₸", "KZT"), ("₺", "TRY"), ("₴", "UAH"), ("₦", "NGN"), ("₵", "GHS"), ("₱", "PHP"),
      ("₫", "VND"), ("₪", "ILS"), ("₮", "MNT"), ("₾", "GEL"), ("֏", "AMD"), ("₼", "AZN"), ("₡", "CRC"),
      ("₲", "PYG"), ("฿", "THB"), ("៛", "KHR"), ("₭", "LAK"), ("৳", "BDT"), ("₩", "KRW"),
    ] {
      marks[mark] = Money(codes: [code])
    }
    return marks
  }()

  /// Letters glued to a dollar sign, in upper case.
  static let dollarLetters: [String: String] = [
    "US": "USD", "A": "AUD", "AU": "AUD", "AUS": "AUD", "C": "CAD", "CA": "CAD", "CAN": "CAD", "CDN": "CAD",
    "NZ": "NZD", "S": "SGD", "SG": "SGD", "HK": "HKD", "NT": "TWD", "R": "BRL", "J": "JMD", "MX": "MXN",
    "MEX": "MXN", "TT": "TTD", "N": "NAD", "B": "BND", "F": "FJD", "FJ": "FJD", "G": "GYD", "L": "LRD",
    "BZ": "BZD", "EC": "XCD", "Z": "ZWG", "CL": "CLP", "CI": "KYD", "RD": "DOP", "AR": "ARS", "COL": "COP",
  ]

  /// Whose money it is, by one or two words in lower case.
  static let nationalities: [String: [String]] = {
    var result: [String: [String]] = [:]
    for entry in countries.split(whereSeparator: \.isNewline).flatMap({ $0.split(separator: ",") }) {
      let words = entry.split(separator: " ").map(String.init)
      if let code = words.first { result[words.dropFirst().joined(separator: " "), default: []].append(code) }
    }
    return result
  }()

  private static let countries = """
    USD us,USD u . s .,USD u . s,USD american,USD united states,AUD australian,CAD canadian,NZD new zealand,SGD singapore
    SGD singaporean,HKD hong kong,TWD taiwan,TWD new taiwan,TWD taiwanese,BND brunei,FJD fijian,JMD jamaican,TTD trinidad
    LRD liberian,NAD namibian,ZWG zimbabwean,BZD belize,BBD barbadian,BSD bahamian,GYD guyanese,SRD surinamese
    CHF swiss,XOF cfa,XAF cfa,XPF cfp,CDF congolese,RWF rwandan,BIF burundian,GNF guinean,DJF djiboutian
    NOK norwegian,SEK swedish,DKK danish,ISK icelandic,CZK czech,GBP british,EGP egyptian,LBP lebanese,SYP syrian
    SDG sudanese,SSP south sudanese,RUB russian,BYN belarusian,BYN belarussian,KGS kyrgyz,UZS uzbek,UZS uzbekistani
    KZT kazakh,KZT kazakhstani,TMT turkmen,AZN azerbaijani,AZN azeri,MDL moldovan,RON romanian,RSD serbian,DZD algerian
    BHD bahraini,IQD iraqi,JOD jordanian,KWD kuwaiti,LYD libyan,TND tunisian,MKD macedonian,IRR iranian,OMR omani
    YER yemeni,QAR qatari,SAR saudi,SAR saudi arabian,AED uae,AED emirati,MAD moroccan,TRY turkish,INR indian
    PKR pakistani,LKR sri lankan,NPR nepali,NPR nepalese,MUR mauritian,SCR seychellois,KRW korean,KRW south korean
    KPW north korean,PHP philippine,MXN mexican,ARS argentine,ARS argentinian,CLP chilean,COP colombian,CUP cuban
    DOP dominican,UYU uruguayan,BRL brazilian,PEN peruvian,JPY japanese,CNY chinese,KES kenyan,TZS tanzanian
    UGX ugandan,SOS somali,ETB ethiopian,ERN eritrean,ZMW zambian,MWK malawian,ZAR south african,VND vietnamese
    """

  /// Codes that are written small, too; others would be words ("all", "try").
  static let smallCodes: Set<String> = ["usd", "eur", "gbp", "rub", "kzt", "uzs", "kgs", "cny", "jpy", "chf"]
}

/// Finds the currency before and after a number.
struct CurrencyFinder {
  private let tokens: TokenRow

  init(_ tokens: TokenRow) { self.tokens = tokens }

  /// Whether a word may stand glued before digits: "USD62", "Rs5".
  func isPrefix(_ index: Int) -> Bool {
    code(index) != nil || CurrencyNames.marks[tokens.text(index)] != nil || isRand(index)
  }

  /// "R1.5 trillion": a letter that is money only where digits follow at once.
  private func isRand(_ index: Int) -> Bool {
    tokens.text(index) == "R" && tokens.isGlued(index) && tokens.isDigits(index + 1)
  }

  /// "$", "A$", "USD" or "Rs." that ends right before a token, and where it begins.
  func money(before index: Int) -> (money: Money, start: Int)? {
    if let code = code(index - 1) { return (Money(codes: [code]), index - 1) }
    if isRand(index - 1) { return (Money(codes: ["ZAR"]), index - 1) }
    if tokens.key(index - 1) == ".", ["Rs", "Fr", "kr"].contains(tokens.text(index - 2)),
      let money = CurrencyNames.marks[tokens.text(index - 2)]
    {
      return (money, index - 2)
    }
    guard let money = CurrencyNames.marks[tokens.text(index - 1)] else { return nil }
    return tokens.text(index - 1) == "$" ? dollars(money, at: index - 1) : (money, index - 1)
  }

  /// What stands before a dollar sign: "US$", "U.S.$", "A$", "US $".
  private func dollars(_ money: Money, at index: Int) -> (money: Money, start: Int) {
    if tokens.has(["u", ".", "s", "."], at: index - 4) { return (Money(codes: ["USD"]), index - 4) }
    if tokens.text(index - 1) == "US" { return (Money(codes: ["USD"]), index - 1) }
    if tokens.isGlued(index - 1), let code = CurrencyNames.dollarLetters[tokens.text(index - 1).uppercased()]
    {
      return (Money(codes: [code]), index - 1)
    }
    return (money, index)
  }

  /// "US dollars", "€", "KZT", "in euros" from a token on, and the token after it.
  func money(at start: Int) -> (money: Money, end: Int)? {
    let index = tokens.skippingHyphen(start)
    if let code = code(index) { return (Money(codes: [code]), index + 1) }
    if let found = dollarSign(at: index) { return found }
    if tokens.key(index) == "so", ["'", "’", "ʻ", "‘"].contains(tokens.key(index + 1)),
      tokens.key(index + 2) == "m"
    {
      return (Money(codes: ["UZS"]), index + 3)
    }
    if let money = CurrencyNames.marks[tokens.text(index)] { return (money, index + 1) }
    for length in [4, 3, 2, 1, 0] {
      let place = index + length
      guard place < tokens.count, let money = CurrencyNames.names[tokens.key(place)] else { continue }
      if length == 0 { return (money, afterSterling(place + 1)) }
      let name = tokens.all[index..<place].map(\.key).joined(separator: " ")
      guard let codes = CurrencyNames.nationalities[name] else { continue }
      return (Money(codes: codes), place + 1)
    }
    return ["in", "of"].contains(tokens.key(start)) && ["in", "of"].contains(tokens.key(start + 1)) == false
      ? namedAfterPreposition(start) : nil
  }

  /// "7 million in euros", "5,000 of US dollars"; not "in won matches".
  private func namedAfterPreposition(_ start: Int) -> (money: Money, end: Int)? {
    guard let found = money(at: start + 1), !tokens.isDigits(found.end) else { return nil }
    return found
  }

  private func afterSterling(_ index: Int) -> Int { tokens.key(index) == "sterling" ? index + 1 : index }

  /// "US$", "A$" and "$" after a number.
  private func dollarSign(at index: Int) -> (money: Money, end: Int)? {
    guard let sign = [index, index + 1].first(where: { tokens.key($0) == "$" }) else { return nil }
    let found = dollars(CurrencyNames.marks["$"] ?? Money(codes: ["USD"]), at: sign)
    // A sign before the next number is that number's.
    guard found.start == index, !(tokens.isGlued(sign) && tokens.isDigits(sign + 1)) else { return nil }
    return (found.money, sign + 1)
  }

  private func code(_ index: Int) -> String? {
    let text = tokens.text(index)
    if currencyCodes.contains(text) { return text }
    return CurrencyNames.smallCodes.contains(text) ? text.uppercased() : nil
  }
}
