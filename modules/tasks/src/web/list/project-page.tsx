import { useMessages } from "@yutu/i18n";
import { ProjectAction, useProject } from "@yutu/projects/web";
import { KpiStrip, PlusIcon, useOperation, usePermission, useUrlState } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { tasks } from "../../contract/index.ts";
import { taskTexts } from "../messages.ts";
import { useMembers } from "../use-members.ts";
import { listState, NO_FILTERS, peekState } from "./list-state.ts";
import { listTexts } from "./messages.ts";
import { TaskView } from "./task-view.tsx";
import { usePhases, useProjects } from "./use-group-names.ts";
import { useKpis } from "./use-kpis.ts";

const GROUPS = ["phase", "channel", "assignee"] as const;

/** 列表 of a project. */
export default function ProjectTasks(): ReactElement {
  const t = useMessages(taskTexts);
  const words = useMessages(listTexts);
  const project = useProject();
  const params = { projectId: project.id };
  const [state, setState] = useUrlState(listState);
  const [, setPeek] = useUrlState(peekState);
  const { data: summary } = useOperation(tasks.getTaskSummary, { params });
  const phases = usePhases(project.id);
  const projects = useProjects(false);
  const people = useMembers();
  const seesMoney = usePermission("money.view");
  const editable = summary?.abilities.edit ?? false;
  const kpis = useKpis(summary, project.currency, {
    overdue: () => setState({ ...NO_FILTERS, overdue: true }),
    done: () => setState({ ...NO_FILTERS, status: ["done"] }),
  });
  return (
    <>
      {editable && (
        <ProjectAction>
          <Button type="primary" icon={<PlusIcon />} onClick={() => setPeek({ create: true })}>
            {t.newTask}
          </Button>
        </ProjectAction>
      )}
      <KpiStrip label={words.kpis} items={kpis} />
      <TaskView
        projectId={project.id}
        state={state}
        setState={setState}
        groups={GROUPS}
        phases={phases}
        projects={projects}
        editable={editable}
        seesMoney={seesMoney}
        currency={project.currency}
        people={people}
        path={`/projects/${project.id}/tasks`}
        schema={listState}
        emptyText={words.empty}
      />
    </>
  );
}
