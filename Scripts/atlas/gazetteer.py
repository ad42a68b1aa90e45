"""The gazetteer: GeoNames' towns and an index of their names."""
import json
import unicodedata

# Below this many people a town is found by its own name only; but see ROMANISED.
ALTERNATIVES_FROM = 15_000
# Countries whose towns are spelt in Latin letters in several ways at once, since their scripts changed or are others:
# there the alternative names of villages count, too.
ROMANISED = {"AM", "AZ", "GE", "KG", "KZ", "MN", "TJ", "TM", "UZ"}

# Bytes of a block of places: four fit a page.
BLOCK = 995

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
    """GeoNames' towns by country, neighbours near each other."""
    with open(files["towns"], encoding="utf-8") as file:
        found = json.load(file).values()
    return sorted(found, key=lambda t: (t["countrycode"], _square(t), t["longitude"], t["geonameid"]))


def keys(town):
    """The keys that a town is found by, its own name's first."""
    own = key(town["name"])
    found = [own]
    if town["population"] >= ALTERNATIVES_FROM or town["countrycode"] in ROMANISED:
        found += sorted({key(name) for name in town["alternatenames"] if is_useful(name)} - {own})
    return [k for i, k in enumerate(found) if len(k) > 1 or i == 0]


def is_useful(name):
    """Latin or Cyrillic only; not an airport's code, not a romanisation made by a machine (all small letters)."""
    if not any(c.isupper() for c in name) or (len(name) <= 4 and name.isupper()) or len(name) > 28:
        return False
    scripts = {unicodedata.name(c, "?").split()[0] for c in name if unicodedata.category(c) in ("Lu", "Ll", "Lo")}
    return scripts in ({"LATIN"}, {"CYRILLIC"})


def write(package, towns):
    """Places in blocks, which halves their size, and the index of their names."""
    rows = []
    for number, town in enumerate(towns, 1):
        if rows and rows[-1][1] == town["countrycode"]:
            longer = rows[-1][2] + packed(town, after=towns[number - 2])
            if len(longer) <= BLOCK:
                rows[-1] = (*rows[-1][:2], longer)
                continue
        rows.append((number, town["countrycode"], packed(town)))
    package.attributes(
        "places", "country TEXT NOT NULL, block BLOB NOT NULL", rows,
        f"{len(towns)} towns in blocks that Atlas/README.md describes (GeoNames, CC BY 4.0)")
    database = package.database
    # Keys are one word each, so that a match is a match of the whole name; without detail and contents to be small.
    database.execute(
        "CREATE VIRTUAL TABLE place_names USING fts5(keys, content='', columnsize=0, detail=none, "
        "tokenize=\"unicode61 remove_diacritics 0\")")
    database.executemany(
        "INSERT INTO place_names (rowid, keys) VALUES (?, ?)",
        [(i, " ".join(keys(t))) for i, t in enumerate(towns, 1)])
    database.execute("INSERT INTO place_names (place_names) VALUES ('optimize')")
    database.execute("CREATE VIRTUAL TABLE place_keys USING fts5vocab(place_names, row)")
    package.extension("places", None, "bayan_place_names", "Atlas/README.md", "write-only")


def packed(town, after=None):
    """Length of the name and the name; then as varints the differences of longitude and latitude to the town before
    in the block (zigzag, units of 0.0001 degree: 11 m) and the population."""
    name = town["name"].encode()
    data = bytes([len(name)]) + name
    for axis in ("longitude", "latitude"):
        number = round(town[axis] * 1e4) - (round(after[axis] * 1e4) if after else 0)
        data += varint(number * 2 if number >= 0 else -number * 2 - 1)
    return data + varint(town["population"])


def varint(number):
    """Seven bits a byte, the low ones first; the high bit says that more follow (LEB128)."""
    data = bytearray()
    while number > 0x7F:
        data.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(data + bytes([number]))


def _square(town):
    return int(town["latitude"] + 90), int(town["longitude"] + 180) // 4
