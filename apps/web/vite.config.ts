import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = "http://127.0.0.1:4173";

/** Modules of ours that act when they are loaded: the entry, and the one that registers the general refusals. */
const ACTING = /\/apps\/web\/src\/main\.tsx$|\/packages\/ui\/src\/problem\/use-problem-text\.ts$/;
const OWN_SCRIPT = /\/(?:packages|modules|apps)\/[^/]+\/src\/.*\.tsx?$/;

export default defineConfig({
  plugins: [react()],
  resolve: { dedupe: ["react", "react-dom"] },
  build: {
    outDir: "dist",
    manifest: true,
    target: "es2022",
    sourcemap: false,
    rolldownOptions: {
      // our own modules only declare, so what a page does not use stays out of its script
      treeshake: { moduleSideEffects: (id: string) => !OWN_SCRIPT.test(id) || ACTING.test(id) },
    },
  },
  server: { host: "127.0.0.1", proxy: { "/api": server, "/v1": server } },
});
