import type { Band, Figure } from "../api/types.ts";
import { decimal, decimalsFor } from "./number.ts";

const KM2_DECIMALS = 3;
const MI2_DECIMALS = 2;
const PERCENT_DECIMALS = 3;

export const squareKilometres = (band: Band): string =>
  `${decimal(band.best, decimalsFor(band, KM2_DECIMALS))} km²`;

export const squareMiles = (band: Band): string =>
  `${decimal(band.best, decimalsFor(band, MI2_DECIMALS))} sq mi`;

/** A share as a percentage. */
export function percent(share: Band): string {
  const band = { low: share.low * 100, best: share.best * 100, high: share.high * 100 };
  return `${decimal(band.best, decimalsFor(band, PERCENT_DECIMALS))} %`;
}

/** The two ends of a figure's error, or that they are one. */
export function span(band: Band, most: number, unit: string): string {
  if (band.low === band.high) return "the error band is zero";
  const decimals = decimalsFor(band, most);
  return `${decimal(band.low, decimals)} – ${decimal(band.high, decimals)} ${unit}`;
}

export const spanKm2 = (band: Band): string => span(band, KM2_DECIMALS, "km²");
export const spanMi2 = (band: Band): string => span(band, MI2_DECIMALS, "sq mi");

export function spanPercent(share: Band): string {
  return span(
    { low: share.low * 100, best: share.best * 100, high: share.high * 100 },
    PERCENT_DECIMALS,
    "%",
  );
}

/** The figure in one line, for a citation. */
export function figureLine(figure: Figure): string {
  const share = figure.share ? `, ${percent(figure.share)} of ${figure.of ?? "the region"}` : "";
  return `${squareKilometres(figure.area_km2)} (${squareMiles(figure.area_mi2)})${share}`;
}
