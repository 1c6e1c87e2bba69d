import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SENTENCE } from "../mock/answers.ts";
import { mockSite, type Site } from "../mock/server.ts";
import { mapIdle, reader } from "./browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const q = encodeURIComponent(SENTENCE);
const PAGES = {
  empty: "#/check",
  answer: `#/check?q=${q}&on=2030-01-14&known_on=2030-01-16`,
  runs: `#/check?q=${q}+throughout+January`,
  refused: "#/check?q=in+no+store",
  map: "#/map?on=2030-01-14",
};

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

let site: Site;
beforeAll(async () => {
  site = await mockSite();
});
afterAll(() => site.close());

test.each([
  ["light", 1280],
  ["dark", 1280],
  ["light", 400],
  ["dark", 400],
] as const)("every page meets WCAG 2.2 AA by axe: %s, %i px, and fits its width", async (look, width) => {
  const { page, close } = await reader(site.url, { dark: look === "dark", width });
  for (const [name, address] of Object.entries(PAGES)) {
    await page.goto("about:blank");
    await page.goto(site.url + address);
    await page.waitForSelector(".foot a");
    if (name === "map") await mapIdle(page);
    else if (name !== "empty") await page.waitForSelector(".answer, [role=alert]");
    // Evaluated by the debugger, so the page's own script policy stays as strict as it is.
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run: (root: Document, options: object) => Promise<{ violations: Violation[] }> };
      };
      const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      return (await axe.run(document, { runOnly })).violations;
    });
    const found = violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
    expect(found).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} is wider than the window`).toBe(0);
  }
  await close();
});

test("the focus is always visible and never hidden", async () => {
  const { page, close } = await reader(site.url);
  await page.goto(`${site.url}#/check?q=${q}&on=2030-01-14`);
  await page.waitForSelector(".answer");
  const seen = new Set<string>();
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const style = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      return {
        name: `${at.tagName} ${at.id} at ${box.left + scrollX} ${box.top + scrollY}`,
        outline: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
        inside: box.right > 0 && box.left < innerWidth,
      };
    });
    if (!focus || seen.has(focus.name)) break;
    seen.add(focus.name);
    expect(focus.outline, focus.name).toBe(true);
    expect(focus.inside, focus.name).toBe(true);
  }
  expect(seen.size).toBeGreaterThan(10);
  await close();
});
