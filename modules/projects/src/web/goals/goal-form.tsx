import { useMessages } from "@yutu/i18n";
import { ProblemNotice, useCommand } from "@yutu/ui";
import { Input, InputNumber, Select } from "antd";
import { type ReactElement, useState } from "react";
import { projects } from "../../contract/index.ts";
import { GOAL_LEVELS, type GoalLevel } from "../../domain/goal.ts";
import { Dialog } from "../form/dialog.tsx";
import { DialogButtons } from "../form/dialog-buttons.tsx";
import { Field } from "../form/field.tsx";
import { MemberSelect } from "../form/member-select.tsx";
import { goalTexts } from "./messages.ts";
import type { Goal } from "./types.ts";

interface Props {
  readonly projectId: string;
  /** Absent makes a new one. */
  readonly goal: Goal | undefined;
  readonly goals: readonly Goal[];
  readonly onClose: () => void;
}

interface Values {
  readonly name: string;
  readonly level: GoalLevel;
  readonly weight: number;
  readonly ownerId: string | null;
  readonly parentId: string | null;
}

/** Name, level, weight, owner and place of a goal. */
export function GoalForm({ projectId, goal, goals, onClose }: Props): ReactElement {
  const t = useMessages(goalTexts);
  const [values, setValues] = useState<Values>({
    name: goal?.name ?? "",
    level: goal?.level ?? "business",
    weight: goal?.weight ?? 1,
    ownerId: goal?.ownerId ?? null,
    parentId: goal?.parentId ?? null,
  });
  const create = useCommand(projects.createGoal, { quiet: true, done: onClose });
  const update = useCommand(projects.updateGoal, { quiet: true, done: onClose });
  const set = (patch: Partial<Values>): void => setValues({ ...values, ...patch });
  const save = (): void => {
    const body = { ...values, name: values.name.trim() };
    if (goal) void update.run({ params: { goalId: goal.id }, body: { ...body, expectedVersion: goal.version } });
    else void create.run({ params: { projectId }, body });
  };
  const parents = goals.filter((g) => g.id !== goal?.id && g.stage !== "dropped");
  return (
    <Dialog title={goal ? t.editGoal : t.newGoal} onClose={onClose}>
      <div className="pj-dialog">
        <div className="pj-fields">
          <Field label={t.goalName} wide>
            <Input
              value={values.name}
              maxLength={120}
              autoFocus
              onChange={({ target }) => set({ name: target.value })}
            />
          </Field>
          <Field label={t.goalLevel}>
            <Select
              value={values.level}
              options={GOAL_LEVELS.map((value) => ({ value, label: t.level[value] }))}
              onChange={(level) => set({ level })}
            />
          </Field>
          <Field label={t.parent}>
            <Select
              allowClear
              value={values.parentId}
              placeholder={t.noParent}
              options={parents.map((g) => ({ value: g.id, label: g.name }))}
              onChange={(parentId: string | undefined) => set({ parentId: parentId ?? null })}
            />
          </Field>
          <Field label={t.owner}>
            <MemberSelect value={values.ownerId} onChange={(ownerId) => set({ ownerId })} />
          </Field>
          <Field label={t.weight}>
            <InputNumber min={0} max={100} value={values.weight} onChange={(weight) => set({ weight: weight ?? 0 })} />
          </Field>
        </div>
        <ProblemNotice problem={create.problem ?? update.problem} />
        <DialogButtons
          cancel={t.cancel}
          confirm={t.save}
          pending={create.pending || update.pending}
          disabled={values.name.trim() === ""}
          onCancel={onClose}
          onConfirm={save}
        />
      </div>
    </Dialog>
  );
}
