"""Opens one exported file with a program people use and prints what it finds, tab-separated:
rows with a shape, west, south, east, north, and the area in km² with geodesic edges.

usage: read.py geopandas|duckdb FILE

Ends with 3 where the program is not installed.
"""

import sys
from pathlib import Path


def with_geopandas(path):
    import geopandas
    from pyproj import Geod

    read = geopandas.read_parquet if path.suffix == ".parquet" else geopandas.read_file
    frame = read(path)
    assert frame.crs.to_authority() in {("EPSG", "4326"), ("OGC", "CRS84")}, frame.crs
    shapes = [shape for shape in frame.geometry if shape is not None]
    assert all(shape.is_valid for shape in shapes)
    geod = Geod(ellps="WGS84")
    area = sum(abs(geod.geometry_area_perimeter(shape)[0]) for shape in shapes)
    return len(shapes), *frame.total_bounds, area / 1e6


def with_duckdb(path):
    import duckdb
    import duckdb_extension_spatial

    version = duckdb.__version__
    inside = Path(duckdb_extension_spatial.__file__).parent / "extensions"
    extension = inside / f"v{version}" / "spatial.duckdb_extension"
    if not extension.is_file():
        raise ImportError(f"no spatial extension for DuckDB {version}")
    db = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    db.execute(f"LOAD '{extension}'")
    parquet = path.suffix == ".parquet"
    table, shape = (f"'{path}'", "geometry") if parquet else (f"ST_Read('{path}')", "geom")
    # DuckDB takes latitude first where it measures on the ellipsoid, and longitude for x elsewhere.
    return db.execute(f"""
        SELECT count({shape}), min(ST_XMin({shape})), min(ST_YMin({shape})), max(ST_XMax({shape})),
          max(ST_YMax({shape})), sum(ST_Area_Spheroid(ST_FlipCoordinates({shape}))) / 1e6
        FROM {table}""").fetchone()


try:
    found = {"geopandas": with_geopandas, "duckdb": with_duckdb}[sys.argv[1]](Path(sys.argv[2]))
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(3)
print("\t".join(repr(float(figure)) for figure in found))
