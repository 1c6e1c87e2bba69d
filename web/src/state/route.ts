import { query } from "./query.ts";

/** Everything the Check screen shows follows from this. */
export interface CheckState {
  q: string;
  on: string;
  known_on: string;
  maps: string[];
  /** Whose holding and which land, where the sentence does not say. */
  party: string;
  region: string;
  frame: string;
  boundaries: string;
}

/** Everything the Map screen shows follows from this. */
export interface MapState {
  on: string;
  known_on: string;
  publisher: string;
  /** Where the map looks: "lon,lat,zoom", or empty for all that is drawn. */
  view: string;
}

export type Route =
  | { screen: "check"; state: CheckState }
  | { screen: "map"; state: MapState };

/** The route an address's fragment stands for; anything unknown is an empty check. */
export function parseRoute(hash: string): Route {
  const [path = "", rest = ""] = split(hash.replace(/^#/, ""));
  const fields = new URLSearchParams(rest);
  const field = (name: string) => (fields.get(name) ?? "").trim();
  const dates = { on: field("on"), known_on: field("known_on") };
  if (path === "/map") {
    return { screen: "map", state: { ...dates, publisher: field("publisher"), view: field("view") } };
  }
  return {
    screen: "check",
    state: {
      q: field("q"),
      ...dates,
      maps: field("maps").split(",").filter(Boolean),
      party: field("party"),
      region: field("region"),
      frame: field("frame"),
      boundaries: field("boundaries"),
    },
  };
}

/** A check of nothing yet. */
export const EMPTY_CHECK: CheckState = {
  q: "",
  on: "",
  known_on: "",
  maps: [],
  party: "",
  region: "",
  frame: "",
  boundaries: "",
};

/** The fragment that stands for a route: equal states give equal addresses. */
export function printRoute(route: Route): string {
  if (route.screen === "map") {
    const { on, known_on, publisher, view } = route.state;
    return `#/map${query({ on, known_on, publisher, view })}`;
  }
  const { q, maps, ...rest } = route.state;
  const { on, known_on, party, region, frame, boundaries } = rest;
  const chosen = { on, known_on, maps: maps.join(","), party, region, frame, boundaries };
  return `#/check${query({ q, ...chosen })}`;
}

function split(text: string): [string, string] {
  const at = text.indexOf("?");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
