// The program's routes with made-up answers, under the same security headers, for tests of the
// page alone. The tests of the whole road run against the real program.
import { createServer, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { AddressInfo } from "node:net";
import { ABOUT, holdings, mapsDisagree, notCheckable, overTime, PUBLISHERS } from "./answers.ts";

const DIST = new URL("../../dist/", import.meta.url).pathname;

export const CSP =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; " +
  "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

export interface Site {
  url: string;
  close: () => void;
}

export async function mockSite(port = 0): Promise<Site> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const answer = url.pathname.startsWith("/api/") ? api(url) : null;
    if (answer === null) return void asset(url.pathname, response);
    const { status, body } = answer;
    const type = status === 200 ? "application/json" : "application/problem+json";
    response.writeHead(status, { "content-type": type, "content-security-policy": CSP });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const { port: given } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${given}/`, close: () => void server.close() };
}

function api(url: URL): { status: number; body: unknown } {
  const field = (name: string) => url.searchParams.get(name) ?? "";
  const ok = (body: unknown) => ({ status: 200, body });
  switch (url.pathname) {
    case "/api/publishers":
      return ok(PUBLISHERS);
    case "/api/about":
      return ok(ABOUT);
    case "/api/check":
      return check(field("sentence"), field("known_on") || null);
    case "/api/holdings":
      return ok(holdings(field("maps"), field("on")).rows);
    case "/api/holdings.geojson":
      return ok(holdings(field("maps"), field("on")).shapes);
    default:
      return { status: 404, body: { title: "not found", status: 404 } };
  }
}

function check(sentence: string, known_on: string | null): { status: number; body: unknown } {
  if (sentence.includes("in no store")) {
    const detail = "no store here\nhint: make one with `seisin init`";
    return { status: 422, body: { title: "failed to check", status: 422, detail } };
  }
  if (sentence.includes("throughout January")) return { status: 200, body: overTime(sentence) };
  if (sentence.includes("more than")) return { status: 200, body: mapsDisagree(sentence, known_on) };
  return { status: 200, body: notCheckable(sentence) };
}

async function asset(path: string, response: ServerResponse): Promise<void> {
  const name = path === "/" ? "index.html" : normalize(path).replace(/^\/+/, "");
  try {
    const bytes = await readFile(join(DIST, name));
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-security-policy": CSP });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}
