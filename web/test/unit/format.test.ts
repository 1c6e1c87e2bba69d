import { expect, test } from "vitest";
import { percent, spanKm2, squareKilometres, squareMiles } from "../../src/format/area.ts";
import { citation } from "../../src/format/citation.ts";
import { signedPercent } from "../../src/format/number.ts";
import { pieces } from "../../src/format/sentence.ts";
import { verdictLook } from "../../src/format/verdict.ts";
import { age, dayAfter, knownOn, onThisPage, rangeWords, readable, stretch } from "../../src/format/words.ts";
import { mapsDisagree, SENTENCE } from "../mock/answers.ts";

const band = (best: number, error: number) => ({ low: best - error, best, high: best + error });

test("a figure shows no more decimals than its error bears", () => {
  expect(squareKilometres(band(1209.1447, 0))).toBe("1,209.145 km²");
  expect(squareKilometres(band(1209.1447, 0.04))).toBe("1,209.145 km²");
  expect(squareKilometres(band(1209.1447, 0.4))).toBe("1,209.14 km²");
  expect(squareKilometres(band(1209.1447, 12.5))).toBe("1,209 km²");
  expect(squareKilometres(band(108_000, 900))).toBe("108,000 km²");
  expect(squareMiles(band(466.853, 0))).toBe("466.85 sq mi");
  expect(percent(band(0.0782548, 0))).toBe("7.825 %");
});

test("the error is given by its two ends, or said to be nothing", () => {
  expect(spanKm2(band(930.111, 12.5))).toBe("918 – 943 km²");
  expect(spanKm2(band(930.111, 0))).toBe("the error band is zero");
});

test("a margin has its sign", () => {
  expect([16.71, -10.22, 0].map(signedPercent)).toEqual(["+16.7 %", "−10.2 %", "+0.0 %"]);
});

test.each([
  [{ low: 1035.995, low_included: false, high: null, high_included: false }, "more than 1,035.995 km²"],
  [{ low: 0, low_included: true, high: 518, high_included: false }, "less than 518.000 km²"],
  [{ low: 0, low_included: true, high: 518, high_included: true }, "at most 518.000 km²"],
  [{ low: 837, low_included: true, high: 1023, high_included: true }, "837.000 km² to 1,023.000 km²"],
])("a range in words: %#", (range, words) => {
  expect(rangeWords({ ...range, unit: "km2" })).toBe(words);
});

test("a share's range is in percent", () => {
  const range = { low: 0.175, low_included: true, high: 0.225, high_included: true, unit: "1" };
  expect(rangeWords(range)).toBe("17.5 % to 22.5 %");
});

test("half-open days are named by their ends", () => {
  expect(stretch("2030-01-14", "2030-01-15")).toBe("2030-01-14");
  expect(stretch("2030-01-01", "2030-02-01")).toBe("2030-01-01 to before 2030-02-01");
  expect(stretch(null, null)).toBe("no date");
  expect(dayAfter("2028-02-28")).toBe("2028-02-29");
  expect([0, 1, 37].map(age)).toEqual([
    "drawn for that day",
    "1 day old on that day",
    "37 days old on that day",
  ]);
});

test("parts are cut by code points, not by UTF-16 units", () => {
  const sentence = "🗺 «Сарн» fell";
  const part = { part: "region", start: 3, end: 7, text: "Сарн", value: "sarn" };
  expect(pieces(sentence, [part])).toEqual([
    { text: "🗺 «", part: null },
    { text: "Сарн", part },
    { text: "» fell", part: null },
  ]);
});

test("the last instant of a day is the day's end", () => {
  expect(knownOn("2030-01-16T23:59:59.999999999Z")).toBe("the end of 2030-01-16 (UTC)");
  expect(knownOn("2030-01-16T18:00:00Z")).toBe("2030-01-16T18:00:00Z");
  expect(knownOn(null)).toBe("latest");
});

test("units and flags are worded for people", () => {
  expect(readable("400 [mi_i]2")).toBe("400 sq mi");
  expect(readable("930 km2")).toBe("930 km²");
  expect(onThisPage("name it with --party\nor --known-on")).toBe("name it with “party”\nor “as known on”");
  expect(onThisPage("a 3--4 day wait, m1--m2")).toBe("a 3--4 day wait, m1--m2");
});

test("a part inside another is marked apart from the rest of it", () => {
  const bound = { part: "bound", start: 0, end: 9, text: "more than", value: "more_than" };
  const quantity = { part: "quantity", start: 0, end: 26, text: "", value: "" };
  expect(pieces("more than 400 square miles of", [quantity, bound])).toEqual([
    { text: "more than", part: bound },
    { text: " 400 square miles", part: quantity },
    { text: " of", part: null },
  ]);
});

test("parts that overlap or lie outside never lose or double a word", () => {
  const sentence = "more than 400 square miles";
  const at = (start: number, end: number) => ({ part: "bound", start, end, text: "", value: "" });
  for (const parts of [[at(0, 9), at(5, 13)], [at(20, 99)], [at(4, 4)], [at(10, 26), at(0, 9)]]) {
    expect(pieces(sentence, parts).map(({ text }) => text).join("")).toBe(sentence);
  }
});

test("a verdict of a newer program is shown as it is written", () => {
  expect(verdictLook("maps_disagree").phrase).toBe("maps disagree");
  expect(verdictLook("partly_supported").phrase).toBe("partly supported");
  expect(verdictLook("constructor").phrase).toBe("constructor");
});

test("a citation has quote, publishers, editions, both dates and the address", () => {
  const text = citation(mapsDisagree(SENTENCE, "2030-01-19"), "http://127.0.0.1/#/check?q=x");
  for (const wanted of [
    SENTENCE,
    "maps disagree",
    "m1, map of 2030-01-14 (m1-2030-01-14-5f0c): 1,209.145 km² (466.85 sq mi)",
    "licence: no redistribution",
    "on: 2030-01-14; as known on: 2030-01-19",
    "http://127.0.0.1/#/check?q=x",
  ]) {
    expect(text).toContain(wanted);
  }
});
