"""Simplifies a coverage (countries that share their boundaries) without opening gaps.

Outlines are cut into arcs at the points where three countries, or two and the sea, meet. Each arc is simplified
once, by Douglas and Peucker (1973) with the tolerance in kilometres, and both neighbours are rebuilt from it.
Where that makes outlines cross they are simplified less, until every outline is valid.
"""
import math
import re

import numpy
import scipy.spatial
import shapely

KILOMETRES_PER_DEGREE = 111.195


class Remoteness:
    """How far places are from the nearest town: where nobody lives, maps are drawn at small scales only."""

    def __init__(self, towns):
        on_globe = self._on_globe(numpy.array([(t["longitude"], t["latitude"]) for t in towns]))
        self.tree = scipy.spatial.cKDTree(on_globe)

    def tolerance(self, points, least, most, share):
        """Of each point in kilometres: a share of the distance to the nearest town, within limits."""
        return numpy.clip(self.tree.query(self._on_globe(points))[0] * share, least, max(least, most))

    def kilometres(self, outline):
        """From the nearest town to the middle of an outline."""
        return float(self.tree.query(self._on_globe(numpy.array(outline.centroid.coords)))[0][0])

    @staticmethod
    def _on_globe(points):
        x, y = numpy.radians(points[:, 0]), numpy.radians(points[:, 1])
        return 6371 * numpy.column_stack([numpy.cos(y) * numpy.cos(x), numpy.cos(y) * numpy.sin(x), numpy.sin(y)])


def kept_points(points, tolerance):
    """Indices that Douglas and Peucker's method keeps of an open line; tolerance of each point in kilometres."""
    keep = [0, len(points) - 1]
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        farthest, distance = farthest_point(points, first, last, tolerance)
        if distance > 1:
            keep.append(farthest)
            spans += [(first, farthest), (farthest, last)]
    return sorted(keep)


def farthest_point(points, first, last, tolerance):
    """The point between two others that is farthest from the chord, and how far, both measured in its tolerance."""
    a, b = points[first], points[last]
    # Near a chord the plate carrée, squeezed by the cosine of its latitude, is true enough.
    scale = numpy.array([math.cos(math.radians((a[1] + b[1]) / 2)), 1.0]) * KILOMETRES_PER_DEGREE
    offsets = (points[first + 1:last] - a) * scale
    chord = (b - a) * scale
    length2 = float(chord @ chord)
    if length2 > 0:
        along = numpy.clip(offsets @ chord / length2, 0, 1)
        offsets = offsets - along[:, None] * chord
    squares = (offsets * offsets).sum(axis=1)
    squares = squares / tolerance[first + 1:last] ** 2
    index = int(squares.argmax())
    return first + 1 + index, math.sqrt(float(squares[index]))


def simplify_line(points, tolerance):
    """Simplifies an open line, or a closed one to at least a triangle; one tolerance or one a point."""
    if len(points) < 3:
        return points
    tolerance = numpy.broadcast_to(tolerance, len(points))
    if (points[0] == points[-1]).all():
        if len(points) <= 4:
            return points
        middle, _ = farthest_point(points, 0, len(points) - 1, tolerance)
        keep = kept_points(points[:middle + 1], tolerance[:middle + 1])
        keep += [middle + i for i in kept_points(points[middle:], tolerance[middle:])[1:]]
        if len(keep) < 4:
            sides = [(0, middle), (middle, len(points) - 1)]
            far = [farthest_point(points, *side, tolerance) for side in sides if side[1] - side[0] > 1]
            keep = sorted(set(keep) | {max(far, key=lambda item: item[1])[0]})
        return points[keep]
    return points[kept_points(points, tolerance)]


def squared_kilometres(polygon):
    latitude = polygon.centroid.y
    return polygon.area * KILOMETRES_PER_DEGREE**2 * math.cos(math.radians(latitude))


