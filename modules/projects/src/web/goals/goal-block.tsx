import { useMessages } from "@yutu/i18n";
import { ActionMenu, MemberAvatar, type MenuAction, MoreIcon } from "@yutu/ui";
import type { CSSProperties, ReactElement } from "react";
import { useFaultText } from "./fault-text.ts";
import { KpiRow } from "./kpi-row.tsx";
import { KpiStatusRing } from "./kpi-status-ring.tsx";
import { goalTexts } from "./messages.ts";
import { ProgressBar } from "./progress-bar.tsx";
import type { Goal, Goals } from "./types.ts";

interface Props {
  readonly goal: Goal;
  readonly depth: number;
  readonly all: Goals;
  readonly openKpiId: string;
  readonly actions: readonly MenuAction[];
  readonly onOpen: (kpiId: string) => void;
}

/** A goal of the tree with its progress and its KPIs. */
export function GoalBlock({ goal, depth, all, openKpiId, actions, onOpen }: Props): ReactElement {
  const t = useMessages(goalTexts);
  const say = useFaultText();
  const faults = all.faults.filter((fault) => fault.goalId === goal.id);
  const words = [...new Set(faults.map(say))];
  return (
    <section
      className="pj-goal"
      aria-label={goal.name}
      data-dropped={goal.stage === "dropped"}
      style={{ "--pj-depth": depth } as CSSProperties}
    >
      <header className="pj-goal-line">
        <span className="pj-level">{t.level[goal.level]}</span>
        <h3 className="yt-ellipsis">{goal.name}</h3>
        {goal.ownerId !== null && <MemberAvatar person={{ id: goal.ownerId, name: goal.ownerName }} />}
        {goal.stage === "dropped" ? (
          <span className="pj-quiet">{t.dropped}</span>
        ) : (
          <>
            <KpiStatusRing status={goal.status} progress={goal.progress} />
            <ProgressBar progress={goal.progress} expectedProgress={goal.expectedProgress} status={goal.status} />
          </>
        )}
        {actions.length > 0 && (
          <ActionMenu label={`${t.edit} ${goal.name}`} groups={[{ key: "goal", actions }]} align="end">
            <MoreIcon strokeWidth={1.8} />
          </ActionMenu>
        )}
      </header>
      {words.length > 0 && <p className="pj-goal-faults">{words.join(" · ")}</p>}
      {goal.withoutValue > 0 && goal.counted > 0 && (
        <p className="pj-quiet pj-goal-note">{t.withoutValue({ count: goal.withoutValue })}</p>
      )}
      {goal.kpis.length > 0 && (
        <ul className="pj-kpis">
          {goal.kpis.map((kpi) => (
            <KpiRow
              key={kpi.id}
              kpi={kpi}
              currency={all.currency}
              current={kpi.id === openKpiId}
              onOpen={() => onOpen(kpi.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
