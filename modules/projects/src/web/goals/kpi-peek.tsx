import { useFormat, useMessages } from "@yutu/i18n";
import { Facts, PeekPanel, ProblemNotice, Skeleton, useOperation } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement, ReactNode } from "react";
import { projects } from "../../contract/index.ts";
import { AchievabilityNote } from "./achievability-note.tsx";
import { CheckInForm } from "./check-in-form.tsx";
import { KpiChart } from "./kpi-chart.tsx";
import { KpiStatusRing } from "./kpi-status-ring.tsx";
import { goalTexts } from "./messages.ts";
import type { Goal, Goals, Kpi } from "./types.ts";
import { useFigure } from "./use-figure.ts";

interface Props {
  readonly goal: Goal;
  readonly kpi: Kpi;
  readonly all: Goals;
  readonly onClose: () => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function CurveAndCheckIns({ kpi, currency }: { readonly kpi: Kpi; readonly currency: string }): ReactElement {
  const t = useMessages(goalTexts);
  const format = useFormat();
  const figure = useFigure(currency);
  const { data, problem, loading, reload } = useOperation(
    projects.getKpiCurve,
    { params: { kpiId: kpi.id } },
    { live: ["goal", "import"] },
  );
  return (
    <>
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {loading && <Skeleton rows={5} />}
      {data && <KpiChart kpi={kpi} curve={data} />}
      {kpi.mayCheckIn && <CheckInForm kpi={kpi} currency={currency} />}
      {data && data.checkIns.length > 0 && (
        <section>
          <h3 className="pj-peek-title">{t.checkIns}</h3>
          <ul className="pj-check-ins">
            {data.checkIns.map((entry) => (
              <li key={entry.id}>
                <span className="yt-figures">{format.date(entry.day)}</span>
                <strong className="yt-figures">{figure(entry.value, kpi.unit, false)}</strong>
                <span className="pj-quiet">
                  {entry.byName} {entry.note}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** A KPI in full: its course, where the value comes from, and its check-ins. */
export function KpiPeek({ goal, kpi, all, onClose, onStep, onEdit, onDelete }: Props): ReactElement {
  const t = useMessages(goalTexts);
  const format = useFormat();
  const figure = useFigure(all.currency);
  const say = (value: number | null): ReactNode =>
    value === null ? "–" : <span className="yt-figures">{figure(value, kpi.unit, false)}</span>;
  return (
    <PeekPanel
      open
      onClose={onClose}
      code={goal.name}
      title={kpi.name}
      onStep={onStep}
      actions={
        all.abilities.edit && (
          <Button size="small" onClick={onEdit}>
            {t.edit}
          </Button>
        )
      }
    >
      <div className="pj-peek">
        <Facts
          items={[
            {
              key: "status",
              label: t.current,
              value: (
                <>
                  {say(kpi.value)} <KpiStatusRing status={kpi.status} progress={kpi.progress} />
                </>
              ),
            },
            { key: "expected", label: t.expected, value: say(kpi.expected) },
            { key: "baseline", label: t.baseline, value: say(kpi.baseline) },
            {
              key: "target",
              label: t.target,
              value: (
                <>
                  {say(kpi.target)}{" "}
                  {all.abilities.seeValues && kpi.metricId !== null && (
                    <span className="pj-quiet">
                      <AchievabilityNote place={kpi.achievable} unit={kpi.unit} currency={all.currency} />
                    </span>
                  )}
                </>
              ),
            },
            {
              key: "deadline",
              label: t.deadline,
              value: kpi.deadline === null ? "–" : <span className="yt-figures">{format.date(kpi.deadline)}</span>,
            },
            { key: "owner", label: t.owner, value: kpi.ownerName || "–" },
          ]}
        />
        {all.abilities.seeValues && <CurveAndCheckIns kpi={kpi} currency={all.currency} />}
        {all.abilities.edit && (
          <div>
            <Button type="text" danger onClick={onDelete}>
              {t.remove}
            </Button>
          </div>
        )}
      </div>
    </PeekPanel>
  );
}
