// Answers about the synthetic world of Arland and Borland, in the shapes of the public record.
import type { HoldingShapes } from "../../src/api/client.ts";
import type {
  About,
  Band,
  CheckAnswer,
  HoldingRow,
  Publisher,
  PublisherAnswer,
  VerdictWord,
} from "../../src/api/types.ts";

const KM2_PER_MI2 = 2.589988110336;
const SARN_KM2 = 15451.399;

const band = (best: number, error = 0): Band => ({ low: best - error, best, high: best + error });
const scaled = ({ low, best, high }: Band, by: number): Band => ({
  low: low * by,
  best: best * by,
  high: high * by,
});

export const SENTENCE =
  "Arland says its forces hold more than 400 square miles of Sarn, a spokesman said";

export const BOUNDARIES = {
  id: "study-v1",
  licence: "CC0-1.0",
  positional_error_m: 0,
};

function publisher(
  id: string,
  licence: string,
  area: Band,
  rest: Partial<PublisherAnswer>,
): PublisherAnswer {
  return {
    publisher: id,
    licence,
    positional_error_m: 0,
    verdict: "supported",
    reason: "",
    figure: {
      area_km2: area,
      area_mi2: scaled(area, 1 / KM2_PER_MI2),
      share: scaled(area, 1 / SARN_KM2),
      of: "Sarn",
      area_geodesic_km2: area.best,
      of_area_km2: band(SARN_KM2),
    },
    margin_percent: null,
    edition: null,
    lowest: null,
    highest: null,
    runs: [],
    ...rest,
  };
}

const M1_LICENCE = "no redistribution";
const M2_LICENCE = "CC-BY-4.0";

const PARTS = [
  ["party", "Arland", "arland"],
  ["bound", "more than", "more_than"],
  ["quantity", "more than 400 square miles", "400 [mi_i]2"],
  ["region", "Sarn", "sarn"],
  ["speaker", "a spokesman", "spokesman of arland"],
] as const;

/** The two maps differ about "more than 400 square miles" on 14 January 2030. */
export function mapsDisagree(sentence: string, known_on: string | null): CheckAnswer {
  return {
    schema: "seisin.check/1",
    sentence,
    claim: null,
    parts: PARTS.flatMap(([part, text, value]) => {
      const start = sentence.indexOf(text);
      return start < 0 ? [] : [{ part, start, end: start + text.length, text, value }];
    }),
    question: {
      party: "arland",
      region: "sarn",
      region_name: "Sarn",
      from: "2030-01-14",
      to: "2030-01-15",
      date_rule: "asked",
      known_on,
    },
    verdict: "maps_disagree",
    reason: "m1 shows 1,209.145 km², above the stated amount; m2 shows 930.111 km², below it.",
    range: { low: 1035.995, low_included: false, high: null, high_included: false, unit: "km2" },
    publishers: [
      publisher("m1", M1_LICENCE, band(1209.145), {
        verdict: "supported",
        reason: "1,209.145 km² lies above 1,035.995 km².",
        margin_percent: 16.71,
        edition: {
          id: "m1-2030-01-14-5f0c",
          edition_date: "2030-01-14",
          published: "2030-01-18T09:00:00Z",
          age_days: 0,
        },
      }),
      publisher("m2", M2_LICENCE, band(930.111, 12.5), {
        verdict: "contradicted",
        reason: "at most 942.611 km², below 1,035.995 km².",
        positional_error_m: 100,
        margin_percent: -10.22,
        edition: {
          id: "m2-2030-01-14-77aa",
          edition_date: "2030-01-14",
          published: null,
          age_days: 0,
        },
      }),
    ],
    settings: {
      edge_rule: "straight in lon/lat",
      error_rule: "area plus or minus positional error times perimeter",
      region_rule: "cut to sarn of study-v1",
      boundary_set: BOUNDARIES,
      about_relative: 0.1,
      about_steps: 0.5,
      edition_valid_days: 31,
    },
    hints: [{ kind: "date", sentence: "m2 would support this on 2030-01-07 (1,162.639 km²)." }],
    problems: [],
  };
}

const run = (verdict: VerdictWord, from: string, to: string, area: Band) => ({
  verdict,
  from,
  to,
  lowest_km2: area,
  highest_km2: area,
  edition: `m1-${from}`,
});

const extreme = (on: string, area: Band) => ({
  on,
  area_km2: area,
  area_mi2: scaled(area, 1 / KM2_PER_MI2),
});

