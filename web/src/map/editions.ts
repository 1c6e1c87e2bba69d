const DAY = 24 * 60 * 60 * 1000;

/** Days since 1970 of an ISO date, or null where it is none. */
export function dayNumber(date: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : Math.round(at / DAY);
}

/** The ISO date of a day number. */
export const isoDate = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The place in `dates` (sorted) of the last edition on or before `date`; -1 before the first. */
export function lastOnOrBefore(dates: string[], date: string): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] ?? "") <= date) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The edition `by` steps from the one that stands on `date`, held at both ends. */
export function stepFrom(dates: string[], date: string, by: number): string {
  const at = lastOnOrBefore(dates, date);
  return dates[Math.min(dates.length - 1, Math.max(0, at + by))] ?? date;
}
