import { describe, expect, it } from "vitest";
import { ConfigError, describeConfig, loadConfig } from "./index.ts";

describe("loadConfig", () => {
  it("gives defaults for an empty environment", () => {
    expect(loadConfig({})).toMatchObject({
      host: "127.0.0.1",
      port: undefined,
      dataDir: "./data",
      role: "all",
      demo: true,
    });
  });
  it("names each variable that is wrong", () => {
    expect(() => loadConfig({ PORT: "0", DATABASE_URL: "mysql://x", YUTU_ROLE: "all" })).toThrow(ConfigError);
    expect(() => loadConfig({ PORT: "70000", DATABASE_URL: "mysql://x" })).toThrow(
      /PORT: .*\n?DATABASE_URL: an address that begins with postgres:/,
    );
  });
  it("never prints a secret", () => {
    const text = describeConfig(loadConfig({ DATABASE_URL: "postgres://u:hunter2@h/d" }));
    expect(text).toMatch(/^DATABASE_URL +\(set\)$/m);
    expect(text).not.toContain("hunter2");
  });
});
