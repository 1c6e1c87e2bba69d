import type { Feature, FeatureCollection, LineString, Point } from "geojson";

export interface View {
  west: number;
  south: number;
  east: number;
  north: number;
}

type Mark = Feature<LineString | Point, { label?: string }>;

const STEPS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30];
const LINES = 7;
const FARTHEST = 85;

/** The step in degrees that puts about seven lines across a view. */
export function stepFor(degrees: number): number {
  return STEPS.find((step) => degrees / step <= LINES) ?? 30;
}

/** Parallels and meridians of a view, with their labels at its west and south edge. */
export function graticule(view: View): FeatureCollection<LineString | Point, { label?: string }> {
  const step = stepFor(Math.max(view.east - view.west, view.north - view.south));
  const south = Math.max(-FARTHEST, view.south);
  const north = Math.min(FARTHEST, view.north);
  const marks: Mark[] = [];
  for (const lon of multiples(view.west, view.east, step)) {
    marks.push(line([lon, south], [lon, north]), label(lon, south, degrees(wrap(lon), "E", "W")));
  }
  for (const lat of multiples(south, north, step)) {
    marks.push(line([view.west, lat], [view.east, lat]), label(view.west, lat, degrees(lat, "N", "S")));
  }
  return { type: "FeatureCollection", features: marks };
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, at) => Number(((first + at) * step).toFixed(4)));
}

const wrap = (lon: number) => Number((((((lon + 180) % 360) + 360) % 360) - 180).toFixed(4));

function degrees(value: number, positive: string, negative: string): string {
  if (value === 0) return "0°";
  return `${Math.abs(value)}° ${value > 0 ? positive : negative}`;
}

const line = (from: [number, number], to: [number, number]): Mark => ({
  type: "Feature",
  properties: {},
  geometry: { type: "LineString", coordinates: [from, to] },
});

const label = (lon: number, lat: number, text: string): Mark => ({
  type: "Feature",
  properties: { label: text },
  geometry: { type: "Point", coordinates: [lon, lat] },
});
