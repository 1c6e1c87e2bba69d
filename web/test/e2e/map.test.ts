import { afterAll, beforeAll, expect, test } from "vitest";
import { mockSite, type Site } from "../mock/server.ts";
import { coloursOf, mapIdle, reader, type Reader } from "./browser.ts";

const BLUE = "#0072b2";
const AMBER = "#e69f00";
const GREEN = "#009e73";
const OUTLINE = "#16191c";

let site: Site;
let with_: Reader;
beforeAll(async () => {
  site = await mockSite();
  with_ = await reader(site.url);
});
afterAll(async () => {
  await with_.close();
  site.close();
});

const rows = () =>
  with_.page.locator("[data-row]").evaluateAll((all) => all.map((row) => row.getAttribute("data-row")));

const pixels = async (colour: string) => (await coloursOf(with_.page, ".map-place")).get(colour) ?? 0;

test("both parties are drawn in the default pair with a dark outline", async () => {
  const { page } = with_;
  await page.goto(`${site.url}#/map?on=2030-01-14&publisher=m1`);
  await page.waitForSelector("[data-row]");
  await mapIdle(page);
  const colours = await coloursOf(page, ".map-place");
  expect(colours.get(BLUE) ?? 0).toBeGreaterThan(5_000);
  expect(colours.get(AMBER) ?? 0).toBeGreaterThan(2_000);
  expect(colours.get(OUTLINE) ?? 0).toBeGreaterThan(500);
});

test("the table is the map's twin, row for row", async () => {
  const { page } = with_;
  const shapes = await page.evaluate(async () => {
    const answer = await fetch("api/holdings.geojson?on=2030-01-14&maps=m1");
    return (await answer.json()) as { features: { properties: Record<string, string> }[] };
  });
  const drawn = shapes.features.map(({ properties }) =>
    ["publisher", "edition", "party", "region"].map((name) => properties[name]).join("|"),
  );
  expect(await rows()).toEqual(drawn);
  expect(drawn).toHaveLength(2);
  expect(await page.locator("caption").textContent()).not.toContain("not on the map");
});

test("arrow keys on the date strip go from edition to edition", async () => {
  const { page } = with_;
  const before = await pixels(BLUE);
  await page.getByRole("slider", { name: "Edition" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForSelector('[data-row^="m1|m1-2030-01-21"]');
  expect(page.url()).toContain("on=2030-01-21");
  expect(await page.getByRole("slider").getAttribute("aria-valuetext")).toBe("edition of 2030-01-21");
  await page.waitForFunction(() =>
    [...document.querySelectorAll("[role=status]")].some((each) =>
      each.textContent?.includes("On 2030-01-21: arland in sarn: 1,046.375 km²"),
    ),
  );
  await mapIdle(page);
  expect(await pixels(BLUE)).toBeLessThan(before);
  await page.keyboard.press("Home");
  await page.waitForSelector('[data-row^="m1|m1-2030-01-07"]');
});

test("a third party is hatched, never a third plain colour", async () => {
  const { page } = with_;
  await page.goto("about:blank");
  await page.goto(`${site.url}#/map?on=2030-01-14&publisher=m2`);
  await page.waitForSelector('[data-row*="corland"]');
  await mapIdle(page);
  const colours = await coloursOf(page, ".map-place");
  expect(colours.get(GREEN) ?? 0).toBeGreaterThan(500);
  const green = colours.get(GREEN) ?? 0;
  expect(colours.get(OUTLINE) ?? 0).toBeGreaterThan(green / 4);
});

test("zooming by keyboard is kept in the address and found again", async () => {
  const { page } = with_;
  await page.getByRole("button", { name: "Zoom in" }).press("Enter");
  await page.waitForFunction(() => location.hash.includes("view="));
  await mapIdle(page);
  const address = page.url();
  const green = await pixels(GREEN);
  await page.goto("about:blank");
  await page.goto(address);
  await page.waitForSelector("[data-row]");
  await mapIdle(page);
  expect(page.url()).toBe(address);
  expect(Math.abs((await pixels(GREEN)) - green)).toBeLessThan(green / 50 + 20);
});

test("before the first edition nothing is drawn and nothing is carried back", async () => {
  const { page } = with_;
  await page.goto("about:blank");
  await page.goto(`${site.url}#/map?on=2029-12-01&publisher=m1`);
  await mapIdle(page);
  expect(await rows()).toEqual([]);
  expect(await pixels(BLUE)).toBe(0);
});

test("no other host was asked, and nothing failed", () => {
  expect(with_.outside).toEqual([]);
  expect(with_.errors).toEqual([]);
});
