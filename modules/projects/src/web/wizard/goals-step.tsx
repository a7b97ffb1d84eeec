import { useMessages } from "@yutu/i18n";
import { type CalendarDate, calendarDate } from "@yutu/kernel";
import { PlusIcon, TrashIcon } from "@yutu/ui";
import { Button, Input, Select } from "antd";
import type { ReactElement } from "react";
import { GOAL_LEVELS } from "../../domain/goal.ts";
import { type SmartFault, smartFaults } from "../../domain/smart-gate.ts";
import { useFaultText } from "../goals/fault-text.ts";
import { emptyKpi, gateContext, goalFactsOf } from "../goals/kpi-draft.ts";
import { KpiFields } from "../goals/kpi-fields.tsx";
import { goalTexts } from "../goals/messages.ts";
import { PastPlace } from "../goals/past-place.tsx";
import { SmartSummary } from "../goals/smart-summary.tsx";
import type { ProjectDraft, WizardKpi } from "./draft.ts";
import { wizardTexts } from "./messages.ts";

interface Props {
  readonly draft: ProjectDraft;
  readonly currency: string;
  readonly today: CalendarDate;
  readonly onChange: (draft: ProjectDraft) => void;
}

type Goal = ProjectDraft["goals"][number];

interface GoalCardProps extends Props {
  readonly goal: Goal;
  readonly faults: readonly SmartFault[];
  readonly onGoal: (goal: Goal | undefined) => void;
}

const deadlineOf = (draft: ProjectDraft): CalendarDate | null =>
  draft.anchorDate === "" ? null : calendarDate(draft.anchorDate);

/** A goal with its KPIs. */
function GoalCard({ draft, goal, faults, currency, onGoal }: GoalCardProps): ReactElement {
  const t = useMessages(goalTexts);
  const say = useFaultText();
  const own = faults.find((fault) => fault.kpi === null);
  const put = (at: number, kpi: WizardKpi | undefined): void =>
    onGoal({ ...goal, kpis: goal.kpis.flatMap((old, i) => (i === at ? (kpi ? [kpi] : []) : [old])) });
  return (
    <section className="pj-goal-card" aria-label={goal.name || t.newGoal}>
      <div className="pj-goal-head">
        <Select
          aria-label={t.goalLevel}
          value={goal.level}
          options={GOAL_LEVELS.map((value) => ({ value, label: t.level[value] }))}
          onChange={(level) => onGoal({ ...goal, level })}
        />
        <Input
          aria-label={t.goalName}
          placeholder={t.goalName}
          value={goal.name}
          maxLength={120}
          status={goal.name.trim() === "" ? "error" : ""}
          onChange={({ target }) => onGoal({ ...goal, name: target.value })}
        />
        <Button
          type="text"
          icon={<TrashIcon />}
          aria-label={`${t.remove} ${goal.name}`}
          onClick={() => onGoal(undefined)}
        />
      </div>
      {goal.kpis.map((kpi, i) => (
        // KPIs of a draft have no ids; their place is what they are
        <div key={`${goal.key}-${i}`} className="pj-kpi-card">
          <KpiFields
            draft={kpi}
            currency={currency}
            faults={faults.filter((fault) => fault.kpi === i)}
            achievable={<PastPlace typeKey={draft.typeKey} draft={kpi} currency={currency} />}
            onChange={(next) => put(i, { ...next, course: next.metricId === kpi.metricId ? kpi.course : [] })}
          />
          {goal.kpis.length > 1 && (
            <Button type="text" size="small" icon={<TrashIcon />} onClick={() => put(i, undefined)}>
              {t.remove}
            </Button>
          )}
        </div>
      ))}
      {own && <p className="pj-field-error">{say(own)}</p>}
      <Button
        type="text"
        size="small"
        icon={<PlusIcon />}
        onClick={() =>
          onGoal({ ...goal, kpis: [...goal.kpis, { ...emptyKpi(goal.ownerId, deadlineOf(draft)), course: [] }] })
        }
      >
        {t.addKpi}
      </Button>
    </section>
  );
}

/** Goals with the SMART gate: what is missing stands beside its field, and all of it in one line above. */
export function GoalsStep(props: Props): ReactElement {
  const { draft, today, onChange } = props;
  const t = useMessages(goalTexts);
  const intro = useMessages(wizardTexts).goalsIntro;
  const faults = smartFaults(goalFactsOf(draft.goals), gateContext(today));
  const put = (at: number, goal: Goal | undefined): void => {
    const goals = draft.goals.flatMap((old, i) => (i === at ? (goal ? [goal] : []) : [old]));
    const keys = new Set(goals.map((g) => g.key));
    onChange({
      ...draft,
      goals: goals.map((g) => (g.parentKey !== null && !keys.has(g.parentKey) ? { ...g, parentKey: null } : g)),
    });
  };
  const add = (): void => {
    const key = `g${1 + Math.max(-1, ...draft.goals.map((g) => Number(g.key.slice(1))))}`;
    const kpis = [{ ...emptyKpi(draft.managerId, deadlineOf(draft)), course: [] }];
    const goal: Goal = { key, parentKey: null, name: "", level: "business", weight: 1, ownerId: draft.managerId, kpis };
    onChange({ ...draft, goals: [...draft.goals, goal] });
  };
  return (
    <>
      <p className="pj-wizard-intro">{intro}</p>
      <SmartSummary count={faults.length} />
      {draft.goals.map((goal, i) => (
        <GoalCard
          key={goal.key}
          {...props}
          goal={goal}
          faults={faults.filter((fault) => fault.goal === i)}
          onGoal={(next) => put(i, next)}
        />
      ))}
      <Button icon={<PlusIcon />} onClick={add}>
        {t.addGoal}
      </Button>
    </>
  );
}
