import type { HoldingRow } from "../api/types.ts";

/** What makes a row of the table and a shape on the map the same holding. */
export const rowKey = (row: Pick<HoldingRow, "publisher" | "edition" | "party" | "region">): string =>
  [row.publisher, row.edition, row.party, row.region ?? ""].join("|");
