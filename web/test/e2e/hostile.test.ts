import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mockSite, type Site } from "../mock/server.ts";
import { reader, type Reader } from "./browser.ts";

const SHARED = process.env["SEISIN_SHARED"] ?? new URL("../../../../shared", import.meta.url).pathname;
const ARCHIVE = join(SHARED, "suites", "hostile-strings.tar.zst");
const LISTS = ["hostile/xss-payloadbox.txt", "hostile/xss-patt.txt"];
const PER_SENTENCE = 3_000;

// Some of every kind, so that the test bites where the long lists are absent.
const OWN = [
  `<script>alert(1)</script>`,
  `<img src=x onerror=alert(1)>`,
  `"><svg/onload=alert(1)>`,
  `<a href="javascript:alert(1)">press</a>`,
  `<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>`,
  `{{constructor.constructor('alert(1)')()}}`,
  `<link rel=stylesheet href=//elsewhere.example/x.css>`,
  `</blockquote><style>*{display:none}</style>`,
];

let site: Site;
let with_: Reader;
const dialogs: string[] = [];
beforeAll(async () => {
  site = await mockSite();
  with_ = await reader(site.url);
  with_.page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
});
afterAll(async () => {
  await with_.close();
  site.close();
});

/** Show a sentence on the page; the program echoes it in every field that holds text. */
async function show(sentence: string): Promise<void> {
  const { page } = with_;
  await page.evaluate((q) => {
    location.hash = `#/check?q=${encodeURIComponent(q)}`;
  }, sentence);
  await page.waitForFunction(
    (wanted) => document.querySelector("blockquote.sentence")?.textContent === wanted,
    sentence,
  );
}

/** Elements that no answer ever has. */
const foreign = () =>
  with_.page
    .locator("main :is(script, img, iframe, object, embed, link, style, base, video, audio, form form)")
    .count();

test("text of a report stays text, whatever it holds", async () => {
  await with_.page.goto(site.url);
  for (const payload of OWN) await show(payload);
  expect(await foreign()).toBe(0);
  expect(dialogs).toEqual([]);
});

test("the long lists of payloads stay text", async ({ skip }) => {
  if (!existsSync(ARCHIVE)) skip(`skipped: ${ARCHIVE} is absent`);
  const sentences = sentencesOf(payloads());
  expect(sentences.length).toBeGreaterThan(50);
  for (const sentence of sentences) {
    await show(sentence);
    expect(await foreign()).toBe(0);
  }
  expect(dialogs).toEqual([]);
}, 300_000);

test("no payload reached another host or broke the page", () => {
  expect(with_.outside).toEqual([]);
  expect(with_.errors).toEqual([]);
});

function payloads(): string[] {
  const folder = mkdtempSync(join(tmpdir(), "seisin-hostile-"));
  try {
    execFileSync("tar", ["--zstd", "-xf", ARCHIVE, "-C", folder]);
    return LISTS.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Many payloads in one sentence, for there are thousands. */
function sentencesOf(lines: string[]): string[] {
  const sentences: string[] = [];
  let sentence = "";
  for (const line of lines) {
    const text = line.trim().slice(0, PER_SENTENCE);
    if (sentence.length + text.length > PER_SENTENCE) {
      sentences.push(sentence.trim());
      sentence = "";
    }
    sentence += ` ${text}`;
  }
  return [...sentences, sentence.trim()].filter((each) => each !== "");
}
