import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { saturationCurve } from "./response-curve.ts";
import { worthwhileSpend } from "./worthwhile-spend.ts";

const limits = { minimumMinor: 0, maximumMinor: 200_000 };

describe("worthwhileSpend", () => {
  it("stops where the next unit no longer pays: √(top·half/price) − half", () => {
    const curve = saturationCurve(90_000, { kind: "michaelis-menten", half: 10_000 });
    const [spend] = unwrap(worthwhileSpend([{ id: "a", curve, ...limits }], 2));
    expect(Math.abs((spend?.spendMinor ?? 0) - (Math.sqrt((90_000 * 10_000) / 2) - 10_000))).toBeLessThanOrEqual(1);
  });

  it("leaves a channel alone that never pays back, and a locked one as it is", () => {
    const weak = saturationCurve(5_000, { kind: "hill", half: 20_000, slope: 2 });
    const spends = unwrap(
      worthwhileSpend(
        [
          { id: "weak", curve: weak, ...limits },
          { id: "locked", curve: weak, ...limits, currentMinor: 4_321, locked: true },
        ],
        1,
      ),
    );
    expect(spends.map((spend) => spend.spendMinor)).toEqual([0, 4_321]);
  });

  it("takes the far side of an S-shaped curve when it pays as a whole", () => {
    const curve = saturationCurve(100_000, { kind: "hill", half: 20_000, slope: 3 });
    const [spend] = unwrap(worthwhileSpend([{ id: "a", curve, ...limits }], 1));
    const surplus = (x: number) => curve.response(x) - x;
    let best = 0;
    for (let x = 0; x <= 200_000; x += 10) if (surplus(x) > surplus(best)) best = x;
    expect(surplus(spend?.spendMinor ?? 0)).toBeGreaterThanOrEqual(surplus(best) - 1e-6);
  });

  it("refuses prices that mean nothing", () => {
    const code = (price: number) => {
      const result = worthwhileSpend([], price);
      return result.ok ? "ok" : result.error.definition.code;
    };
    expect(code(0)).toBe("statistics/out-of-range");
    expect(code(Number.NaN)).toBe("statistics/not-finite");
  });
});
