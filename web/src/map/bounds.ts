import type { Geometry, Position } from "geojson";

export type Box = [west: number, south: number, east: number, north: number];

/** The box around shapes, or null where there is nothing to surround. */
export function boxAround(geometries: (Geometry | null)[]): Box | null {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    if (geometry && "coordinates" in geometry) widen(box, geometry.coordinates);
  }
  return box[0] <= box[2] ? box : null;
}

type Nested = Position | Nested[];

function widen(box: Box, nested: Nested): void {
  const [lon, lat] = nested;
  if (typeof lon === "number" && typeof lat === "number") {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  } else {
    for (const inner of nested as Nested[]) widen(box, inner);
  }
}
