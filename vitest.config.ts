import { defineConfig } from "vitest/config";

/**
 * unit: pure files, no I/O, so files may share one module graph.
 * operation: the whole application on a real PostgreSQL and chDB; each file clones a migrated template database.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/*/src/**/*.test.ts",
            "modules/*/src/**/*.test.ts",
            "apps/*/src/**/*.test.ts",
            "tools/**/*.test.ts",
          ],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "operation",
          include: [
            "packages/*/test/**/*.test.ts",
            "modules/*/test/**/*.test.ts",
            "apps/*/test/**/*.test.ts",
            "tools/generated/**/*.spec.ts",
          ],
          globalSetup: ["packages/testkit/src/global-setup.ts"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
