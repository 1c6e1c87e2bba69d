import type { CheckAnswer, Part, Question } from "../api/types.ts";
import { pieces } from "../format/sentence.ts";
import { knownOn, plain, rangeWords, readable, stretch } from "../format/words.ts";
import { Facts } from "../ui/facts.tsx";

/** The sentence with its parts marked, each part as it was understood, and the question they make. */
export function ClaimView({ answer }: { answer: CheckAnswer }) {
  return (
    <section aria-labelledby="understood" class="claim">
      <h2 id="understood">How the sentence was read</h2>
      <blockquote class="sentence" dir="auto">
        {pieces(answer.sentence, answer.parts).map((piece, at) =>
          piece.part ? (
            <mark key={at} class={`part part-${piece.part.part}`}>
              {piece.text}
            </mark>
          ) : (
            piece.text
          ),
        )}
      </blockquote>
      {answer.parts.length > 0 && (
        <ul class="chips" aria-label="Parts of the sentence">
          {answer.parts.map((part) => (
            <li key={`${part.part} ${part.start}`} class={`chip part-${part.part}`}>
              <span class="chip-name">{part.part}</span>
              <span class="chip-text" dir="auto">
                {part.text}
              </span>
              {part.value !== part.text && <span class="chip-value">{understood(part)}</span>}
            </li>
          ))}
        </ul>
      )}
      <Facts rows={asked(answer)} />
    </section>
  );
}

// A bound is a word of the record; every other value may hold an underscore of its own.
const understood = ({ part, value }: Part) => (part === "bound" ? plain(value) : readable(value));

function asked({ question, range }: CheckAnswer): [string, string | null][] {
  return [
    ["party", question.party],
    ["region", region(question)],
    ["amount", range ? rangeWords(range) : null],
    ["on", stretch(question.from, question.to)],
    ["date taken from", question.date_rule && plain(question.date_rule)],
    ["as known on", knownOn(question.known_on)],
  ];
}

function region({ region, region_name }: Question): string | null {
  if (!region) return region_name;
  return region_name && region_name !== region ? `${region_name} (${region})` : region;
}
