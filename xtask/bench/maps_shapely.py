"""The tasks of `cargo xtask bench maps` done with shapely (GEOS) and pyproj (GeographicLib).

usage: maps_shapely.py DEEPSTATE LIVEUAMAP PLACES OUT

Prints `task,seconds` (CPU seconds) and writes the results as CSV files into OUT. What is timed is the
task as one would write it: reading, GEOS, and the area with geodesic edges by pyproj where an area is
asked for. The areas that the results are compared by, with edges straight in lon/lat, are worked out
outside the clock.
"""

import sys
from pathlib import Path

import shapely
from maps_common import (
    common_days, files, geodesic_km2, held_by_one, held_by_other, lonlat_km2, points, regions,
    timed, write, write_areas,
)


def main(deepstate, liveuamap, places, out):
    out.mkdir(parents=True, exist_ok=True)
    one = files(deepstate)
    dates = [date for date, _ in one]

    def load():
        shapes = [held_by_one(path) for _, path in one]
        return shapes, [geodesic_km2(shape) for shape in shapes]

    shapes, geodesic = timed("load and area", load)
    write(out, "areas.csv", ["date", "lonlat_km2", "geodesic_km2"],
          [(d, f"{lonlat_km2(s):.9f}", f"{g:.9f}") for d, s, g in zip(dates, shapes, geodesic)])

    def changes():
        return [(after.difference(before), before.difference(after))
                for before, after in zip(shapes, shapes[1:])]

    found = timed("gained and lost", changes)
    write_areas(out, "changes.csv", ["date", "gained_km2", "lost_km2"], zip(dates[1:], found))

    names, areas = zip(*regions(places))

    def by_region():
        shapely.prepare(areas)
        return [[region.intersection(shape) if region.intersects(shape) else None
                 for region in areas] for shape in shapes]

    found = timed("27 oblasts by day", by_region)
    write_areas(out, "oblasts.csv", ["date", *names], zip(dates, found))

    places_given = shapely.points(points(places))

    def by_point():
        counts = []
        for shape in shapes:
            shapely.prepare(shape)
            counts.append(int(shapely.contains(shape, places_given).sum()))
        return counts

    counts = timed("30,000 points by day", by_point)
    write(out, "points.csv", ["date", "inside"], zip(dates, counts))

    def two():
        found = []
        for date, path, other in common_days(one, files(liveuamap)):
            a, b = held_by_one(path), held_by_other(other)
            found.append((date, (a.difference(b), b.difference(a))))
        return found

    found = timed("two publishers on 100 days", two)
    write_areas(out, "publishers.csv", ["date", "one_only_km2", "other_only_km2"], found)
    print(f"# shapely {shapely.__version__}, GEOS {shapely.geos_version_string}")


main(*map(Path, sys.argv[1:5]))
