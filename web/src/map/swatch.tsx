import { OUTLINE, type Hatch, type PartyLook } from "./party_look.ts";

const LINES: Record<Hatch, string> = {
  rising: "M-2 8 8 -2M4 16 16 4",
  falling: "M4 -2 16 10M-2 6 8 16",
  upright: "M4 0V14M10 0V14",
  level: "M0 4H14M0 10H14",
  crossed: "M-2 8 8 -2M4 16 16 4M4 -2 16 10M-2 6 8 16",
};

/** A party's look in small. */
export function Swatch({ look }: { look: PartyLook | undefined }) {
  return (
    <svg class="swatch" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <rect width="14" height="14" fill={look?.colour ?? "#777777"} />
      {look?.hatch && <path d={LINES[look.hatch]} stroke={OUTLINE} stroke-width="2" />}
      <rect x="0.75" y="0.75" width="12.5" height="12.5" fill="none" stroke={OUTLINE} stroke-width="1.5" />
    </svg>
  );
}
