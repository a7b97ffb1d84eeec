import { describe, expect, it } from "vitest";
import { shellOf } from "./offline-shell.mjs";

const page = { path: "index.html", content: "<html>" };
const script = { path: "assets/index-1.js", content: "go()" };

describe("shellOf", () => {
  it("names every file as it is asked for, and leaves out what a browser takes from the server", () => {
    const shell = shellOf([
      script,
      page,
      { path: ".vite/manifest.json", content: "{}" },
      { path: "manifest.webmanifest", content: "{}" },
    ]);
    expect(shell.files).toEqual(["/assets/index-1.js", "/index.html"]);
  });

  it("has the same version for the same files in any order, and another after any change", () => {
    const { version } = shellOf([page, script]);
    expect(shellOf([script, page]).version).toBe(version);
    expect(shellOf([{ ...page, content: "<html >" }, script]).version).not.toBe(version);
    expect(shellOf([page]).version).not.toBe(version);
  });
});
