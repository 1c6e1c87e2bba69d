import type { Part } from "../api/types.ts";

/** A piece of the sentence: plain, or one that was understood as a part. */
export interface Piece {
  text: string;
  part: Part | null;
}

/**
 * The sentence cut at its parts, in order. Offsets count Unicode code points, as everywhere in the
 * record; a part that overlaps one before it or lies outside is left out of the marking.
 */
export function pieces(sentence: string, parts: Part[]): Piece[] {
  const points = Array.from(sentence);
  const cut: Piece[] = [];
  let at = 0;
  const plain = (to: number) => {
    if (to > at) cut.push({ text: points.slice(at, to).join(""), part: null });
  };
  for (const part of [...parts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (part.start < at || part.end <= part.start || part.end > points.length) continue;
    plain(part.start);
    cut.push({ text: points.slice(part.start, part.end).join(""), part });
    at = part.end;
  }
  plain(points.length);
  return cut;
}
