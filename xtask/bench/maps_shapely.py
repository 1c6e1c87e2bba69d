"""The tasks of `cargo xtask bench maps` done with shapely (GEOS) and pyproj (GeographicLib).

usage: maps_shapely.py DEEPSTATE LIVEUAMAP PLACES OUT EVERY LIMIT

Prints a line `task`, its name, CPU seconds, pieces done and pieces in all, and writes the results as CSV
files into OUT. What is timed is the task as one would write it: reading, GEOS, and the area with geodesic
edges by pyproj where an area is asked for. The areas that the results are compared by, with edges
straight in lon/lat, are worked out outside the clock. EVERY takes every nth day alone; a task is given up
after LIMIT seconds.
"""

import sys
from pathlib import Path

import shapely
from maps_common import (
    common_days, days_of, files, geodesic_km2, held_by_one, held_by_other, lonlat_km2, points,
    regions, timed, write, write_areas,
)


def main(deepstate, liveuamap, places, out):
    out.mkdir(parents=True, exist_ok=True)
    one = days_of(deepstate)
    dates = [date for date, _ in one]

    def load():
        for _, path in one:
            shape = held_by_one(path)
            yield shape, geodesic_km2(shape)

    loaded = timed("load and area", len(one), load()).pieces
    shapes = [shape for shape, _ in loaded]
    write(out, "areas.csv", ["date", "lonlat_km2", "geodesic_km2"],
          [(d, f"{lonlat_km2(s):.9f}", f"{g:.9f}") for d, (s, g) in zip(dates, loaded)])

    def changes():
        for before, after in zip(shapes, shapes[1:]):
            yield after.difference(before), before.difference(after)

    found = timed("gained and lost", len(shapes) - 1, changes()).pieces
    write_areas(out, "changes.csv", ["date", "gained_km2", "lost_km2"], zip(dates[1:], found))

    names, areas = zip(*regions(places))

    def by_region():
        shapely.prepare(areas)
        for shape in shapes:
            yield [region.intersection(shape) if region.intersects(shape) else None
                   for region in areas]

    found = timed("27 oblasts by day", len(shapes), by_region()).pieces
    write_areas(out, "oblasts.csv", ["date", *names], zip(dates, found))

    places_given = shapely.points(points(places))

    def by_point():
        for shape in shapes:
            shapely.prepare(shape)
            yield int(shapely.contains(shape, places_given).sum())

    counts = timed("30,000 points by day", len(shapes), by_point()).pieces
    write(out, "points.csv", ["date", "inside"], zip(dates, counts))

    days = common_days(files(deepstate), files(liveuamap))

    def two():
        for date, path, other in days:
            a, b = held_by_one(path), held_by_other(other)
            yield date, (a.difference(b), b.difference(a))

    found = timed("two publishers on 100 days", len(days), two()).pieces
    write_areas(out, "publishers.csv", ["date", "one_only_km2", "other_only_km2"], found)
    print(f"# shapely {shapely.__version__}, GEOS {shapely.geos_version_string}")


main(*map(Path, sys.argv[1:5]))
