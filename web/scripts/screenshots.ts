// Pictures of both screens, wide and narrow, light and dark, to be looked at by a person:
// `npm run screenshots`, into `screenshots/`. With SEISIN_URL that server is shown, else the mock.
import { mkdir } from "node:fs/promises";
import { mapIdle, reader } from "../test/e2e/browser.ts";
import { test } from "vitest";
import { mockSite, type Site } from "../test/mock/server.ts";

const SENTENCE = "Arland says its forces hold more than 400 square miles of Sarn, a spokesman said";
const PAGES = {
  check: `#/check?q=${encodeURIComponent(SENTENCE)}&on=2030-01-14`,
  known: `#/check?q=${encodeURIComponent(SENTENCE)}&on=2030-01-14&known_on=2030-01-16`,
  time: `#/check?q=${encodeURIComponent(`${SENTENCE} throughout January`)}`,
  map: "#/map?on=2030-01-14",
  map2: "#/map?on=2030-01-14&publisher=m2",
};

test("screenshots", { timeout: 300_000 }, async () => {
  const given = process.env["SEISIN_URL"];
  const site: Site = given ? { url: given, close: () => undefined } : await mockSite();
  await mkdir("screenshots", { recursive: true });
  for (const [look, dark, width] of [
    ["wide-light", false, 1280],
    ["wide-dark", true, 1280],
    ["narrow-light", false, 400],
    ["narrow-dark", true, 400],
  ] as const) {
    const { page, errors, close } = await reader(site.url, { dark, width });
    for (const [name, address] of Object.entries(PAGES)) {
      await page.goto("about:blank");
      await page.goto(site.url + address);
      await (name.startsWith("map") ? mapIdle(page) : page.waitForSelector(".answer"));
      await page.screenshot({ path: `screenshots/${name}-${look}.png`, fullPage: true });
    }
    console.log(look, errors);
    await close();
  }
  site.close();
});
