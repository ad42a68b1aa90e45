"""Writes a GeoPackage 1.3 (OGC 12-128r18): tables, geometry, R-trees with the rows and triggers of that extension."""
import sqlite3
import struct

import shapely

PAGE = 4096
# The day of the newest source; a clock would make each run differ.
CHANGED = "2024-01-01T00:00:00.000Z"
WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]')

TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
  definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
"""

# The triggers that the R-tree extension asks for; they run only where a program edits the file.
TRIGGERS = """
CREATE TRIGGER rtree_{t}_geom_insert AFTER INSERT ON {t} WHEN (new.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN INSERT OR REPLACE INTO rtree_{t}_geom VALUES (NEW.id, ST_MinX(NEW.geom), ST_MaxX(NEW.geom),
  ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;
CREATE TRIGGER rtree_{t}_geom_update6 AFTER UPDATE OF geom ON {t}
WHEN OLD.id = NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) AND
  (OLD.geom NOTNULL AND NOT ST_IsEmpty(OLD.geom))
BEGIN UPDATE rtree_{t}_geom SET minx = ST_MinX(NEW.geom), maxx = ST_MaxX(NEW.geom), miny = ST_MinY(NEW.geom),
  maxy = ST_MaxY(NEW.geom) WHERE id = NEW.id; END;
CREATE TRIGGER rtree_{t}_geom_update7 AFTER UPDATE OF geom ON {t}
WHEN OLD.id = NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) AND
  (OLD.geom ISNULL OR ST_IsEmpty(OLD.geom))
BEGIN INSERT INTO rtree_{t}_geom VALUES (NEW.id, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom),
  ST_MaxY(NEW.geom)); END;
CREATE TRIGGER rtree_{t}_geom_update2 AFTER UPDATE OF geom ON {t}
WHEN OLD.id = NEW.id AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN DELETE FROM rtree_{t}_geom WHERE id = OLD.id; END;
CREATE TRIGGER rtree_{t}_geom_update5 AFTER UPDATE ON {t}
WHEN OLD.id != NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN DELETE FROM rtree_{t}_geom WHERE id = OLD.id; INSERT OR REPLACE INTO rtree_{t}_geom VALUES (NEW.id,
  ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;
CREATE TRIGGER rtree_{t}_geom_update4 AFTER UPDATE ON {t}
WHEN OLD.id != NEW.id AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN DELETE FROM rtree_{t}_geom WHERE id IN (OLD.id, NEW.id); END;
CREATE TRIGGER rtree_{t}_geom_delete AFTER DELETE ON {t} WHEN old.geom NOT NULL
BEGIN DELETE FROM rtree_{t}_geom WHERE id = OLD.id; END;
"""


def blob(shape):
    """GeoPackageBinary: little-endian, in EPSG:4326, without an envelope: the R-tree has it."""
    return struct.pack("<2sBBi", b"GP", 0, 0b001, 4326) + shapely.to_wkb(shape, byte_order=1)


class GeoPackage:
    def __init__(self, path):
        self.database = sqlite3.connect(path)
        self.database.executescript(
            f"PRAGMA page_size = {PAGE}; PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300;" + TABLES)
        self.database.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", [
            ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian coordinate reference system"),
            ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
            ("WGS 84 geodetic", 4326, "EPSG", 4326, WGS84, "longitude/latitude coordinates in decimal degrees"),
        ])

    def attributes(self, table, columns, rows, description):
        """A table without geometry; columns as SQL, rows with the id first."""
        self.database.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {columns})")
        self._insert(table, rows)
        self.database.execute(
            "INSERT INTO gpkg_contents VALUES (?, 'attributes', ?, ?, ?, NULL, NULL, NULL, NULL, NULL)",
            (table, table, description, CHANGED))

    def features(self, table, kind, columns, rows, description):
        """A table with geometry; rows are (values …, shape), ids count from 1."""
        self.database.execute(
            f"CREATE TABLE {table} (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
            f"{columns}, geom {kind} NOT NULL)")
        self._insert(table, [(i, *values, blob(shape)) for i, (*values, shape) in enumerate(rows, 1)])
        bounds = [shape.bounds for *_, shape in rows]
        west, south = (min(b[i] for b in bounds) for i in (0, 1))
        east, north = (max(b[i] for b in bounds) for i in (2, 3))
        self.database.execute(
            "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, 4326)",
            (table, table, description, CHANGED, west, south, east, north))
        self.database.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)", (table, kind))
        self.extension(
            table, "geom", "gpkg_rtree_index", "http://www.geopackage.org/spec120/#extension_rtree", "write-only")
        self.database.execute(
            f"CREATE VIRTUAL TABLE rtree_{table}_geom USING rtree(id, minx, maxx, miny, maxy)")
        self.database.executemany(
            f"INSERT INTO rtree_{table}_geom VALUES (?,?,?,?,?)",
            [(i, b[0], b[2], b[1], b[3]) for i, b in enumerate(bounds, 1)])
        self.database.executescript(TRIGGERS.format(t=table))

    def extension(self, table, column, name, definition, scope):
        self.database.execute(
            "INSERT INTO gpkg_extensions VALUES (?,?,?,?,?)", (table, column, name, definition, scope))

    def _insert(self, table, rows):
        marks = ",".join("?" * len(rows[0]))
        self.database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def land(self, table):
        """(country's code, polygon) of all that a table of countries has."""
        rows = self.database.execute(
            f"SELECT code, geom FROM {table} JOIN countries ON country = countries.id ORDER BY {table}.id")
        return [(code, part) for code, geom in rows for part in shapely.get_parts(shapely.from_wkb(geom[8:]))]

    def countries(self):
        """The countries' ids by their codes."""
        return dict(self.database.execute("SELECT code, id FROM countries"))

    def close(self):
        self.database.commit()
        self.database.execute("VACUUM")
        self.database.close()
