import { useMessages } from "@yutu/i18n";
import { identity } from "@yutu/identity/contract";
import {
  EmptyState,
  FilterChips,
  MoreButton,
  NoMatch,
  ProblemNotice,
  SearchField,
  Skeleton,
  useClient,
  useOperation,
  usePagedOperation,
  usePhone,
  useUrlState,
} from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { governance } from "../../contract/index.ts";
import { auditTexts } from "../messages.ts";
import "./audit.css";
import { type AuditState, auditQuery, auditState, isFiltered, noFilters } from "./audit-state.ts";
import { ChainButton, ChainNotice, type ChainState, useChain } from "./chain-check.tsx";
import { EntryList } from "./entry-list.tsx";
import { EntryPeek } from "./entry-peek.tsx";
import { useAuditWords } from "./use-audit-words.ts";

interface FiltersProps {
  readonly state: AuditState;
  readonly onChange: (patch: Partial<AuditState>) => void;
  readonly onChecked: (state: ChainState) => void;
}

function Filters({ state, onChange, onChecked }: FiltersProps): ReactElement {
  const t = useMessages(auditTexts);
  const client = useClient();
  const { tableOptions } = useAuditWords();
  const { data } = useOperation(identity.listMembers, {}, { freshMs: 60_000 });
  return (
    <FilterChips
      values={{ actor: state.actor, table: state.table, dates: state.dates }}
      onChange={(key, values) => onChange({ [key]: values })}
      leading={<SearchField label={t.findRecord} value={state.row} onChange={(row) => onChange({ row })} />}
      trailing={
        <>
          <ChainButton onChecked={onChecked} />
          <Button href={client.url(governance.exportAudit, { query: auditQuery(state) })} download>
            {t.export}
          </Button>
        </>
      }
      filters={[
        {
          kind: "choice",
          key: "actor",
          label: t.actor,
          single: true,
          options: (data?.members ?? []).map((m) => ({ value: m.id, label: m.name })),
        },
        { kind: "choice", key: "table", label: t.table, single: true, options: tableOptions },
        { kind: "dates", key: "dates", label: t.dates },
      ]}
    />
  );
}

/** Every change in the workspace, filtered by what stands in the address. */
export default function AuditPage(): ReactElement {
  const t = useMessages(auditTexts);
  const phone = usePhone();
  const [state, setState] = useUrlState(auditState);
  const [chain, setChain] = useChain();
  const list = usePagedOperation(governance.listAudit, { query: auditQuery(state) });
  const words = useAuditWords();
  const loading = list.loading || words.loading;
  const at = list.items.findIndex((each) => each.seq === state.entry);
  const open = list.items[at];
  const empty = !loading && !list.problem && list.items.length === 0;
  return (
    <>
      <Filters state={state} onChange={setState} onChecked={setChain} />
      <ChainNotice state={chain} />
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {loading && <Skeleton columns={phone ? ["1fr"] : ["140px", "140px", "160px", "1fr", "200px", "84px"]} />}
      {empty && (isFiltered(state) ? <NoMatch onClear={() => setState(noFilters)} /> : <EmptyState text={t.empty} />)}
      {!loading && list.items.length > 0 && (
        <EntryList
          entries={list.items}
          current={state.entry}
          onOpen={(entry) => setState({ entry })}
          onEnd={list.loadMore}
        />
      )}
      {phone && <MoreButton list={list} />}
      {open && !loading && (
        <EntryPeek
          entry={open}
          onClose={() => setState({ entry: 0 })}
          onStep={(by) => {
            const next = list.items[at + by];
            if (next) setState({ entry: next.seq });
          }}
        />
      )}
    </>
  );
}
