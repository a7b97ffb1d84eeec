import { useFormat, useMessages } from "@yutu/i18n";
import {
  DataGrid,
  EmptyState,
  figuresColumn,
  type GridColumn,
  GroupTabs,
  MobileCard,
  MobileCards,
  MoreButton,
  PageHeader,
  PeekPanel,
  PlusIcon,
  ProblemNotice,
  Skeleton,
  textColumn,
  useGo,
  usePagedOperation,
  usePermission,
  usePhone,
  useShortcut,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useMemo, useState } from "react";
import { ingestion } from "../../contract/index.ts";
import { ingestionTexts } from "../messages.ts";
import "../ingestion.css";
import { type Import, ImportActions } from "./import-actions.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportTotals } from "./import-totals.tsx";
import { Sources } from "./sources.tsx";

const keyOf = (item: Import): string => item.id;

function useColumns(): GridColumn<Import>[] {
  const t = useMessages(ingestionTexts);
  const format = useFormat();
  return useMemo(() => {
    const count = (key: string, title: string, of: (item: Import) => number | undefined): GridColumn<Import> => ({
      key,
      title,
      widthPx: 108,
      align: "end",
      cell: (item) => <span className="yt-figures">{of(item) === undefined ? "" : format.number(of(item) ?? 0)}</span>,
      text: (item) => String(of(item) ?? ""),
    });
    const totals = (item: Import) => item.result ?? item.checked ?? undefined;
    return [
      textColumn({ key: "file", title: t.file, widthPx: 260, grow: true }, (i) => i.fileName),
      { key: "kind", title: t.chooseKind, widthPx: 88, cell: (i) => t.kinds[i.kind] },
      textColumn({ key: "source", title: t.source, widthPx: 140 }, (i) => i.sourceName),
      { key: "state", title: t.state, widthPx: 88, cell: (i) => t.states[i.state] },
      count("rows", t.rows, (i) => totals(i)?.rows),
      count("accepted", t.accepted, (i) => totals(i)?.accepted),
      count("quarantined", t.quarantined, (i) => totals(i)?.quarantined),
      figuresColumn({ key: "time", title: t.time, widthPx: 156 }, (i) => format.dateTime(i.createdAt)),
    ];
  }, [t, format]);
}

/** Imports and the sources they belong to. */
export default function ImportsPage(): ReactElement {
  const t = useMessages(ingestionTexts);
  const phone = usePhone();
  const go = useGo();
  const mayImport = usePermission("data.import");
  const columns = useColumns();
  const [openId, setOpenId] = useState<string>();
  const list = usePagedOperation(ingestion.listImports, { query: {} }, { live: ["import"] });
  const open = list.items.find((i) => i.id === openId);
  const totals = open?.result ?? open?.checked;
  const start = (): void => go("/data/imports/new");
  useShortcut({ keys: "c", label: t.newImport, enabled: mayImport, run: start });
  const action = mayImport && (
    <Button type="primary" icon={<PlusIcon />} onClick={start}>
      {t.newImport}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.title} tabs={<GroupTabs group="data-sources" />} action={action} />
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.loading && (
        <Skeleton columns={phone ? ["1fr"] : ["1fr", "88px", "140px", "88px", "108px", "108px", "108px", "156px"]} />
      )}
      {!list.loading && list.items.length === 0 && !list.problem && (
        <EmptyState text={t.noImports} action={mayImport && <Button onClick={start}>{t.trySample}</Button>} />
      )}
      {list.items.length > 0 && phone && (
        <MobileCards label={t.imports}>
          {list.items.map((i) => (
            <MobileCard
              key={i.id}
              title={i.fileName}
              facts={`${t.states[i.state]} · ${i.sourceName}`}
              onOpen={() => setOpenId(i.id)}
            />
          ))}
        </MobileCards>
      )}
      {phone && <MoreButton list={list} />}
      {list.items.length > 0 && !phone && (
        <DataGrid
          label={t.imports}
          rows={list.items}
          keyOf={keyOf}
          columns={columns}
          {...(openId ? { current: openId } : {})}
          onOpen={(i) => setOpenId(i.id)}
          onEnd={list.loadMore}
          storageKey="yutu.imports.columns"
          inPage
        />
      )}
      <Sources />
      {open && (
        <PeekPanel
          open
          onClose={() => setOpenId(undefined)}
          code={t.states[open.state]}
          title={open.fileName}
          onOpenFull={() => go(`/data/imports/new?import=${open.id}`)}
        >
          <ImportProgress item={open} />
          {totals && <ImportTotals totals={totals} kind={open.kind} />}
          <div className="in-actions">
            <ImportActions item={open} />
          </div>
        </PeekPanel>
      )}
    </>
  );
}
