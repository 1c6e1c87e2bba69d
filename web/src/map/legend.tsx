import type { HoldingRow, Publisher } from "../api/types.ts";
import type { PartyLook } from "./party_look.ts";
import { Swatch } from "./swatch.tsx";

/** Whose colour is whose, both dates, and where the drawing comes from. */
export function Legend(props: {
  rows: HoldingRow[];
  looks: Map<string, PartyLook>;
  publisher: Publisher | undefined;
  on: string;
  knownOn: string;
}) {
  const { rows, looks, publisher, on, knownOn } = props;
  const parties = [...new Set(rows.map(({ party }) => party))].sort();
  const editions = [...new Set(rows.map(({ edition_date }) => edition_date))].sort();
  return (
    <div class="legend">
      <ul>
        {parties.map((party) => (
          <li key={party}>
            <Swatch look={looks.get(party)} /> held by {party}
          </li>
        ))}
      </ul>
      <p>
        <strong>on</strong> {on || "no day"} · <strong>as known on</strong> {knownOn || "latest"}
        {editions.length > 0 && ` · edition of ${editions.join(", ")}`}
      </p>
      <p class="credit">
        {publisher && `Holdings: ${publisher.publisher}, licence: ${publisher.licence ?? "not stated"}. `}
        Land: Natural Earth 1:50 m, public domain; no borders are drawn.
      </p>
    </div>
  );
}
