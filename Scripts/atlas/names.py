"""Names that Natural Earth's older shapefiles have lost letters of, or that are dated or not English."""

# What the shapefile has, with ? for a lost letter: what is meant.
RIVERS = dict(line.split(" = ") for line in """
A?na = Aïna
Aoukal? = Aoukalé
Amgun? = Amgun
Anadyr? = Anadyr
Argun? (Ergun) = Argun
Aripuan? = Aripuanã
Atrek (Atrak) = Atrek
B?nou? = Benue
B?o-B?o = Bío-Bío
Bago? = Bagoé
Baoul? = Baoulé
Bol?shaya Kuonamka = Bolshaya Kuonamka
Bol?shoy Anyuy = Bolshoy Anyuy
Bol?shoy Yenisey = Bolshoy Yenisey
Bol?shoy Yugan = Bolshoy Yugan
Caquet? = Caquetá
Carcara?? = Carcarañá
Caron? = Caroní
Chang Jiang (Yangtze) = Yangtze
Copiap? = Copiapó
Dal?lven = Dalälven
Di?er Songhua = Di'er Songhua
Dnipro (Dnieper) = Dnieper
Donau (Danube) = Danube
Ertis = Irtysh
Ertix (Irtysh) = Irtysh
Esil = Ishim
G?ba = Gêba
Gh?ghara = Ghaghara
God?vari = Godavari
Gu?rico = Guárico
Guain?a = Guainía
Guapor? = Guaporé
Heilong Jiang (Amur) = Amur
Hong (Red) = Red
Huang (Yellow) = Yellow
Ibicu? = Ibicuí
Ile = Ili
Indai? = Indaiá
Indals?lven = Indalsälven
Iva? = Ivaí
Japur? = Japurá
Jinsha (Yangtze) = Yangtze
Jiparan? = Jiparaná
Juru? = Juruá
Juta? = Jutaí
K?nes = Künes
Kad?? = Kadéï
Kiz?lirmak = Kızılırmak
Komo? = Komoé
Kr = Kura
L?rio = Lúrio
Lancang (Mekong) = Mekong
Mah?na Nad? = Mahanadi
Mamor? = Mamoré
Mara??n = Marañón
Nakanb? (White Volta) = White Volta
Neuqu?n = Neuquén
Nhamund? = Nhamundá
Nu (Salween) = Salween
Ob? = Ob
Oco?a = Ocoña
Ogoou? = Ogooué
Ol?kma = Olyokma
Olen?k = Olenyok
Ou?m? = Ouémé
Paran? = Paraná
Parana?ba = Paranaíba
Parna?ba = Parnaíba
Piau? = Piauí
Pungu? = Pungué
Pur?s = Purús
Rhein = Rhine
Rhin (Rhein) = Rhine
S?n?gal = Senegal
S?o Francisco = São Francisco
Selenge (Selenga) = Selenga
Severnaya Sos?va = Severnaya Sosva
Song?acha = Songacha
Songhua (Sungari) = Songhua
Tao?er = Tao'er
Tapaj?s = Tapajós
Tejo (Tagus) = Tagus
Thj?rs? = Thjórsá
Tiet? = Tietê
Tom? = Tom
Uaup?s = Uaupés
Yarlung (Brahmaputra) = Brahmaputra
Za?gya = Za'gya
Rhne = Rhône
Pnuco = Pánuco
Gta lv = Göta älv
ngermanlven = Ångermanälven
Zncara = Záncara
Tornelven = Torne
Mlzes = Mélèzes
Lule lv = Lule
Stora Lule lv = Lule
Skelleftelven = Skellefte
Klarlven = Klarälven
Motala strm = Motala ström
Santa Mara = Santa María
Byk Menderes = Büyük Menderes
Sane = Saône
Chirrip del Atlntico = Chirripó
Ro Grande de Matagalpa = Matagalpa
Ro Grande de Santiago = Santiago
Glomma (Glma) = Glomma
Svernaya Dvina = Northern Dvina
Dnepre = Dnieper
Amazonas = Amazon
Ayeyarwady (Irrawaddy) = Irrawaddy
Abay = Blue Nile
Abay (Blue Nile) = Blue Nile
El Bahr el Azraq (Blue Nile) = Blue Nile
El Bahr el Abyad (White Nile) = White Nile
Bahr el Jebel (White Nile) = White Nile
Bahr el Jebel (Mountain Nile) = Mountain Nile
Mouhoun (Black Volta) = Black Volta
Huang = Yellow
Nu = Salween
Firat = Euphrates
Al Furat = Euphrates
Dicle = Tigris
Tajo = Tagus
Tevere (Tiber) = Tiber
Schelde (Steldt) = Scheldt
Mosel = Moselle
Maas = Meuse
Verkhniy Yenisey = Yenisey
Pivd. Buh = Southern Bug
Sio = Sió
Niagra = Niagara
Susqehanna = Susquehanna
W. Branch Susqehanna = Susquehanna
Pend Orielle = Pend Oreille
R. des Outaouais = Ottawa
Oued Sebou = Sebou
Da (Black) = Black
Zarafshon = Zarafshan
Zay? = Zayü
""".strip().splitlines())

