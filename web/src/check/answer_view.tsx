import { checkUrl } from "../api/client.ts";
import type { CheckAnswer } from "../api/types.ts";
import { citation } from "../format/citation.ts";
import { verdictLook } from "../format/verdict.ts";
import { onThisPage, plain } from "../format/words.ts";
import type { CheckState } from "../state/route.ts";
import { CopyButton } from "../ui/copy_button.tsx";
import { VerdictWordTag } from "../ui/verdict_word.tsx";
import { ClaimView } from "./claim_view.tsx";
import { PublisherCard } from "./publisher_card.tsx";
import { RangeChart } from "./range_chart.tsx";
import { SettingsView } from "./settings_view.tsx";

/** The whole answer, from the verdict down to the settings that shaped it. */
export function AnswerView({ answer, state }: { answer: CheckAnswer; state: CheckState }) {
  return (
    <article class="answer" aria-labelledby="verdict">
      <section class={`finding finding-${answer.verdict}`}>
        <h2 id="verdict">
          <VerdictWordTag word={answer.verdict} />
        </h2>
        <p class="reason">{onThisPage(answer.reason)}</p>
        <p class="meaning">{verdictLook(answer.verdict).meaning}</p>
        <div class="actions">
          <CopyButton label="Copy link" text={() => location.href} />
          <CopyButton label="Copy citation" text={() => citation(answer, location.href)} />
          <a href={checkUrl(state)}>This answer as JSON</a>
        </div>
      </section>
      <ClaimView answer={answer} />
      <Notes title="Hints" rows={answer.hints} />
      {answer.publishers.length > 0 && (
        <section aria-labelledby="figures">
          <h2 id="figures">What the maps show</h2>
          <RangeChart answer={answer} />
          <div class="cards">
            {answer.publishers.map((publisher) => (
              <PublisherCard key={publisher.publisher} answer={publisher} />
            ))}
          </div>
        </section>
      )}
      <Notes title="Left open by the reader" rows={answer.problems} />
      <SettingsView settings={answer.settings} />
    </article>
  );
}

function Notes({ title, rows }: { title: string; rows: { kind: string; sentence: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="notes">
      <h2>{title}</h2>
      <ul>
        {rows.map(({ kind, sentence }) => (
          <li key={`${kind} ${sentence}`}>
            <span class="kind">{plain(kind)}</span> {onThisPage(sentence)}
          </li>
        ))}
      </ul>
    </section>
  );
}
