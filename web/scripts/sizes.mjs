// Bytes over the wire, raw and gzipped, and the budgets they are held to.
import { gzipSync } from "node:zlib";
import { folderBytes } from "./folder_bytes.mjs";

const KB = 1000;
const UI_BUDGET = 400 * KB;
const FIRST_VIEW_BUDGET = 2000 * KB;

const files = folderBytes("dist").map(({ name, bytes }) => ({
  name,
  raw: bytes.length,
  gz: gzipSync(bytes, { level: 6 }).length,
}));
const isMap = ({ name }) => /draw-|maplibre|land-/.test(name);
const sum = (list) => list.reduce((total, { gz }) => total + gz, 0);
const shown = files.filter(({ name }) => !name.endsWith(".txt"));
const check = sum(shown.filter((file) => !isMap(file)));
const map = sum(shown);
for (const { name, raw, gz } of files) {
  console.log(`${String(raw).padStart(9)} ${String(gz).padStart(8)} gz  ${name}`);
}
console.log(`Check screen, first view: ${(check / KB).toFixed(1)} kB gz`);
console.log(`Map screen, first view:   ${(map / KB).toFixed(1)} kB gz`);
if (check > UI_BUDGET || map > FIRST_VIEW_BUDGET) {
  console.error(`over budget: interface ${UI_BUDGET / KB} kB, first map view ${FIRST_VIEW_BUDGET / KB} kB`);
  process.exitCode = 1;
}
