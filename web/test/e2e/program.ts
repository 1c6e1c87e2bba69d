import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Site } from "../mock/server.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;

/** The built program: `SEISIN_BIN`, or where cargo puts it; null where it was not built. */
export function program(): string | null {
  const target = process.env["CARGO_TARGET_DIR"] ?? join(ROOT, "target");
  const places = [process.env["SEISIN_BIN"], join(target, "debug/seisin"), join(target, "release/seisin")];
  return places.find((place): place is string => !!place && existsSync(place)) ?? null;
}

/** The program serving the demo's store, and its command line over the same store. */
export interface Served extends Site {
  run: (...args: string[]) => Promise<string>;
}

export async function serveDemo(binary: string): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), "seisin-web-"));
  const run = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)(binary, args, { maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  };
  await run("demo", "--dir", folder);
  const server = spawn(binary, ["--store", folder, "serve", "--port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const url = await addressOf(server);
  return {
    url,
    run: (...args) => run("--store", folder, ...args),
    close: () => {
      server.kill();
      void rm(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    server.stderr?.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      if (address) found(address);
    });
    server.on("exit", (code) => failed(new Error(`the program ended with ${code}: ${said}`)));
  });
}
