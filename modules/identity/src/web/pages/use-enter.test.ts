import { describe, expect, it } from "vitest";
import { nextPath } from "./use-enter.ts";

describe("nextPath", () => {
  it.each([
    ["?next=/projects/prj_1", "/projects/prj_1"],
    ["", "/"],
    ["?next=https://evil.example", "/"],
    ["?next=//evil.example", "/"],
    ["?next=/\\evil.example", "/"],
    ["?next=/sign-in", "/"],
  ])("%s leads to %s", (search, path) => expect(nextPath(search)).toBe(path));
});
