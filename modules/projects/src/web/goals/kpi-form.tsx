import { useMessages } from "@yutu/i18n";
import { calendarDate } from "@yutu/kernel";
import { ProblemNotice, useCommand } from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { projects } from "../../contract/index.ts";
import { smartFaults } from "../../domain/smart-gate.ts";
import { Dialog } from "../form/dialog.tsx";
import { DialogButtons } from "../form/dialog-buttons.tsx";
import { CheckpointFields } from "./checkpoint-fields.tsx";
import { emptyKpi, gateContext, goalFactsOf, type KpiDraft } from "./kpi-draft.ts";
import { KpiFields } from "./kpi-fields.tsx";
import { goalTexts } from "./messages.ts";
import { PastPlace } from "./past-place.tsx";
import type { Goal, Kpi } from "./types.ts";

interface Props {
  readonly goal: Goal;
  /** Absent makes a new one. */
  readonly kpi: Kpi | undefined;
  readonly typeKey: string;
  readonly currency: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly onClose: () => void;
}

const draftOf = (kpi: Kpi): KpiDraft => ({
  name: kpi.name,
  source: kpi.source,
  metricId: kpi.metricId,
  filters: kpi.filters,
  sourceNote: kpi.sourceNote,
  unit: kpi.unit,
  direction: kpi.direction,
  baseline: kpi.baseline,
  target: kpi.target,
  deadline: kpi.deadline === null ? null : calendarDate(kpi.deadline),
  ownerId: kpi.ownerId,
  weight: kpi.weight,
  checkpoints: kpi.checkpoints,
});

/** Writes a KPI of a goal; what the gate would miss is said at once. */
export function KpiForm({ goal, kpi, typeKey, currency, startDate, endDate, onClose }: Props): ReactElement {
  const t = useMessages(goalTexts);
  const [draft, setDraft] = useState<KpiDraft>(kpi ? draftOf(kpi) : emptyKpi(goal.ownerId, calendarDate(endDate)));
  const create = useCommand(projects.createKpi, { quiet: true, done: onClose });
  const update = useCommand(projects.updateKpi, { quiet: true, done: onClose });
  const facts = goalFactsOf([{ ...goal, key: goal.id, parentKey: null, kpis: [draft] }]);
  const faults = smartFaults(facts, gateContext(calendarDate(startDate)));
  const save = (): void => {
    const body = { ...draft, checkpoints: draft.checkpoints.toSorted((a, b) => a.date.localeCompare(b.date)) };
    if (kpi) void update.run({ params: { kpiId: kpi.id }, body: { ...body, expectedVersion: kpi.version } });
    else void create.run({ params: { goalId: goal.id }, body });
  };
  return (
    <Dialog title={kpi ? t.editKpi : t.newKpi} widthPx={720} onClose={onClose}>
      <div className="pj-dialog">
        <KpiFields
          draft={draft}
          currency={currency}
          faults={faults}
          achievable={<PastPlace typeKey={typeKey} draft={draft} currency={currency} />}
          onChange={setDraft}
        />
        <CheckpointFields
          draft={draft}
          startDate={startDate}
          currency={currency}
          onChange={(checkpoints) => setDraft({ ...draft, checkpoints })}
        />
        <ProblemNotice problem={create.problem ?? update.problem} />
        <DialogButtons
          cancel={t.cancel}
          confirm={t.save}
          pending={create.pending || update.pending}
          disabled={draft.name.trim() === ""}
          onCancel={onClose}
          onConfirm={save}
        />
      </div>
    </Dialog>
  );
}
