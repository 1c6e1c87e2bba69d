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
    rolldownOptions: {
      output: {
        // The map library in a file of its own, whose name and bytes change only with the library.
        codeSplitting: { groups: [{ name: "maplibre", test: /node_modules\/(maplibre-gl|@map)/ }] },
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:7315" } },
});
