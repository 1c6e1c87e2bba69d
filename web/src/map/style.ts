import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { OUTLINE, type PartyLook } from "./party_look.ts";

const EMPTY = { type: "FeatureCollection" as const, features: [] };

const GROUND = {
  light: { sea: "#dfe6ea", land: "#f7f5f0", coast: "#9aa5ab", grid: "#b9c0c3", label: "#4b5459" },
  dark: { sea: "#14191d", land: "#2b3238", coast: "#5b666e", grid: "#48525a", label: "#b4bec5" },
};

/** The whole style: land, graticule, holdings. No country borders, no outside address. */
export function mapStyle(ground: keyof typeof GROUND, looks: PartyLook[]): StyleSpecification {
  const colours = GROUND[ground];
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: EMPTY },
      holdings: { type: "geojson", data: EMPTY, promoteId: "row", tolerance: 0.1 },
      graticule: { type: "geojson", data: EMPTY },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colours.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colours.land } },
      { id: "coast", type: "line", source: "land", paint: { "line-color": colours.coast } },
      {
        id: "graticule",
        type: "line",
        source: "graticule",
        filter: ["!", ["has", "label"]],
        paint: { "line-color": colours.grid, "line-width": 0.75, "line-dasharray": [2, 3] },
      },
      ...holdings(looks),
      {
        id: "graticule-labels",
        type: "symbol",
        source: "graticule",
        filter: ["has", "label"],
        layout: {
          "text-field": ["get", "label"],
          "text-font": ["system-ui", "sans-serif"],
          "text-size": 11,
          "text-anchor": "bottom-left",
          "text-offset": [0.4, -0.2],
          "text-allow-overlap": true,
        },
        paint: {
          "text-color": colours.label,
          "text-halo-color": colours.land,
          "text-halo-width": 1.5,
        },
      },
    ],
  };
}

function holdings(looks: PartyLook[]): LayerSpecification[] {
  return [
    {
      id: "holdings-plain",
      type: "fill",
      source: "holdings",
      paint: { "fill-color": colourOf(looks), "fill-antialias": false },
    },
    ...looks
      .filter(({ hatch }) => hatch !== null)
      .map(
        ({ party }): LayerSpecification => ({
          id: `holdings-hatched-${party}`,
          type: "fill",
          source: "holdings",
          filter: ["==", ["get", "party"], party],
          paint: { "fill-pattern": hatchName(party) },
        }),
      ),
    {
      id: "holdings-outline",
      type: "line",
      source: "holdings",
      layout: { "line-join": "round" },
      paint: {
        "line-color": OUTLINE,
        "line-width": ["case", ["boolean", ["feature-state", "chosen"], false], 4, 1.5],
      },
    },
  ];
}

export const hatchName = (party: string): string => `hatch-${party}`;

const OTHER = "#777777";

function colourOf(looks: PartyLook[]): ExpressionSpecification | string {
  const [first, ...rest] = looks;
  if (!first) return OTHER;
  const more = rest.flatMap(({ party, colour }) => [party, colour]);
  return ["match", ["get", "party"], first.party, first.colour, ...more, OTHER];
}
