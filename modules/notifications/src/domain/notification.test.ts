import { describe, expect, it } from "vitest";
import { isActionable, recipientsOf } from "./notification.ts";

describe("notifications", () => {
  it("tell each person once and nobody about their own doing", () => {
    expect(recipientsOf(["a", "b", "a", null, "c"], "c")).toEqual(["a", "b"]);
    expect(recipientsOf(["a"], null)).toEqual(["a"]);
  });
  it("separate what asks from what tells", () => {
    expect([isActionable("approval_asked"), isActionable("approval_finished")]).toEqual([true, false]);
  });
});
