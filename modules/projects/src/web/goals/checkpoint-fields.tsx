import { useMessages } from "@yutu/i18n";
import { addDays, calendarDate, parseCalendarDate } from "@yutu/kernel";
import { PlusIcon, TrashIcon } from "@yutu/ui";
import { Button, Input } from "antd";
import type { ReactElement } from "react";
import { FigureInput } from "../form/figure-input.tsx";
import type { KpiDraft } from "./kpi-draft.ts";
import { goalTexts } from "./messages.ts";

interface Props {
  readonly draft: KpiDraft;
  readonly startDate: string;
  readonly currency: string;
  readonly onChange: (checkpoints: KpiDraft["checkpoints"]) => void;
}

/** Expected values between the start and the deadline; between them the curve is straight. */
export function CheckpointFields({ draft, startDate, currency, onChange }: Props): ReactElement {
  const t = useMessages(goalTexts);
  const points = draft.checkpoints;
  const put = (at: number, patch: Partial<KpiDraft["checkpoints"][number]>): void =>
    onChange(points.map((point, i) => (i === at ? { ...point, ...patch } : point)));
  const last = points.at(-1);
  return (
    <div className="pj-checkpoints" role="group" aria-label={t.checkpoints}>
      <span className="pj-field-label">{t.checkpoints}</span>
      {points.map((point, i) => (
        // a checkpoint is known by its place while its date is being written
        <div key={`${i}-${points.length}`} className="pj-checkpoint">
          <Input
            type="date"
            aria-label={t.checkpointDate}
            value={point.date}
            onChange={({ target }) =>
              parseCalendarDate(target.value).ok && put(i, { date: calendarDate(target.value) })
            }
          />
          <span aria-label={t.checkpointValue} role="group">
            <FigureInput
              unit={draft.unit}
              currency={currency}
              value={point.expected}
              onChange={(expected) => put(i, { expected: expected ?? 0 })}
            />
          </span>
          <Button
            type="text"
            icon={<TrashIcon />}
            aria-label={`${t.remove} ${point.date}`}
            onClick={() => onChange(points.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Button
        type="text"
        size="small"
        icon={<PlusIcon />}
        onClick={() =>
          onChange([
            ...points,
            {
              date: addDays(calendarDate(last?.date ?? startDate), 7),
              expected: last?.expected ?? draft.baseline ?? 0,
            },
          ])
        }
      >
        {t.addCheckpoint}
      </Button>
    </div>
  );
}
