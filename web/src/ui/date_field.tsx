/**
 * A labelled day in ISO form. A text field and no date picker: pickers show the day in the order
 * of the reader's country, and 03/04 means two days; an instant is allowed as well.
 */
export function DateField(props: {
  id: string;
  label: string;
  hint: string;
  value: string;
  change: (value: string) => void;
}) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        class="date"
        type="text"
        placeholder="YYYY-MM-DD"
        pattern={PATTERN}
        title="a day as 2030-01-14, or an instant as 2030-01-14T18:00:00Z"
        spellcheck={false}
        autocomplete="off"
        value={props.value}
        aria-describedby={`${props.id}-hint`}
        onInput={(event) => props.change(event.currentTarget.value.trim())}
      />
      <small id={`${props.id}-hint`}>{props.hint}</small>
    </div>
  );
}

const PATTERN = "\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+(Z|[+\\-]\\d{2}:\\d{2}))?";
