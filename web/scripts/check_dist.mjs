// Build twice into scratch folders: both must equal each other and the committed `dist/`.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderBytes } from "./folder_bytes.mjs";

const scratch = mkdtempSync(join(tmpdir(), "seisin-dist-"));
const list = (folder) =>
  folderBytes(folder)
    .map(({ name, digest }) => `${digest}  ${name}`)
    .join("\n");

try {
  const built = ["first", "second"].map((name) => {
    const outDir = join(scratch, name);
    const vite = join("node_modules", "vite", "bin", "vite.js");
    execFileSync(process.execPath, [vite, "build", "--outDir", outDir, "--logLevel", "error"]);
    return list(outDir);
  });
  const committed = list("dist");
  if (built[0] !== built[1]) throw new Error(`two builds differ:\n${built.join("\n\n")}`);
  if (built[0] !== committed) {
    throw new Error(
      `dist/ is not what the sources build:\n${committed}\n\nbuilt:\n${built[0]}\nhint: npm run build, and commit dist/`,
    );
  }
  console.log(`dist/ is what the sources build, twice over:\n${committed}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
