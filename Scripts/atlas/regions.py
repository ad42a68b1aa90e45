"""First-order regions as shapes with their ISO 3166-2 codes, for maps that shade them: a file of their own, since few maps do.

The outlines are Natural Earth's of about 2013. They are cut to the countries' own land as the atlas draws it, so that both
have the same coasts and boundaries. Their codes come from a list of today's: a region has the code whose place lies in it;
of several the one that is called like it, or was there before. Codes that came later are kept as its parts.
"""
import collections
import difflib
import json
import re
import unicodedata

import numpy
import shapely

import names
from outlines import Coverage, squared_kilometres

# Tolerances in kilometres: lines between regions, and coasts of regions that the country's land lacks.
BORDER, COAST = 1.0, 1.5
# Degrees that a region reaches over land that the outlines of regions leave open.
REACH = 0.12
# The list's codes of this day and later are of regions that the outlines don't have yet.
LATEST = "2014"


def write(package, files, records, land, remoteness):
    """records: (fields, shape) of each region; land: [(country, polygon)] as the atlas draws it."""
    with open(files["region codes"], encoding="utf-8") as file:
        codes = json.load(file)
    ground = collections.defaultdict(list)
    for country, polygon in land:
        ground[country].append(polygon)
    found = collections.defaultdict(list)
    for record, outline in records:
        name, country = names.region(record["name"] or "", record["iso_a2"])
        if country in ground and country in codes:
            found[country].append((name, outline if outline.is_valid else shapely.make_valid(outline)))
    rows, aliases = [], set()
    for country in sorted(found):
        if len(found[country]) < 2:
            continue
        outlines = _cut(found[country], ground[country], remoteness)
        own = _rows(country, [name for name, _ in found[country]], outlines, codes[country])
        # Nobody could name them.
        if all(row[0] is None for row in own):
            continue
        rows += own
        aliases |= _former(codes[country])
    package.features(
        "region_shapes", "MULTIPOLYGON",
        "code TEXT, country TEXT NOT NULL, name TEXT NOT NULL, level INTEGER NOT NULL, parts TEXT NOT NULL, "
        "label_x DOUBLE NOT NULL, label_y DOUBLE NOT NULL", rows,
        "First-order regions (Natural Earth, public domain) with ISO 3166-2 codes; level 2: parts of such regions, 3: of both")
    package.attributes(
        "region_codes", "former TEXT NOT NULL, code TEXT NOT NULL",
        [(i, *pair) for i, pair in enumerate(sorted(aliases), 1)], "Codes that regions had before")


def _cut(regions, ground, remoteness):
    """A country's regions as multipolygons that cover its land without gaps."""
    land = shapely.multipolygons(ground)
    corners = {tuple(point) for polygon in ground for ring in (polygon.exterior, *polygon.interiors) for point in ring.coords}
    parts = [(index, piece) for index, (_, outline) in enumerate(regions) for piece in shapely.get_parts(outline)
             if piece.geom_type == "Polygon"]
    try:
        parts = Coverage(parts).simplified(BORDER, COAST, 0, remoteness)[0]
    except SystemExit:
        pass  # Outlines that cross are kept as they are: the cut makes them sound.
    outlines = [shapely.union_all([p for owner, p in parts if owner == index]) for index in range(len(regions))]
    taken = shapely.Polygon()
    shares = []
    for outline in outlines:
        shares.append(_areal(shapely.intersection(outline, land).difference(taken)))
        taken = taken.union(shares[-1])
    for piece in shapely.get_parts(_areal(land.difference(taken))):
        _give(piece, shares)
    return [_rounded(share if not share.is_empty else outline, corners) for share, outline in zip(shares, outlines)]


def _give(piece, shares):
    """Land that no region's outline has goes to those beside it, each as far as it reaches."""
    distances = [share.distance(piece) if not share.is_empty else numpy.inf for share in shares]
    near = [i for i, distance in enumerate(distances) if distance < 1e-9]
    near.sort(key=lambda i: (-shares[i].buffer(0.01).intersection(piece).area, i))
    for index in near[:-1]:
        part = _areal(piece.intersection(shares[index].buffer(REACH)))
        shares[index] = shares[index].union(part)
        piece = _areal(piece.difference(part))
    last = near[-1] if near else int(numpy.argmin(distances))
    shares[last] = _areal(shares[last].union(piece))


def _areal(shape):
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and part.area > 1e-9]
    return shapely.union_all(polygons) if polygons else shapely.Polygon()


