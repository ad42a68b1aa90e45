"""Regions that have been parted from others since Natural Earth's were drawn, cut out of those along newer outlines.

Only the lines between a region and what was parted from it are taken from the newer source: all others stay Natural Earth's, so
that no two sources of one line stand beside each other.
"""
import json

import shapely

import names

# Degrees: what is left of a region and narrower is no land of its own, but where two sources draw one line differently.
SLIVER = 0.14
HAIRLINE = 0.01
# Two points that are one, degrees.
SAME = 1e-7


def records(found, files):
    """The records of regions, (fields, shape), with those that the newer outlines part."""
    found = [(record, outline if outline.is_valid else shapely.make_valid(outline)) for record, outline in found]
    for country, parts in names.PARTED.items():
        with open(files[f"regions of {country}"], encoding="utf-8") as file:
            newer = {f["properties"]["ADM1_EN"]: shapely.force_2d(shapely.from_geojson(json.dumps(f["geometry"]))) for f in json.load(file)["features"]}
        for called, name in parts.items():
            found = _parted(found, country, name, newer[called].buffer(0))
    return found


def _parted(found, country, name, part):
    """With a region more: what the part has of the region that it lies in."""
    own = [i for i, (record, _) in enumerate(found) if record["iso_a2"] == country]
    whole = max(own, key=lambda i: found[i][1].intersection(part).area)
    record, outline = found[whole]
    rest = _areal(outline.difference(part))
    # Its slivers along the other lines are left to the part.
    core = rest.buffer(-SLIVER / 2).buffer(SLIVER, join_style="mitre")
    pieces = shapely.get_parts(_areal(rest.intersection(core)))
    largest = max(piece.area for piece in pieces)
    rest = shapely.union_all([piece for piece in pieces if piece.area > 0.05 * largest])
    share = outline.difference(rest)
    # And its hairlines along the old region's edge to the rest.
    share = _areal(share.intersection(share.buffer(-HAIRLINE).buffer(2 * HAIRLINE, join_style="mitre")))
    rest = _areal(outline.difference(share))
    ends = shapely.multipoints([p for p in _corners(share) if p not in set(_corners(outline))])
    result = []
    for index, (other, shape) in enumerate(found):
        if index == whole:
            result += [(other, rest), ({**record, "name": name}, share)]
        elif other["iso_a2"] == country and shape.distance(outline) < SAME:
            # Where the new line begins, neighbours have a point, too.
            near = [p for p in ends.geoms if shape.distance(p) < SAME]
            result.append((other, shapely.snap(shape, shapely.multipoints(near), SAME) if near else shape))
        else:
            result.append((other, shape))
    return result


def _corners(shape):
    return [tuple(c) for c in shapely.get_coordinates(shape)]


def _areal(shape):
    return shapely.union_all([p for p in shapely.get_parts(shape) if p.geom_type == "Polygon" and p.area > 1e-7])
