import type { Band, CheckAnswer, ClaimRange } from "../api/types.ts";

/** One publisher's measured band in the unit of the claim. */
export interface Measured {
  publisher: string;
  band: Band;
}

/** Where things stand on a line that starts at 0 and ends at 1. */
export interface Scale {
  from: number;
  to: number;
  at: (value: number) => number;
}

/** The measured bands that can stand on the claim's own axis: areas, or shares. */
export function measured(answer: CheckAnswer): Measured[] {
  const share = answer.range?.unit === "1";
  return answer.publishers.flatMap(({ publisher, figure }) => {
    const band = share ? figure?.share : figure?.area_km2;
    return band ? [{ publisher, band }] : [];
  });
}

/** An axis that holds every band and every finite end of the range, with room beside them. */
export function scaleFor(range: ClaimRange, bands: Band[]): Scale {
  const ends = bands.flatMap(({ low, high }) => [low, high]);
  if (range.low !== null && range.low > 0) ends.push(range.low);
  if (range.high !== null) ends.push(range.high);
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const room = (high - low) * ROOM || high * ROOM || 1;
  const from = Math.max(0, low - room);
  const to = high + room;
  return { from, to, at: (value) => Math.min(1, Math.max(0, (value - from) / (to - from))) };
}

const ROOM = 0.25;

/** Round numbers along the axis, about `wanted` of them. */
export function ticks({ from, to }: Scale, wanted: number): number[] {
  const rough = (to - from) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => (first + at) * step);
}
