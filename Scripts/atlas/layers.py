"""Natural Earth's layers: countries, their boundaries, lakes, rivers and regions, each for two scales."""
import json
import re

import babel
import numpy
import shapefile
import shapely
from shapely.geometry import shape

import names
import parted
from gazetteer import key
from outlines import Coverage, simplify_line, squared_kilometres

# Tolerances in kilometres, areas in square kilometres. Fine: on a map of 600 km on 170 mm (1:3.5 million) a land
# boundary is off by at most 0.15 mm and a coast near towns by 0.43 mm.
SCALES = {
    "fine": {"border": 0.5, "coast": 1.5, "islet": 8, "lake": 1.2, "lake area": 80, "river": 1.7, "rank": 8},
    "coarse": {"border": 8, "coast": 12, "islet": 1000, "lake": 10, "lake area": 2000, "river": 12, "rank": 4},
}
# For maps of city states and islands, as near as the source is drawn; where nobody lives, half as coarse as fine shapes.
NEAR = {"border": 0.1, "coast": 0.15, "islet": 0, "remote": 0.5}
# Natural Earth's language columns and their BCP 47 names.
LANGUAGES = {c: c.lower() for c in "AR BN DE EL EN ES FA FR HE HI HU ID IT JA KO NL PL PT RU SV TR UK UR VI".split()}
LANGUAGES |= {"ZH": "zh-Hans", "ZHT": "zh-Hant"}
# Languages that Natural Earth lacks, from Unicode's CLDR.
CLDR_LANGUAGES = ("kk", "ky", "tg", "tk", "uz")
# Places without a code of their own: leased or held bases go to the country whose land or state they are.
ADMITTED = {
    "Dhekelia Sovereign Base Area": "GB", "Akrotiri Sovereign Base Area": "GB", "US Naval Base Guantanamo Bay": "CU",
    "Bir Tawil": "XX", "Spratly Islands": "XX", "Scarborough Reef": "XX",
}
# Regions are kept of countries up to this scale rank: smaller countries' regions are too small for a page.
REGION_RANK = 5
STATUS = {
    "International boundary (verify)": "international",
    "Disputed (please verify)": "disputed", "Line of control (please verify)": "disputed",
    "Indefinite (please verify)": "indefinite", "Indeterminant frontier": "indefinite",
}
# The countries whose views of each line Natural Earth has (the columns FCLASS_…), what says that a boundary is none, or not
# settled, and how many must say so: two neighbours who disagree are not yet a disputed boundary (Ceuta, Gibraltar).
VIEWS = ("AR BD BR CN DE EG ES FR GB GR ID IL IN IT JP KO MA NL NP PK PL PS PT RU SA SE TR TW UA US VN").split()
DOUBTS = ("Unrecognized", "Disputed (please verify)", "Map unit boundary", "Indefinite (please verify)")
LEAST_DOUBTS = 3


def records(path, encoding="utf-8"):
    """(fields as a dictionary, shapely shape) of each record that has a shape."""
    with shapefile.Reader(path, encoding=encoding, encodingErrors="replace") as reader:
        for item in reader.iterShapeRecords():
            if item.shape.points:
                yield item.record.as_dict(), shape(item.shape.__geo_interface__)


def code_of(record):
    code = record["ISO_A2_EH"]
    return ADMITTED[record["ADMIN"]] if code == "-99" else code


def write_countries(package, files, towns, remoteness):
    """Countries, their polygons and boundaries."""
    found = list(records(files["countries"]))
    codes = _write_codes(package, files, found, towns)
    coverage = Coverage(_polygons(found))
    lines = list(records(files["boundaries"]))
    for scale, limits in SCALES.items():
        _write_coverage(package, scale, coverage, lines, limits, codes, remoteness)


def write_near(package, files, countries, remoteness):
    """The same shapes for the nearest maps, beside the ids that the atlas has of the countries by their codes."""
    coverage = Coverage(_polygons(list(records(files["countries"]))))
    _write_coverage(package, "near", coverage, list(records(files["boundaries"])), NEAR, countries, remoteness)


def _write_coverage(package, scale, coverage, lines, limits, codes, remoteness):
    parts, borders = coverage.simplified(
        limits["border"], limits["coast"], limits["islet"], remoteness, limits.get("remote", 1))
    package.features(
        f"countries_{scale}", "MULTIPOLYGON", "country INTEGER NOT NULL",
        [(codes[code], shapely.multipolygons(group)) for code, group in _grouped(parts)],
        "Countries' land (Natural Earth, public domain); several rows a country")
    package.features(
        f"boundaries_{scale}", "LINESTRING", "status TEXT NOT NULL", _boundaries(borders, lines, limits),
        "Land boundaries by status (Natural Earth, public domain)")


def _polygons(found):
    """(country's code, polygon) of all countries, and of the land between them that is nobody's."""
    polygons = []
    for record, outline in found:
        sound = outline if outline.is_valid else shapely.make_valid(outline)
        polygons += [(code_of(record), part) for part in shapely.get_parts(sound)]
    return polygons + [("XX", hole) for hole in _land_of_nobody([polygon for _, polygon in polygons])]


