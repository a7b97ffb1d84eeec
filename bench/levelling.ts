import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { unwrap } from "@yutu/kernel";
import {
  levelPlan,
  levelSlots,
  type Plan,
  type PlanResources,
  readPsplib,
  type SlotProject,
  verifySchedule,
} from "@yutu/scheduling";
import { samplePlan } from "../packages/scheduling/src/network/sample-plan.ts";
import { sampleProject } from "../packages/scheduling/src/resources/sample-project.ts";
import { type BenchRow, measure, printRows } from "./measure.ts";
import { type Figure, report } from "./record.ts";

const SIZES = [250, 500] as const;
const SCHEDULES = 2000;

/** Twelve people; four tasks in five have a name, the fifth asks for a skill. */
function staffed(plan: Plan): PlanResources {
  const ids = Array.from({ length: 12 }, (_, index) => `p${index}`);
  return {
    people: ids.map((id, index) => ({
      id,
      calendar: plan.calendar,
      skills: { [index % 2 === 0 ? "copy" : "design"]: 3 },
    })),
    needs: plan.tasks.map(({ id }, index) =>
      index % 5 === 0
        ? { taskId: id, skills: [{ skill: index % 2 === 0 ? "copy" : "design" }] }
        : { taskId: id, people: [{ personId: ids[(index * 7) % ids.length] ?? "p0" }] },
    ),
  };
}

const planOf = (tasks: number): Plan => samplePlan({ tasks, links: tasks * 1.5, seed: 1, milestones: 0.05 });

/** Times levelling by number of tasks at a fixed number of generated schedules. */
export function benchLevelling(): BenchRow[] {
  return [
    measure(
      `slots, 4 resources, ${SCHEDULES.toLocaleString("en")} schedules`,
      SIZES,
      (tasks) => sampleProject({ tasks, seed: 3, resourceStrength: 0.1, links: 2.5 }),
      (project) => unwrap(levelSlots(project, { schedules: SCHEDULES })),
    ),
    measure(`plan, 12 people, holidays, skills, ${SCHEDULES.toLocaleString("en")} schedules`, SIZES, planOf, (plan) =>
      unwrap(levelPlan(plan, staffed(plan), { schedules: SCHEDULES })),
    ),
  ];
}

/** How far 2,000 and 20,000 schedules stay from 100,000, the best that is known of a sample project of 500 tasks. */
function quality(): Figure[] {
  const rows = [0.05, 0.1, 0.2].map((resourceStrength) => {
    const project = sampleProject({ tasks: 500, seed: 3, resourceStrength, links: 2 });
    const slots = (schedules: number): number => unwrap(levelSlots(project, { schedules })).schedule.makespanSlots;
    const best = slots(100_000);
    return [slots(2000) / best - 1, slots(20_000) / best - 1] as const;
  });
  return [0, 1].map((index) => {
    const worst = Math.max(...rows.map((row) => row[index] ?? 0));
    return {
      task: `worst distance to the best known, ${index === 0 ? "2,000" : "20,000"} schedules`,
      size: "3 × 500 tasks",
      value: `${(100 * worst).toFixed(2)} %`,
      bar: "a few percent",
      isMet: worst <= 0.05,
    };
  });
}

interface Instance {
  readonly project: SlotProject;
  readonly optimum: number;
}

/** The PSPLIB projects with known optimum, when the shared data is there. */
function instances(): Instance[] {
  const folder = fileURLToPath(new URL("../../shared/data/scheduling/psplib-j30/", import.meta.url));
  if (!existsSync(folder)) return [];
  const rows = readFileSync(`${folder}expected.csv`, "utf8").trim().split("\n").slice(1);
  const optimum = new Map(rows.map((row) => [row.split(",")[1] ?? "", Number(row.split(",")[5])]));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sm"))
    .map((name) => ({
      project: unwrap(readPsplib(readFileSync(`${folder}${name}`, "utf8"))),
      optimum: optimum.get(name.replace(".sm", "")) ?? Number.NaN,
    }));
}

function psplibGaps(): Figure[] {
  const known = instances();
  if (known.length === 0) return [];
  return [1000, 50_000].flatMap((schedules): Figure[] => {
    const begin = performance.now();
    const gaps = known.map(({ project, optimum }) => {
      const { schedule } = unwrap(levelSlots(project, { schedules, seed: 20_260_105 }));
      return verifySchedule(project, schedule).length > 0
        ? Number.POSITIVE_INFINITY
        : schedule.makespanSlots / optimum - 1;
    });
    const seconds = (performance.now() - begin) / 1000;
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const worst = Math.max(...gaps);
    const size = `${known.length} × ${schedules.toLocaleString("en")} schedules`;
    const most = schedules === 1000 ? 0.015 : 0.005;
    return [
      {
        task: "PSPLIB j30, mean distance to the optimum",
        size,
        value: `${(100 * mean).toFixed(3)} %`,
        bar: `≤ ${100 * most} %`,
        isMet: mean <= most,
      },
      {
        task: "PSPLIB j30, worst distance to the optimum",
        size,
        value: `${(100 * worst).toFixed(2)} %`,
        bar: "≤ 6 %",
        isMet: worst <= 0.06,
      },
      { task: "PSPLIB j30, time for all", size, value: `${seconds.toFixed(1)} s` },
    ];
  });
}

/** Prints times with their exponent, and how good the schedules are. */
export function run(): Promise<readonly BenchRow[]> {
  const rows = benchLevelling();
  printRows("Levelling (tasks)", rows);
  report("Levelling, quality", [...quality(), ...psplibGaps()]);
  return Promise.resolve(rows);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await run();
