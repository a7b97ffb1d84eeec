import { describe, expect, it } from "vitest";
import { createRateLimit } from "./rate-limit.ts";

describe("rate limit", () => {
  it("lets a burst through, then refuses one caller but not another, then recovers", () => {
    let now = 0;
    const check = createRateLimit({ now: () => new Date(now) }, 2);
    const results = Array.from({ length: 11 }, () => check("a").ok);
    expect(results).toEqual([...Array<boolean>(10).fill(true), false]);
    expect(check("b").ok).toBe(true);
    now = 500;
    expect(check("a").ok).toBe(true);
    expect(check("a").ok).toBe(false);
  });
});
