import { useLayoutEffect, useState } from "preact/hooks";
import type { About, Publisher } from "../api/types.ts";
import type { CheckState } from "../state/route.ts";
import { DateField } from "../ui/date_field.tsx";

/** The question as the reader edits it; nothing is asked before it is sent. */
export function CheckForm(props: {
  state: CheckState;
  publishers: Publisher[];
  about: About | null;
  go: (state: CheckState) => void;
}) {
  const [draft, setDraft] = useState(props.state);
  const address = JSON.stringify(props.state);
  useLayoutEffect(() => setDraft(props.state), [address]);
  const change = (part: Partial<CheckState>) => setDraft((before) => ({ ...before, ...part }));
  const send = (event: Event) => {
    event.preventDefault();
    props.go({ ...draft, q: draft.q.trim() });
  };
  return (
    <form class="ask" onSubmit={send} aria-label="Sentence to check">
      <div class="field">
        <label for="sentence">Sentence</label>
        <textarea
          id="sentence"
          rows={3}
          maxLength={4000}
          required
          value={draft.q}
          placeholder="Arland says its forces hold more than 400 square miles of Sarn, a spokesman said"
          onInput={(event) => change({ q: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            send(event);
          }}
        />
      </div>
      <div class="fields">
        <DateField
          id="on"
          label="on"
          hint="if the sentence names no day"
          value={draft.on}
          change={(on) => change({ on })}
        />
        <DateField
          id="known-on"
          label="as known on"
          hint="leave out what came later"
          value={draft.known_on}
          change={(known_on) => change({ known_on })}
        />
        <Maps publishers={props.publishers} draft={draft} change={change} />
        <button type="submit" class="primary">
          Check
        </button>
      </div>
      <More about={props.about} draft={draft} change={change} />
    </form>
  );
}

/** What few questions need: said here only where the sentence does not say it. */
function More(props: {
  about: About | null;
  draft: CheckState;
  change: (part: Partial<CheckState>) => void;
}) {
  const { about, draft, change } = props;
  const used = [draft.party, draft.region, draft.boundaries, draft.frame].some(Boolean);
  return (
    <details class="more" open={used}>
      <summary>Party, region, boundaries, frame</summary>
      <div class="fields">
        <Words
          id="party"
          hint="if the sentence names none"
          value={draft.party}
          change={(party) => change({ party })}
        />
        <Words
          id="region"
          hint="if the sentence names none"
          value={draft.region}
          change={(region) => change({ region })}
        />
        <Choice
          id="boundaries"
          label="boundaries"
          any="as the store has them"
          value={draft.boundaries}
          options={about?.boundary_sets ?? []}
          change={(boundaries) => change({ boundaries })}
        />
        <Choice
          id="frame"
          label="frame"
          any="none"
          value={draft.frame}
          options={about?.frames ?? []}
          change={(frame) => change({ frame })}
        />
      </div>
    </details>
  );
}

function Words(props: {
  id: string;
  hint: string;
  value: string;
  change: (value: string) => void;
}) {
  return (
    <div class="field">
      <label for={props.id}>{props.id}</label>
      <input
        id={props.id}
        type="text"
        autocomplete="off"
        value={props.value}
        aria-describedby={`${props.id}-hint`}
        onInput={(event) => props.change(event.currentTarget.value)}
      />
      <small id={`${props.id}-hint`}>{props.hint}</small>
    </div>
  );
}

function Maps(props: {
  publishers: Publisher[];
  draft: CheckState;
  change: (part: Partial<CheckState>) => void;
}) {
  const { publishers, draft, change } = props;
  if (publishers.length === 0) return null;
  const toggle = (id: string) => {
    const all = publishers.map(({ publisher }) => publisher);
    const chosen = draft.maps.length === 0 ? all : draft.maps;
    const next = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
    change({ maps: next.length === all.length ? [] : next.sort() });
  };
  return (
    <fieldset class="field">
      <legend>maps</legend>
      {publishers.map(({ publisher: id }) => (
        <label key={id} class="tick">
          <input
            type="checkbox"
            checked={draft.maps.length === 0 || draft.maps.includes(id)}
            onChange={() => toggle(id)}
          />{" "}
          {id}
        </label>
      ))}
    </fieldset>
  );
}

function Choice(props: {
  id: string;
  label: string;
  any: string;
  value: string;
  options: { id: string; title?: string }[];
  change: (value: string) => void;
}) {
  if (props.options.length === 0 && props.value === "") return null;
  const known = props.options.some((option) => option.id === props.value);
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <select
        id={props.id}
        value={props.value}
        onChange={(event) => props.change(event.currentTarget.value)}
      >
        <option value="">{props.any}</option>
        {props.value && !known && <option value={props.value}>{props.value}</option>}
        {props.options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title ?? id}
          </option>
        ))}
      </select>
    </div>
  );
}
