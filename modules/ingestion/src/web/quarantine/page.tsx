import { useFormat, useMessages } from "@yutu/i18n";
import {
  EmptyState,
  GroupTabs,
  MobileCard,
  MobileCards,
  MoreButton,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useOperation,
  usePagedOperation,
  useUrlState,
} from "@yutu/ui";
import { Button, Segmented } from "antd";
import { type ReactElement, useState } from "react";
import { z } from "zod";
import { ingestion } from "../../contract/index.ts";
import { ingestionTexts } from "../messages.ts";
import "../ingestion.css";
import { type QuarantineRow, RowForm } from "./row-form.tsx";

const state = z.object({
  state: z.enum(["open", "replayed", "discarded"]).default("open"),
  importId: z.string().default(""),
  sourceId: z.string().default(""),
  code: z.string().default(""),
});

/** Rows and events that broke a rule, each with the reason; corrected ones are taken in. */
export default function QuarantinePage(): ReactElement {
  const t = useMessages(ingestionTexts);
  const format = useFormat();
  const [filter, setFilter] = useUrlState(state);
  const [openId, setOpenId] = useState<string>();
  const { importId, sourceId, code } = filter;
  const query = {
    state: filter.state,
    ...(importId ? { importId } : {}),
    ...(sourceId ? { sourceId } : {}),
    ...(code ? { code } : {}),
  };
  const list = usePagedOperation(ingestion.listQuarantine, { query }, { live: ["quarantine", "import"] });
  const counts = useOperation(ingestion.listQuarantine, { query: { ...query, limit: 1 } });
  const open = list.items.find((row) => row.id === openId);
  const where = (row: QuarantineRow): string =>
    [row.fileName ?? row.sourceName, row.rowNumber ? t.row({ row: row.rowNumber }) : ""].filter(Boolean).join(" · ");
  const why = (row: QuarantineRow): string =>
    row.problems
      .map((p) => (p.field === "" ? t.reasons[p.code] : `${t.fields[p.field]}: ${t.reasons[p.code]}`))
      .join(" · ");
  return (
    <>
      <PageHeader title={t.quarantine} tabs={<GroupTabs group="data-sources" />} />
      <div className="in-codes">
        <Segmented
          size="small"
          value={filter.state}
          options={(["open", "replayed", "discarded"] as const).map((value) => ({ value, label: t.showStates[value] }))}
          onChange={(value) => setFilter({ state: value })}
        />
        {counts.data?.codes.map((c) => (
          <Button
            key={c.code}
            size="small"
            type={code === c.code ? "primary" : "default"}
            onClick={() => setFilter({ code: code === c.code ? "" : c.code })}
          >
            {t.reasons[c.code as keyof typeof t.reasons]} {format.number(c.count)}
          </Button>
        ))}
      </div>
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.loading && <Skeleton rows={6} />}
      {!list.loading && list.items.length === 0 && !list.problem && <EmptyState text={t.noQuarantine} />}
      {list.items.length > 0 && (
        <MobileCards label={t.quarantine}>
          {list.items.map((row) => (
            <MobileCard
              key={row.id}
              title={why(row)}
              facts={where(row)}
              figure={format.dateTime(row.createdAt)}
              onOpen={() => setOpenId(row.id)}
            />
          ))}
        </MobileCards>
      )}
      <MoreButton list={list} />
      {open && <RowForm row={open} title={why(open)} code={where(open)} onClose={() => setOpenId(undefined)} />}
    </>
  );
}
