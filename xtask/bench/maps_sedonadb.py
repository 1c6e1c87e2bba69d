"""The tasks of `cargo xtask bench maps` done with SedonaDB.

usage: maps_sedonadb.py DEEPSTATE LIVEUAMAP PLACES OUT

As maps_shapely.py. Files are read with shapely, for SedonaDB reads no GeoJSON text itself; its area of
a geography is on a sphere, so that of the results is worked out outside the clock.
"""

import sys
from pathlib import Path

import geopandas
import sedonadb
import shapely
from maps_common import (
    common_days, files, held_by_one, held_by_other, lonlat_km2, points, regions, timed, write,
    write_areas,
)


def table(sd, name, **columns):
    frame = geopandas.GeoDataFrame(columns, geometry="g")
    sd.create_data_frame(frame).to_view(name, overwrite=True)


def rows(sd, sql, geometries):
    """The rows of a question; the columns named come as shapes."""
    found = sd.sql(sql).to_pandas()
    for column in geometries:
        found[column] = [None if g is None else shapely.from_wkb(bytes(g)) if isinstance(g, bytes)
                         else g for g in found[column]]
    return found


def main(deepstate, liveuamap, places, out):
    out.mkdir(parents=True, exist_ok=True)
    sd = sedonadb.connect()
    one = files(deepstate)
    dates = [date for date, _ in one]

    def load():
        shapes = [held_by_one(path) for _, path in one]
        table(sd, "day", i=range(len(one)), g=shapes)
        rows(sd, "SELECT i, ST_Area(g) AS area FROM day", [])
        return shapes

    shapes = timed("load and area", load)
    write(out, "areas.csv", ["date", "lonlat_km2"],
          [(d, f"{lonlat_km2(s):.9f}") for d, s in zip(dates, shapes)])
    found = timed("gained and lost", lambda: rows(sd, """
        SELECT b.i, ST_AsBinary(ST_Difference(b.g, a.g)) AS gained,
               ST_AsBinary(ST_Difference(a.g, b.g)) AS lost
        FROM day a JOIN day b ON b.i = a.i + 1 ORDER BY b.i""", ["gained", "lost"]))
    write_areas(out, "changes.csv", ["date", "gained_km2", "lost_km2"],
                zip(dates[1:], zip(found["gained"], found["lost"])))
    names, areas = zip(*regions(places))
    table(sd, "region", r=range(len(names)), g=list(areas))
    found = timed("27 oblasts by day", lambda: rows(sd, """
        SELECT d.i, r.r, ST_AsBinary(ST_Intersection(r.g, d.g)) AS part
        FROM day d JOIN region r ON ST_Intersects(r.g, d.g)""", ["part"]))
    cells = {(i, r): part for i, r, part in zip(found["i"], found["r"], found["part"])}
    write_areas(out, "oblasts.csv", ["date", *names],
                [(d, [cells.get((i, r)) for r in range(len(names))]) for i, d in enumerate(dates)])
    table(sd, "place", g=list(shapely.points(points(places))))
    found = timed("30,000 points by day", lambda: rows(sd, """
        SELECT d.i, count(*) AS n FROM day d JOIN place p ON ST_Contains(d.g, p.g)
        GROUP BY d.i ORDER BY d.i""", []))
    write(out, "points.csv", ["date", "inside"], zip(dates, found["n"]))

    def two():
        days = common_days(one, files(liveuamap))
        table(sd, "a", i=range(len(days)), g=[held_by_one(path) for _, path, _ in days])
        table(sd, "b", i=range(len(days)), g=[held_by_other(path) for _, _, path in days])
        return days, rows(sd, """
            SELECT a.i, ST_AsBinary(ST_Difference(a.g, b.g)) AS x,
                   ST_AsBinary(ST_Difference(b.g, a.g)) AS y
            FROM a JOIN b ON a.i = b.i ORDER BY a.i""", ["x", "y"])

    days, found = timed("two publishers on 100 days", two)
    write_areas(out, "publishers.csv", ["date", "one_only_km2", "other_only_km2"],
                zip([date for date, _, _ in days], zip(found["x"], found["y"])))
    print(f"# SedonaDB {sedonadb.__version__}")


main(*map(Path, sys.argv[1:5]))
