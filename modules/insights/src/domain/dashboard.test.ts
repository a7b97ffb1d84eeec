import { describe, expect, it } from "vitest";
import { DEFAULT_TILES, READERS, tileComplaint } from "./dashboard.ts";

describe("tiles", () => {
  it("of the defaults can all be drawn", () => {
    for (const reader of READERS) expect(DEFAULT_TILES[reader].map(tileComplaint).filter(Boolean), reader).toEqual([]);
  });
  it("are refused for unknown metrics, splits a metric lacks, and charts without a split", () => {
    const tile = { metricIds: ["gmv"], groupBy: null, chart: "figures", half: false } as const;
    expect(tileComplaint({ ...tile, metricIds: ["happiness"] })).toBe("unknown_metric");
    expect(tileComplaint({ ...tile, metricIds: ["roi"], groupBy: "sku", chart: "bar" })).toBe("unsplittable");
    expect(tileComplaint({ ...tile, chart: "line" })).toBe("needs_split");
  });
});
