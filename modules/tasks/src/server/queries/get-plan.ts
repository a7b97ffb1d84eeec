import type { Call } from "@yutu/application";
import type { OperationOutput } from "@yutu/contract";
import { listMembersByName } from "@yutu/identity/server";
import { calendarDate, ok, type Problem, type Result } from "@yutu/kernel";
import { holidayCoverage } from "@yutu/scheduling";
import type { getPlan as operation } from "../../contract/plan-operations.ts";
import { criticalTasks } from "../../domain/plan.ts";
import { dayMarks } from "../../domain/working-calendar.ts";
import { mayEdit, reachProject, todayOf } from "../access.ts";
import { personOf } from "../presenters.ts";
import { basisOf } from "../repository/plan-changes.ts";
import { listPhases } from "../repository/tasks.ts";
import { type LoadedPlan, loadPlan } from "../schedule.ts";

type PlanAnswer = OperationOutput<typeof operation>;

function scheduledRows({ rows, network }: LoadedPlan, names: ReadonlyMap<string, string>): PlanAnswer["tasks"] {
  const { schedule } = network;
  const critical = criticalTasks(network.plan);
  return rows.flatMap((row) => {
    const at = schedule.task(row.id);
    if (!at) return [];
    return [
      {
        id: row.id,
        number: row.number,
        parentId: row.parentId,
        phaseId: row.phaseId,
        title: row.title,
        status: row.status,
        priority: row.priority,
        channel: row.channel,
        assignees: row.assigneeIds.map((id) => personOf(names, id)),
        milestone: row.milestone,
        milestoneAt: row.milestoneAt,
        startDate: row.startDate,
        dueDate: row.dueDate,
        durationDays: row.durationDays,
        progress: row.progress,
        constraintKind: row.constraintKind,
        constraintDate: row.constraintDate,
        startedOn: row.startedOn,
        completedOn: row.completedOn,
        baselineStart: row.baselineStart,
        baselineDue: row.baselineDue,
        version: row.version,
        start: at.start,
        finish: at.finish,
        critical: critical.has(row.id),
        slackDays: at.totalSlackDays,
      },
    ];
  });
}

const YEARS_AROUND = 1;

/** Days off and make-up days of the years a plan touches, with one on either side for scrolling. */
function daysAround(start: string, finish: string) {
  const from = `${Number(start.slice(0, 4)) - YEARS_AROUND}-01-01`;
  const to = `${Number(finish.slice(0, 4)) + YEARS_AROUND}-12-31`;
  return dayMarks(from, to);
}

export async function getPlan(call: Call, projectId: string): Promise<Result<PlanAnswer, Problem>> {
  const project = await reachProject(call, projectId);
  if (!project.ok) return project;
  const plan = await loadPlan(call.tx, project.value);
  if (!plan.ok) return plan;
  const { rows, links, network } = plan.value;
  const { span } = network.schedule;
  const [start, finish] = [span?.start ?? project.value.startDate, span?.finish ?? project.value.endDate];
  const coverage = holidayCoverage(calendarDate(start), calendarDate(finish));
  const inPlan = new Set(network.plan.tasks.map((t) => t.id));
  return ok({
    basis: basisOf(plan.value),
    today: await todayOf(call),
    projectStart: project.value.startDate,
    anchorDate: project.value.anchorDate,
    start: span?.start ?? null,
    finish: span?.finish ?? null,
    tasks: scheduledRows(plan.value, await listMembersByName(call.tx)),
    links: links.map((link) => ({ ...link })),
    phases: (await listPhases(call.tx, projectId)).map(({ id, name }) => ({ id, name })),
    undated: rows
      .filter((row) => !inPlan.has(row.id) && row.status !== "cancelled")
      .map(({ id, number, title }) => ({ id, number, title })),
    days: daysAround(start, finish),
    uncertainYears: coverage.flatMap((c) => (c.kind === "statutory-only" ? [c.year] : [])),
    abilities: { edit: mayEdit(call, project.value) },
  });
}
