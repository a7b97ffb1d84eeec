import { useMessages } from "@yutu/i18n";
import { ProblemNotice, useCommand } from "@yutu/ui";
import type { ReactElement } from "react";
import { projects } from "../../contract/index.ts";
import { Dialog } from "../form/dialog.tsx";
import { DialogButtons } from "../form/dialog-buttons.tsx";
import { goalTexts } from "./messages.ts";

interface Props {
  readonly target: { readonly kind: "goal" | "kpi"; readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Asks before a goal or KPI is gone. */
export function ConfirmDelete({ target, onClose }: Props): ReactElement {
  const t = useMessages(goalTexts);
  const goal = useCommand(projects.deleteGoal, { quiet: true, done: onClose });
  const kpi = useCommand(projects.deleteKpi, { quiet: true, done: onClose });
  return (
    <Dialog title={`${t.remove} · ${target.name}`} onClose={onClose}>
      <div className="pj-dialog">
        <p>{target.kind === "goal" ? t.deleteGoal : t.deleteKpi}</p>
        <ProblemNotice problem={goal.problem ?? kpi.problem} />
        <DialogButtons
          cancel={t.cancel}
          confirm={t.remove}
          danger
          pending={goal.pending || kpi.pending}
          onCancel={onClose}
          onConfirm={() =>
            void (target.kind === "goal"
              ? goal.run({ params: { goalId: target.id } })
              : kpi.run({ params: { kpiId: target.id } }))
          }
        />
      </div>
    </Dialog>
  );
}
