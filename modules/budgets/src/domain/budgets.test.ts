import { DEFAULT_FLOWS } from "@yutu/approvals/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSplit, moveClaim } from "./claim.ts";
import { exceedFlow } from "./claim-flow.ts";
import { readInvoice } from "./invoice.ts";
import { availableOf, judge, type LineTotals } from "./line.ts";

const line = (over: Partial<LineTotals>): LineTotals => ({
  plannedMinor: 100_000,
  changedMinor: 0,
  reservedMinor: 0,
  committedMinor: 0,
  actualMinor: 0,
  ...over,
});

describe("a budget line", () => {
  it("counts requests under way as gone", () => {
    expect(
      availableOf(line({ changedMinor: 20_000, committedMinor: 30_000, actualMinor: 40_000, reservedMinor: 5_000 })),
    ).toBe(45_000);
  });
  it("fits, comes near its limit, and goes over as its enforcement says", () => {
    const at = (enforcement: "warn" | "block" | "approve", take: number) =>
      judge({ ...line({ actualMinor: 50_000 }), enforcement, warnPermille: 900 }, take);
    expect(at("block", 40_000)).toEqual({ kind: "fits" });
    expect(at("block", 40_001)).toEqual({ kind: "near-limit" });
    expect(at("block", 50_000)).toEqual({ kind: "near-limit" });
    expect(at("block", 50_001)).toEqual({ kind: "over-blocked", overMinor: 1 });
    expect(at("approve", 60_000)).toEqual({ kind: "over-needs-approval", overMinor: 10_000 });
    expect(at("warn", 60_000)).toEqual({ kind: "over-warned", overMinor: 10_000 });
  });
  it("never lets requests that fit add up to more than the budget", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 20 }), (requests) => {
        let reservedMinor = 0;
        for (const take of requests) {
          const verdict = judge({ ...line({ reservedMinor }), enforcement: "block", warnPermille: 900 }, take);
          if (verdict.kind !== "over-blocked") reservedMinor += take;
        }
        expect(reservedMinor).toBeLessThanOrEqual(100_000);
      }),
    );
  });
});

describe("an invoice", () => {
  it.each([
    ["", "", "", ""],
    ["3100 1921 30", "1234-5678", "3100192130", "12345678"],
    ["", "２４３１２０００００００１２３４５６７８", "", "24312000000012345678"],
  ])("reads %j %j", (code, number, readCode, readNumber) => {
    expect(readInvoice(code, number)).toEqual({ ok: true, value: { code: readCode, number: readNumber } });
  });
  it.each([
    ["3100192130", ""],
    ["31001", "12345678"],
    ["3100192130", "1234567"],
    ["", "发票一张"],
  ])("refuses %j %j", (code, number) => expect(readInvoice(code, number).ok).toBe(false));
});

describe("a claim", () => {
  it("must be split exactly, each line once", () => {
    expect(
      checkSplit(100, [
        { lineId: "a", amountMinor: 60 },
        { lineId: "b", amountMinor: 40 },
      ]).ok,
    ).toBe(true);
    expect(checkSplit(100, [{ lineId: "a", amountMinor: 60 }]).ok).toBe(false);
    expect(
      checkSplit(100, [
        { lineId: "a", amountMinor: 60 },
        { lineId: "a", amountMinor: 40 },
      ]).ok,
    ).toBe(false);
  });
  it("is paid only after it is approved", () => {
    expect(moveClaim("in_review", "pay").ok).toBe(false);
    expect(moveClaim("approved", "pay")).toEqual({ ok: true, value: "paid" });
  });
  it("asks an executive whatever the amount when it goes over budget", () => {
    const flow = DEFAULT_FLOWS.find((f) => f.key === "expense-claim");
    if (!flow) throw new Error("no flow");
    const last = exceedFlow(flow).stages.at(-1);
    expect(last?.approvers).toEqual([{ kind: "role", role: "executive" }]);
    expect(last?.fromMinor).toBeUndefined();
  });
});
