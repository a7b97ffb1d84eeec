import { type Actor, type LongCall, may, notFound } from "@yutu/application";
import { exchangeRatesOf } from "@yutu/budgets/server";
import type { TenantTx } from "@yutu/database";
import { workspaceFacts } from "@yutu/identity/server";
import { type CalendarDate, calendarDateIn, err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import type { FactFilter, Rate } from "@yutu/metrics/server";
import { visibleProjects } from "@yutu/projects/server";
import type { z } from "zod";
import type { figureQuerySchema } from "../contract/schemas.ts";
import { factScope, insightProblems, lengthDays, MAX_WINDOW_DAYS, type Window } from "../domain/index.ts";

export type FigureQuery = z.output<typeof figureQuerySchema>;

/** Everything outside the warehouse that decides what a figure counts and in which money. */
export interface Scope {
  readonly window: Window;
  readonly filter: FactFilter;
  readonly currency: string;
  readonly timeZone: string;
  readonly rates: readonly Rate[];
  readonly seesCost: boolean;
  readonly projectNames: ReadonlyMap<string, string>;
  readonly now: Date;
  readonly today: CalendarDate;
}

export function checkWindow(query: {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}): Result<Window, Problem> {
  const window = { from: query.from, to: query.to };
  const days = lengthDays(window);
  if (days >= 1 && days <= MAX_WINDOW_DAYS) return ok(window);
  return err(
    problem(insightProblems.badWindow, `From ${window.from} to ${window.to} are ${days} days.`, {
      params: { days, mostDays: MAX_WINDOW_DAYS },
    }),
  );
}

async function read(tx: TenantTx, actor: Actor, query: FigureQuery, now: Date): Promise<Result<Scope, Problem>> {
  const window = checkWindow(query);
  if (!window.ok) return window;
  const { currency, timeZone } = await workspaceFacts(tx);
  const projects = await visibleProjects(tx, actor);
  const visible = projects.map((project) => project.id);
  if (query.projectId?.some((id) => !visible.includes(id))) return notFound("project");
  return ok({
    window: window.value,
    filter: {
      projectIds: factScope({ visible, wanted: query.projectId, isGuest: actor.role === "guest" }),
      channel: query.channel,
      sourceId: query.sourceId,
      sku: query.sku,
      region: query.region,
      linkCode: query.linkCode,
    },
    currency,
    timeZone,
    rates: await exchangeRatesOf(tx),
    seesCost: may(actor, "money.view"),
    projectNames: new Map(projects.map((project) => [project.id, project.name])),
    now,
    today: calendarDateIn(now, timeZone),
  });
}

/** Reads the scope of a question in a transaction of its own; the warehouse is asked after it has ended. */
export const readScope = (call: LongCall, query: FigureQuery): Promise<Result<Scope, Problem>> =>
  call.withTenant((tx) => read(tx, call.actor, query, call.services.clock.now()));