class Coverage:
    """Polygons by owner (a country's code), cut into shared arcs."""

    def __init__(self, polygons):
        """polygons: [(owner, shapely polygon)] that touch along identical points."""
        self.owners = [owner for owner, _ in polygons]
        self.rings = []  # of each polygon: of each ring: [(arc, forwards)]
        self.arcs = []  # points
        self.sides = []  # of each arc: indices of the polygons on it
        outlines = [[tuple(map(tuple, ring.coords)) for ring in (p.exterior, *p.interiors)] for _, p in polygons]
        neighbours = {}
        for outline in outlines:
            for ring in outline:
                for a, b in zip(ring, ring[1:]):
                    neighbours.setdefault(a, set()).add(b)
                    neighbours.setdefault(b, set()).add(a)
        self.nodes = {point for point, others in neighbours.items() if len(others) > 2}
        known = {}
        for index, outline in enumerate(outlines):
            self.rings.append([self._cut(ring, index, known) for ring in outline])

    def _cut(self, ring, polygon, known):
        points = list(ring[:-1])
        start = next((i for i, point in enumerate(points) if point in self.nodes), None)
        if start is None:
            # No node: the whole ring is one arc, begun at the same point by both sides.
            start = points.index(min(points))
        points = points[start:] + points[:start + 1]
        pieces, piece = [], [points[0]]
        for point in points[1:]:
            piece.append(point)
            if point in self.nodes:
                pieces.append(piece)
                piece = [point]
        if len(piece) > 1:
            pieces.append(piece)
        return [self._arc(piece, polygon, known) for piece in pieces]

    def _arc(self, piece, polygon, known):
        key = tuple(min(piece, piece[::-1]))
        if key not in known:
            known[key] = len(self.arcs)
            self.arcs.append(numpy.array(key))
            self.sides.append(set())
        arc = known[key]
        self.sides[arc].add(polygon)
        return arc, key == tuple(piece)

    def simplified(self, border, coast, islet, remoteness, remote=1):
        """([(owner, polygon)], [(owner pair, line)]), tolerances in kilometres.

        border: of arcs between two owners; coast: of the others; islet: polygons that touch no other and are
        smaller (square kilometres) are left out, except an owner's three largest. Where the nearest town is far,
        tolerances grow: to a tenth of its distance for coasts, a 24th for borders; at most 6 and 1 km; with `remote` to that
        share of all four.
        """
        kept = self._without_islets(islet)
        tolerance = [
            remoteness.tolerance(points, border, remote, share=remote / 24) if len(sides) > 1
            else remoteness.tolerance(points, coast, 6 * remote, share=remote / 10)
            for points, sides in zip(self.arcs, self.sides)
        ]
        lines = [simplify_line(points, t) for points, t in zip(self.arcs, tolerance)]
        originals = shapely.STRtree([shapely.LineString(points) for points in self.arcs])
        for attempt in range(1, 60):
            polygons = {index: self._polygon(index, lines) for index in kept}
            crossings = self._crossings(polygons)
            if not crossings:
                break
            for place in crossings:
                # Wider with each attempt, since the line that is in the way may bend far from the crossing.
                reach = max(1, attempt / 4) * max(coast, border, 1.5) / KILOMETRES_PER_DEGREE
                reach /= max(0.05, math.cos(math.radians(place.centroid.y)))
                for arc in originals.query(place, predicate="dwithin", distance=reach):
                    near = shapely.distance(shapely.points(self.arcs[arc]), place) < reach
                    tolerance[arc] = numpy.where(near, tolerance[arc] / 2, tolerance[arc])
                    lines[arc] = simplify_line(self.arcs[arc], tolerance[arc])
        else:
            raise SystemExit(f"outlines still cross after simplification: {crossings}")
        borders = []
        for line, sides in zip(lines, self.sides):
            owners = sorted({self.owners[i] for i in sides if i in polygons})
            if len(owners) == 2:
                borders.append((tuple(owners), line))
        return [(self.owners[i], polygons[i]) for i in kept], borders

    def _without_islets(self, islet):
        areas = [squared_kilometres(self._polygon(i, self.arcs)) for i in range(len(self.owners))]
        largest = {}
        for index in sorted(range(len(areas)), key=lambda i: (-areas[i], i)):
            largest.setdefault(self.owners[index], []).append(index)
        keep = {index for indices in largest.values() for index in indices[:3]}
        for index, rings in enumerate(self.rings):
            alone = all(len(self.sides[arc]) == 1 for ring in rings for arc, _ in ring)
            if not alone or areas[index] >= islet:
                keep.add(index)
        return sorted(keep)

    def _polygon(self, index, lines):
        rings = []
        for ring in self.rings[index]:
            points = [lines[arc] if forwards else lines[arc][::-1] for arc, forwards in ring]
            rings.append(numpy.concatenate([points[0]] + [piece[1:] for piece in points[1:]]))
        if any(len(ring) < 4 for ring in rings):
            return shapely.Polygon()
        return shapely.Polygon(rings[0], rings[1:])

    def _crossings(self, polygons):
        """Where outlines cross themselves, collapse or overlap a neighbour."""
        places = []
        for index, polygon in polygons.items():
            if polygon.is_empty:
                places += [shapely.LineString(self.arcs[arc]) for ring in self.rings[index] for arc, _ in ring]
            elif not polygon.is_valid:
                where = re.search(r"\[(\S+) (\S+)\]", shapely.is_valid_reason(polygon))
                places.append(shapely.Point(*map(float, where.groups())))
        edges = shapely.coverage_invalid_edges(numpy.array(list(polygons.values())))
        return places + [edge for edge in edges if not edge.is_empty]
