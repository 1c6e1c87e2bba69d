import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/**
 * Writes `licences.txt` beside the page: the terms of every package whose code or data is in it,
 * those packages' own dependencies included, for they are bundled into them.
 */
export function licences(): Plugin {
  return {
    name: "licences",
    apply: "build",
    generateBundle() {
      const bundled = new Set<string>();
      for (const id of this.getModuleIds()) {
        const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
        if (name) withDependencies(name, bundled);
      }
      const source = [...bundled].sort().map(termsOf).join("\n");
      this.emitFile({ type: "asset", fileName: "licences.txt", source });
    },
  };
}

interface Manifest {
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

const folderOf = (name: string) => join("node_modules", name);

const manifestOf = (name: string) =>
  JSON.parse(readFileSync(join(folderOf(name), "package.json"), "utf8")) as Manifest;

// Command-line readers of options and type declarations are never part of a page.
const neverBundled = (name: string) => name === "commander" || name.startsWith("@types/");

function withDependencies(name: string, into: Set<string>): void {
  if (into.has(name) || neverBundled(name) || !existsSync(folderOf(name))) return;
  into.add(name);
  for (const each of Object.keys(manifestOf(name).dependencies ?? {})) withDependencies(each, into);
}

function termsOf(name: string): string {
  const { version, license } = manifestOf(name);
  const file = readdirSync(folderOf(name)).sort().find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(join(folderOf(name), file), "utf8").trim() : "(no text included)";
  return `${"=".repeat(72)}\n${name} ${version} — ${license ?? "terms not named"}\n\n${text}\n`;
}
