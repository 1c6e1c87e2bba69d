import { expect, test } from "vitest";
import { checkUrl, holdingsUrl } from "../../src/api/client.ts";
import { EMPTY_CHECK, parseRoute, printRoute } from "../../src/state/route.ts";

test.each([
  "#/check",
  "#/check?q=more+than+400+square+miles+of+Sarn&on=2030-01-14&known_on=2030-01-16T18:00:00Z&maps=m1,m2&party=arland&region=sarn&frame=f&boundaries=b",
  "#/map?on=2030-01-14&publisher=m1&view=36.1,51.35,7.2",
])("%s reads and prints the same", (address) => {
  expect(printRoute(parseRoute(address))).toBe(address);
});

test("a sentence survives the address whatever it holds", () => {
  const q = `50 % of “Сарн” & more? #1 + 2 = <b>"'\u0e22</b>`;
  const address = printRoute({
    screen: "check",
    state: { ...EMPTY_CHECK, q },
  });
  expect(parseRoute(address)).toMatchObject({ screen: "check", state: { q } });
});

test("an address that means nothing is an empty check", () => {
  for (const address of ["", "#", "#/", "#/nowhere?q=", "#?%%%"]) {
    expect(printRoute(parseRoute(address))).toBe("#/check");
  }
});

test("the page's state becomes the program's question", () => {
  const route = parseRoute("#/check?q=a+b&on=2030-01-14&maps=m1,m2");
  if (route.screen !== "check") throw new Error("not a check");
  expect(checkUrl(route.state)).toBe("api/check?sentence=a+b&on=2030-01-14&maps=m1,m2");
  const map = { on: "2030-01-14", known_on: "2030-01-16", publisher: "m1", view: "1,2,3" };
  expect(holdingsUrl(map, ".geojson")).toBe(
    "api/holdings.geojson?on=2030-01-14&known_on=2030-01-16&maps=m1",
  );
});
