"""Seas, gulfs and straits: where their names may stand, in Natural Earth's marine areas."""
import math
import pickle

import shapely

import names
from outlines import squared_kilometres

# Coasts are the countries' affair, which are painted over the sea: an area is kept to a seventh of its width.
SHARE = 0.15
# Kilometres: of straits, and of oceans.
TOLERANCES = (2, 150)
# Least areas in square kilometres of the ranks 0 (oceans) … 5.
RANKS = (10_000_000, 1_000_000, 250_000, 60_000, 10_000, 0)
# Gulfs near the poles below this are on no map of relations between countries.
POLAR, POLAR_AREA = 66, 120_000
# Some straits and seas are there as narrow bands along their edges; those fill less than one in so many parts of their hull.
OUTLINED = 20
# Below this only what ships pass and borders are drawn through.
SMALL_AREA = 8_000
KEPT_KINDS = ("Strait", "Gulf of", "Bosporus", "Dardanelles", "Bab el Mandeb", "Øresund", "Sea", "Channel")


class PlainUnpickler(pickle.Unpickler):
    """Reads lists, tuples, texts and numbers, and runs nothing."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"the seas are no plain data: {module}.{name}")


def write(package, files):
    """A row a sea: its name, its rank and its area, simplified."""
    with open(files["seas"], "rb") as file:
        areas = PlainUnpickler(file).load()["marine"]
    parts = {}
    for told, _, polygons in areas:
        if name := names.sea(told):
            # Rings within others are islands, over which countries are painted.
            parts.setdefault(name, []).extend(part for _, ring in polygons for part in _sound(ring))
    rows = []
    for name, found in parts.items():
        whole = shapely.union_all(found)
        if whole.area < whole.convex_hull.area / OUTLINED:
            whole = whole.convex_hull
        area = sum(squared_kilometres(p) for p in shapely.get_parts(whole))
        if abs(whole.centroid.y) > POLAR and area < POLAR_AREA:
            continue
        if area < SMALL_AREA and not any(kind in name for kind in KEPT_KINDS):
            continue
        rank = next(i for i, least in enumerate(RANKS) if area >= least)
        rows.append((name, rank, _simplified(whole, area)))
    rows.sort(key=lambda row: (row[1], row[0]))
    package.features(
        "seas", "MULTIPOLYGON", "name TEXT NOT NULL, rank INTEGER NOT NULL", rows,
        "Seas, gulfs and straits, roughly, for their names (Natural Earth, public domain)")


def _sound(ring):
    sound = shapely.make_valid(shapely.Polygon(ring))
    return [p for p in shapely.get_parts(sound) if p.geom_type == "Polygon"]


def _simplified(whole, area):
    least, most = TOLERANCES
    degrees = min(max(SHARE * math.sqrt(area), least), most) / 111.2
    largest = max(shapely.get_parts(whole), key=lambda p: p.area)
    kept = []
    for part in shapely.get_parts(whole):
        outline = shapely.Polygon(part.exterior).simplify(degrees)
        if part is largest or part.area >= largest.area / 8:
            kept += [p for p in shapely.get_parts(outline) if p.geom_type == "Polygon" and p.area > 0]
    return shapely.multipolygons(kept)
