import { useMessages } from "@yutu/i18n";
import { identity } from "@yutu/identity/contract";
import {
  AppLink,
  DataGrid,
  EmptyState,
  MoreButton,
  NoMatch,
  PageHeader,
  PlusIcon,
  ProblemNotice,
  Skeleton,
  useGo,
  useOperation,
  usePagedOperation,
  usePermission,
  usePhone,
  useShortcut,
  useUrlState,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useMemo } from "react";
import { projects } from "../../contract/index.ts";
import { useLocalText } from "../look/use-local-text.ts";
import { ListFilters } from "./list-filters.tsx";
import "./list.css";
import { isFiltered, listQuery, listState, noFilters } from "./list-state.ts";
import { listTexts } from "./messages.ts";
import { ProjectCards } from "./project-cards.tsx";
import { type ProjectSummary, useColumns } from "./use-columns.tsx";

const keyOf = (project: ProjectSummary): string => project.id;
const COLUMNS = ["1fr", "100px", "130px", "132px", "172px", "104px", "112px"];

function useTypes(): { readonly value: string; readonly label: string }[] {
  const text = useLocalText();
  const { data } = useOperation(projects.listTemplates, {}, { freshMs: 300_000 });
  return useMemo(
    () => (data?.templates ?? []).map((type) => ({ value: type.key, label: text(type.name) })),
    [data, text],
  );
}

function useManagers(): { readonly value: string; readonly label: string }[] {
  const allowed = usePermission("members.view");
  const { data } = useOperation(identity.listMembers, {}, { enabled: allowed, freshMs: 60_000 });
  return (data?.members ?? []).map((m) => ({ value: m.id, label: m.name }));
}

function Nothing({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }): ReactElement {
  const t = useMessages(listTexts);
  const go = useGo();
  const mayCreate = usePermission("projects.create");
  if (filtered) return <NoMatch onClear={onClear} />;
  if (!mayCreate) return <EmptyState text={t.empty} />;
  return (
    <EmptyState
      text={t.empty}
      action={<Button onClick={() => go("/projects/new")}>{t.create}</Button>}
      template={
        <AppLink to="/projects/new" search={{ type: "ecommerce_promo" }}>
          {t.fromPromo}
        </AppLink>
      }
    />
  );
}

/** All projects the person may see. */
export default function ProjectList(): ReactElement {
  const t = useMessages(listTexts);
  const phone = usePhone();
  const go = useGo();
  const mayCreate = usePermission("projects.create");
  const [state, setState] = useUrlState(listState);
  const list = usePagedOperation(projects.listProjects, { query: listQuery(state) }, { live: ["project", "approval"] });
  const types = useTypes();
  const columns = useColumns(useMemo(() => new Map(types.map((type) => [type.value, type.label])), [types]));
  const managers = useManagers();
  useShortcut({ keys: "c", label: t.create, enabled: mayCreate, run: () => go("/projects/new") });
  const empty = !list.loading && list.items.length === 0;
  return (
    <>
      <PageHeader
        title={t.title}
        action={
          mayCreate && (
            <Button type="primary" icon={<PlusIcon />} onClick={() => go("/projects/new")}>
              {t.create}
            </Button>
          )
        }
      />
      <ListFilters state={state} onChange={setState} types={types} managers={managers} />
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.loading && <Skeleton columns={phone ? ["1fr"] : COLUMNS} />}
      {empty && !list.problem && (
        <Nothing
          filtered={isFiltered(state) || state.phase !== "open"}
          onClear={() => setState({ ...noFilters, phase: "open" })}
        />
      )}
      {list.items.length > 0 && phone && <ProjectCards items={list.items} />}
      {phone && <MoreButton list={list} />}
      {list.items.length > 0 && !phone && (
        <DataGrid
          label={t.title}
          rows={list.items}
          keyOf={keyOf}
          columns={columns}
          onOpen={(project) => go(`/projects/${project.id}`)}
          onEnd={list.loadMore}
          storageKey="yutu.projects.columns"
        />
      )}
    </>
  );
}
