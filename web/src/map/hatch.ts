import type { Hatch, PartyLook } from "./party_look.ts";

const SIZE = 16;
const STROKE = 3;

/** Whether a pixel of the repeating tile lies on the hatching's lines. */
export function onLine(hatch: Hatch, x: number, y: number): boolean {
  const along = (distance: number) => ((distance % (SIZE / 2)) + SIZE / 2) % (SIZE / 2) < STROKE;
  switch (hatch) {
    case "rising":
      return along(x + y);
    case "falling":
      return along(x - y);
    case "upright":
      return along(x);
    case "level":
      return along(y);
    case "crossed":
      return along(x + y) || along(x - y);
  }
}

/** The repeating tile of a hatched party: its colour, with dark lines. */
export function hatchTile({ colour, hatch }: PartyLook): ImageData {
  const tile = new ImageData(SIZE, SIZE);
  const ground = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const ink = hatch !== null && onLine(hatch, x, y);
      tile.data.set([...(ink ? [22, 25, 28] : ground), 255], (y * SIZE + x) * 4);
    }
  }
  return tile;
}
