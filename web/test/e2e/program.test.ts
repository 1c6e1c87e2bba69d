// The whole road: the built program over the demo's store, its JSON, its page.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckAnswer, HoldingRow } from "../../src/api/types.ts";
import { coloursOf, mapIdle, reader, type Reader } from "./browser.ts";
import { program, serveDemo, type Served } from "./program.ts";

const SENTENCE = "Arland says its forces hold more than 400 square miles of Sarn, a spokesman said";
const binary = program();
if (!binary) console.warn("skipped: the program is not built (cargo build -p seisin, or SEISIN_BIN)");

describe.skipIf(!binary)("the program's page", () => {
  let served: Served;
  let with_: Reader;
  beforeAll(async () => {
    served = await serveDemo(binary ?? "");
    with_ = await reader(served.url);
  });
  afterAll(async () => {
    await with_?.close();
    served?.close();
  });

  const ask = async (path: string) => {
    const response = await fetch(served.url + path);
    return { status: response.status, etag: response.headers.get("etag") ?? "", body: await response.text() };
  };
  const checked = async (fields: Record<string, string>) => {
    const { status, body } = await ask(`api/check?${new URLSearchParams(fields)}`);
    expect(status, body).toBe(200);
    return JSON.parse(body) as CheckAnswer;
  };

  test("the first check, by keyboard alone, is announced and says what the maps show", async () => {
    const { page } = with_;
    await page.goto(served.url);
    await page.waitForSelector(".tick");
    await page.keyboard.press("/");
    await page.keyboard.type(SENTENCE);
    await page.keyboard.press("Tab");
    await page.keyboard.type("2030-01-14");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      [...document.querySelectorAll("[role=status]")].some((each) =>
        each.textContent?.includes("Verdict: maps disagree."),
      ),
    );
    const [m1, m2] = await page.locator(".card").allTextContents();
    expect(m1).toMatch(/m1.*supported.*1,209\.145 km².*466\.85 sq mi.*\+16\.7 %/s);
    expect(m2).toMatch(/m2.*contradicted.*930\.111 km².*359\.12 sq mi.*−10\.2 %/s);
    const marks = await page.locator("mark").allTextContents();
    for (const words of ["its forces", "more than", "Sarn", "a spokesman"]) expect(marks).toContain(words);
  });

  test("a check over HTTP is byte for byte what the command line prints", async () => {
    for (const [sentence, on] of [
      [SENTENCE, "2030-01-14"],
      ["Arland holds a significant part of Sarn", "2030-01-14"],
      ["Arland holds 1,209 square miles of Sarn", "2029-12-01"],
    ] as const) {
      const over = await ask(`api/check?${new URLSearchParams({ sentence, on })}`);
      expect(over.body).toBe(await served.run("check", sentence, "--on", on, "--format", "json"));
    }
    const rows = await ask("api/holdings?on=2030-01-14");
    expect(rows.body).toBe(await served.run("holdings", "--on", "2030-01-14", "--format", "json"));
    expect((await ask("api/claims")).body).toBe(await served.run("claims", "--format", "json"));
    expect((await ask("api/publishers")).body).toBe(await served.run("maps", "list", "--format", "json"));
  });

  test("a JSON body asks the same as a query", async () => {
    const response = await fetch(`${served.url}api/check`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ sentence: SENTENCE, on: "2030-01-14" }),
    });
    const query = await ask(`api/check?${new URLSearchParams({ sentence: SENTENCE, on: "2030-01-14" })}`);
    expect(await response.text()).toBe(query.body);
  });

  test("as known on decides which version of a map speaks, and asking again costs no answer", async () => {
    const fields = { sentence: "Arland says its forces hold more than 460 square miles of Sarn", on: "2030-01-14", maps: "m1" };
    const before = await checked({ ...fields, known_on: "2030-01-16" });
    const after = await checked({ ...fields, known_on: "2030-01-19" });
    expect([before.verdict, after.verdict]).toEqual(["contradicted", "supported"]);
    const path = `api/check?${new URLSearchParams({ ...fields, known_on: "2030-01-16" })}`;
    const first = await ask(path);
    expect((await ask(path)).body).toBe(first.body);
    const again = await fetch(served.url + path, { headers: { "if-none-match": first.etag } });
    expect(again.status).toBe(304);
  });

  test("before the first map nothing is extrapolated, on the page as in the answer", async () => {
    const { page } = with_;
    await page.goto("about:blank");
    await page.goto(`${served.url}#/check?q=${encodeURIComponent(SENTENCE)}&on=2029-12-01`);
    await page.waitForSelector(".finding-outside_coverage");
    expect(await page.locator(".card").first().textContent()).toContain("2030-01-07");
    expect(await page.locator(".figure-none").count()).toBeGreaterThan(0);
  });

  test("the map draws what the table lists, and both are what the program answers", async () => {
    const { page } = with_;
    await page.goto("about:blank");
    await page.goto(`${served.url}#/map?on=2030-01-14&publisher=m1`);
    await page.waitForSelector("[data-row]");
    await mapIdle(page);
    const rows = JSON.parse((await ask("api/holdings?on=2030-01-14&maps=m1")).body) as HoldingRow[];
    const keys = rows.map(({ publisher, edition, party, region }) =>
      [publisher, edition, party, region ?? ""].join("|"),
    );
    const shown = await page
      .locator("[data-row]")
      .evaluateAll((all) => all.map((row) => row.getAttribute("data-row")));
    expect(shown).toEqual(keys);
    expect(rows.map(({ party }) => party)).toEqual(["arland", "borland"]);
    expect(await page.locator("caption").textContent()).not.toContain("not on the map");
    const colours = await coloursOf(page, ".map-place");
    expect(colours.get("#0072b2") ?? 0).toBeGreaterThan(2_000);
    expect(colours.get("#e69f00") ?? 0).toBeGreaterThan(1_000);
  });

  test("shapes say under which terms they stand", async () => {
    const { body } = await ask("api/holdings.geojson?on=2030-01-14");
    const { features } = JSON.parse(body) as {
      features: { properties: { publisher: string; redistribution: boolean } }[];
    };
    const terms = new Map(features.map(({ properties }) => [properties.publisher, properties.redistribution]));
    expect([...terms]).toEqual([
      ["m1", false],
      ["m2", true],
    ]);
  });

  test("a page of another site is refused", async () => {
    const response = await fetch(`${served.url}api/publishers`, { headers: { origin: "https://elsewhere.example" } });
    expect(response.status).toBe(421);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  test("markup in a sentence stays text all the way through the reader", async () => {
    const { page } = with_;
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    for (const payload of [
      `<img src=x onerror=alert(1)> Arland holds more than 400 square miles of Sarn`,
      `"><script>alert(1)</script> Arland holds <b>Sarn</b>`,
      `<svg/onload=alert(1)>`,
    ]) {
      await page.evaluate((q) => (location.hash = `#/check?q=${encodeURIComponent(q)}&on=2030-01-14`), payload);
      await page.waitForFunction(
        (wanted) => document.querySelector("blockquote.sentence")?.textContent === wanted,
        payload,
      );
    }
    expect(await page.locator("main :is(script, img, iframe)").count()).toBe(0);
    expect(dialogs).toEqual([]);
  });

  test("no other host was asked, and nothing failed", () => {
    expect(with_.outside).toEqual([]);
    expect(with_.errors).toEqual([]);
  });
});
