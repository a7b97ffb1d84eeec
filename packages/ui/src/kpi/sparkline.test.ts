import { describe, expect, it } from "vitest";
import { sparklinePoints } from "./sparkline.tsx";

describe("sparklinePoints", () => {
  it("fits the series into the box with the highest value on top", () => {
    expect(sparklinePoints([0, 10, 5], 63, 21)).toBe("1.5,19.5 31.5,1.5 61.5,10.5");
  });

  it("draws a flat series through the middle", () => {
    expect(sparklinePoints([7, 7], 63, 21)).toBe("1.5,10.5 61.5,10.5");
  });
});
