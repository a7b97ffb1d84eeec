import { ConfigError } from "@yutu/config";
import { describe, expect, it } from "vitest";
import { readCommandLine } from "./command-line.ts";

describe("readCommandLine", () => {
  it.each([
    [[], { kind: "serve" }, {}],
    [["--role", "worker"], { kind: "serve" }, { YUTU_ROLE: "worker" }],
    [["--role=web"], { kind: "serve" }, { YUTU_ROLE: "web" }],
    [["backup", "/srv/备份 1"], { kind: "backup", folder: "/srv/备份 1" }, {}],
    [["restore", "b"], { kind: "restore", folder: "b" }, {}],
    [["--print-config"], { kind: "print-config" }, {}],
    [["-h"], { kind: "help" }, {}],
  ])("%j", (args, command, settings) => {
    expect(readCommandLine(args)).toEqual({ command, settings });
  });
  it.each([[["--rol"]], [["--role"]], [["backup"]], [["restore", "a", "b"]], [["destroy", "a"]]])(
    "refuses %j with the usage",
    (args) => {
      expect(() => readCommandLine(args)).toThrow(ConfigError);
      expect(() => readCommandLine(args)).toThrow(/Usage: npm start/);
    },
  );
});
