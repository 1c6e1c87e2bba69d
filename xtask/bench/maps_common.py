"""What the scripts of `cargo xtask bench maps` share: files, exact areas, clock, results."""

import csv
import json
import sys
import time
from pathlib import Path

import numpy as np
import shapely
from pyproj import Geod

GEOD = Geod(ellps="WGS84")
A = 6378137.0
F = 1 / 298.257223563
E2 = F * (2 - F)
E = E2**0.5
NODES, WEIGHTS = np.polynomial.legendre.leggauss(6)


EVERY, LIMIT = int(sys.argv[5]), float(sys.argv[6])


class Run:
    """What a task came to: its pieces in order, as many as the limit allowed."""

    def __init__(self, pieces, complete):
        self.pieces, self.complete = pieces, complete


def timed(name, total, pieces, clock=time.process_time):
    """Carries out a task piece by piece and prints its CPU seconds, of all threads.

    `pieces` yields `total` results; after LIMIT seconds by the wall clock no further one is begun.
    """
    done, since, start = [], time.monotonic(), clock()
    told = since
    for piece in pieces:
        done.append(piece)
        now = time.monotonic()
        if now - told > 10:
            told = now
            print(f"  {name}: {len(done)} of {total}, {now - since:.0f} s", file=sys.stderr, flush=True)
        if now - since > LIMIT:
            break
    print(f"task\t{name}\t{clock() - start:.6f}\t{len(done)}\t{total}", flush=True)
    return Run(done, len(done) == total)


def zone(lat):
    """Area from the equator to a latitude, m² a radian (Snyder 1987, eq. 3-12 times a²/2)."""
    s = np.sin(np.radians(lat))
    return A * A * (1 - E2) / 2 * (s / (1 - E2 * s * s) + np.arctanh(E * s) / E)


def lonlat_km2(shape):
    """Area with edges straight in lon/lat."""
    total = 0.0
    for polygon in shapely.get_parts(shape):
        if polygon.geom_type != "Polygon" or polygon.is_empty:
            continue
        for sign, ring in [(1, polygon.exterior)] + [(-1, ring) for ring in polygon.interiors]:
            xy = np.asarray(ring.coords)
            lon, lat = xy[:, 0], xy[:, 1]
            height = np.diff(lat)
            at = lat[:-1, None] + height[:, None] * (NODES + 1) / 2
            mean = ((zone(at) - zone(lat[0])) * WEIGHTS).sum(axis=1) / 2
            total += sign * abs((-np.radians(np.diff(lon)) * mean).sum())
    return total / 1e6


def files(folder):
    def day(path):
        digits = "".join(c for c in path.stem if c.isdigit())
        return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"

    return sorted((day(path), path) for path in Path(folder).iterdir())


def days_of(folder):
    """Every EVERY-th file of a folder."""
    return files(folder)[::EVERY]


def geodesic_km2(shape):
    return abs(GEOD.geometry_area_perimeter(shape)[0]) / 1e6


def held_by_one(path):
    feature = json.loads(path.read_bytes())["features"][0]
    return shapely.geometry.shape(feature["geometry"])


def regions(places):
    """The regions by name."""
    features = json.loads((places / "oblasts.geojson").read_bytes())["features"]
    return sorted(
        ((f["properties"]["shapeISO"], shapely.geometry.shape(f["geometry"])) for f in features),
        key=lambda region: region[0],
    )


def points(places):
    """The points as pairs of longitude and latitude."""
    with open(places / "points.csv", newline="") as file:
        return [(float(row[1]), float(row[2])) for row in list(csv.reader(file))[1:]]


def common_days(one, other):
    """A hundred days both publishers have, with both files; every EVERY-th of them."""
    other = dict(other)
    return [(date, path, other[date]) for date, path in one if date in other][::7][:100][::EVERY]


def write_areas(out, name, header, rows):
    """Writes rows of a date and shapes as their exact areas; None is no land."""
    def area(shape):
        return f"{0.0 if shape is None else lonlat_km2(shape):.9f}"

    write(out, name, header, [[date, *map(area, shapes)] for date, shapes in rows])


def held_by_other(path):
    whole = json.loads(path.read_bytes())
    parts = [
        shapely.geometry.shape(feature["geometry"])
        for feature in whole.get("value", whole)["features"]
        if feature["properties"].get("type") != "losses"
    ]
    return parts[0] if len(parts) == 1 else shapely.union_all(parts)


def write(out, name, header, rows):
    with open(out / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