def _write_codes(package, files, found, towns):
    """Countries' names; their ids by code."""
    principal = {}
    for record, outline in found:
        code = code_of(record)
        if code not in principal or record["LABELRANK"] < principal[code]["LABELRANK"]:
            principal[code] = record
    codes = {code: i for i, code in enumerate(sorted(principal), 1)}
    _write_names(package, codes, principal, towns, _capitals(files, towns))
    return codes


def _land_of_nobody(polygons):
    """What all countries leave open between them (Abyei, the Golan …) is land; the Caspian Sea alone is water."""
    whole = shapely.coverage_union_all(polygons)
    holes = [shapely.Polygon(ring) for part in shapely.get_parts(whole) for ring in part.interiors]
    return [hole for hole in holes if hole.area < 3]


def _capitals(files, towns):
    """The number of each country's capital among the towns, by code."""
    with open(files["capitals"], encoding="utf-8") as file:
        names = {code: key(country["capital"] or "") for code, country in json.load(file).items()}
    found = {}
    for number, town in enumerate(towns, 1):
        code = town["countrycode"]
        if names.get(code) in town["keys"]:
            rank = (names[code] == town["keys"][0], town["population"])
            if code not in found or rank > found[code][0]:
                found[code] = (rank, number)
    return {code: number for code, (_, number) in found.items()}


def _write_names(package, codes, principal, towns, capitals):
    languages = sorted(set(LANGUAGES.values()) | set(CLDR_LANGUAGES))
    cldr = {language: babel.Locale.parse(language.replace("-", "_")).territories for language in languages}
    rows = []
    for code, i in codes.items():
        record = principal[code]
        spelt = {language: record[f"NAME_{column}"] or None for column, language in LANGUAGES.items()}
        # Maps want the shorter of the two: "China", not "People's Republic of China".
        spelt["en"] = min(filter(None, [spelt["en"], record["NAME_LONG"]]), key=len)
        spelt |= {language: cldr[language].get(code) for language in CLDR_LANGUAGES}
        rows.append((
            i, code, capitals.get(code), record["LABEL_X"], record["LABEL_Y"],
            *(spelt[language] for language in languages)))
    # Territories with a code of their own that Natural Earth draws as parts of their country.
    for code in sorted({t["countrycode"] for t in towns} - set(codes)):
        largest = max((t for t in towns if t["countrycode"] == code), key=lambda t: t["population"])
        spelt = [cldr[language].get(code) for language in languages]
        rows.append((len(rows) + 1, code, capitals.get(code), largest["longitude"], largest["latitude"], *spelt))
    columns = ", ".join(f'"name_{language}" TEXT' for language in languages)
    package.attributes(
        "countries", f"code TEXT NOT NULL UNIQUE, capital INTEGER, label_x DOUBLE NOT NULL, label_y DOUBLE NOT NULL, {columns}", rows,
        "Countries' names (Natural Earth, public domain; kk, ky, tg, tk, uz and territories' from Unicode CLDR)")


