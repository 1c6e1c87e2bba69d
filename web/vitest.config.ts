import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One browser at a time: software rendering on a small machine is slow enough.
    fileParallelism: false,
  },
});
