import { expect, test } from "vitest";
import { measured, scaleFor, ticks } from "../../src/check/range_scale.ts";
import { boxAround } from "../../src/map/bounds.ts";
import { dayNumber, isoDate, lastOnOrBefore, stepFrom } from "../../src/map/editions.ts";
import { graticule, stepFor } from "../../src/map/graticule.ts";
import { onLine } from "../../src/map/hatch.ts";
import { partyLooks } from "../../src/map/party_look.ts";
import { mapStyle } from "../../src/map/style.ts";
import { parseLook, printLook } from "../../src/map/view.ts";
import { mapsDisagree, SENTENCE } from "../mock/answers.ts";

const DATES = ["2030-01-07", "2030-01-14", "2030-01-21"];

test.each([
  ["2030-01-06", -1],
  ["2030-01-07", 0],
  ["2030-01-13", 0],
  ["2030-01-14", 1],
  ["2031-01-01", 2],
])("on %s the edition in force is number %i", (on, index) => {
  expect(lastOnOrBefore(DATES, on)).toBe(index);
});

test("steps go from edition to edition and stop at the ends", () => {
  expect(stepFrom(DATES, "2030-01-14", 1)).toBe("2030-01-21");
  expect(stepFrom(DATES, "2030-01-16", -1)).toBe("2030-01-07");
  expect(stepFrom(DATES, "2030-01-21", 5)).toBe("2030-01-21");
  expect(stepFrom(DATES, "2029-01-01", -1)).toBe("2030-01-07");
  expect(stepFrom(DATES, "2029-01-01", 1)).toBe("2030-01-07");
  expect(stepFrom([], "2029-01-01", 1)).toBe("2029-01-01");
});

test("days are counted without time zones", () => {
  expect(isoDate(dayNumber("2030-03-31") ?? 0)).toBe("2030-03-31");
  expect(dayNumber("31.03.2030")).toBeNull();
});

test("parties keep their look whoever else is on the map, in alphabetical order", () => {
  const looks = partyLooks(["corland", "borland", "arland", "borland"]);
  expect([...looks.keys()]).toEqual(["arland", "borland", "corland"]);
  expect(looks.get("arland")).toMatchObject({ colour: "#0072B2", hatch: null });
  expect(looks.get("borland")).toMatchObject({ colour: "#E69F00", hatch: null });
  expect(looks.get("corland")?.hatch).not.toBeNull();
});

test("every hatching has lines and ground, and repeats without a seam", () => {
  for (const hatch of ["rising", "falling", "upright", "level", "crossed"] as const) {
    let ink = 0;
    for (let x = 0; x < 16; x++) {
      for (let y = 0; y < 16; y++) {
        ink += Number(onLine(hatch, x, y));
        expect(onLine(hatch, x, y)).toBe(onLine(hatch, x + 16, y + 16));
      }
    }
    expect(ink).toBeGreaterThan(64);
    expect(ink).toBeLessThan(192);
  }
});

test("the style names no address and draws no border", () => {
  const style = mapStyle("light", [...partyLooks(["a", "b", "c"]).values()]);
  expect(JSON.stringify(style)).not.toMatch(/https?:|"glyphs"|"sprite"|boundar|countr/);
});

test("about seven lines across any view, labelled by hemisphere", () => {
  expect([0.3, 2, 14, 360].map(stepFor)).toEqual([0.05, 0.5, 2, 30]);
  const { features } = graticule({ west: -1.2, south: -0.7, east: 1.3, north: 0.9 });
  const labels = features.map(({ properties }) => properties.label).filter(Boolean);
  expect(labels).toContain("1° W");
  expect(labels).toContain("0.5° S");
  expect(labels).toContain("0°");
  const past = graticule({ west: 179, south: 0, east: 181.4, north: 2 }).features;
  expect(past.map(({ properties }) => properties.label)).toContain("179° W");
});

test("a box surrounds every shape, and nothing has none", () => {
  const shape = { type: "Polygon" as const, coordinates: [[[35, 51], [36, 51], [36, 52], [35, 51]]] };
  expect(boxAround([null, shape])).toEqual([35, 51, 36, 52]);
  expect(boxAround([null])).toBeNull();
});

test("a view in an address is three numbers on the Earth, or nothing", () => {
  expect(parseLook("36.1,51.35,7.2")).toEqual({ lon: 36.1, lat: 51.35, zoom: 7.2 });
  expect(printLook({ lon: 36.123456, lat: 51.35, zoom: 7.204 })).toBe("36.1235,51.35,7.2");
  for (const text of ["", "1,2", "1,2,3,4", "a,b,c", "200,0,1", "0,89,1", "0,0,99"]) {
    expect(parseLook(text)).toBeNull();
  }
});

test("the axis holds the claim's end and every band", () => {
  const answer = mapsDisagree(SENTENCE, null);
  const rows = measured(answer);
  if (!answer.range) throw new Error("no range");
  const scale = scaleFor(answer.range, rows.map(({ band }) => band));
  for (const value of [917.611, 1035.995, 1209.145]) {
    expect(scale.at(value)).toBeGreaterThan(0);
    expect(scale.at(value)).toBeLessThan(1);
  }
  expect(ticks(scale, 4)).toEqual([1000, 1200]);
});
