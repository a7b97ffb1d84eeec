import { expect, it } from "vitest";
import { firstRouteFiles } from "./first-route.mjs";

it("counts the entry and what it imports statically, once each, and no lazy page", () => {
  const manifest = {
    "index.html": { file: "assets/index.js", isEntry: true, imports: ["_react.js", "_ui.js"] },
    "_ui.js": { file: "assets/ui.js", imports: ["_react.js"] },
    "_react.js": { file: "assets/react.js" },
    "pages/board.tsx": { file: "assets/board.js", imports: ["_ui.js"] },
    "style.css": { file: "assets/style.css" },
  };
  expect(firstRouteFiles(manifest).sort()).toEqual(["assets/index.js", "assets/react.js", "assets/ui.js"]);
});
