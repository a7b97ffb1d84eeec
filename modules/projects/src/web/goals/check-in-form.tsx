import { useMessages } from "@yutu/i18n";
import { ProblemNotice, toast, useCommand } from "@yutu/ui";
import { Button, Input } from "antd";
import { type ReactElement, useState } from "react";
import { projects } from "../../contract/index.ts";
import { Field } from "../form/field.tsx";
import { FigureInput } from "../form/figure-input.tsx";
import { useToday } from "../look/use-today.ts";
import { goalTexts } from "./messages.ts";
import type { Kpi } from "./types.ts";

/** Enters today's value of a KPI that is fed by hand. */
export function CheckInForm({ kpi, currency }: { readonly kpi: Kpi; readonly currency: string }): ReactElement {
  const t = useMessages(goalTexts);
  const today = useToday();
  const [day, setDay] = useState<string>(today);
  const [value, setValue] = useState<number | null>(null);
  const [note, setNote] = useState("");
  const command = useCommand(projects.checkIn, {
    quiet: true,
    done: () => {
      setValue(null);
      setNote("");
      toast.done(t.checkedIn);
    },
  });
  return (
    <div className="pj-dialog">
      <div className="pj-fields">
        <Field label={t.checkInValue}>
          <FigureInput unit={kpi.unit} currency={currency} value={value} onChange={setValue} />
        </Field>
        <Field label={t.checkInDay}>
          <Input type="date" max={today} value={day} onChange={({ target }) => setDay(target.value)} />
        </Field>
        <Field label={t.checkInNote} wide>
          <Input value={note} maxLength={300} onChange={({ target }) => setNote(target.value)} />
        </Field>
      </div>
      <ProblemNotice problem={command.problem} />
      <div>
        <Button
          type="primary"
          disabled={value === null || day === ""}
          loading={command.pending}
          onClick={() => {
            if (value !== null) void command.run({ params: { kpiId: kpi.id }, body: { day, value, note } });
          }}
        >
          {t.checkIn}
        </Button>
      </div>
    </div>
  );
}
