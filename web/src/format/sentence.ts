import type { Part } from "../api/types.ts";

/** A piece of the sentence: plain, or one that was understood as a part. */
export interface Piece {
  text: string;
  part: Part | null;
}

/**
 * The sentence cut at its parts, in order; every character stands in exactly one piece. Parts may
 * nest ("more than" inside "more than 400 square miles"): a character goes to the shortest part
 * over it. Offsets count Unicode code points, as everywhere in the record.
 */
export function pieces(sentence: string, parts: Part[]): Piece[] {
  const byLength = [...parts].sort((a, b) => a.end - a.start - (b.end - b.start));
  const cut: Piece[] = [];
  for (const [at, character] of Array.from(sentence).entries()) {
    const part = byLength.find(({ start, end }) => start <= at && at < end) ?? null;
    const last = cut.at(-1);
    if (last && last.part === part) last.text += character;
    else cut.push({ text: character, part });
  }
  return cut;
}
