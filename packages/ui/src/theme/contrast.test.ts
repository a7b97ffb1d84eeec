import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groundForWhite, luminance, parseHex } from "./contrast.ts";

describe("groundForWhite", () => {
  it("leaves dark colours alone and darkens bright ones until white is readable", () => {
    expect(groundForWhite("#c8102e")).toBe("#c8102e");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const ground = groundForWhite(`#${value.toString(16).padStart(6, "0")}`);
        expect(1.05 / (luminance(parseHex(ground)) + 0.05)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it("survives what people type", () => {
    expect(parseHex("#fff")).toEqual([255, 255, 255]);
    expect(parseHex("red")).toEqual([112, 112, 112]);
  });
});
