import type { HoldingRow } from "../api/types.ts";
import { spanKm2, squareKilometres, squareMiles } from "../format/area.ts";
import { age } from "../format/words.ts";
import type { PartyLook } from "./party_look.ts";
import { rowKey } from "./row_key.ts";
import { Swatch } from "./swatch.tsx";

/** What the map shows, row for row. */
export function HoldingsTable(props: {
  rows: HoldingRow[];
  looks: Map<string, PartyLook>;
  drawn: boolean[];
  choose: (row: string | null) => void;
}) {
  const { rows, looks, drawn, choose } = props;
  const missing = drawn.filter((each) => !each).length;
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label="Table of holdings">
      <table class="holdings">
        <caption>
          What the map shows, row for row{missing > 0 && `; not on the map: ${missing}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">party</th>
            <th scope="col">in</th>
            <th scope="col" class="number">
              area
            </th>
            <th scope="col">edition</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row key={rowKey(row)} row={row} look={looks.get(row.party)} drawn={drawn[at] ?? true} choose={choose} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: {
  row: HoldingRow;
  look: PartyLook | undefined;
  drawn: boolean;
  choose: (row: string | null) => void;
}) {
  const { row, look, drawn, choose } = props;
  const { area_km2, area_mi2 } = row.figure;
  return (
    <tr
      data-row={rowKey(row)}
      onMouseEnter={() => choose(rowKey(row))}
      onMouseLeave={() => choose(null)}
    >
      <th scope="row">
        <span class="party">
          <Swatch look={look} /> {row.party}
        </span>
        {!drawn && <small>not on the map</small>}
      </th>
      <td>
        {row.region ?? "—"}
        <small>{row.region ? row.boundary_set : "all that the map shows"}</small>
      </td>
      <td class="number">
        {squareKilometres(area_km2)}
        <small>{squareMiles(area_mi2)}</small>
        {area_km2.low !== area_km2.high && <small>{spanKm2(area_km2)}</small>}
      </td>
      <td>
        <span class="day">{row.edition_date}</span>
        <small>{age(row.age_days)}</small>
        <small>{row.published ? `published ${row.published}` : "publication not stated"}</small>
        <small>
          {row.publisher}: {row.licence}
        </small>
      </td>
    </tr>
  );
}
