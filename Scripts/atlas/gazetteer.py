"""The gazetteer: GeoNames' towns and regions, and an index of their names and of words that look like them."""
import json
import math
import unicodedata

import babel

import nations

# Below this many people a town is found by its own name only; but see ROMANISED.
ALTERNATIVES_FROM = 20_000
# Countries whose towns are spelt in Latin letters in several ways at once, since their scripts changed or are others:
# there the alternative names of villages count, too.
ROMANISED = {"AM", "AZ", "GE", "KG", "KZ", "MN", "TJ", "TM", "UZ"}

# Parts of towns that are called as towns elsewhere, by their numbers at GeoNames: Victoria in Hong Kong.
LEFT_OUT = {1931681}

# A quarter of a city: so near its middle in kilometres, with one in so many of its people. It is left out where a town of the
# country with a quarter of its people or more is called the same: Salamanca is not the quarter of Madrid.
QUARTER_NEAR, QUARTER_SHARE, CITY_FROM, NAMESAKE_SHARE = 5, 15, 200_000, 4

# Letters: longer alternative names are mostly the name with what it is ("Königsberg in Preußen", "Lungsod ng …").
LONGEST = 20

# Bytes of a block of places: a dozen fit a page, so that little of it is left over.
BLOCK = 330
# Units of a degree: 111 m, so that a town is off by 80 m at most; GeoNames' villages are not truer.
UNITS = 1000

# Letters that have no decomposition; Swift's PlaceKey has the same table.
LATIN = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a",
         "ŋ": "n", "ħ": "h"}
# Romanisation as newspapers do it (BGN/PCGN 1947 without its marks), so that Туркестан is found as Turkestan.
CYRILLIC = dict(zip(
    "абвгдезиклмнопрстуфхцчшщъыьэюяжђјљњћџґєіқғүұһәөңҳўҷӣӯ",
    "a b v g d e z i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya zh "
    "dj j lj nj c dz g ye i k g u u h a o n h o j i u".split(" ")))
LETTERS = str.maketrans({**LATIN, **CYRILLIC})


def key(name):
    """A name without case, marks, spaces and punctuation, in Latin letters where it is Cyrillic."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).lower()).translate(LETTERS)
    return "".join(c for c in plain if unicodedata.category(c) in ("Ll", "Lo", "Nd"))


def towns(files):
    """GeoNames' towns by country and region, neighbours near each other; each with its keys."""
    with open(files["towns"], encoding="utf-8") as file:
        found = [town for town in json.load(file).values() if town["geonameid"] not in LEFT_OUT]
    for town in found:
        town["keys"] = keys(town)
    return sorted(found, key=lambda t: (
        t["countrycode"], t["admin1code"], _row(t), t["longitude"], t["geonameid"]))


def without_quarters(towns):
    """The towns without those quarters of cities that are called as other towns of their country."""
    cities, namesakes = {}, {}
    for town in towns:
        if town["population"] >= CITY_FROM:
            cities.setdefault(town["countrycode"], []).append(town)
        namesakes.setdefault((town["countrycode"], town["keys"][0]), []).append(town)

    def is_quarter(town):
        return town["population"] > 0 and any(
            city["population"] >= QUARTER_SHARE * town["population"] and _kilometres(city, town) < QUARTER_NEAR
            for city in cities.get(town["countrycode"], []))

    left_out = set()
    for group in namesakes.values():
        quarters = [town for town in group if is_quarter(town)] if len(group) > 1 else []
        most = max((town["population"] for town in group if town not in quarters), default=0)
        left_out |= {town["geonameid"] for town in quarters if most * NAMESAKE_SHARE >= town["population"]}
    return [town for town in towns if town["geonameid"] not in left_out]


def _kilometres(a, b):
    across = (a["longitude"] - b["longitude"]) * math.cos(math.radians(a["latitude"]))
    return 111.2 * math.hypot(a["latitude"] - b["latitude"], across)


def keys(town):
    """The keys that a town is found by, its own name's first."""
    own = key(town["name"])
    found = [own]
    if town["population"] >= ALTERNATIVES_FROM or town["countrycode"] in ROMANISED:
        found += sorted({key(name) for name in town["alternatenames"] if is_useful(name)} - {own})
    # Letters that no romanisation here knows (Abkhaz, Ossetian) are typed by few.
    return [k for i, k in enumerate(found) if len(k) > 1 and k.isascii() or i == 0]


def is_useful(name):
    """Latin or Cyrillic only; not an airport's code, not a romanisation made by a machine (all small letters)."""
    if not any(c.isupper() for c in name) or (len(name) <= 4 and name.isupper()) or len(name) > LONGEST:
        return False
    scripts = {unicodedata.name(c, "?").split()[0] for c in name if unicodedata.category(c) in ("Lu", "Ll", "Lo")}
    return scripts in ({"LATIN"}, {"CYRILLIC"})


