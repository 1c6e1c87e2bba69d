import { defineConfig } from "vite";
import { licences } from "./scripts/licences.ts";

// Built bytes must not depend on the machine: no source maps, no inlined assets, names from content.
export default defineConfig({
  base: "./",
  publicDir: false,
  plugins: [licences()],
  build: {
    target: "es2023",
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1300,
  },
  server: { proxy: { "/api": "http://127.0.0.1:7315" } },
});
