import { afterAll, beforeAll, expect, test } from "vitest";
import { SENTENCE } from "../mock/answers.ts";
import { mockSite, type Site } from "../mock/server.ts";
import { reader, type Reader } from "./browser.ts";

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

const announced = (words: string) =>
  with_.page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll("[role=status]")].some((each) => each.textContent?.includes(wanted)),
    words,
  );

test("from an empty page to an announced verdict by keyboard alone", async () => {
  const { page } = with_;
  await page.goto(site.url);
  await page.waitForSelector("#sentence");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
  await page.keyboard.press("/");
  await page.keyboard.type(SENTENCE);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("on");
  await page.keyboard.type("2030-01-14");
  await page.keyboard.press("Enter");
  await announced("Verdict: maps disagree.");
  expect(await page.locator("#verdict").textContent()).toContain("maps disagree");
  const cards = await page.locator(".card").allTextContents();
  expect(cards[0]).toMatch(/m1.*supported.*1,209\.145 km².*466\.85 sq mi.*\+16\.7 %/);
  expect(cards[1]).toMatch(/m2.*contradicted.*930 km².*918 – 943 km².*359\.1 sq mi.*−10\.2 %/);
  expect(await page.locator(".settings").textContent()).toMatch(/study-v1.*edges.*10 %/);
});

test("the parts stand on the words they were read from", async () => {
  const marks = await with_.page.locator("mark").allTextContents();
  expect(marks).toEqual(["Arland", "more than", " 400 square miles", "Sarn", "a spokesman"]);
  expect(await with_.page.locator("blockquote.sentence").textContent()).toBe(SENTENCE);
});

test("the key k leads to as known on, which then stands in banner and address", async () => {
  const { page } = with_;
  await page.getByRole("button", { name: "Copy link" }).focus();
  await page.keyboard.press("k");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("known-on");
  await page.keyboard.type("2030-01-16");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".banner");
  expect(await page.locator(".banner").textContent()).toContain("As known on 2030-01-16.");
  const address = page.url();
  expect(address).toContain("on=2030-01-14&known_on=2030-01-16");

  const again = await with_.context.newPage();
  await again.goto(address);
  await again.waitForSelector(".answer");
  expect(await again.locator("main").innerHTML()).toBe(await page.locator("main").innerHTML());
  expect(await again.locator("#known-on").inputValue()).toBe("2030-01-16");
  await again.close();
});

test("copying gives this very address, and a citation with both dates", async () => {
  const { page } = with_;
  await page.getByRole("button", { name: "Copy link" }).press("Enter");
  await announced("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.getByRole("button", { name: "Copy citation" }).press("Enter");
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("as known on"));
});

test("one key does not act while the reader has turned single keys off", async () => {
  const { page } = with_;
  await page.locator(".foot summary").press("Enter");
  await page.locator(".foot input").press("Space");
  await page.getByRole("button", { name: "Copy link" }).focus();
  await page.keyboard.press("k");
  expect(await page.evaluate(() => document.activeElement?.id)).not.toBe("known-on");
  await page.locator(".foot input").press("Space");
});

test("back returns to the question before", async () => {
  const { page } = with_;
  await page.goBack();
  await page.waitForSelector(".banner", { state: "detached" });
  expect(await page.locator("#known-on").inputValue()).toBe("");
});

test("over many days the verdict is told by stretch, in a strip and in a table", async () => {
  const { page } = with_;
  await page.goto(`${site.url}#/check?q=Arland+held+it+throughout+January`);
  await page.waitForSelector(".runs table");
  const rows = await page.locator(".runs tbody tr").allTextContents();
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatch(/2030-01-072030-01-14.*supported1,162\.639 km²/);
  expect(await page.locator(".strip rect").count()).toBe(3);
});

test("a refusal is shown in the program's words and announced", async () => {
  const { page } = with_;
  await page.goto(`${site.url}#/check?q=held+in+no+store`);
  const alert = await page.waitForSelector("[role=alert]");
  expect(await alert.textContent()).toContain("hint: make one with `seisin init`");
});

test("no other host was asked, and nothing failed", () => {
  expect(with_.outside).toEqual([]);
  // The refusal above is the one error a browser logs here.
  expect(with_.errors.filter((error) => !error.includes("422"))).toEqual([]);
});