# One name for several rivers: that from the Cuiabá to the mouth of the Paraná, and one in Austria, Iceland and France.
MISNAMED = {"Cuiaba", "Drau"}

# Regions that have been renamed since, or are spelt in another language.
REGIONS = {
    ("KZ", "South Kazakhstan"): "Turkistan", ("KZ", "Qaraghandy"): "Karaganda", ("KZ", "Qyzylorda"): "Kyzylorda",
    ("KZ", "Aqtöbe"): "Aktobe", ("KZ", "Qostanay"): "Kostanay", ("KZ", "Aqmola"): "Akmola",
    ("KZ", "Mangghystau"): "Mangystau",
    ("UZ", "Bukhoro"): "Bukhara", ("UZ", "Andijon"): "Andijan", ("UZ", "Sirdaryo"): "Syrdarya",
    ("KG", "Ysyk-Köl"): "Issyk-Kul",
    ("TJ", "Leninabad"): "Sughd", ("TJ", "Tadzhikistan Territories"): "Districts of Republican Subordination",
    ("TM", "Chardzhou"): "Lebap", ("TM", "Tashauz"): "Dashoguz",
    ("RU", "Gorno-Altay"): "Altai Republic", ("RU", "Moskovsskaya"): "Moscow Oblast", ("RU", "Moskva"): "Moscow",
    ("RU", "Maga Buryatdan"): "Magadan", ("RU", "Chita"): "Zabaykalsky",
}
# Regions that have been parted from others since: as a newer source calls them, and their names.
PARTED = {
    "KZ": {"Abay Region": "Abai", "Jetisu Region": "Jetisu", "Ulytau Region": "Ulytau", "Shymkent": "Shymkent"},
}
# Regions whose country the shapefile has from another point of view than the countries' outlines.
MOVED = {("RU", "Crimea"): "UA", ("RU", "Sevastopol"): "UA"}


def river(name):
    """A river's English name, or none where letters are lost for good."""
    name = " ".join(name.split())
    name = RIVERS.get(name, name).split(" (")[0]
    return "" if set(name) & set("?\ufffd") or name in MISNAMED else name


def region(name, code):
    """A region's name and country."""
    return REGIONS.get((code, name), name), MOVED.get((code, name), code)

# What Natural Earth calls in other languages, and what is no sea: rivers, lakes, nameless waters; and two of which the
# source has scraps only.
SEAS = {
    "Golfo de California": "Gulf of California", "Bahía de Campeche": "Bay of Campeche",
    "Golfo de Panamá": "Gulf of Panama", "Golfo de Tehuantepec": "Gulf of Tehuantepec",
    "Golfo de Guayaquil": "Gulf of Guayaquil", "Golfe du Lion": "Gulf of Lion", "Bo Hai": "Bohai Sea",
    "Golfo San Jorge": "Gulf of San Jorge", "Golfo San Matías": "Gulf of San Matías",
    "Estrecho de Magellanes": "Strait of Magellan", "Waddenzee": "Wadden Sea", "Mecklenburger Bucht": "Bay of Mecklenburg",
    "Baía de São Marcos": "São Marcos Bay", "Gulf of Khambhät": "Gulf of Khambhat",
    "Golfo Corcovado": "Gulf of Corcovado", "Golfo de Penas": "Gulf of Penas", "Baía de Marajó": "Marajó Bay",
    "Selat Dampier": "Dampier Strait", "Golfo de Urabá": "Gulf of Urabá",
    "Bahía Grande": "Grande Bay",
    "The North Western Passages": "", "Great Barrier Reef": "", "Inner Sea": "", "Inner Seas": "", "Kaliningrad": "",
    "Boca Grande": "", "Stettiner Haff": "", "Lago de Maracaibo": "", "Lagoa dos Patos": "", "Husky Lakes": "",
    "Lake Pontchartrain": "", "Bras d'Or Lake": "", "Ozero Mogotoyevo": "", "Bay Inútil": "", "Seno Otway": "",
    "Seno de Skyring": "", "Canal Perigoso": "", "Canal do Norte": "", "Canal do Sul": "", "Scotia Sea": "", "Luzon Strait": "",
}


def sea(name):
    """The English name; empty where it is none."""
    if name.endswith(" River"):
        return ""
    name = name.title() if name.isupper() else name
    return SEAS.get(name, name)
