import { type LongCall, may, notFound } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { listMembersByName, workspaceFacts } from "@yutu/identity/server";
import { type CalendarDate, calendarDateIn, ok, type Problem, type Result } from "@yutu/kernel";
import type { z } from "zod";
import type { goalsSchema } from "../../contract/goal-schemas.ts";
import { isOpen, smartFaults } from "../../domain/index.ts";
import { latestCheckIns } from "../check-ins.ts";
import { type GoalPicture, presentGoals } from "../goal-presenter.ts";
import { goalFacts, goalsOf, kpisOf } from "../goal-repository.ts";
import { type KpiValue, measureKpis } from "../kpi-values.ts";
import { pastResults } from "../past-results.ts";
import { smartContext } from "../smart-check.ts";
import { findVisibleProject, isOnProject, mayManage, type ProjectRow } from "../visibility.ts";

async function readStored(tx: TenantTx, { actor }: LongCall, project: ProjectRow) {
  const goals = await goalsOf(tx, project.id);
  const kpis = await kpisOf(tx, project.id);
  const names = await listMembersByName(tx);
  return {
    goals,
    kpis,
    names,
    timeZone: (await workspaceFacts(tx)).timeZone,
    onProject: await isOnProject(tx, actor, project),
    manual: await latestCheckIns(tx, project.id, kpis, names),
    past: await pastResults(tx, actor, {
      typeKey: project.typeKey,
      metricIds: kpis.flatMap((k) => k.metricId ?? []),
      except: project.id,
    }),
  };
}

function faultsOf(picture: GoalPicture): z.infer<typeof goalsSchema>["faults"] {
  const facts = goalFacts(picture.goals, picture.kpis);
  return smartFaults(facts, smartContext(picture.startDate)).map(({ goal, kpi, field, code }) => {
    const goalId = goal === null ? null : (facts[goal]?.key ?? null);
    const own = picture.kpis.filter((k) => k.goalId === goalId);
    return { goalId, kpiId: kpi === null ? null : (own[kpi]?.id ?? null), field, code };
  });
}

/** The goal tree with live values. Figures come from the warehouse, outside the transaction. */
export async function listGoals(
  call: LongCall,
  projectId: string,
): Promise<Result<z.infer<typeof goalsSchema>, Problem>> {
  const { actor, services } = call;
  const read = await call.withTenant(async (tx) => {
    const project = await findVisibleProject(tx, actor, projectId);
    return project && { project, stored: await readStored(tx, call, project) };
  });
  if (!read) return notFound("project");
  const { project, stored } = read;
  const today = calendarDateIn(services.clock.now(), stored.timeZone);
  const seeValues = may(actor, "insights.view");
  const measured: ReadonlyMap<string, KpiValue> | undefined = seeValues
    ? await measureKpis(
        { services, workspaceId: actor.workspaceId, project, timeZone: stored.timeZone, today },
        stored.kpis,
      )
    : new Map<string, KpiValue>();
  const picture: GoalPicture = {
    ...stored,
    startDate: project.startDate as CalendarDate,
    today,
    currency: project.currency,
    values: new Map([...stored.manual, ...(measured ?? [])]),
    seeValues,
    mayCheckIn: (kpi, goal) =>
      isOpen(project.status) && (stored.onProject || (kpi.ownerId ?? goal.ownerId) === actor.memberId),
  };
  return ok({
    goals: presentGoals(picture),
    currency: project.currency,
    startDate: project.startDate,
    today,
    faults: faultsOf(picture),
    valuesAvailable: measured !== undefined,
    abilities: {
      edit: mayManage(actor, project) && isOpen(project.status) && project.status !== "in_review",
      seeValues,
    },
  });
}
