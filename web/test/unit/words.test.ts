import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// The words that the product's own voice never uses; a quotation may hold any of them.
const NEVER = /liberat|occupi|occupation|captur|enem(y|ies)|rebel|terroris|concession|aggressor/i;

const SOURCES = new URL("../../src/", import.meta.url).pathname;
const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((name) =>
  /\.(tsx?|css|svg)$/.test(name),
);

test.each(files)("%s speaks neutrally", (name) => {
  expect(readFileSync(SOURCES + name, "utf8")).not.toMatch(NEVER);
});

test.each(files.filter((name) => name.endsWith(".tsx") || name.endsWith(".ts")))(
  "%s writes no markup from text",
  (name) => {
    expect(readFileSync(SOURCES + name, "utf8")).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySet|document\.write|\beval\(/,
    );
  },
);
