/// The money that a text names.
struct Money: Hashable {
  /// All currencies that it may be, by ISO 4217 codes, the likeliest first: "dollars", "pounds", "som".
  var codes: [String]
  /// Whether the first is meant unless something else says otherwise.
  var hasDefault = false

  /// "Dollars" alone are American; that it may be others' is a doubt.
  func isDoubtful(for code: String) -> Bool { hasDefault && codes.first != code }
}

/// How money is written: on pages, in English texts, in what of other languages stands in them, and in spreadsheets. One table
/// of names and one of signs, from which each reader takes what can mean nothing else where it reads.
enum CurrencyNames {
  /// What Bayan prints before an amount; of other currencies it is the code.
  static let printedSigns = ["USD": "$", "EUR": "€", "GBP": "£"]

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
    USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD ZWG: dollar dollars bucks доллар долларов долл
    EUR: euro euros евро
    GBP EGP LBP SYP SDG SSP GIP FKP SHP: pound pounds quid sterling
    JPY: yen 円
    CNY: yuan yuans renminbi rmb юаней 元 人民币
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
    RUB BYN: rouble roubles ruble rubles руб рублей рубля рубль рубли рублях
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

  /// Names that are other words, too ("colon", "won"): money only beside a number.
  private static let alsoOtherWords: Set<String> = [
    "balboa", "balboas", "bolivar", "bolivars", "bucks", "colon", "cordoba", "cordobas", "crowns", "dong",
    "dram",
    "drams", "ft", "guarani", "kina", "kinas", "kip", "kips", "kr", "lek", "leks", "lempira", "leone",
    "leones",
    "leu", "lev", "pound", "pula", "quetzal", "quid", "rand", "real", "rm", "sol", "soles", "som", "sum",
    "taka",
    "won",
  ]

  /// Codes that are words, too, where all is written in capitals.
  static let codesLikeWords: Set<String> = [
    "ALL", "TOP", "TRY", "CUP", "MAD", "PEN", "MOP", "SOS", "ARS", "BAM", "LAK", "COP", "MUR",
  ]

  /// Short forms in number formats of spreadsheets, which in texts are other words.
  private static let inFormats: [String: [String]] = [
    "р": ["RUB"], "тг": ["KZT"], "tl": ["TRY"], "ft": ["HUF"],
  ]

  /// The money of a name or sign that can hardly mean anything else: "tenge", "€".
  static func plain(_ text: String) -> Money? {
    let name = text.lowercased()
    if ["$", "€", "£"].contains(name) { return marks[name] }
    return alsoOtherWords.contains(name) ? nil : names[name]
  }

  /// The currencies that a sign or a short form stands for in a title or in a number format: "US$", "kr", "тг".
  static func sign(_ text: String) -> Set<String>? {
    let key = text.lowercased()
    if key == "$" { return Set((marks["$"]?.codes ?? []) + ["MXN", "BRL"]) }
    if key.last == "$" { return dollarLetters[key.dropLast().uppercased()].map { [$0] } }
    if let codes = inFormats[key] ?? smallMarks[key]?.codes { return Set(codes) }
    // Words in Latin letters may stand in a format for what is counted.
    let isLatinWord = key.allSatisfy { $0.isASCII && $0.isLetter }
    return isLatinWord ? nil : names[key].map { Set($0.codes) }
  }

  private static let smallMarks = Dictionary(
    marks.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
}

/// ISO 4217, active codes of money in use (funds and metals left out).
let currencyCodes: Set<String> = Set(
  """
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY \
  COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS \
  INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP \
  MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR \
  SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND \
  VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWG
  """.split(separator: " ").map(String.init))
