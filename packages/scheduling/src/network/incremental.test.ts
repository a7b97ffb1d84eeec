import { addDays, calendarDate, unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import type { PlanChange } from "./change.ts";
import type { Direction } from "./model.ts";
import { type PreparedNetwork, prepareNetwork } from "./prepared-network.ts";
import { type Pick, sampleConstraint, sampleLag, samplePlan, seededNumbers } from "./sample-plan.ts";
import { whatMoves } from "./what-moves.ts";

const CHANGES_EACH = 3334;

/** A random change of values; whether it is allowed is for the network to say. */
function randomChange(network: PreparedNetwork, pick: Pick): PlanChange {
  const { tasks, links } = network.plan;
  const taskId = tasks[pick(tasks.length)]?.id ?? "";
  const day = addDays(calendarDate("2026-01-05"), pick(200));
  switch (pick(8)) {
    case 0:
    case 1:
      return { kind: "set-duration", taskId, durationDays: 1 + pick(12) };
    case 2:
      return { kind: "move", taskId, start: day };
    case 3:
      return { kind: "set-constraint", taskId, constraint: pick(2) === 0 ? null : sampleConstraint(pick, 200) };
    case 4:
      return { kind: "set-deadline", taskId, deadline: pick(2) === 0 ? null : day };
    case 5: {
      const progress = pick(2) === 0 ? { start: day } : { start: day, finish: addDays(day, pick(9)) };
      return { kind: "set-progress", taskId, progress: pick(2) === 0 ? null : progress };
    }
    default: {
      const link = links[pick(links.length)];
      return {
        kind: "set-lag",
        from: link?.from ?? "",
        to: link?.to ?? "",
        type: link?.type ?? "FS",
        lag: sampleLag(pick),
      };
    }
  }
}

const datesOf = (network: PreparedNetwork): string[] =>
  network.schedule.tasks.map(
    (t) => `${t.id} ${t.start} ${t.finish} ${t.lateStart} ${t.totalSlackDays} ${t.freeSlackDays}`,
  );

/** Every array of a solution as text: comparing ten thousand of them element by element is what would take the time. */
function valuesOf({ solution }: PreparedNetwork): string {
  const { target, base, planned } = solution;
  const arrays = [target, base, planned].flatMap((p) => (p === null ? [] : [p.position, p.start, p.finish]));
  return [solution.floor, solution.scope ?? "", ...arrays].join(";");
}

describe("incremental change", () => {
  it.each<Direction["kind"]>(["from-start", "from-finish", "from-anchors"])(
    "equals full recomputation on thousands of random changes, laid %s",
    (direction) => {
      const sample = { tasks: 40, links: 60, mixedLinks: true, constrained: 0.2, progressed: 0.1, grouped: 0.4 };
      let applied = 0;
      for (let round = 0; applied < CHANGES_EACH; round++) {
        const random = seededNumbers(round * 977 + direction.length);
        const pick: Pick = (upTo) => Math.floor(random() * upTo);
        const plan = samplePlan({ ...sample, milestones: 0.1, seed: round, direction });
        let network = unwrap(
          prepareNetwork(round % 2 === 0 ? plan : { ...plan, statusDate: calendarDate("2026-02-02") }),
        );
        let before = datesOf(network);
        for (let i = 0; i < 60 && applied < CHANGES_EACH; i++) {
          const preview = whatMoves(network, randomChange(network, pick));
          if (!preview.ok) continue;
          const full = unwrap(prepareNetwork(preview.value.network.plan));
          expect(valuesOf(preview.value.network)).toBe(valuesOf(full));
          const after = datesOf(full);
          if (applied % 20 === 0) expect(datesOf(preview.value.network)).toEqual(after);
          const differing = after.flatMap((row, k) => {
            const [id = "", start, finish] = row.split(" ");
            const [, oldStart, oldFinish] = (before[k] ?? "").split(" ");
            return start === oldStart && finish === oldFinish ? [] : [id];
          });
          expect(preview.value.moves.map((m) => m.taskId)).toEqual(differing);
          network = preview.value.network;
          before = after;
          applied += 1;
        }
      }
      expect(applied).toBe(CHANGES_EACH);
    },
    60_000,
  );
});
