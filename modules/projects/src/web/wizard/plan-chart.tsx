import { useMessages } from "@yutu/i18n";
import { Gantt, type GanttLink, type GanttTask } from "@yutu/ui";
import { type ReactElement, useMemo } from "react";
import { chinaDayKind } from "../look/china-day-kind.ts";
import { useLocalText } from "../look/use-local-text.ts";
import { useToday } from "../look/use-today.ts";
import { wizardTexts } from "./messages.ts";
import type { PlanPreview } from "./use-plan.ts";

/** Phases with their tasks as the chart wants them. */
function useTasks(plan: PlanPreview): GanttTask[] {
  const text = useLocalText();
  return useMemo(() => {
    const phases = plan.phases.flatMap((phase): GanttTask[] => {
      const own = plan.tasks.filter((task) => task.phase === phase.key);
      const starts = own.map((task) => task.start).toSorted();
      const ends = own.map((task) => task.finish).toSorted();
      const [start, finish] = [starts[0], ends.at(-1)];
      if (!start || !finish) return [];
      return [{ id: `phase:${phase.key}`, parentId: null, name: text(phase.name), start, finish, progress: 0 }];
    });
    const tasks = plan.tasks.map((task) => ({
      id: task.key,
      parentId: `phase:${task.phase}`,
      name: text(task.name),
      start: task.start,
      finish: task.finish,
      progress: 0,
      critical: task.critical,
      milestone: task.milestone,
    }));
    return [...phases, ...tasks];
  }, [plan, text]);
}

/** The plan as a Gantt chart, to look at. */
export function PlanChart({ plan }: { readonly plan: PlanPreview }): ReactElement {
  const t = useMessages(wizardTexts);
  const tasks = useTasks(plan);
  const today = useToday();
  const links = useMemo(
    () => plan.links.map((link): GanttLink => ({ id: `${link.from}>${link.to}`, ...link })),
    [plan],
  );
  return (
    <div className="pj-plan-chart">
      <Gantt label={t.step.plan} tasks={tasks} links={links} today={today} dayKind={chinaDayKind} />
    </div>
  );
}
