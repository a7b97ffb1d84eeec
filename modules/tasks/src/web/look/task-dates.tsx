import { useFormat, useMessages } from "@yutu/i18n";
import type { ReactElement } from "react";
import { taskTexts } from "../messages.ts";
import "./look.css";

interface Props {
  readonly startDate: string | null;
  readonly dueDate: string | null;
  readonly milestone: boolean;
  readonly overdue: boolean;
}

/** `05/06 – 06/01`, one day for a milestone; red when late. */
export function TaskDates({ startDate, dueDate, milestone, overdue }: Props): ReactElement {
  const t = useMessages(taskTexts);
  const format = useFormat();
  if (!startDate || !dueDate) return <span className="tk-quiet">{t.noDate}</span>;
  // a table has no room for years; the full dates are in the title
  const [start, due] = [format.monthDay(startDate), format.monthDay(dueDate)];
  const words = milestone || startDate === dueDate ? due : `${start} – ${due}`;
  return (
    <span className="yt-figures tk-dates" data-late={overdue} title={format.fullRange(startDate, dueDate)}>
      {milestone && <span className="tk-diamond" aria-hidden="true" />}
      {words}
    </span>
  );
}
