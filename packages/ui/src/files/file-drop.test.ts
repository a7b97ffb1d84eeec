import { describe, expect, it } from "vitest";
import { accepts } from "./file-drop.tsx";

describe("accepts", () => {
  it("goes by type, family of types or ending", () => {
    const png = { name: "KV.PNG", type: "image/png" };
    const csv = { name: "订单.csv", type: "" };
    expect([accepts("image/*", png), accepts("image/jpeg", png), accepts(".png, .jpg", png)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([accepts(".csv,.xlsx", csv), accepts("image/*", csv), accepts(undefined, csv)]).toEqual([true, false, true]);
  });
});
