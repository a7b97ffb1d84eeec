import { describe, expect, it } from "vitest";
import { firstRoute, type Manifest, reach } from "./first-route-size.ts";

const manifest: Manifest = {
  "index.html": { file: "assets/index.js", isEntry: true, imports: ["_shared.js"] },
  "_shared.js": { file: "assets/shared.js", imports: ["_react.js"] },
  "_react.js": { file: "assets/react.js", imports: ["_shared.js"] },
  "../../modules/identity/src/web/pages/sign-in.tsx": { file: "assets/sign-in.js", imports: ["_form.js"] },
  "_form.js": { file: "assets/form.js" },
  "../../modules/tasks/src/web/pages/board.tsx": { file: "assets/board.js", imports: ["_shared.js"] },
};

describe("first route", () => {
  it("counts the entry and the sign-in page with all they need, once each, and no later page", () => {
    expect(reach(manifest, firstRoute(manifest)).toSorted()).toEqual([
      "assets/form.js",
      "assets/index.js",
      "assets/react.js",
      "assets/shared.js",
      "assets/sign-in.js",
    ]);
  });
});
