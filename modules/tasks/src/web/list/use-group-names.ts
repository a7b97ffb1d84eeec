import { languageOf, useFormat, useLocale, useMessages } from "@yutu/i18n";
import { projects } from "@yutu/projects/contract";
import { channelOf } from "@yutu/projects/domain";
import { useOperation } from "@yutu/ui";
import { useMemo } from "react";
import { tasks } from "../../contract/index.ts";
import { taskTexts } from "../messages.ts";
import type { GroupNames } from "./group-tasks.ts";

export interface PhaseName {
  readonly id: string;
  readonly name: string;
}

const NO_PHASES: readonly PhaseName[] = [];

/** The phases of a project; none where a view spans several. */
export function usePhases(projectId: string | undefined): readonly PhaseName[] {
  const { data } = useOperation(
    tasks.listPhases,
    { params: { projectId: projectId ?? "" } },
    { enabled: projectId !== undefined },
  );
  return data?.phases ?? NO_PHASES;
}

/** Name, colour and currency of the projects a person sees, for lists over several. */
export function useProjects(enabled: boolean) {
  const { data } = useOperation(projects.listProjects, { query: { limit: 200 } }, { enabled, freshMs: 60_000 });
  return useMemo(() => new Map((data?.items ?? []).map((project) => [project.id, project])), [data]);
}

export type ProjectNames = ReturnType<typeof useProjects>;

/** What groups are called and in which order they stand. */
export function useGroupNames(phases: readonly PhaseName[], projectsById: ProjectNames): GroupNames {
  const t = useMessages(taskTexts);
  const format = useFormat();
  const language = languageOf(useLocale());
  return useMemo(
    () => ({
      phases: new Map(phases.map(({ id, name }, order) => [id, { name, order }])),
      projects: new Map([...projectsById.values()].map(({ id, name }, order) => [id, { name, order }])),
      channelName: (code) => channelOf(code).name[language],
      none: { phase: t.noPhase, channel: t.noChannel, assignee: t.noAssignee, project: t.field.project },
      compare: format.compare,
    }),
    [phases, projectsById, language, t, format],
  );
}
