"""Makes grey shading of the land out of Natural Earth's tinted relief, as the tiles of a GeoPackage."""
import io

import numpy
from PIL import Image
from scipy import ndimage

# 10,800 x 5,400 pixels: 30 a degree.
TILE = 450
# Zoom levels with what of the source's pixels a tile's pixel is: the coarse one is for maps of much of the globe.
LEVELS = {0: 4, 1: 1}
QUALITY = 78
# In the source's pixels: wider than a mountain's two sides, narrower than the zones that tints are of.
WIDE = 24
# How far from the mean of its surroundings the lightest and the darkest greys are.
RANGE = 0.35
# How much bluer than red the source's waters are; ice is 24 at most.
BLUE = 28

TABLES = """
CREATE TABLE gpkg_tile_matrix_set (table_name TEXT NOT NULL PRIMARY KEY, srs_id INTEGER NOT NULL, min_x DOUBLE NOT NULL,
  min_y DOUBLE NOT NULL, max_x DOUBLE NOT NULL, max_y DOUBLE NOT NULL,
  CONSTRAINT fk_gtms_table_name FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gtms_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_tile_matrix (table_name TEXT NOT NULL, zoom_level INTEGER NOT NULL, matrix_width INTEGER NOT NULL,
  matrix_height INTEGER NOT NULL, tile_width INTEGER NOT NULL, tile_height INTEGER NOT NULL,
  pixel_x_size DOUBLE NOT NULL, pixel_y_size DOUBLE NOT NULL,
  CONSTRAINT pk_ttm PRIMARY KEY (table_name, zoom_level),
  CONSTRAINT fk_tmm_table_name FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name));
CREATE TABLE relief (id INTEGER PRIMARY KEY AUTOINCREMENT, zoom_level INTEGER NOT NULL, tile_column INTEGER NOT NULL,
  tile_row INTEGER NOT NULL, tile_data BLOB NOT NULL, UNIQUE (zoom_level, tile_column, tile_row));
INSERT INTO gpkg_extensions VALUES ('relief', 'tile_data', 'gpkg_zoom_other',
  'http://www.geopackage.org/spec120/#extension_zoom_other_intervals', 'read-write');
"""


def write(package, files, changed):
    database = package.database
    database.execute(
        "INSERT INTO gpkg_contents VALUES ('relief', 'tiles', 'relief', "
        "'Shading of the land: 128 is flat, darker lies in the shade', ?, -180, -90, 180, 90, 4326)", (changed,))
    database.executescript(TABLES)
    database.execute("INSERT INTO gpkg_tile_matrix_set VALUES ('relief', 4326, -180, -90, 180, 90)")
    shading = _shading(files["relief"])
    for level, step in LEVELS.items():
        _write_level(database, level, shading if step == 1 else _coarser(shading, step))


def _write_level(database, level, shading):
    height, width = shading.shape
    columns, rows = width // TILE, height // TILE
    database.execute(
        "INSERT INTO gpkg_tile_matrix VALUES ('relief', ?, ?, ?, ?, ?, ?, ?)",
        (level, columns, rows, TILE, TILE, 360 / width, 180 / height))
    greys = numpy.clip(numpy.rint(128 + shading * 127 / RANGE), 0, 255).astype(numpy.uint8)
    for row in range(rows):
        for column in range(columns):
            tile = greys[row * TILE:(row + 1) * TILE, column * TILE:(column + 1) * TILE]
            # Of the open sea there is nothing to show.
            if (tile == 128).all():
                continue
            data = io.BytesIO()
            Image.fromarray(tile).save(data, "JPEG", quality=QUALITY, optimize=True)
            database.execute(
                "INSERT INTO relief (zoom_level, tile_column, tile_row, tile_data) VALUES (?, ?, ?, ?)",
                (level, column, row, data.getvalue()))


def _shading(path):
    """How much lighter or darker than the land around it each pixel is; 0 on water."""
    Image.MAX_IMAGE_PIXELS = None
    picture = numpy.asarray(Image.open(path).convert("RGB"))
    water = picture[..., 2].astype(numpy.int16) - picture[..., 0] > BLUE
    # A pixel of the coast has some of the water's colour.
    land = ndimage.binary_erosion(~ndimage.binary_opening(water), iterations=2).astype(numpy.float32)
    light = picture.astype(numpy.float32) @ numpy.array([0.299, 0.587, 0.114], numpy.float32)
    mean = _blurred(light * land) / numpy.maximum(_blurred(land), 1e-3)
    return numpy.where(land > 0, light / numpy.maximum(mean, 1) - 1, 0)


def _blurred(values):
    return ndimage.gaussian_filter(values, WIDE, mode=["nearest", "wrap"], truncate=3)


def _coarser(values, step):
    height, width = values.shape
    return values.reshape(height // step, step, width // step, step).mean(axis=(1, 3))
