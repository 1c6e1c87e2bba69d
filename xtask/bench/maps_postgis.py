"""The tasks of `cargo xtask bench maps` done with PostGIS, on a server of its own on the loopback address.

usage: maps_postgis.py DEEPSTATE LIVEUAMAP PLACES OUT EVERY LIMIT

As maps_shapely.py. The server is made in a temporary folder, listens on 127.0.0.1 alone, and is
stopped and removed at the end. Counted are the CPU seconds of its process that answers, as Linux
counts them, and those of this script.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import shapely
from maps_common import (
    LIMIT, common_days, days_of, files, held_by_other, points, regions, timed, write, write_areas,
)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __enter__(self):
        self.port = free_port()
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        self.bin = found[-1].parent
        self.folder = tempfile.TemporaryDirectory(prefix="seisin-bench-postgis-")
        subprocess.run(["chown", "postgres", self.folder.name], check=True)
        self.data = f"{self.folder.name}/data"
        self.run("initdb", "-D", self.data, "-A", "trust", "-U", "postgres")
        options = (f"-c listen_addresses=127.0.0.1 -c port={self.port} -c jit=off -c fsync=off "
                   f"-c unix_socket_directories={self.folder.name} -c work_mem=256MB "
                   "-c max_parallel_workers_per_gather=0")
        self.run("pg_ctl", "-D", self.data, "-o", options, "-w", "-l",
                 f"{self.folder.name}/log", "start")
        return self

    def __exit__(self, *_):
        self.run("pg_ctl", "-D", self.data, "-m", "immediate", "stop")
        self.folder.cleanup()

    def run(self, program, *arguments):
        subprocess.run(["runuser", "-u", "postgres", "--", str(self.bin / program), *arguments],
                       check=True, stdout=subprocess.DEVNULL, cwd="/")


def main(deepstate, liveuamap, places, out):
    out.mkdir(parents=True, exist_ok=True)
    one = days_of(deepstate)
    dates = [date for date, _ in one]
    with Server() as server, psycopg.connect(f"host=127.0.0.1 port={server.port} user=postgres",
                                             autocommit=True) as db:
        backend = db.info.backend_pid
        tick = os.sysconf("SC_CLK_TCK")

        def clock():
            fields = Path(f"/proc/{backend}/stat").read_text().rsplit(")", 1)[1].split()
            return (int(fields[11]) + int(fields[12])) / tick + time.process_time()

        def ask(sql, *parameters):
            return db.execute(sql, parameters).fetchall()

        def by_days(sql, days):
            """The rows of each day in order; a question that takes longer than the limit ends them."""
            for i in days:
                try:
                    yield ask(sql, i)
                except psycopg.errors.QueryCanceled:
                    return

        def shape(wkb):
            return None if wkb is None else shapely.from_wkb(bytes(wkb))

        db.execute("CREATE EXTENSION postgis")
        db.execute("CREATE TABLE day (i int PRIMARY KEY, g geometry)")
        db.execute("CREATE TABLE region (r int PRIMARY KEY, g geometry)")
        db.execute("CREATE TABLE place (g geometry)")
        db.execute("CREATE TABLE a (i int PRIMARY KEY, g geometry)")
        db.execute("CREATE TABLE b (i int PRIMARY KEY, g geometry)")
        db.execute(f"SET statement_timeout = {round(LIMIT * 1000)}")

        def put(name, i, geometry):
            db.execute(f"INSERT INTO {name} VALUES (%s, ST_GeomFromGeoJSON(%s))",
                       (i, json.dumps(geometry)))

        def geometry_of(path):
            return json.loads(path.read_bytes())["features"][0]["geometry"]

        def load():
            for i, (_, path) in enumerate(one):
                put("day", i, geometry_of(path))
                yield ask("SELECT ST_Area(g::geography) / 1e6 FROM day WHERE i = %s", i)

        areas = timed("load and area", len(one), load(), clock)
        write(out, "areas.csv", ["date", "geodesic_km2"],
              [(d, f"{area:.9f}") for d, [(area,)] in zip(dates, areas.pieces)])
        if not areas.complete:
            return
        found = timed("gained and lost", len(one) - 1, by_days("""
            SELECT ST_AsBinary(ST_Difference(b.g, a.g)), ST_AsBinary(ST_Difference(a.g, b.g))
            FROM day a JOIN day b ON b.i = a.i + 1 WHERE b.i = %s""", range(1, len(one))),
            clock).pieces
        write_areas(out, "changes.csv", ["date", "gained_km2", "lost_km2"],
                    [(d, map(shape, row)) for d, [row] in zip(dates[1:], found)])
        named = regions(places)
        for r, (_, area) in enumerate(named):
            put("region", r, shapely.geometry.mapping(area))
        found = timed("27 oblasts by day", len(one), by_days("""
            SELECT r.r, ST_AsBinary(ST_Intersection(r.g, d.g))
            FROM day d JOIN region r ON ST_Intersects(r.g, d.g) WHERE d.i = %s""",
            range(len(one))), clock).pieces
        write_areas(out, "oblasts.csv", ["date", *(name for name, _ in named)],
                    [(d, [shape(dict(day).get(r)) for r in range(len(named))])
                     for d, day in zip(dates, found)])
        with db.cursor() as cursor:
            cursor.executemany("INSERT INTO place VALUES (ST_SetSRID(ST_Point(%s, %s), 4326))", points(places))
        db.execute("CREATE INDEX ON place USING gist (g)")
        db.execute("ANALYZE")
        found = timed("30,000 points by day", len(one), by_days("""
            SELECT count(p.g) FROM day d JOIN place p ON ST_Contains(d.g, p.g) WHERE d.i = %s""",
            range(len(one))), clock).pieces
        write(out, "points.csv", ["date", "inside"],
              [(d, count) for d, [(count,)] in zip(dates, found)])
        days = common_days(files(deepstate), files(liveuamap))

        def two():
            for i, (_, path, other) in enumerate(days):
                put("a", i, geometry_of(path))
                put("b", i, shapely.geometry.mapping(held_by_other(other)))
                yield from by_days("""
                    SELECT ST_AsBinary(ST_Difference(a.g, b.g)), ST_AsBinary(ST_Difference(b.g, a.g))
                    FROM a JOIN b ON a.i = b.i WHERE a.i = %s""", [i])

        found = timed("two publishers on 100 days", len(days), two(), clock).pieces
        write_areas(out, "publishers.csv", ["date", "one_only_km2", "other_only_km2"],
                    [(date, map(shape, row)) for (date, _, _), [row] in zip(days, found)])
        print("# " + ask("SELECT postgis_full_version()")[0][0])


main(*map(Path, sys.argv[1:5]))
