import { describe, expect, it } from "vitest";
import { bodyOf, initialValues, partsOf } from "./claim-values.ts";

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
  it("begins with the task it was opened from, and sends it", () => {
    const values = initialValues(undefined, String, "tsk_1");
    expect(values).toEqual({ lines: [{}], taskId: "tsk_1" });
    expect(bodyOf({ title: "t", amount: "1", lines: [], ...values }, "CNY", []).taskId).toBe("tsk_1");
  });
  it("sends an empty date as none", () => {
    expect(bodyOf({ title: "t", amount: "1", lines: [], invoiceDate: "" }, "CNY", [])).toMatchObject({
      invoiceDate: null,
      commitmentId: null,
      taskId: null,
      amountMinor: 100,
    });
  });
});
