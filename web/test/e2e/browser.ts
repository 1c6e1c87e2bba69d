import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";

const PROGRAM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A fresh browser; `close` also removes its profile folder. */
export interface Reader {
  context: BrowserContext;
  page: Page;
  /** Addresses asked for outside `site`, and errors the page reported. */
  outside: string[];
  errors: string[];
  close: () => Promise<void>;
}

export async function reader(
  site: string,
  look: { dark?: boolean; width?: number; height?: number } = {},
): Promise<Reader> {
  const profile = await mkdtemp(join(tmpdir(), "seisin-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: PROGRAM,
    headless: true,
    args: FLAGS,
    colorScheme: look.dark ? "dark" : "light",
    viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const outside: string[] = [];
  const errors: string[] = [];
  const host = new URL(site).host;
  context.on("request", (request) => {
    const url = new URL(request.url());
    const local = url.host === host || url.protocol === "data:" || url.protocol === "blob:";
    if (!local) outside.push(request.url());
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { context, page, outside, errors, close };
}

/** The colours found in a screenshot of an element, as "#rrggbb" with how many pixels have each. */
export async function coloursOf(page: Page, selector: string): Promise<Map<string, number>> {
  const shot = await page.locator(selector).screenshot();
  const counted = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    if (!context) return [];
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const hex = `#${[0, 1, 2].map((of) => (data[at + of] ?? 0).toString(16).padStart(2, "0")).join("")}`;
      counts.set(hex, (counts.get(hex) ?? 0) + 1);
    }
    return [...counts];
  }, shot.toString("base64"));
  return new Map(counted);
}

/** Wait until the map has drawn everything it was given. */
export const mapIdle = (page: Page): Promise<unknown> =>
  page.waitForSelector('.map-place[data-idle="true"]', { timeout: 60_000 });
