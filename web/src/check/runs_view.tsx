import type { Run } from "../api/types.ts";
import { squareKilometres } from "../format/area.ts";
import { verdictLook } from "../format/verdict.ts";
import { VerdictWordTag } from "../ui/verdict_word.tsx";

/** From when to when each verdict holds: a strip for the eye, a table for everyone. */
export function RunsView({ runs }: { runs: Run[] }) {
  const from = day(runs[0]?.from ?? "");
  const to = day(runs.at(-1)?.to ?? "");
  return (
    <div class="runs">
      {runs.length > 1 && to > from && (
        <svg class="strip" width="100%" height="22" aria-hidden="true">
          {runs.map((run) => (
            <g key={run.from} class={`strip-${run.verdict}`}>
              <rect x={at(run.from, from, to)} y="2" height="18" width={wide(run, from, to)} />
              <text x={at(run.from, from, to)} dx="4" y="16">
                {verdictLook(run.verdict).mark}
              </text>
            </g>
          ))}
        </svg>
      )}
      <div class="scroll" tabIndex={0} role="group" aria-label="Verdict by stretch of days">
        <table>
          <caption>Verdict by stretch of days, the last day excluded</caption>
          <thead>
            <tr>
              <th scope="col">from</th>
              <th scope="col">to before</th>
              <th scope="col">verdict</th>
              <th scope="col" class="number">
                area
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.from}>
                <td>{run.from}</td>
                <td>{run.to}</td>
                <td>
                  <VerdictWordTag word={run.verdict} />
                </td>
                <td class="number">{amounts(run)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function amounts({ lowest_km2, highest_km2 }: Run): string {
  if (!lowest_km2 || !highest_km2) return "no map";
  const [low, high] = [squareKilometres(lowest_km2), squareKilometres(highest_km2)];
  return low === high ? low : `${low} to ${high}`;
}

const day = (date: string) => Date.parse(`${date}T00:00:00Z`);

const at = (date: string, from: number, to: number) =>
  `${(((day(date) - from) / (to - from)) * 100).toFixed(3)}%`;

const wide = (run: Run, from: number, to: number) =>
  `${(((day(run.to) - day(run.from)) / (to - from)) * 100).toFixed(3)}%`;
