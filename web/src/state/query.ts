/** A query string in the order given, empty values left out, so that one state has one address. */
export function query(fields: Record<string, string | null>): string {
  const kept = Object.entries(fields).filter((field): field is [string, string] => !!field[1]);
  const text = kept.map(([name, value]) => `${name}=${encode(value)}`).join("&");
  return text === "" ? "" : `?${text}`;
}

// Commas and colons need no escape in a query and are what people read in lists and instants.
const encode = (value: string) =>
  encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%20", "+");
