import { addDays, calendarDate, unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import type { PlanChange } from "./change.ts";
import type { Direction } from "./model.ts";
import type { MovePreview } from "./move-preview.ts";
import { type PreparedNetwork, prepareNetwork } from "./prepared-network.ts";
import { samplePlan, seededNumbers } from "./sample-plan.ts";
import { sketchPlan, withTasks } from "./sketch.ts";
import { whatMoves } from "./what-moves.ts";

const march = (day: number) => calendarDate(`2026-03-${String(day).padStart(2, "0")}`);
const network = unwrap(prepareNetwork(sketchPlan(["a 3", "b 2: a", "c 1: a", "d 2: b, c", "free 1"])));
const preview = (change: PlanChange | PlanChange[], of = network): MovePreview => unwrap(whatMoves(of, change));
const movesOf = (p: MovePreview): string[] =>
  p.moves.map(
    (m) => `${m.taskId} ${m.oldStart.slice(8)}-${m.oldFinish.slice(8)} ${m.newStart.slice(8)}-${m.newFinish.slice(8)}`,
  );

describe("whatMoves", () => {
  it("lists each task that moves with old and new dates, and why", () => {
    const p = preview({ kind: "set-duration", taskId: "a", durationDays: 5 });
    expect(movesOf(p)).toEqual(["a 02-04 02-06", "b 05-06 09-10", "c 05-05 09-09", "d 09-10 11-12"]);
    expect(p.moves.map((m) => m.cause)).toEqual([
      { kind: "change" },
      { kind: "link", taskId: "a", link: { from: "a", to: "b", type: "FS" } },
      { kind: "link", taskId: "a", link: { from: "a", to: "c", type: "FS" } },
      { kind: "link", taskId: "b", link: { from: "b", to: "d", type: "FS" } },
    ]);
    expect(p.chainOf("d")).toEqual(["a", "b", "d"]);
    expect(p.chainOf("free")).toBeNull();
    expect(p.moves.map((m) => [m.startShiftDays, m.finishShiftDays])).toEqual([
      [0, 2],
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
  });
  it("stops where slack takes the change up", () => {
    expect(movesOf(preview({ kind: "set-duration", taskId: "c", durationDays: 2 }))).toEqual(["c 05-05 05-06"]);
  });
  it("explains a pull by what held the task before", () => {
    const p = preview({ kind: "set-duration", taskId: "b", durationDays: 1 });
    expect(movesOf(p)).toEqual(["b 05-06 05-05", "d 09-10 06-09"]);
    expect(p.chainOf("d")).toEqual(["b", "d"]);
  });
  it("changes nothing until the network is adopted", () => {
    const p = preview({ kind: "move", taskId: "b", start: march(12) });
    expect(network.schedule.task("b")?.start).toBe(march(5));
    expect(p.network.schedule.task("b")?.start).toBe(march(12));
    expect(p.network.schedule.why("b")?.[0]?.driver).toEqual({ kind: "constraint", rule: "SNET", date: march(12) });
    const back = preview({ kind: "set-constraint", taskId: "b", constraint: null }, p.network);
    expect(back.network.schedule.tasks).toEqual(network.schedule.tasks);
  });
  it("takes several changes as one", () => {
    const p = preview([
      { kind: "set-duration", taskId: "a", durationDays: 4 },
      { kind: "set-duration", taskId: "b", durationDays: 1 },
    ]);
    expect(movesOf(p)).toEqual(["a 02-04 02-05", "b 05-06 06-06", "c 05-05 06-06"]);
  });
  it("follows changes of structure, with what came and went", () => {
    const linked = preview({ kind: "add-link", link: { from: "d", to: "free" } });
    expect(movesOf(linked)).toEqual(["free 02-02 11-11"]);
    expect(linked.chainOf("free")).toEqual(["free"]);
    const cut = preview({ kind: "remove-link", from: "b", to: "d" });
    expect(movesOf(cut)).toEqual(["d 09-10 06-09"]);
    const more = preview([
      { kind: "add-task", task: { id: "e", durationDays: 1 } },
      { kind: "add-link", link: { from: "e", to: "a", lag: { kind: "working-days", days: 1 } } },
      { kind: "remove-task", taskId: "free" },
    ]);
    expect([more.added, more.removed]).toEqual([["e"], ["free"]]);
    expect(movesOf(more)[0]).toBe("a 02-04 04-06");
    expect(more.chainOf("d")).toEqual(["a", "b", "d"]);
  });
  it("changes lags, percent ones with the duration they follow", () => {
    const sketch = sketchPlan(["a 4", "b 1: a SS+50%", "c 1: b FS+1d"]);
    const percent = unwrap(prepareNetwork(sketch));
    expect(movesOf(preview({ kind: "set-duration", taskId: "a", durationDays: 8 }, percent))).toEqual([
      "a 02-05 02-11",
      "b 04-04 06-06",
      "c 06-06 10-10",
    ]);
    const lag = { kind: "calendar-days", days: 3 } as const;
    expect(movesOf(preview({ kind: "set-lag", from: "b", to: "c", lag }, percent))).toEqual(["c 06-06 09-09"]);
    expect(movesOf(preview({ kind: "set-lag", from: "b", to: "c", lag: null }, percent))).toEqual(["c 06-06 05-05"]);
  });
  it("moves a summary with its parts and through it what waits", () => {
    const plan = withTasks(sketchPlan(["s 0", "a 2", "b 1", "n 1: s"]), { a: { parentId: "s" }, b: { parentId: "s" } });
    const p = preview({ kind: "set-duration", taskId: "a", durationDays: 4 }, unwrap(prepareNetwork(plan)));
    expect(movesOf(p)).toEqual(["s 02-03 02-05", "a 02-03 02-05", "n 04-04 06-06"]);
    expect(p.moves[0]?.cause).toEqual({ kind: "parts", taskId: "a" });
    expect(p.chainOf("n")).toEqual(["a", "s", "n"]);
  });
  it("pulls what leads to an anchor when work grows, and drags backwards with a conflict", () => {
    const plan = {
      ...sketchPlan(["a 3", "b 2: a", "sale 0: b"]),
      direction: { kind: "from-anchors", anchors: [{ taskId: "sale", date: march(18) }] },
    } as const;
    const anchored = unwrap(prepareNetwork(plan));
    const grown = preview({ kind: "set-duration", taskId: "b", durationDays: 4 }, anchored);
    expect(movesOf(grown)).toEqual(["a 11-13 09-11", "b 16-17 12-17"]);
    expect(grown.chainOf("a")).toEqual(["b", "a"]);
    const dragged = preview({ kind: "move", taskId: "b", start: march(17) }, anchored);
    expect(movesOf(dragged)).toEqual(["b 16-17 17-18", "sale 18-18 19-19"]);
    expect(dragged.network.schedule.conflicts.map((c) => `${c.taskId} ${c.rule}`)).toEqual(["sale anchor"]);
    const later = preview(
      { kind: "set-direction", direction: { kind: "from-anchors", anchors: [{ taskId: "sale", date: march(19) }] } },
      anchored,
    );
    expect(movesOf(later)).toEqual(["a 11-13 12-16", "b 16-17 17-18", "sale 18-18 19-19"]);
  });
  it("refuses what cannot be, naming task and rule", () => {
    const rulesOf = (change: PlanChange): string[] => {
      const result = whatMoves(network, change);
      return result.ok ? [] : result.error.faults.map((f) => `${f.rule} ${"taskId" in f ? f.taskId : ""}`);
    };
    expect(rulesOf({ kind: "set-duration", taskId: "ghost", durationDays: 1 })).toEqual(["unknown-task ghost"]);
    expect(rulesOf({ kind: "set-duration", taskId: "a", durationDays: 0.5 })).toEqual(["invalid-duration a"]);
    expect(rulesOf({ kind: "set-lag", from: "a", to: "d", lag: null })).toEqual(["unknown-link d"]);
    expect(rulesOf({ kind: "remove-link", from: "a", to: "d" })).toEqual(["unknown-link d"]);
    expect(rulesOf({ kind: "add-link", link: { from: "d", to: "a" } })).toEqual(["cycle "]);
    expect(rulesOf({ kind: "add-task", task: { id: "a", durationDays: 1 } })).toEqual(["duplicate-task a"]);
    expect(rulesOf({ kind: "move", taskId: "ghost", start: march(5) })).toEqual(["unknown-task ghost"]);
    const done = preview({ kind: "set-progress", taskId: "a", progress: { start: march(2), finish: march(4) } });
    const moved = whatMoves(done.network, { kind: "move", taskId: "a", start: march(9) });
    expect(moved.ok ? [] : moved.error.faults.map((f) => f.rule)).toEqual(["invalid-progress"]);
  });
});

describe("chains of moves", () => {
  const randomChange = (of: PreparedNetwork, random: () => number): PlanChange => {
    const leaves = of.schedule.tasks.filter((t) => t.kind === "task" && t.state !== "done");
    const row = leaves[Math.floor(random() * leaves.length)] ?? leaves[0];
    if (row === undefined) throw new Error("the sample has tasks");
    if (random() < 0.5) return { kind: "set-duration", taskId: row.id, durationDays: 1 + Math.floor(random() * 12) };
    return { kind: "move", taskId: row.id, start: addDays(row.start, Math.floor(random() * 20) - 10) };
  };
  it.each<Direction["kind"]>(["from-start", "from-finish", "from-anchors"])(
    "lead from the changed task by links that exist, laid %s",
    (direction) => {
      let explained = 0;
      for (let seed = 0; seed < 40; seed++) {
        const random = seededNumbers(seed);
        const plan = samplePlan({
          tasks: 50,
          links: 75,
          seed,
          mixedLinks: true,
          milestones: 0.1,
          grouped: 0.3,
          constrained: 0.25,
          progressed: 0.05,
          direction,
        });
        const of = unwrap(
          prepareNetwork({ ...plan, direction: { ...plan.direction, start: calendarDate("2026-01-05") } }),
        );
        const parents = new Map(plan.tasks.map((t) => [t.id, t.parentId]));
        const neighbours = new Set(plan.links.flatMap((l) => [`${l.from} ${l.to}`, `${l.to} ${l.from}`]));
        const late = new Set(plan.tasks.filter((t) => t.constraint?.kind === "ALAP").map((t) => t.id));
        // A task laid as late as possible may wait for the end of the plan, which is its last task and no link.
        const joined = (a: string, b: string): boolean =>
          neighbours.has(`${a} ${b}`) || parents.get(a) === b || parents.get(b) === a || late.has(b);
        for (let i = 0; i < 12; i++) {
          const change = randomChange(of, random);
          const changed = "taskId" in change ? change.taskId : "";
          const p = preview(change, of);
          for (const move of p.moves) {
            const chain = p.chainOf(move.taskId) ?? [];
            const where = `seed ${seed} change ${i} ${JSON.stringify(change)}: ${chain.join(">")}`;
            expect(chain.at(-1), where).toBe(move.taskId);
            expect(chain[0], where).toBe(changed);
            chain.slice(1).forEach((id, k) => {
              expect(joined(chain[k] ?? "", id), where).toBe(true);
            });
            explained += 1;
          }
        }
      }
      expect(explained).toBeGreaterThan(900);
    },
  );
});