def _grouped(parts):
    """Large polygons alone, small ones of a country together by squares of 10 degrees: rows worth an R-tree entry."""
    groups = {}
    for index, (code, polygon) in enumerate(parts):
        west, south, east, north = polygon.bounds
        if max(east - west, north - south) > 3:
            place = (code, 1, index)
        else:
            place = (code, 0, int((west + 180) // 10), int((south + 90) // 10))
        groups.setdefault(place, []).append(polygon)
    return [(place[0], groups[place]) for place in sorted(groups)]


def _boundaries(borders, lines, limits):
    """The countries' common arcs with the status of the nearest line of Natural Earth's, and what lies elsewhere."""
    status = [_status(record) for record, _ in lines]
    outlines = [geometry for _, geometry in lines]
    tree = shapely.STRtree(outlines)
    rows = []
    for _, points in borders:
        nearest = tree.nearest(shapely.points((points[:-1] + points[1:]) / 2))
        kinds = [status[i] or "international" for i in nearest]
        start = 0
        for index in range(1, len(kinds) + 1):
            if index == len(kinds) or kinds[index] != kinds[start]:
                rows.append((kinds[start], shapely.linestrings(points[start:index + 1])))
                start = index
    # Lines that divide no two countries here: ceasefire lines and the like.
    drawn = shapely.union_all([line for _, line in rows]).buffer(0.03 if limits["border"] < 1 else 0.15)
    for kind, (record, outline) in zip(status, lines):
        if kind is None or kind == "international" or record["TYPE"] == "Water Indicator":
            continue
        for part in shapely.get_parts(outline.difference(drawn)):
            if part.length > (0.1 if limits["border"] < 1 else 0.5):
                points = numpy.array(part.coords)
                rows.append((kind, shapely.linestrings(simplify_line(points, limits["border"]))))
    return rows


def _status(record):
    """What Natural Earth says of a line; disputed, too, where many of the countries whose views it has don't see a boundary."""
    kind = STATUS.get(record["FEATURECLA"])
    views = [view for name, view in record.items() if name.startswith("FCLASS_") and name[7:] in VIEWS]
    doubts = sum(view in DOUBTS for view in views)
    return "disputed" if kind == "international" and doubts >= LEAST_DOUBTS else kind


def write_lakes(package, files, remoteness):
    found = [(r, g) for r, g in records(files["lakes"])]
    for scale, limits in SCALES.items():
        rows = []
        for record, outline in found:
            parts = [p for p in shapely.get_parts(outline)
                     if squared_kilometres(p) >= max(limits["lake area"], remoteness.kilometres(p) ** 2 / 50)]
            parts = [_simplified_lake(p, limits["lake"], remoteness) for p in parts]
            if parts:
                rows.append((_lake_name(record), record["name_ru"] or None, int(record["scalerank"]),
                             shapely.multipolygons(parts)))
        rows.sort(key=lambda row: (row[2], row[0], row[3].bounds))
        package.features(
            f"lakes_{scale}", "MULTIPOLYGON", "name TEXT NOT NULL, name_ru TEXT, rank INTEGER NOT NULL", rows,
            "Lakes and reservoirs (Natural Earth, public domain)")


def _simplified_lake(polygon, least, remoteness):
    rings = [numpy.array(ring.coords) for ring in (polygon.exterior, *polygon.interiors)]
    tolerances = [remoteness.tolerance(ring, least, 3, share=1 / 16) for ring in rings]
    for halvings in range(8):
        lines = [simplify_line(ring, t / 2**halvings) for ring, t in zip(rings, tolerances)]
        outline = shapely.Polygon(lines[0], lines[1:])
        if outline.is_valid:
            return outline
    return shapely.make_valid(polygon)


def _lake_name(record):
    name = " ".join((record["name"] or "").split())
    english = re.search(r"^(Lake|Great) |(Lake|Reservoir|Sea)$", name)
    return name if english else record["name_en"] or name


def write_rivers(package, files, remoteness):
    found = [(r, g) for r, g in records(files["rivers"]) if r["featurecla"] == "River"]
    for scale, limits in SCALES.items():
        rows = []
        for record, course in found:
            rank = int(record["scalerank"])
            if rank > limits["rank"]:
                continue
            name = names.river(record["name"] or "")
            for part in shapely.get_parts(course):
                points = numpy.array(part.coords)
                tolerance = remoteness.tolerance(points, limits["river"], 5, share=1 / 10)
                rows.append((name, rank, shapely.linestrings(simplify_line(points, tolerance))))
        rows.sort(key=lambda row: (row[1], row[0], row[2].bounds))
        package.features(
            f"rivers_{scale}", "LINESTRING", "name TEXT NOT NULL, rank INTEGER NOT NULL", rows,
            "Rivers (Natural Earth, public domain)")


def write_regions(package, files, remoteness):
    """Regions (states, provinces, oblasts) of the larger countries, as points for labels and lines between them."""
    parts, regions = [], []
    for record, outline in parted.records(records(files["regions"]), files):
        name, code = names.region(record["name"], record["iso_a2"])
        if not name or code == "-1" or record["scalerank"] > REGION_RANK:
            continue
        pieces = [p for p in shapely.get_parts(outline if outline.is_valid else shapely.make_valid(outline))
                  if p.geom_type == "Polygon"]
        largest = max(pieces, key=squared_kilometres)
        middle = shapely.maximum_inscribed_circle(largest, 0.02).coords[0]
        regions.append((name, code, int(record["scalerank"]), shapely.Point(*(round(c, 3) for c in middle))))
        parts += [((code, len(regions)), piece) for piece in pieces]
    regions.sort(key=lambda row: (row[2], row[1], row[0], row[3].coords[0]))
    package.features(
        "regions", "POINT", "name TEXT NOT NULL, country TEXT NOT NULL, rank INTEGER NOT NULL", regions,
        "First-order regions' places for labels (Natural Earth, public domain)")
    coverage = Coverage(parts)
    groups = {}
    for points, sides in zip(coverage.arcs, coverage.sides):
        owners = {coverage.owners[i] for i in sides}
        if len(owners) == 2 and len({code for code, _ in owners}) == 1:
            line = simplify_line(points, remoteness.tolerance(points, 2.9, 8, share=1 / 4))
            ((code, _), _) = sorted(owners)
            square = tuple(int(c) for c in (line[0] + 180) // 10)
            groups.setdefault((code, *square), []).append(shapely.linestrings(line))
    package.features(
        "region_boundaries", "MULTILINESTRING", "country TEXT NOT NULL",
        [(place[0], shapely.multilinestrings(groups[place])) for place in sorted(groups)],
        "Boundaries between regions of a country, together by squares of 10 degrees (Natural Earth, public domain)")
