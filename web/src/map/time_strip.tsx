import { dayNumber, isoDate, lastOnOrBefore, stepFrom } from "./editions.ts";

/** A slider over a publisher's editions, each a tick; arrow keys go from edition to edition. */
export function TimeStrip(props: {
  dates: string[];
  on: string;
  change: (on: string) => void;
}) {
  const { dates, on, change } = props;
  const first = dayNumber(dates[0] ?? "");
  const last = dayNumber(dates.at(-1) ?? "");
  if (first === null || last === null) return null;
  if (first === last) return <p class="time-ends">One edition: {dates[0]}</p>;
  const span = last - first;
  const at = Math.min(last, Math.max(first, dayNumber(on) ?? last));
  const index = lastOnOrBefore(dates, on);
  const keys: Record<string, number> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -10,
    PageUp: 10,
    Home: -dates.length,
    End: dates.length,
  };
  return (
    <div class="time-strip">
      <button
        type="button"
        aria-label="Edition before"
        disabled={index <= 0}
        onClick={() => change(stepFrom(dates, on, -1))}
      >
        ‹
      </button>
      <div class="time-rail">
        <input
          type="range"
          aria-label="Edition"
          aria-valuetext={dates[index] ? `edition of ${dates[index]}` : "before the first edition"}
          min={first}
          max={last}
          value={at}
          onInput={(event) => {
            const day = isoDate(Number(event.currentTarget.value));
            change(dates[Math.max(0, lastOnOrBefore(dates, day))] ?? day);
          }}
          onKeyDown={(event) => {
            const by = keys[event.key];
            if (by === undefined) return;
            event.preventDefault();
            change(stepFrom(dates, on, by));
          }}
        />
        <svg class="time-ticks" viewBox={`0 0 ${span} 10`} preserveAspectRatio="none" aria-hidden="true">
          <path d={dates.map((date) => `M${(dayNumber(date) ?? first) - first} 0V10`).join("")} />
        </svg>
        <div class="time-ends" aria-hidden="true">
          <span>{dates[0]}</span>
          <span>{dates.at(-1)}</span>
        </div>
      </div>
      <button
        type="button"
        aria-label="Edition after"
        disabled={index >= dates.length - 1}
        onClick={() => change(stepFrom(dates, on, 1))}
      >
        ›
      </button>
    </div>
  );
}
