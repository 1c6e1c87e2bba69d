import type { CheckAnswer, ClaimRange } from "../api/types.ts";
import { decimal } from "../format/number.ts";
import { rangeWords } from "../format/words.ts";
import { measured, scaleFor, ticks, type Measured, type Scale } from "./range_scale.ts";

const ROW = 38;
const TOP = 4;
const GAP = 8;
const FOOT = 34;

/** Every publisher's figure with its error, against the range the sentence allows. */
export function RangeChart({ answer }: { answer: CheckAnswer }) {
  const rows = measured(answer);
  const { range } = answer;
  if (!range || rows.length === 0) return null;
  const scale = scaleFor(
    range,
    rows.map(({ band }) => band),
  );
  const height = TOP + rows.length * ROW + FOOT;
  return (
    <figure class="range">
      <svg width="100%" height={height} role="img" aria-label={spoken(range, rows)}>
        <Allowed range={range} scale={scale} height={height - FOOT + GAP} />
        {rows.map((row, at) => (
          <Row key={row.publisher} row={row} scale={scale} y={TOP + at * ROW + ROW / 2} />
        ))}
        <Axis scale={scale} unit={range.unit} y={height - FOOT + GAP} />
      </svg>
      <figcaption>
        Shaded: what the sentence allows ({rangeWords(range)}). Bar: from the lowest to the highest
        the map’s error admits; dot: the figure as measured.
      </figcaption>
    </figure>
  );
}

const percentX = (scale: Scale, value: number) => `${(scale.at(value) * 100).toFixed(3)}%`;

function Allowed({ range, scale, height }: { range: ClaimRange; scale: Scale; height: number }) {
  const from = scale.at(range.low ?? scale.from);
  const to = range.high === null ? 1 : scale.at(range.high);
  return (
    <g class="range-allowed">
      <rect x={`${from * 100}%`} y={0} width={`${Math.max(0, to - from) * 100}%`} height={height} />
      {range.low !== null && range.low > 0 && (
        <line x1={`${from * 100}%`} x2={`${from * 100}%`} y1={0} y2={height} />
      )}
      {range.high !== null && (
        <line x1={`${to * 100}%`} x2={`${to * 100}%`} y1={0} y2={height} />
      )}
    </g>
  );
}

function Row({ row, scale, y }: { row: Measured; scale: Scale; y: number }) {
  const { low, best, high } = row.band;
  return (
    <g class="range-row">
      <text x="6" y={y - 9}>
        {row.publisher}
      </text>
      <line class="range-rail" x1="0" x2="100%" y1={y + 6} y2={y + 6} />
      <line class="range-band" x1={percentX(scale, low)} x2={percentX(scale, high)} y1={y + 6} y2={y + 6} />
      <circle cx={percentX(scale, best)} cy={y + 6} r="5.5" />
    </g>
  );
}

function Axis({ scale, unit, y }: { scale: Scale; unit: string; y: number }) {
  const share = unit === "1";
  const all = ticks(scale, 4);
  const step = (all[1] ?? 1) - (all[0] ?? 0);
  const decimals = Math.max(0, -Math.floor(Math.log10(share ? step * 100 : step)));
  return (
    <g class="range-axis">
      <line x1="0" x2="100%" y1={y} y2={y} />
      {all
        .filter((value) => scale.at(value) > 0.04 && scale.at(value) < 0.93)
        .map((value) => (
          <g key={value}>
            <line x1={percentX(scale, value)} x2={percentX(scale, value)} y1={y} y2={y + 5} />
            <text x={percentX(scale, value)} y={y + 19} text-anchor="middle">
              {decimal(share ? value * 100 : value, decimals)} {share ? "%" : "km²"}
            </text>
          </g>
        ))}
    </g>
  );
}

function spoken(range: ClaimRange, rows: Measured[]): string {
  const share = range.unit === "1";
  const amount = (value: number) =>
    share ? `${decimal(value * 100, 2)} percent` : `${decimal(value, 1)} square kilometres`;
  const each = rows.map(
    ({ publisher, band }) =>
      `${publisher}: ${amount(band.best)}, from ${amount(band.low)} to ${amount(band.high)}`,
  );
  return `The sentence allows ${rangeWords(range)}. ${each.join(". ")}.`;
}
