"""The tasks of `cargo xtask bench maps` done with SedonaDB.

usage: maps_sedonadb.py DEEPSTATE LIVEUAMAP PLACES OUT EVERY LIMIT

As maps_shapely.py. Files are read with shapely, for SedonaDB reads no GeoJSON text itself; its area of
a geography is on a sphere, so that of the results is worked out outside the clock. A question is asked for
some days at a time, so that it can be given up.
"""

import sys
from pathlib import Path

import geopandas
import sedonadb
import shapely
from maps_common import (
    common_days, days_of, files, held_by_one, held_by_other, lonlat_km2, points, regions, timed,
    write, write_areas,
)

DAYS_AT_ONCE = 64


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


def by_days(sd, sql, geometries, days):
    """The rows of each day in order, asked for some days at a time."""
    for first in range(days.start, days.stop, DAYS_AT_ONCE):
        last = min(first + DAYS_AT_ONCE, days.stop) - 1
        found = rows(sd, sql.format(first=first, last=last), geometries)
        by_day = {i: [] for i in range(first, last + 1)}
        for row in found.itertuples(index=False):
            by_day[row.i].append(row)
        yield from by_day.values()


def main(deepstate, liveuamap, places, out):
    out.mkdir(parents=True, exist_ok=True)
    sd = sedonadb.connect()
    one = days_of(deepstate)
    dates = [date for date, _ in one]
    shapes = []

    def load():
        for _, path in one:
            shapes.append(held_by_one(path))
            if len(shapes) < len(one):
                yield
        table(sd, "day", i=range(len(one)), g=shapes)
        rows(sd, "SELECT i, ST_Area(g) AS area FROM day", [])
        yield

    if not timed("load and area", len(one), load()).complete:
        return
    write(out, "areas.csv", ["date", "lonlat_km2"],
          [(d, f"{lonlat_km2(s):.9f}") for d, s in zip(dates, shapes)])
    found = timed("gained and lost", len(one) - 1, by_days(sd, """
        SELECT b.i, ST_AsBinary(ST_Difference(b.g, a.g)) AS gained,
               ST_AsBinary(ST_Difference(a.g, b.g)) AS lost
        FROM day a JOIN day b ON b.i = a.i + 1
        WHERE b.i BETWEEN {first} AND {last}""", ["gained", "lost"], range(1, len(one)))).pieces
    write_areas(out, "changes.csv", ["date", "gained_km2", "lost_km2"],
                [(d, (row.gained, row.lost)) for d, [row] in zip(dates[1:], found)])
    names, areas = zip(*regions(places))
    table(sd, "region", r=range(len(names)), g=list(areas))
    found = timed("27 oblasts by day", len(one), by_days(sd, """
        SELECT d.i, r.r, ST_AsBinary(ST_Intersection(r.g, d.g)) AS part
        FROM day d JOIN region r ON ST_Intersects(r.g, d.g)
        WHERE d.i BETWEEN {first} AND {last}""", ["part"], range(len(one)))).pieces
    write_areas(out, "oblasts.csv", ["date", *names],
                [(d, [{row.r: row.part for row in day}.get(r) for r in range(len(names))])
                 for d, day in zip(dates, found)])
    table(sd, "place", g=list(shapely.points(points(places))))
    found = timed("30,000 points by day", len(one), by_days(sd, """
        SELECT d.i, count(*) AS n FROM day d JOIN place p ON ST_Contains(d.g, p.g)
        WHERE d.i BETWEEN {first} AND {last} GROUP BY d.i""", [], range(len(one)))).pieces
    write(out, "points.csv", ["date", "inside"],
          [(d, sum(row.n for row in day)) for d, day in zip(dates, found)])
    days = common_days(files(deepstate), files(liveuamap))

    def two():
        table(sd, "a", i=range(len(days)), g=[held_by_one(path) for _, path, _ in days])
        table(sd, "b", i=range(len(days)), g=[held_by_other(path) for _, _, path in days])
        yield from by_days(sd, """
            SELECT a.i, ST_AsBinary(ST_Difference(a.g, b.g)) AS x,
                   ST_AsBinary(ST_Difference(b.g, a.g)) AS y
            FROM a JOIN b ON a.i = b.i
            WHERE a.i BETWEEN {first} AND {last}""", ["x", "y"], range(len(days)))

    found = timed("two publishers on 100 days", len(days), two()).pieces
    write_areas(out, "publishers.csv", ["date", "one_only_km2", "other_only_km2"],
                [(date, (row.x, row.y)) for (date, _, _), [row] in zip(days, found)])
    print(f"# SedonaDB {sedonadb.__version__}")


main(*map(Path, sys.argv[1:5]))
