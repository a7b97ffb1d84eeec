import type { TenantTx } from "@yutu/database";
import { workspaceFacts } from "@yutu/identity/server";
import { type CalendarDate, calendarDateIn, err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { chinaCalendar, holidayCoverage } from "@yutu/scheduling";
import type { z } from "zod";
import type { planPreviewSchema } from "../../contract/schemas.ts";
import { budgetLinesOf, layPlan, projectProblems, tasksFor } from "../../domain/index.ts";
import { findTemplate } from "../templates.ts";

interface Variables {
  readonly typeKey: string;
  readonly anchorDate: CalendarDate;
  readonly totalBudgetMinor: number;
  readonly channels: readonly string[];
}

export const unknownTemplate = (key: string) =>
  err(
    problem(projectProblems.unknownTemplate, `There is no project type "${key}".`, {
      errors: [{ pointer: "/body/typeKey", code: "unknown", message: "unknown" }],
    }),
  );

export const todayOf = async (tx: TenantTx): Promise<CalendarDate> =>
  calendarDateIn(tx.now, (await workspaceFacts(tx)).timeZone);

const lagDays = (lag: { kind: string; days?: number } | undefined): number =>
  lag && lag.days !== undefined ? lag.days : 0;

/** What a project of a type would look like; the same functions lay it when it is made. */
export async function previewPlan(
  tx: TenantTx,
  variables: Variables,
): Promise<Result<z.infer<typeof planPreviewSchema>, Problem>> {
  const template = await findTemplate(tx, variables.typeKey);
  if (!template) return unknownTemplate(variables.typeKey);
  const today = await todayOf(tx);
  const laid = layPlan(template, { ...variables, today }, chinaCalendar());
  if (!laid.ok) return laid;
  const { start, finish, lateByDays, links } = laid.value;
  const taskOf = new Map(tasksFor(template, variables.channels).map((t) => [t.key, t]));
  const uncertainYears = holidayCoverage(start, finish).flatMap((c) => (c.kind === "statutory-only" ? [c.year] : []));
  return ok({
    tasks: laid.value.tasks.map((t) => ({
      ...t,
      name: taskOf.get(t.key)?.name ?? { zh: t.key, en: t.key },
      role: taskOf.get(t.key)?.role ?? "",
    })),
    links: links.map((l) => ({ from: l.from, to: l.to, type: l.type, lagDays: lagDays(l.lag) })),
    phases: template.phases,
    budget: budgetLinesOf(template, variables.totalBudgetMinor, variables.channels),
    start,
    finish,
    lateByDays,
    uncertainYears,
  });
}