def write(package, towns, divisions, words):
    """Places in blocks, which halves their size, their regions, and the index of all names."""
    numbers = {(d.country, d.code): i for i, d in enumerate(divisions, 1)}
    rows = []
    for number, town in enumerate(towns, 1):
        division = numbers.get((town["countrycode"], town["admin1code"]), 0)
        if rows and rows[-1][1:3] == (town["countrycode"], division):
            longer = rows[-1][3] + packed(town, after=towns[number - 2])
            if len(longer) <= BLOCK:
                rows[-1] = (*rows[-1][:3], longer)
                continue
        rows.append((number, town["countrycode"], division, packed(town)))
    package.attributes(
        "places", "country TEXT NOT NULL, division INTEGER NOT NULL, block BLOB NOT NULL", rows,
        f"{len(towns)} towns in blocks that Atlas/README.md describes (GeoNames, CC BY 4.0)")
    package.attributes(
        "divisions", "country TEXT NOT NULL, name TEXT NOT NULL, people INTEGER NOT NULL, "
        "longitude INTEGER NOT NULL, latitude INTEGER NOT NULL",
        [(i, d.country, d.name, d.people, *(round(c * 100) for c in d.middle)) for i, d in enumerate(divisions, 1)],
        "First-order regions: the people of their towns, and their middle in hundredths of a degree "
        "(GeoNames, CC BY 4.0)")
    _write_index(package, towns, divisions, words)


# What a number in the index is, beside that of a town: these and the id of a division or a country.
DIVISION, COUNTRY, ADJECTIVE = 1_000_000, 2_000_000, 3_000_000
# A kind of words that names are taken for.
WORDS = {"common word": 4_000_001, "given name": 4_000_002, "surname": 4_000_003, "word": 4_000_004}


def _write_index(package, towns, divisions, words):
    named = [(i, town["keys"]) for i, town in enumerate(towns, 1)]
    named += [(DIVISION + i, d.keys) for i, d in enumerate(divisions, 1) if d.keys]
    for i, code, names, adjectives in _countries(package.database, towns):
        named.append((COUNTRY + i, sorted({key(n) for n in names})))
        if adjectives:
            named.append((ADJECTIVE + i, sorted({key(a) for a in adjectives})))
    known = {k for _, keys in named for k in keys}
    for kind, number in WORDS.items():
        # Given names stand before surnames that no gazetteer has, so all of them are kept.
        found = words[kind] if kind == "given name" else words[kind] & known
        named.append((number, sorted(found)))
    database = package.database
    # Keys are one word each, so that a match is a match of the whole name; without detail and contents to be small.
    database.execute(
        "CREATE VIRTUAL TABLE place_names USING fts5(keys, content='', columnsize=0, detail=none, "
        "tokenize=\"unicode61 remove_diacritics 0\")")
    # Large pages of the index share more of their first letters.
    database.execute("INSERT INTO place_names (place_names, rank) VALUES ('pgsz', 3980)")
    database.executemany(
        "INSERT INTO place_names (rowid, keys) VALUES (?, ?)", [(i, " ".join(keys)) for i, keys in named])
    database.execute("INSERT INTO place_names (place_names) VALUES ('optimize')")
    database.execute("CREATE VIRTUAL TABLE place_keys USING fts5vocab(place_names, row)")
    database.execute("CREATE VIRTUAL TABLE place_instances USING fts5vocab(place_names, instance)")
    package.extension("places", None, "bayan_place_names", "Atlas/README.md", "write-only")


# Languages in Latin and Cyrillic letters: what countries are called in texts.
SPOKEN = ["en", "ru", "kk", "ky", "tg", "tk", "uz", "de", "es", "fr", "it", "nl", "pl", "pt", "sv", "tr", "uk", "id"]


def _countries(database, towns):
    """Id, code, names and adjectives of each country."""
    columns = ", ".join(f"name_{language}" for language in SPOKEN)
    english = babel.Locale("en").territories
    for i, code, capital, *spelt in database.execute(
            f"SELECT id, code, capital, {columns} FROM countries ORDER BY id").fetchall():
        seat = towns[capital - 1]["keys"][0] if capital else None
        # Abroad a country may be called as its capital is here (Tunis); the town has the name then.
        names = [n for n in spelt if n and key(n) != seat]
        names += [n for n in (spelt[0], english.get(code, "").replace("&", "and")) if n] + nations.NAMES.get(code, [])
        yield i, code, names, nations.ADJECTIVES.get(code, [])


def packed(town, after=None):
    """Length of the name and the name; then as varints the differences of longitude and latitude to the town before
    in the block (zigzag, in units of a degree) and the population."""
    name = town["name"].encode()
    data = bytes([len(name)]) + name
    for axis in ("longitude", "latitude"):
        number = round(town[axis] * UNITS) - (round(after[axis] * UNITS) if after else 0)
        data += varint(number * 2 if number >= 0 else -number * 2 - 1)
    return data + varint(town["population"])


def varint(number):
    """Seven bits a byte, the low ones first; the high bit says that more follow (LEB128)."""
    data = bytearray()
    while number > 0x7F:
        data.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(data + bytes([number]))


def _row(town):
    return int((town["latitude"] + 90) * 16)
