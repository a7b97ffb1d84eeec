import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lowestNode, nodeComplaint } from "./node-version.mjs";
import { root } from "./paths.mjs";

describe("nodeComplaint", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.21.0"])("accepts %s", (version) => {
    expect(nodeComplaint(version)).toBeUndefined();
  });
  it.each(["12.22.12", "18.20.8", "20.9.0", "20.18.3"])("refuses %s and names both versions", (version) => {
    expect(nodeComplaint(version)).toContain(version);
    expect(nodeComplaint(version)).toContain(lowestNode);
  });
  it("asks for what package.json declares", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(manifest.engines.node).toBe(`>=${lowestNode}`);
  });
});
