import { useMessages } from "@yutu/i18n";
import {
  EmptyState,
  type MenuAction,
  PlusIcon,
  ProblemNotice,
  Skeleton,
  useCommand,
  useOperation,
  useUrlState,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { z } from "zod";
import { projects } from "../../contract/index.ts";
import type { Project } from "../frame/project-context.ts";
import { ConfirmDelete } from "../goals/confirm-delete.tsx";
import { GoalBlock } from "../goals/goal-block.tsx";
import { GoalForm } from "../goals/goal-form.tsx";
import { inTreeOrder } from "../goals/goal-order.ts";
import { KpiForm } from "../goals/kpi-form.tsx";
import { KpiPeek } from "../goals/kpi-peek.tsx";
import { goalTexts } from "../goals/messages.ts";
import { SmartSummary } from "../goals/smart-summary.tsx";
import type { Goal, Goals, Kpi } from "../goals/types.ts";
import { Section } from "./section.tsx";

const openState = z.object({ kpi: z.string().default("") });

type Editing =
  | { readonly kind: "goal"; readonly goal: Goal | undefined }
  | { readonly kind: "kpi"; readonly goal: Goal; readonly kpi: Kpi | undefined }
  | { readonly kind: "delete"; readonly target: { kind: "goal" | "kpi"; id: string; name: string } };

/** What may be done with a goal, for its menu. */
function useGoalActions(edit: boolean, open: (editing: Editing) => void): (goal: Goal) => readonly MenuAction[] {
  const t = useMessages(goalTexts);
  const update = useCommand(projects.updateGoal);
  return (goal) => {
    if (!edit) return [];
    const dropped = goal.stage === "dropped";
    return [
      { key: "edit", label: t.edit, run: () => open({ kind: "goal", goal }) },
      { key: "add", label: t.addKpi, run: () => open({ kind: "kpi", goal, kpi: undefined }) },
      {
        key: "drop",
        label: dropped ? t.restore : t.drop,
        run: () => void update.run({ params: { goalId: goal.id }, body: { dropped: !dropped } }),
      },
      {
        key: "delete",
        label: t.remove,
        danger: true,
        run: () => open({ kind: "delete", target: { kind: "goal", id: goal.id, name: goal.name } }),
      },
    ];
  };
}

interface EditorProps {
  readonly project: Project;
  readonly all: Goals;
  readonly editing: Editing;
  readonly onClose: () => void;
}

function Editor({ project, all, editing, onClose }: EditorProps): ReactElement {
  switch (editing.kind) {
    case "goal":
      return <GoalForm projectId={project.id} goal={editing.goal} goals={all.goals} onClose={onClose} />;
    case "delete":
      return <ConfirmDelete target={editing.target} onClose={onClose} />;
    case "kpi":
      return (
        <KpiForm
          goal={editing.goal}
          kpi={editing.kpi}
          typeKey={project.typeKey}
          currency={all.currency}
          startDate={all.startDate}
          endDate={project.endDate}
          onClose={onClose}
        />
      );
  }
}

/** The goal tree with live values, and everything that can be done to it. */
export function GoalsSection({ project }: { readonly project: Project }): ReactElement {
  const t = useMessages(goalTexts);
  const { data, problem, loading, reload } = useOperation(
    projects.listGoals,
    { params: { projectId: project.id } },
    { live: ["goal", "project", "import"] },
  );
  const [editing, setEditing] = useState<Editing>();
  const [state, setState] = useUrlState(openState);
  const edit = data?.abilities.edit ?? false;
  const actionsOf = useGoalActions(edit, setEditing);
  const pairs = data ? inTreeOrder(data.goals).flatMap(({ goal }) => goal.kpis.map((kpi) => ({ goal, kpi }))) : [];
  const at = pairs.findIndex((pair) => pair.kpi.id === state.kpi);
  const open = pairs[at];
  const add = (
    <Button size="small" icon={<PlusIcon />} onClick={() => setEditing({ kind: "goal", goal: undefined })}>
      {t.addGoal}
    </Button>
  );
  return (
    <Section title={t.goals} action={edit && add}>
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {loading && <Skeleton rows={4} />}
      {data && project.status === "draft" && <SmartSummary count={data.faults.length} />}
      {data && !data.valuesAvailable && <p className="pj-quiet">{t.valuesAway}</p>}
      {data?.goals.length === 0 && <EmptyState text={t.none} />}
      {data &&
        inTreeOrder(data.goals).map(({ goal, depth }) => (
          <GoalBlock
            key={goal.id}
            goal={goal}
            depth={depth}
            all={data}
            openKpiId={state.kpi}
            actions={actionsOf(goal)}
            onOpen={(kpi) => setState({ kpi })}
          />
        ))}
      {data && open && (
        <KpiPeek
          {...open}
          all={data}
          onClose={() => setState({ kpi: "" })}
          onStep={(by) => setState({ kpi: pairs[at + by]?.kpi.id ?? open.kpi.id })}
          onEdit={() => setEditing({ kind: "kpi", ...open })}
          onDelete={() => setEditing({ kind: "delete", target: { kind: "kpi", id: open.kpi.id, name: open.kpi.name } })}
        />
      )}
      {data && editing && (
        <Editor project={project} all={data} editing={editing} onClose={() => setEditing(undefined)} />
      )}
    </Section>
  );
}
