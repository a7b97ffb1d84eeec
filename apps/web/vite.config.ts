import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = "http://127.0.0.1:4173";

export default defineConfig({
  plugins: [react()],
  resolve: { dedupe: ["react", "react-dom"] },
  build: { outDir: "dist", manifest: true, target: "es2022", sourcemap: false },
  server: { host: "127.0.0.1", proxy: { "/api": server, "/v1": server } },
});