/** A sentence over three weeks: the verdict changes on the way. */
export function overTime(sentence: string): CheckAnswer {
  const answer = mapsDisagree(sentence, null);
  const runs: PublisherAnswer["runs"] = [
    run("supported", "2030-01-07", "2030-01-14", band(1162.639)),
    run("inconclusive", "2030-01-14", "2030-01-21", band(1036.1, 9)),
    run("contradicted", "2030-01-21", "2030-01-28", band(1001.375)),
  ];
  const first = answer.publishers[0] as PublisherAnswer;
  return {
    ...answer,
    question: { ...answer.question, from: "2030-01-07", to: "2030-01-28", date_rule: "month_named" },
    verdict: "inconclusive",
    reason: "the verdict does not hold throughout: supported from 2030-01-07 to before 2030-01-14.",
    publishers: [
      {
        ...first,
        verdict: "inconclusive",
        runs,
        lowest: extreme("2030-01-21", band(1001.375)),
        highest: extreme("2030-01-07", band(1162.639)),
      },
    ],
  };
}

/** A sentence with nothing to measure: every word of it must stay text. */
export function notCheckable(sentence: string): CheckAnswer {
  const answer = mapsDisagree("", null);
  return {
    ...answer,
    sentence,
    parts: [{ part: "speaker", start: 0, end: Array.from(sentence).length, text: sentence, value: sentence }],
    question: { ...answer.question, region: null, region_name: sentence, party: sentence },
    verdict: "not_checkable",
    reason: `no quantity in: ${sentence}`,
    range: null,
    publishers: [],
    hints: [{ kind: "region", sentence }],
    problems: [{ kind: "no_quantity", sentence }],
  };
}

const box = (west: number, south: number, east: number, north: number) => ({
  type: "MultiPolygon" as const,
  coordinates: [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]],
});

const WEST: Record<string, number> = { "2030-01-07": 35.5, "2030-01-14": 35.48, "2030-01-21": 35.55 };
const AREA: Record<string, number> = {
  "2030-01-07": 1162.639,
  "2030-01-14": 1209.145,
  "2030-01-21": 1046.375,
};
const M1_DATES = Object.keys(WEST).sort();

const listed = (publisher: string, licence: string, dates: string[], parties: string[]): Publisher => ({
  publisher,
  editions: dates.length,
  distinct_dates: dates.length,
  first_edition_date: dates[0] ?? null,
  last_edition_date: dates.at(-1) ?? null,
  profile: "parties",
  positional_error_m: 0,
  licence,
  redistribution: publisher !== "m1",
  edition_dates: dates,
  parties,
});

export const PUBLISHERS: Publisher[] = [
  listed("m1", M1_LICENCE, M1_DATES, ["arland", "borland"]),
  listed("m2", M2_LICENCE, ["2030-01-14"], ["arland", "borland", "corland"]),
];

export const ABOUT: About = {
  version: "0.1.0",
  boundary_sets: [BOUNDARIES],
  frames: [{ id: "arland-1990", title: "Arland within the borders it had in 1990, as the Assembly of the Two Rivers described them" }],
};

const days = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The rows and the shapes of one publisher on one day, always from the same list. */
export function holdings(publisher: string, on: string): { rows: HoldingRow[]; shapes: HoldingShapes } {
  const dates = PUBLISHERS.find((each) => each.publisher === publisher)?.edition_dates ?? [];
  const date = dates.filter((each) => each <= on).at(-1);
  if (!date) return { rows: [], shapes: { type: "FeatureCollection", features: [] } };
  const licence = publisher === "m1" ? M1_LICENCE : M2_LICENCE;
  const drawn =
    publisher === "m1"
      ? [
          { party: "arland", region: "sarn", area: AREA[date] ?? 0, shape: box(WEST[date] ?? 35.5, 51.2, 36, 51.5) },
          { party: "borland", region: "velk", area: 461.027, shape: box(36, 51.6, 36.2, 51.9) },
        ]
      : [
          { party: "arland", region: "sarn", area: 930.111, shape: box(35.6, 51.2, 36, 51.5) },
          { party: "corland", region: "velk", area: 457.9, shape: box(36.4, 51.2, 36.6, 51.5) },
        ];
  const edition = `${publisher}-${date}`;
  return {
    rows: drawn.map(({ party, region, area }) => ({
      schema: "seisin.holding/1",
      on,
      party,
      region,
      region_rule: `cut to ${region} of study-v1`,
      boundary_set: BOUNDARIES.id,
      publisher,
      edition,
      edition_date: date,
      published: null,
      age_days: days(on) - days(date),
      figure: {
        area_km2: band(area),
        area_mi2: scaled(band(area), 1 / KM2_PER_MI2),
        area_geodesic_km2: area,
        share: null,
        of: null,
        of_area_km2: null,
      },
      positional_error_m: 0,
      licence,
      known_on: null,
    })),
    shapes: {
      type: "FeatureCollection",
      features: drawn.map(({ party, region, shape }) => ({
        type: "Feature",
        geometry: shape,
        properties: { party, region, publisher, edition, edition_date: date, licence, redistribution: publisher !== "m1" },
      })),
    },
  };
}
