// The shapes that leave the program as JSON. They are the project's public contract; the program
// writes them, this front end only reads them.

/** A verdict's word in the public record. */
export type VerdictWord =
  | "supported"
  | "contradicted"
  | "inconclusive"
  | "maps_disagree"
  | "not_checkable"
  | "outside_coverage";

/** A measured amount with its error; the unit is in the field's name. */
export interface Band {
  low: number;
  best: number;
  high: number;
}

/** One part of the sentence that was understood; `start` and `end` count Unicode code points. */
export interface Part {
  part: string;
  start: number;
  end: number;
  text: string;
  value: string;
}

/** What was asked of the maps. `from` and `to` are half-open. */
export interface Question {
  party: string | null;
  region: string | null;
  region_name: string | null;
  from: string | null;
  to: string | null;
  date_rule: string | null;
  known_on: string | null;
}

/** The range of amounts the sentence allows; a missing end is open. */
export interface ClaimRange {
  low: number | null;
  low_included: boolean;
  high: number | null;
  high_included: boolean;
  unit: string;
}

/** A measured holding; edges straight in lon/lat, the geodesic area beside it for comparison. */
export interface Figure {
  area_km2: Band;
  area_mi2: Band;
  area_geodesic_km2: number;
  share: Band | null;
  of: string | null;
  of_area_km2: Band | null;
}

export interface Edition {
  id: string;
  edition_date: string;
  published: string | null;
  age_days: number;
}

export interface Extreme {
  on: string;
  area_km2: Band;
  area_mi2: Band;
}

/** A stretch of days, half-open, over which one verdict holds. */
export interface Run {
  verdict: VerdictWord;
  from: string;
  to: string;
  lowest_km2: Band | null;
  highest_km2: Band | null;
  edition: string | null;
}

export interface PublisherAnswer {
  publisher: string;
  licence: string | null;
  positional_error_m: number | null;
  verdict: VerdictWord;
  reason: string;
  figure: Figure | null;
  margin_percent: number | null;
  edition: Edition | null;
  lowest: Extreme | null;
  highest: Extreme | null;
  runs: Run[];
}

/** A set of regions that holdings are measured in. */
export interface BoundarySetRef {
  id: string;
  licence: string;
  positional_error_m: number | null;
}

/** A named, dated view of who is sovereign where. */
export interface FrameRef {
  id: string;
  title: string;
}

export interface Settings {
  edge_rule: string;
  error_rule: string;
  region_rule: string;
  boundary_set: BoundarySetRef | null;
  about_relative: number;
  about_steps: number;
  edition_valid_days: number;
}

export interface Hint {
  kind: string;
  sentence: string;
}

export interface Problem {
  kind: string;
  sentence: string;
}

/** The answer of `seisin check --format json`. */
export interface CheckAnswer {
  schema: "seisin.check/1";
  sentence: string;
  claim: Record<string, unknown> | null;
  parts: Part[];
  question: Question;
  verdict: VerdictWord;
  reason: string;
  range: ClaimRange | null;
  publishers: PublisherAnswer[];
  settings: Settings;
  hints: Hint[];
  problems: Problem[];
}

/** One row of `seisin holdings --format json`: what one edition shows one party to hold. */
export interface HoldingRow {
  schema: "seisin.holding/1";
  on: string;
  party: string;
  region: string | null;
  region_rule: string;
  boundary_set: string | null;
  publisher: string;
  edition: string;
  edition_date: string;
  published: string | null;
  age_days: number;
  figure: Figure;
  positional_error_m: number | null;
  licence: string;
  known_on: string | null;
}

/** One row of `seisin maps list --format json`. */
export interface Publisher {
  publisher: string;
  editions: number;
  distinct_dates: number;
  first_edition_date: string | null;
  last_edition_date: string | null;
  profile: string | null;
  positional_error_m: number | null;
  licence: string | null;
  redistribution: boolean;
  edition_dates: string[];
  parties: string[];
}

export interface About {
  version: string;
  boundary_sets: BoundarySetRef[];
  frames: FrameRef[];
}

/** An error as RFC 9457 has it. */
export interface ProblemDetails {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
}
