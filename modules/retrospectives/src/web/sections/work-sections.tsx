import { languageOf, useFormat, useLocale, useMessages } from "@yutu/i18n";
import { AppLink } from "@yutu/ui";
import { type ReactElement, useMemo } from "react";
import { CAUSE_WORDS } from "../../domain/finding-words.ts";
import { retrospectiveTexts } from "../messages.ts";
import { ReviewChart } from "../review-chart.tsx";
import { ReviewTable } from "../review-table.tsx";
import type { Written } from "../types.ts";
import { EMPTY, useFigureWords } from "../use-figure-words.ts";

type Document = Written["document"];
const MOST = 20;

function Groups({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: Document["schedule"]["byPhase"];
}): ReactElement | null {
  const t = useMessages(retrospectiveTexts);
  const format = useFormat();
  if (rows.every((row) => row.days === 0)) return null;
  return (
    <ReviewTable
      label={title}
      head={[title, t.tasks, t.late, t.days]}
      figuresFrom={1}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [row.name || EMPTY, ...[row.tasks, row.late, row.days].map((count) => format.number(count))],
      }))}
    />
  );
}

export function ScheduleSection({ document }: { readonly document: Document }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const format = useFormat();
  const words = useFigureWords(document.project.currency);
  const causes = CAUSE_WORDS[languageOf(useLocale())];
  const { late, byCause, byPhase, byOwner } = document.schedule;
  const names = useMemo(() => byCause.map((row) => causes[row.cause]), [byCause, causes]);
  const series = useMemo(() => [{ name: t.days, values: byCause.map((row) => row.days) }], [byCause, t]);
  return (
    <>
      <ReviewChart
        title={`${t.cause} / ${t.days}`}
        label={t.cause}
        names={names}
        series={series}
        write={words.number}
      />
      <div className="rt-pair">
        <Groups title={t.phase} rows={byPhase} />
        <Groups title={t.owner} rows={byOwner} />
      </div>
      <ReviewTable
        label={t.key.schedule}
        head={[t.task, t.owner, t.cause, t.due, t.done, t.slip]}
        figuresFrom={3}
        rows={late.slice(0, MOST).map((task) => ({
          key: task.taskId,
          cells: [
            <AppLink key="task" to={`/tasks/${task.taskId}`}>
              {task.title}
            </AppLink>,
            format.enumerate(task.owners),
            format.enumerate(task.causes.map((part) => `${causes[part.cause]} ${part.days}`)),
            task.baselineDue,
            task.completedOn ?? EMPTY,
            format.number(task.slipDays),
          ],
        }))}
      />
    </>
  );
}

export function ApprovalSection({ document }: { readonly document: Document }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const format = useFormat();
  const { bySubject } = document.approvals;
  const subjects: Readonly<Record<string, string>> = t.subjects;
  const hours = (value: number | null) => (value === null ? EMPTY : format.number(value, 1));
  return (
    <ReviewTable
      label={t.key.approvals}
      head={[t.subject, t.approvals, t.returned, t.median, t.longest]}
      figuresFrom={1}
      rows={bySubject.map((row) => ({
        key: row.subjectType,
        cells: [
          subjects[row.subjectType] ?? row.subjectType,
          format.number(row.approvals),
          format.number(row.returned),
          hours(row.medianHours),
          hours(row.longestHours),
        ],
      }))}
    />
  );
}

export function AssetSection({ document }: { readonly document: Document }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const format = useFormat();
  const words = useFigureWords(document.project.currency);
  const { assets } = document.assets;
  return (
    <ReviewTable
      label={t.key.assets}
      head={[t.asset, t.channel, t.versions, t.tasks]}
      figuresFrom={2}
      rows={assets.slice(0, MOST).map((asset) => ({
        key: asset.assetId,
        cells: [
          <AppLink key="asset" to="/assets" search={{ asset: asset.assetId }}>
            {asset.name}
          </AppLink>,
          format.enumerate(asset.channels.map(words.channel)),
          format.number(asset.versions),
          format.number(asset.tasks),
        ],
      }))}
    />
  );
}
