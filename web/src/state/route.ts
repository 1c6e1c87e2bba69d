import { query } from "./query.ts";

/** Everything the Check screen shows follows from this. */
export interface CheckState {
  q: string;
  on: string;
  known_on: string;
  maps: string[];
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
      frame: field("frame"),
      boundaries: field("boundaries"),
    },
  };
}

/** The fragment that stands for a route: equal states give equal addresses. */
export function printRoute(route: Route): string {
  if (route.screen === "map") {
    const { on, known_on, publisher, view } = route.state;
    return `#/map${query({ on, known_on, publisher, view })}`;
  }
  const { q, on, known_on, maps, frame, boundaries } = route.state;
  return `#/check${query({ q, on, known_on, maps: maps.join(","), frame, boundaries })}`;
}

function split(text: string): [string, string] {
  const at = text.indexOf("?");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
