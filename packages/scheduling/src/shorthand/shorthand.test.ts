import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Lag, LinkType } from "../network/model.ts";
import { formatPredecessor, formatPredecessors } from "./format.ts";
import { parsePredecessors } from "./parse.ts";
import type { PredecessorRef } from "./predecessor.ts";

const parse = (text: string): readonly PredecessorRef[] => unwrap(parsePredecessors(text));
const rules = (text: string): string[] => {
  const result = parsePredecessors(text);
  return result.ok ? [] : result.error.map((f) => `${f.index} ${f.rule}`);
};

describe("parsePredecessors", () => {
  it.each<[string, PredecessorRef]>([
    ["12", { ref: "12", type: "FS" }],
    ["12FS+3d", { ref: "12", type: "FS", lag: { kind: "working-days", days: 3 } }],
    ["4ss-1cd", { ref: "4", type: "SS", lag: { kind: "calendar-days", days: -1 } }],
    ["7FF+50%", { ref: "7", type: "FF", lag: { kind: "percent", percent: 50 } }],
    ["3sf - 2 ed", { ref: "3", type: "SF", lag: { kind: "calendar-days", days: -2 } }],
    ["5FS+12.5p", { ref: "5", type: "FS", lag: { kind: "percent", percent: 12.5 } }],
    ["1fse", { ref: "1", type: "FS", enforced: true }],
    ["4515:2", { ref: "2", project: "4515", type: "FS" }],
    ["1.2.3FF", { ref: "1.2.3", type: "FF" }],
    ["12+3", { ref: "12", type: "FS", lag: { kind: "working-days", days: 3 } }],
    ["12FS+0d", { ref: "12", type: "FS" }],
    ["A-3", { ref: "A-3", type: "FS" }],
    ["A-3FS-2d", { ref: "A-3", type: "FS", lag: { kind: "working-days", days: -2 } }],
    ["offs", { ref: "offs", type: "FS" }],
    ["主图 SS+2天", { ref: "主图", type: "SS", lag: { kind: "working-days", days: 2 } }],
    ["１２ＦＳ＋３工作日", { ref: "12", type: "FS", lag: { kind: "working-days", days: 3 } }],
    ["8FS+5自然日", { ref: "8", type: "FS", lag: { kind: "calendar-days", days: 5 } }],
    ["6FS−1d", { ref: "6", type: "FS", lag: { kind: "working-days", days: -1 } }],
  ])("reads %s", (text, expected) => {
    expect(parse(text)).toEqual([expected]);
  });
  it("reads a list with any of the usual separators and skips empty pieces", () => {
    expect(parse(" 3, 4SS ;5、6，7\n8,, ").map((p) => `${p.ref}${p.type}`)).toEqual([
      "3FS",
      "4SS",
      "5FS",
      "6FS",
      "7FS",
      "8FS",
    ]);
    expect(parse("  ")).toEqual([]);
  });
  it("takes a name that looks like a link for a name when it is one", () => {
    expect(parse("x9ff")).toEqual([{ ref: "x9", type: "FF" }]);
    expect(unwrap(parsePredecessors("x9ff", (ref) => ref === "x9ff"))).toEqual([{ ref: "x9ff", type: "FS" }]);
  });
  it.each([
    ["12FS+3w", "0 ambiguous-unit"],
    ["3, 12FS+2h", "1 ambiguous-unit"],
    ["12FS+3x", "0 unknown-unit"],
    ["12FS+1.5d", "0 lag-not-whole"],
    ["12FS+99999d", "0 lag-too-long"],
    ["12FS+d", "0 not-a-predecessor"],
    ["+3d", "0 not-a-predecessor"],
    ["1 2 3", "0 not-a-predecessor"],
    ["a:b:c", "0 not-a-predecessor"],
    [`${"9".repeat(300)}FS`, "0 too-long"],
  ])("refuses %s and says where", (text, expected) => {
    expect(rules(text)).toEqual([expected]);
  });
  it("never throws or hangs on any text", () => {
    const pieces = fc.constantFrom("FS", "ss", "+", "-", ":", "3", "d", "%", ",", " ", "e", "天", "９", "\n", "−", ".");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 80 }),
          fc.array(pieces).map((p) => p.join("")),
        ),
        (text) => {
          const result = parsePredecessors(text);
          if (result.ok)
            expect(unwrap(parsePredecessors(formatPredecessors(result.value)))).toHaveLength(result.value.length);
          else expect(result.error.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2000 },
    );
    expect(parse(`${"a".repeat(199)},`.repeat(900))).toHaveLength(900);
  });
});

const lagArb: fc.Arbitrary<Lag> = fc.oneof(
  fc.record({ kind: fc.constant("working-days" as const), days: fc.integer({ min: -400, max: 400 }) }),
  fc.record({ kind: fc.constant("calendar-days" as const), days: fc.integer({ min: -400, max: 400 }) }),
  fc.record({ kind: fc.constant("percent" as const), percent: fc.integer({ min: -300, max: 300 }) }),
);
const refArb: fc.Arbitrary<PredecessorRef> = fc
  .record({
    ref: fc.constantFrom("1", "12", "1.2", "tsk-7", "主图", "设计 ".trim()),
    type: fc.constantFrom<LinkType>("FS", "SS", "FF", "SF"),
    lag: fc.option(lagArb, { nil: undefined }),
    project: fc.option(fc.constantFrom("4515", "双11"), { nil: undefined }),
    enforced: fc.option(fc.constant(true), { nil: undefined }),
  })
  .map(({ lag, project, enforced, ...rest }) => ({
    ...rest,
    ...(lag !== undefined && (lag.kind === "percent" ? lag.percent : lag.days) !== 0 && { lag }),
    ...(project !== undefined && { project }),
    ...(enforced !== undefined && { enforced }),
  }));

describe("formatPredecessor", () => {
  it("writes what parsePredecessors reads back", () => {
    fc.assert(
      fc.property(fc.array(refArb), (refs) => {
        expect(parse(formatPredecessors(refs))).toEqual(refs);
      }),
    );
  });
  it("is as short as people write it", () => {
    expect(formatPredecessor({ ref: "12", type: "FS" })).toBe("12");
    expect(formatPredecessor({ ref: "12", type: "FS", lag: { kind: "working-days", days: 3 } })).toBe("12FS+3d");
    expect(formatPredecessor({ ref: "主图", type: "SS", lag: { kind: "percent", percent: -25 } })).toBe("主图 SS-25%");
  });
});
