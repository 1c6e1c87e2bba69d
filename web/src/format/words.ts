import type { ClaimRange } from "../api/types.ts";
import { decimal } from "./number.ts";

/** "1 day", "3 days". */
export const counted = (count: number, noun: string): string =>
  `${decimal(count, 0)} ${noun}${count === 1 ? "" : "s"}`;

/** How old a map was on the day asked about. */
export function age(days: number): string {
  return days === 0 ? "drawn for that day" : `${counted(days, "day")} old on that day`;
}

/** A claim's range in words, in the unit it is compared in. */
export function rangeWords(range: ClaimRange): string {
  const amount = (value: number) =>
    range.unit === "1" ? `${decimal(value * 100, 1)} %` : `${decimal(value, 3)} ${unitName(range.unit)}`;
  const { low, high } = range;
  if (low !== null && low > 0 && high !== null) return `${amount(low)} to ${amount(high)}`;
  if (high !== null) return `${range.high_included ? "at most" : "less than"} ${amount(high)}`;
  if (low !== null) return `${range.low_included ? "at least" : "more than"} ${amount(low)}`;
  return "any amount";
}

const unitName = (unit: string) => (unit === "km2" ? "km²" : unit);

/** A word of the record as a person reads it. */
export const plain = (word: string): string => word.replaceAll("_", " ");

/** An amount as the record writes it, with its UCUM unit as a person reads it. */
export const readable = (amount: string): string =>
  amount.replace("[mi_i]2", "sq mi").replace("[acr_us]", "acres").replace(/\bkm2\b/, "km²");

/** The program's words with the names of its flags as the page labels them. */
export const onThisPage = (words: string): string =>
  words.replace(/(?<!\S)--([a-z][a-z-]*)/g, (_, flag: string) => `“${LABELS[flag] ?? flag}”`);

const LABELS: Record<string, string> = { "known-on": "as known on" };

/** A half-open stretch of days as people name it: one day, or both ends with the last excluded. */
export function stretch(from: string | null, to: string | null): string {
  if (!from) return "no date";
  if (!to || to === dayAfter(from)) return from;
  return `${from} to before ${to}`;
}

/** An instant of knowledge: the last one of a day is named as the day's end. */
export function knownOn(instant: string | null): string {
  if (!instant) return "latest";
  const day = /^(\d{4}-\d{2}-\d{2})T23:59:59\.9+Z$/.exec(instant)?.[1];
  return day ? `the end of ${day} (UTC)` : instant;
}

/** The day after an ISO date, or the text itself where it is none. */
export function dayAfter(date: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : new Date(at + DAY).toISOString().slice(0, 10);
}

const DAY = 24 * 60 * 60 * 1000;
