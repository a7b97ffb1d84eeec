import { describe, expect, it } from "vitest";
import { bodyOf, partsOf } from "./claim-values.ts";

describe("the claim form", () => {
  it("gives the whole amount to a single line", () => {
    expect(partsOf({ amount: "12.50", lines: [{ lineId: "bln_1" }] }, "CNY")).toEqual([
      { lineId: "bln_1", amountMinor: 1250 },
    ]);
  });
  it("takes the parts as typed and leaves out empty ones", () => {
    expect(
      partsOf({ amount: "10", lines: [{ lineId: "a", amount: "4" }, { lineId: "b", amount: "6" }, {}] }, "CNY"),
    ).toEqual([
      { lineId: "a", amountMinor: 400 },
      { lineId: "b", amountMinor: 600 },
    ]);
  });
  it("sends an empty date as none", () => {
    expect(bodyOf({ title: "t", amount: "1", lines: [], invoiceDate: "" }, "CNY", [])).toMatchObject({
      invoiceDate: null,
      commitmentId: null,
      amountMinor: 100,
    });
  });
});
