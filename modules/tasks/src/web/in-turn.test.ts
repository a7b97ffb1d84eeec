import { describe, expect, it } from "vitest";
import { inTurn } from "./in-turn.ts";

describe("changes in turn", () => {
  const later = (ms: number, then: () => void): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(() => {
        then();
        resolve();
      }, ms);
    });

  it("of the same task wait for each other, those of others do not", async () => {
    const order: string[] = [];
    const write = (text: string, ms: number) => () => later(ms, () => order.push(text));
    await Promise.all([
      inTurn(["a"], write("a1", 30)),
      inTurn(["a", "b"], write("ab", 5)),
      inTurn(["c"], write("c", 1)),
      inTurn(["b"], write("b", 1)),
    ]);
    expect(order).toEqual(["c", "a1", "ab", "b"]);
  });

  it("go on after one that failed, whose failure reaches its own caller", async () => {
    const failing = inTurn(["a"], () => Promise.reject(new Error("refused")));
    const next = inTurn(["a"], () => Promise.resolve("done"));
    await expect(failing).rejects.toThrow("refused");
    expect(await next).toBe("done");
  });
});
