import type { FeatureCollection, Geometry } from "geojson";
import type { About, CheckAnswer, HoldingRow, ProblemDetails, Publisher } from "./types.ts";
import type { CheckState, MapState } from "../state/route.ts";
import { query } from "../state/query.ts";

/** What the properties of one drawn holding say; the same facts as its row in the table. */
export interface HoldingProperties {
  party: string;
  region: string | null;
  publisher: string;
  edition: string;
  edition_date: string;
  licence: string;
  redistribution: boolean;
}

export type HoldingShapes = FeatureCollection<Geometry | null, HoldingProperties>;

/** A request the program refused, with its words. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** The address of a check's JSON: the same fields as the page's own address. */
export function checkUrl(state: CheckState): string {
  return `api/check${query({
    sentence: state.q,
    on: state.on,
    known_on: state.known_on,
    maps: state.maps.join(","),
    party: state.party,
    region: state.region,
    frame: state.frame,
    boundaries: state.boundaries,
  })}`;
}

/** The address of the rows of a map. */
export function holdingsUrl(state: MapState, ending: "" | ".geojson" = ""): string {
  const { on, known_on, publisher } = state;
  return `api/holdings${ending}${query({ on, known_on, maps: publisher })}`;
}

export const fetchCheck = (state: CheckState, signal: AbortSignal): Promise<CheckAnswer> =>
  get(checkUrl(state), signal);

export const fetchHoldings = (state: MapState, signal: AbortSignal): Promise<HoldingRow[]> =>
  get(holdingsUrl(state), signal);

export const fetchShapes = (state: MapState, signal: AbortSignal): Promise<HoldingShapes> =>
  get(holdingsUrl(state, ".geojson"), signal);

export const fetchPublishers = (signal: AbortSignal): Promise<Publisher[]> =>
  get("api/publishers", signal);

export const fetchAbout = (signal: AbortSignal): Promise<About> => get("api/about", signal);

async function get<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal, headers: { accept: "application/json" } });
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as T;
}

async function refusal(response: Response): Promise<Refusal> {
  const words = await response
    .json()
    .then((problem: ProblemDetails) => problem.detail ?? problem.title)
    .catch(() => undefined);
  return new Refusal(words ?? `the program answered ${response.status}`, response.status);
}
