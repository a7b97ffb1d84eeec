import { useMessages } from "@yutu/i18n";
import { identity } from "@yutu/identity/contract";
import { projects } from "@yutu/projects/contract";
import { AppLink, EmptyState, useGo, useOperation, usePermission } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { dayTexts } from "./messages.ts";

/** A workspace at its beginning: the first project, or the figures that a shop has already. */
function FirstProject(): ReactElement {
  const t = useMessages(dayTexts);
  const go = useGo();
  const mayCreate = usePermission("projects.create");
  const mayImport = usePermission("data.import");
  const { data } = useOperation(identity.listDemoPeople, {}, { enabled: mayCreate, freshMs: 300_000 });
  const hasDemo = data !== undefined && data.people.length > 0;
  if (!mayCreate) return <EmptyState text={t.noProjectYet} />;
  return (
    <EmptyState
      text={hasDemo ? `${t.firstProject}${t.seeDemo}` : t.firstProject}
      action={
        <Button type="primary" onClick={() => go("/projects/new")}>
          {t.newProject}
        </Button>
      }
      {...(mayImport ? { template: <AppLink to="/data/imports/new">{t.importFirst}</AppLink> } : {})}
    />
  );
}

/** Whether there is no project that the person could see; undefined until it is known. */
export function useNoProject(): boolean | undefined {
  const enabled = usePermission("projects.view");
  const { data } = useOperation(projects.listProjects, { query: { limit: 1 } }, { enabled, live: ["project"] });
  return data && data.items.length === 0;
}

/** No task for the person: because everything is done, or because there is no project yet. */
export function Nothing(): ReactElement | null {
  const t = useMessages(dayTexts);
  const noProject = useNoProject();
  const mayAsk = usePermission("projects.view");
  if (noProject === undefined && mayAsk) return null;
  if (noProject) return <FirstProject />;
  return (
    <EmptyState
      text={t.nothing}
      action={<AppLink to="/tasks">{t.allTasks}</AppLink>}
      template={<AppLink to="/calendar">{t.calendar}</AppLink>}
    />
  );
}
