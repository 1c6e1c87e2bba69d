import type { Figure, PublisherAnswer } from "../api/types.ts";
import {
  percent,
  spanKm2,
  spanMi2,
  spanPercent,
  squareKilometres,
  squareMiles,
} from "../format/area.ts";
import { decimal, signedPercent } from "../format/number.ts";
import { age, dayAfter, onThisPage } from "../format/words.ts";
import { Facts } from "../ui/facts.tsx";
import { VerdictWordTag } from "../ui/verdict_word.tsx";
import { RunsView } from "./runs_view.tsx";

/** One publisher's figure, verdict, map and terms. */
export function PublisherCard({ answer }: { answer: PublisherAnswer }) {
  const several = answer.runs.some(({ from, to }, _, all) => all.length > 1 || to !== dayAfter(from));
  return (
    <section class="card" aria-label={`Publisher ${answer.publisher}`}>
      <header>
        <h3>{answer.publisher}</h3>
        <VerdictWordTag word={answer.verdict} />
      </header>
      {answer.figure ? <FigureView figure={answer.figure} /> : <p class="figure-none">no figure</p>}
      <p class="reason">{onThisPage(answer.reason)}</p>
      <Facts
        rows={[
          ["margin to the stated amount", margin(answer.margin_percent)],
          ["edition", answer.edition?.edition_date],
          ["age", answer.edition ? age(answer.edition.age_days) : null],
          ["published", answer.edition && (answer.edition.published ?? "not stated")],
          ["positional error", positional(answer.positional_error_m)],
          ["licence", answer.licence ?? "not stated"],
          ["edition id", answer.edition && <code>{answer.edition.id}</code>],
          ["lowest", several && answer.lowest && extreme(answer.lowest)],
          ["highest", several && answer.highest && extreme(answer.highest)],
        ]}
      />
      {several && <RunsView runs={answer.runs} />}
    </section>
  );
}

function FigureView({ figure }: { figure: Figure }) {
  return (
    <div class="figure">
      <p class="figure-main">{squareKilometres(figure.area_km2)}</p>
      <p class="figure-span">{spanKm2(figure.area_km2)}</p>
      <p class="figure-other">
        {squareMiles(figure.area_mi2)}
        {figure.area_mi2.low !== figure.area_mi2.high && (
          <span class="figure-span"> {spanMi2(figure.area_mi2)}</span>
        )}
      </p>
      {figure.share && (
        <p class="figure-other">
          {percent(figure.share)} of {figure.of ?? "the region"}
          {figure.share.low !== figure.share.high && (
            <span class="figure-span"> {spanPercent(figure.share)}</span>
          )}
        </p>
      )}
    </div>
  );
}

const extreme = ({ on, area_km2 }: NonNullable<PublisherAnswer["lowest"]>) =>
  `${squareKilometres(area_km2)} on ${on}`;

const margin = (value: number | null) => (value === null ? null : signedPercent(value));

const positional = (metres: number | null) =>
  metres === null ? "not stated" : `± ${decimal(metres, 0)} m`;
