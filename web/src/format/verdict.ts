import type { VerdictWord } from "../api/types.ts";

/** A verdict as a person reads it, with a mark that does not depend on colour. */
export interface VerdictLook {
  phrase: string;
  mark: string;
  meaning: string;
}

const LOOKS: Record<VerdictWord, VerdictLook> = {
  supported: {
    phrase: "supported",
    mark: "=",
    meaning: "The whole measured band lies inside the range the sentence allows.",
  },
  contradicted: {
    phrase: "contradicted",
    mark: "≠",
    meaning: "The whole measured band lies outside the range the sentence allows.",
  },
  inconclusive: {
    phrase: "inconclusive",
    mark: "≈",
    meaning: "The measured band lies across the edge of the range the sentence allows, or the verdict changes within the days asked about.",
  },
  maps_disagree: {
    phrase: "maps disagree",
    mark: "⇄",
    meaning: "Each publisher has its own verdict, and they differ.",
  },
  not_checkable: {
    phrase: "not checkable",
    mark: "–",
    meaning: "The sentence gives no quantity, no region or no party that can be measured.",
  },
  outside_coverage: {
    phrase: "outside coverage",
    mark: "○",
    meaning: "No map speaks for that date or that land; nothing is extrapolated.",
  },
};

/** The look of a verdict; a word from a newer program is shown as it is written. */
export function verdictLook(word: string): VerdictLook {
  return Object.hasOwn(LOOKS, word)
    ? LOOKS[word as VerdictWord]
    : { phrase: word.replaceAll("_", " "), mark: "?", meaning: "" };
}
