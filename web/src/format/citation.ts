import type { CheckAnswer } from "../api/types.ts";
import { figureLine } from "./area.ts";
import { verdictLook } from "./verdict.ts";
import { knownOn, stretch } from "./words.ts";

/** What a reader needs to find the answer again: quote, verdict, each map, both dates, address. */
export function citation(answer: CheckAnswer, address: string): string {
  const { question } = answer;
  const lines = [
    `“${answer.sentence}”`,
    `seisin: ${verdictLook(answer.verdict).phrase}. ${answer.reason}`,
    ...answer.publishers.map((publisher) => {
      const map = publisher.edition
        ? `map of ${publisher.edition.edition_date} (${publisher.edition.id})`
        : "no map";
      const figure = publisher.figure ? `: ${figureLine(publisher.figure)}` : "";
      const verdict = verdictLook(publisher.verdict).phrase;
      return `${publisher.publisher}, ${map}${figure} — ${verdict}; licence: ${publisher.licence ?? "not stated"}`;
    }),
    `on: ${stretch(question.from, question.to)}; as known on: ${knownOn(question.known_on)}`,
    address,
  ];
  return lines.join("\n");
}
