import { describe, expect, it } from "vitest";
import { installationGap } from "./packages.mjs";

const linux = { os: "linux", cpu: "x64" };
const locked = {
  "": {},
  "node_modules/zod": { version: "4.6.7" },
  "node_modules/@engine/linux": { version: "1.0.0", optional: true, os: ["linux"], cpu: ["x64"] },
  "node_modules/@engine/darwin": { version: "1.0.0", optional: true, os: ["darwin"] },
};
const { "node_modules/@engine/darwin": _, "": __, ...installed } = locked;

describe("installationGap", () => {
  it("finds nothing when everything for this machine is there", () => {
    expect(installationGap(locked, installed, linux)).toBeUndefined();
  });
  it("sees an installation that never finished", () => {
    expect(installationGap(locked, undefined, linux)).toBe("nothing is installed yet");
  });
  it("names the package that is missing, changed or no longer wanted", () => {
    expect(installationGap(locked, {}, linux)).toBe("node_modules/zod is missing");
    expect(installationGap(locked, { ...installed, "node_modules/zod": { version: "4.0.0" } }, linux)).toBe(
      "node_modules/zod is 4.0.0, the lockfile says 4.6.7",
    );
    expect(installationGap(locked, { ...installed, "node_modules/left": { version: "1.0.0" } }, linux)).toBe(
      "node_modules/left is not in the lockfile",
    );
  });
  it("sees a folder that was copied from another kind of machine", () => {
    const gap = "node_modules/@engine/linux is for another machine";
    expect(installationGap(locked, installed, { os: "darwin", cpu: "arm64" })).toBe(gap);
  });
  it("understands exclusions", () => {
    const only = { "node_modules/a": { version: "1.0.0", os: ["!win32"] } };
    expect(installationGap(only, only, linux)).toBeUndefined();
    expect(installationGap(only, only, { os: "win32", cpu: "x64" })).toBe("node_modules/a is for another machine");
  });
});
