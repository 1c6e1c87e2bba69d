/** How a party is drawn: a plain colour, or beyond the second a hatching. No flag colours. */
export interface PartyLook {
  party: string;
  colour: string;
  hatch: Hatch | null;
}

export type Hatch = "rising" | "falling" | "upright" | "level" | "crossed";

/** Dark line round every holding, 1.5 px. */
export const OUTLINE = "#16191c";

const PAIR = ["#0072B2", "#E69F00"];
const BEYOND: { colour: string; hatch: Hatch }[] = [
  { colour: "#009E73", hatch: "rising" },
  { colour: "#CC79A7", hatch: "falling" },
  { colour: "#56B4E9", hatch: "upright" },
  { colour: "#D55E00", hatch: "level" },
  { colour: "#8C7A00", hatch: "crossed" },
];

/** A look for each party, in alphabetical order so that no date or publisher changes it. */
export function partyLooks(parties: string[]): Map<string, PartyLook> {
  const sorted = [...new Set(parties)].sort();
  return new Map(sorted.map((party, at) => [party, { party, ...look(at) }]));
}

function look(at: number): { colour: string; hatch: Hatch | null } {
  const plain = PAIR[at];
  if (plain) return { colour: plain, hatch: null };
  const beyond = BEYOND[(at - PAIR.length) % BEYOND.length];
  return beyond ?? { colour: "#777777", hatch: "crossed" };
}
