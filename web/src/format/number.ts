import type { Band } from "../api/types.ts";

/** A number with thousands separated and exactly so many decimals. */
export function decimal(value: number, decimals: number): string {
  return value.toLocaleString("en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/**
 * How many decimals a figure deserves: down to about a tenth of its half error, at most `most`.
 * A figure without error shows `most`.
 */
export function decimalsFor(band: Band, most: number): number {
  const half = (band.high - band.low) / 2;
  if (half <= 0) return most;
  return Math.min(most, Math.max(0, 1 - Math.floor(Math.log10(half))));
}

/** A signed percentage, one decimal, with a true minus sign. */
export function signedPercent(value: number): string {
  const sign = value < 0 ? "−" : "+";
  return `${sign}${decimal(Math.abs(value), 1)} %`;
}
