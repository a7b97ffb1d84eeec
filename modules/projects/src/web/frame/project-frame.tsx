import { useMessages } from "@yutu/i18n";
import {
  AppLink,
  EmptyState,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useOperation,
  useRouteParam,
  useSession,
} from "@yutu/ui";
import { type ReactElement, type ReactNode, useCallback, useMemo, useState } from "react";
import { projects } from "../../contract/index.ts";
import { projectTexts } from "../messages.ts";
import { useAnnounce } from "../presence/use-presence.ts";
import { ProjectFrameContext } from "./project-context.ts";
import { ProjectHeader } from "./project-header.tsx";
import "./project-frame.css";

/** A project that is not there for this person: why that may be, and a way on. */
function Missing(): ReactElement {
  const t = useMessages(projectTexts);
  return (
    <>
      <PageHeader title={t.projects} />
      <EmptyState text={t.missing} action={<AppLink to="/projects">{t.allProjects}</AppLink>} />
    </>
  );
}

function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const projectId = useRouteParam("projectId");
  const { data, problem, reload } = useOperation(
    projects.getProject,
    { params: { projectId } },
    { live: ["project", "approval"] },
  );
  useAnnounce({ projectId });
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [claims, setClaims] = useState(0);
  const claim = useCallback(() => {
    setClaims((count) => count + 1);
    return () => setClaims((count) => count - 1);
  }, []);
  const project = data?.id === projectId ? data : undefined;
  const state = useMemo(() => project && { project, slot, claim }, [project, slot, claim]);
  if (problem?.status === 404 && !project) return <Missing />;
  if (problem && !project) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  if (!state) return <Skeleton />;
  return (
    <ProjectFrameContext value={state}>
      <ProjectHeader project={state.project} claimed={claims > 0} slot={setSlot} />
      {children}
    </ProjectFrameContext>
  );
}

/** The frame of everything inside a project; the views change below its header. */
export default function ProjectFrame({ children }: { readonly children: ReactNode }): ReactNode {
  return useSession() ? <Frame>{children}</Frame> : children;
}
