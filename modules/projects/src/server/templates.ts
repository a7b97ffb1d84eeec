import type { TenantTx } from "@yutu/database";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { eq } from "drizzle-orm";
import {
  PROJECT_TYPES,
  type ProjectTemplate,
  projectProblems,
  type TemplateFault,
  templateFaults,
} from "../domain/index.ts";
import { projectTemplates } from "./tables.ts";

/** A type as the workspace has it: its own version, or the one it began with. */
export async function findTemplate(tx: TenantTx, key: string): Promise<ProjectTemplate | undefined> {
  const [row] = await tx.db.select().from(projectTemplates).where(eq(projectTemplates.key, key));
  return row?.definition ?? PROJECT_TYPES.find((type) => type.key === key);
}

export async function listTemplates(tx: TenantTx): Promise<ProjectTemplate[]> {
  const own = (await tx.db.select().from(projectTemplates)).map((row) => row.definition);
  const byKey = new Map(own.map((t) => [t.key, t]));
  const standard = PROJECT_TYPES.map((type) => byKey.get(type.key) ?? type);
  return [...standard, ...own.filter((t) => !PROJECT_TYPES.some((type) => type.key === t.key))];
}

const WORDS: Record<TemplateFault["code"], string> = {
  blank: "A text is empty.",
  invalid: "The value is out of range.",
  twin: "Two parts have the same key.",
  "unknown-role": "There is no such role.",
  "unknown-phase": "There is no such phase.",
  "unknown-budget": "There is no such budget line.",
  "unknown-task": "A link names a task that is not there.",
  "unknown-metric": "The catalogue has no such metric.",
  anchor: "The anchor must be one of the tasks.",
  shares: "The shares must add up to 1000 thousandths.",
  cycle: "Tasks wait for one another.",
  late: "A checkpoint must lie before its KPI is due.",
};

/** Refuses a template whose parts do not fit, or whose tasks wait for one another; names every place. */
export function checkTemplate(template: ProjectTemplate): Result<ProjectTemplate, Problem> {
  const errors = templateFaults(template).map(({ pointer, code }) => ({
    pointer: `/body${pointer}`,
    code,
    message: WORDS[code],
  }));
  const [first] = errors;
  return first
    ? err(problem(projectProblems.invalidTemplate, `${first.pointer}: ${first.message}`, { errors }))
    : ok(template);
}
