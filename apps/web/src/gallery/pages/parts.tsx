import { useMessages } from "@yutu/i18n";
import { err, ok } from "@yutu/kernel";
import {
  ApprovalSteps,
  Chart,
  CommentComposer,
  type CommentEntry,
  CommentList,
  ConfirmPreview,
  EmptyState,
  FileDrop,
  MarkdownEditor,
  MarkdownView,
  PageHeader,
  PlusIcon,
  ProblemNotice,
  toast,
} from "@yutu/ui";
import { Button, DatePicker, Input, Select } from "antd";
import { type ReactElement, useCallback, useState } from "react";
import "../gallery.css";
import { galleryTexts } from "../sample.ts";
import { people } from "../sample-tasks.ts";

const refusal = {
  type: "",
  title: "",
  status: 503,
  detail: "",
  code: "service/unavailable",
  requestId: "req_01J",
} as const;
const days = ["05/27", "05/28", "05/29", "05/30", "05/31", "06/01", "06/02"];
const cost = [12, 14, 13, 18, 22, 41, 38];
const gmv = [30, 33, 31, 52, 70, 160, 142];
const [lin, zhou, chen] = people;
if (!lin || !zhou || !chen) throw new Error("the sample has people");

function SpendChart(): ReactElement {
  const t = useMessages(galleryTexts).show;
  const build = useCallback(
    () => ({
      grid: { left: 36, right: 12, top: 36, bottom: 24 },
      legend: { top: 0, left: 0 },
      tooltip: { trigger: "axis" },
      xAxis: { type: "category", data: days },
      yAxis: { type: "value" },
      series: [
        { type: "bar", name: t.cost, data: cost },
        { type: "line", name: t.gmv, data: gmv },
      ],
    }),
    [t],
  );
  const rows = days.map((day, index) => [day, String(cost[index]), String(gmv[index])]);
  return (
    <Chart title={t.spend} source={t.spendSource} build={build} table={{ columns: [t.day, t.cost, t.gmv], rows }} />
  );
}

function Talk(): ReactElement {
  const t = useMessages(galleryTexts).show;
  const [entries, setEntries] = useState<CommentEntry[]>([
    {
      id: "c0",
      person: lin ?? people[0] ?? { id: "", name: "" },
      at: "2026-06-01T02:00:00Z",
      text: t.comment,
      mentions: people,
      edited: true,
      actions: [{ key: "d", label: t.done, run: () => undefined }],
    },
  ]);
  return (
    <div className="ga-stack">
      <CommentList entries={entries} />
      <CommentComposer
        draftKey="gallery"
        people={people}
        onSend={({ text, mentions }) => {
          setEntries((before) => [
            ...before,
            {
              id: `c${before.length}`,
              person: zhou ?? { id: "", name: "" },
              at: new Date().toISOString(),
              text,
              mentions,
            },
          ]);
          return Promise.resolve(true);
        }}
      />
    </div>
  );
}

function Steps(): ReactElement {
  const t = useMessages(galleryTexts).show;
  return (
    <ApprovalSteps
      steps={[
        {
          key: "a",
          title: t.manager,
          state: "done",
          people: [
            { person: lin ?? { id: "", name: "" }, decision: "approved", at: "2026-06-01T02:00:00Z", comment: t.ok },
          ],
        },
        {
          key: "b",
          title: t.finance,
          state: "current",
          mode: "any",
          dueAt: "2026-06-05T10:00:00Z",
          action: <Button size="small">{t.remind}</Button>,
          people: [
            { person: zhou ?? { id: "", name: "" }, seen: true },
            { person: chen ?? { id: "", name: "" }, seen: false },
          ],
        },
        { key: "c", title: t.executive, state: "waiting", people: [{ person: people[5] ?? { id: "", name: "" } }] },
      ]}
    />
  );
}

const slowly = (file: File, onProgress: (share: number) => void, signal: AbortSignal) =>
  new Promise<ReturnType<typeof ok> | ReturnType<typeof err<typeof refusal>>>((resolve) => {
    let share = 0;
    const timer = setInterval(() => {
      share += 0.1;
      onProgress(share);
      if (share < 1 && !signal.aborted) return;
      clearInterval(timer);
      resolve(file.name.includes("bad") ? err(refusal) : ok(undefined));
    }, 120);
  });

export default function Parts(): ReactElement {
  const all = useMessages(galleryTexts);
  const t = all.show;
  const [confirming, setConfirming] = useState(false);
  const [brief, setBrief] = useState(t.brief);
  return (
    <>
      <PageHeader
        title={all.parts}
        action={
          <Button type="primary" icon={<PlusIcon />}>
            {all.primary}
          </Button>
        }
      />
      <div className="ga-parts">
        <div className="ga-row">
          <Button onClick={() => toast.done(t.done, { undo: () => undefined })}>{t.undo}</Button>
          <Button onClick={() => toast.problem(refusal)}>{t.problem}</Button>
          <Button danger onClick={() => setConfirming(true)}>
            {t.confirm}
          </Button>
          <Input placeholder={t.day} aria-label={t.day} className="ga-field" />
          <Select
            aria-label={t.cost}
            className="ga-field"
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue="mem_0"
          />
          <DatePicker aria-label={t.day} className="ga-field" />
        </div>
        <ProblemNotice problem={refusal} onRetry={() => undefined} />
        <SpendChart />
        <Talk />
        <Steps />
        <FileDrop
          send={(file, { onProgress, signal }) => slowly(file, onProgress, signal)}
          accept="image/*,.pdf"
          maxBytes={20_000_000}
          hint={t.file}
        />
        <MarkdownView text={t.brief} />
        <MarkdownEditor label={t.day} value={brief} onChange={setBrief} rows={6} />
        <EmptyState
          text={t.empty}
          action={<Button type="primary">{all.primary}</Button>}
          template={<Button type="text">{t.template}</Button>}
        />
      </div>
      <ConfirmPreview
        open={confirming}
        title={t.confirmTitle}
        text={t.confirmText}
        confirm={t.confirmWord}
        lines={[{ key: "a", label: "MKT-1024", before: "06/01", after: "06/04" }]}
        onConfirm={() => setConfirming(false)}
        onCancel={() => setConfirming(false)}
      />
    </>
  );
}
