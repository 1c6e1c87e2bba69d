import { useMemo, useState } from "preact/hooks";
import { fetchHoldings, fetchShapes, holdingsUrl, type HoldingShapes } from "../api/client.ts";
import type { HoldingRow, Publisher } from "../api/types.ts";
import { squareKilometres } from "../format/area.ts";
import type { MapState } from "../state/route.ts";
import { present, useFetch } from "../state/use_fetch.ts";
import { CopyButton } from "../ui/copy_button.tsx";
import { KnownOnBanner } from "../ui/known_on_banner.tsx";
import { Live } from "../ui/live.tsx";
import { Refused } from "../ui/message.tsx";
import { useShortcuts } from "../ui/shortcuts.ts";
import { HoldingsTable } from "./holdings_table.tsx";
import { Legend } from "./legend.tsx";
import { MapControls } from "./map_controls.tsx";
import { MapView } from "./map_view.tsx";
import { partyLooks } from "./party_look.ts";
import { rowKey } from "./row_key.ts";
import { TimeStrip } from "./time_strip.tsx";
import { parseLook, printLook } from "./view.ts";

/** One publisher's holdings on one day: drawn, and row for row in a table. */
export function MapScreen(props: {
  state: MapState;
  publishers: Publisher[];
  go: (state: MapState, how?: "push" | "replace") => void;
}) {
  const { state, publishers, go } = props;
  const publisher = publishers.find(({ publisher }) => publisher === state.publisher) ?? publishers[0];
  const on = state.on || (publisher?.last_edition_date ?? "");
  const asked = { ...state, on, publisher: publisher?.publisher ?? "" };
  const key = publisher ? holdingsUrl(asked) : "";
  const rows = useFetch(key, (signal) => fetchHoldings(asked, signal));
  const shapes = useFetch(key, (signal) => fetchShapes(asked, signal));
  const [chosen, choose] = useState<string | null>(null);
  const looks = useMemo(() => partyLooks(publishers.flatMap(({ parties }) => parties)), [publishers]);
  const drawnLooks = useMemo(() => [...looks.values()], [looks]);
  useShortcuts({ o: "on", k: "known-on" });

  const table = present(rows) ?? [];
  const drawing = present(shapes);
  const change = (part: Partial<MapState>, how?: "push" | "replace") => go({ ...state, ...part }, how);
  return (
    <>
      <KnownOnBanner knownOn={state.known_on} clear={() => change({ known_on: "" })} />
      <MapControls {...props} publisher={publisher} on={on} change={change} />
      {publisher && (
        <TimeStrip
          dates={publisher.edition_dates}
          on={on}
          change={(day) => change({ on: day }, "replace")}
        />
      )}
      {rows.state === "failed" && <Refused>{rows.message}</Refused>}
      {shapes.state === "failed" && <Refused>{shapes.message}</Refused>}
      <Live words={rows.state === "ready" ? spoken(rows.value, on) : ""} />
      <div class="map-and-table">
        <div>
          <MapView
            shapes={drawing}
            looks={drawnLooks}
            look={parseLook(state.view)}
            row={chosen}
            moved={(look) => change({ view: printLook(look) }, "replace")}
          />
          <Legend rows={table} looks={looks} publisher={publisher} on={on} knownOn={state.known_on} />
        </div>
        <div>
          <HoldingsTable
            rows={table}
            looks={looks}
            drawn={table.map((row) => isDrawn(row, drawing?.features))}
            choose={choose}
          />
          <div class="actions">
            <CopyButton label="Copy link" text={() => location.href} />
            {key && <a href={key}>These rows as JSON</a>}
          </div>
        </div>
      </div>
    </>
  );
}

function isDrawn(row: HoldingRow, features: HoldingShapes["features"] | undefined): boolean {
  const shape = features?.find(({ properties }) => rowKey(properties) === rowKey(row));
  return features === undefined || (shape !== undefined && shape.geometry !== null);
}

function spoken(rows: HoldingRow[], on: string): string {
  const each = rows.map(
    ({ party, region, figure }) =>
      `${party}${region ? ` in ${region}` : ""}: ${squareKilometres(figure.area_km2)}`,
  );
  return `On ${on}: ${each.length === 0 ? "no holding on record" : each.join("; ")}.`;
}