def _rounded(shape, corners):
    """Points that cuts made, to a tenth of a metre, so that neighbours have the same; corners of the land stay as they are."""
    def point(place):
        return place if tuple(place) in corners else numpy.round(place, 6)
    rings = lambda p: [[point(c) for c in numpy.array(ring.coords)] for ring in (p.exterior, *p.interiors)]
    polygons = [shapely.Polygon(first, rest) for first, *rest in map(rings, shapely.get_parts(shape))]
    polygons = [part for p in polygons for part in shapely.get_parts(p if p.is_valid else shapely.make_valid(p))]
    polygons = [p for p in polygons if p.geom_type == "Polygon"]
    polygons = [p for p in polygons if squared_kilometres(p) > 0.5] or polygons
    return shapely.MultiPolygon(sorted(polygons, key=lambda p: -p.area))


def _rows(country, called, outlines, codes):
    """Rows of a country's regions, and of the larger ones that they are parts of."""
    parents = {entry["parentCode"] for entry in codes.values()} - {None}
    leaves = {code: entry for code, entry in codes.items() if code not in parents}
    lying = _lying(outlines, leaves)
    rows, groups = [], collections.defaultdict(list)
    for index, (name, outline) in enumerate(zip(called, outlines)):
        code = _own(name, lying[index], leaves, country)
        others = sorted(set(lying[index]) - {code})
        parent = leaves[code]["parentCode"] if code else None
        groups[parent].append(index)
        title = name or (leaves[code]["name"] if code else "")
        rows.append([code, country, title, parent, " ".join(others), outline])
    if any(groups[parent] for parent in parents):
        _adopt(rows, groups)
    large = [[parent, country, codes[parent]["name"].split(" [")[0], None, "", _areal(shapely.union_all([outlines[i] for i in members]))]
             for parent, members in sorted(groups.items(), key=lambda item: item[0] or "") if parent in parents]
    result = []
    for level, group in ((1, large), (2, rows)) if large else ((1, rows),):
        for code, own, name, parent, parts, outline in group:
            if outline.is_empty:
                continue
            shape = outline if outline.geom_type == "MultiPolygon" else shapely.multipolygons([outline])
            middle = shapely.maximum_inscribed_circle(max(shape.geoms, key=squared_kilometres), 0.02).coords[0]
            # What is no part of a larger one stands in both levels.
            here = 3 if large and level == 2 and parent is None else level
            result.append((code, own, name, here, parts, *(round(c, 3) for c in middle), shape))
    return sorted(result, key=lambda row: (row[3], row[0] or "", row[2]))


def _adopt(rows, groups):
    """Regions without a code belong to what their nearest neighbour is a part of."""
    homeless = [i for i in groups[None] if rows[i][0] is None]
    known = [(parent, i) for parent, members in groups.items() if parent for i in members]
    for index in homeless:
        parent, _ = min(known, key=lambda pair: (_distance(rows[pair[1]][5], rows[index][5]), pair[1]))
        groups[parent].append(index)
        groups[None].remove(index)
        rows[index][3] = parent


def _distance(first, second):
    return numpy.inf if first.is_empty or second.is_empty else first.distance(second)


def _lying(outlines, leaves):
    """Of each region the codes whose places lie in it, or near to it if in none."""
    lying = [[] for _ in outlines]
    for code, entry in leaves.items():
        if not entry["latLng"]:
            continue
        place = shapely.Point(entry["latLng"][1], entry["latLng"][0])
        distances = [numpy.inf if outline.is_empty else outline.distance(place) for outline in outlines]
        nearest = int(numpy.argmin(distances))
        if distances[nearest] < 0.15:
            lying[nearest].append(code)
    return lying


def _own(name, candidates, leaves, country):
    """The code of a region of that name among those whose places lie in it."""
    old = [code for code in candidates if not _is_new(code, leaves[code])]
    if len(old) == 1:
        return old[0]
    scored = sorted((-_likeness(name, leaves[code]), code) for code in old or candidates)
    return scored[0][1] if scored else None


def _is_new(code, entry):
    return any(change["Date Issued"] >= LATEST and re.search(rf"Subdivisions? added:[^.]*{code}\b", change["Change"] or "")
               for change in entry["history"] or [])


def _likeness(name, entry):
    spelt = [entry["name"], *(entry["localOtherName"] or "").split(",")]
    return max(difflib.SequenceMatcher(None, _plain(name), _plain(other.split("(")[0])).ratio() for other in spelt)


def _plain(text):
    return re.sub("[^a-z]", "", unicodedata.normalize("NFKD", text).lower())


def _former(codes):
    """(former code, code) of each region whose code has changed and is no other's."""
    pairs = set()
    for entry in codes.values():
        for change in entry["history"] or []:
            pairs |= set(re.findall(r"([A-Z]{2}-\w{1,3}) -> ([A-Z]{2}-\w{1,3})", change["Change"] or ""))
    return {(old, new) for old, new in pairs if old not in codes and new in codes}
