import type { Publisher } from "../api/types.ts";
import type { MapState } from "../state/route.ts";
import { DateField } from "../ui/date_field.tsx";

/** Whose map, on which day, as known when. */
export function MapControls(props: {
  state: MapState;
  publishers: Publisher[];
  publisher: Publisher | undefined;
  on: string;
  change: (part: Partial<MapState>) => void;
}) {
  const { state, publishers, publisher, on, change } = props;
  return (
    <form class="fields" aria-label="What the map shows" onSubmit={(event) => event.preventDefault()}>
      <div class="field">
        <label for="publisher">publisher</label>
        <select
          id="publisher"
          value={publisher?.publisher ?? ""}
          onChange={(event) => change({ publisher: event.currentTarget.value })}
        >
          {publishers.map(({ publisher: id }) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </div>
      <DateField
        id="on"
        label="on"
        hint="the last edition up to this day is shown"
        value={on}
        change={(day) => change({ on: day })}
      />
      <DateField
        id="known-on"
        label="as known on"
        hint="leave out what came later"
        value={state.known_on}
        change={(day) => change({ known_on: day })}
      />
    </form>
  );
}
