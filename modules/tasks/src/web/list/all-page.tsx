import { useMessages } from "@yutu/i18n";
import { PageHeader, PlusIcon, usePermission, usePhone, useUrlState } from "@yutu/ui";
import { Button, Segmented } from "antd";
import { type ReactElement, useCallback } from "react";
import { taskTexts } from "../messages.ts";
import { useMembers } from "../use-members.ts";
import { allState, peekState } from "./list-state.ts";
import { listTexts } from "./messages.ts";
import { TaskView } from "./task-view.tsx";
import { type PhaseName, useProjects } from "./use-group-names.ts";

const NO_PHASES: readonly PhaseName[] = [];
const GROUPS = ["project", "channel", "assignee", "none"] as const;

/** Tasks of every project the person may see; at first their own unfinished ones. */
export default function AllTasks(): ReactElement {
  const t = useMessages(taskTexts);
  const words = useMessages(listTexts);
  const phone = usePhone();
  const [state, setState] = useUrlState(allState);
  const [, setPeek] = useUrlState(peekState);
  const projects = useProjects(true);
  const people = useMembers();
  const editable = usePermission("tasks.edit");
  const projectOf = useCallback((projectId: string) => projects.get(projectId), [projects]);
  return (
    <>
      <PageHeader
        title={words.all}
        action={
          editable && (
            <Button
              type="primary"
              icon={<PlusIcon />}
              aria-label={phone ? t.newTask : undefined}
              onClick={() => setPeek({ create: true })}
            >
              {phone ? undefined : t.newTask}
            </Button>
          )
        }
      />
      <TaskView
        state={state}
        setState={setState}
        groups={GROUPS}
        phases={NO_PHASES}
        projects={projects}
        projectOf={projectOf}
        editable={editable}
        seesMoney={false}
        currency="CNY"
        people={people}
        mine={state.mine}
        scope={
          <Segmented
            size="small"
            aria-label={words.scope}
            value={state.mine ? "mine" : "all"}
            onChange={(scope) => setState({ mine: scope === "mine" })}
            options={[
              { value: "mine", label: words.mine },
              { value: "all", label: words.everybody },
            ]}
          />
        }
        path="/tasks"
        schema={allState}
        emptyText={words.emptyMine}
      />
    </>
  );
}
