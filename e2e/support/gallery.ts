import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { build, preview } from "vite";
import { root } from "../../tools/run/paths.mjs";

export { expect } from "@playwright/test";

interface WorkerFixtures {
  /** Address of the gallery of the design system, which needs no server. */
  gallery: string;
}

export const test = base.extend<object, WorkerFixtures>({
  gallery: [
    async ({}, provide) => {
      const outDir = mkdtempSync(join(tmpdir(), "yutu-gallery-"));
      const shared = { root: join(root, "apps/web"), mode: "gallery", logLevel: "error" as const };
      await build({
        ...shared,
        build: { outDir, emptyOutDir: true, reportCompressedSize: false, chunkSizeWarningLimit: 10_000 },
      });
      const server = await preview({
        ...shared,
        build: { outDir },
        preview: { host: "127.0.0.1", port: 0, proxy: {} },
      });
      await provide(server.resolvedUrls?.local[0]?.replace(/\/$/, "") ?? "");
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
});
