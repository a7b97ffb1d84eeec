import { useMessages } from "@yutu/i18n";
import { projects } from "@yutu/projects/contract";
import { useProject } from "@yutu/projects/web";
import { EmptyState, ProblemNotice, Skeleton, useCommand, useOperation } from "@yutu/ui";
import { Button, Popconfirm } from "antd";
import type { ReactElement } from "react";
import { retrospectives } from "../contract/index.ts";
import { retrospectiveTexts } from "./messages.ts";
import { Report } from "./report.tsx";
import "./retrospective.css";
import type { Retrospective } from "./types.ts";

/** Asked again while it is written, should a live hint get lost. */
const WRITING_EVERY_MS = 3_000;

function NotClosed({ retrospective }: { readonly retrospective: Retrospective }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const { projectId, abilities } = retrospective;
  const move = useCommand(projects.moveProject, { changes: ["retrospectives"] });
  if (!abilities.close) return <EmptyState text={t.open} />;
  return (
    <EmptyState
      text={t.open}
      action={
        <Popconfirm
          title={t.closing}
          okText={t.close}
          cancelText={t.cancel}
          onConfirm={() => void move.run({ params: { projectId }, body: { move: "close" } })}
        >
          <Button type="primary" loading={move.pending}>
            {t.close}
          </Button>
        </Popconfirm>
      }
    />
  );
}

function NotWritten({ retrospective }: { readonly retrospective: Retrospective }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const again = useCommand(retrospectives.regenerate);
  const { state, abilities, projectId } = retrospective;
  if (state !== "failed") return <EmptyState text={t.writing} />;
  return (
    <EmptyState
      text={t.failed}
      action={
        abilities.regenerate && (
          <Button loading={again.pending} onClick={() => void again.run({ params: { projectId } })}>
            {t.retry}
          </Button>
        )
      }
    />
  );
}

/** What a project taught; before it is closed, what will stand here. */
export default function RetrospectivePage(): ReactElement {
  const { id: projectId } = useProject();
  const input = { params: { projectId } };
  const first = useOperation(retrospectives.getRetrospective, input, { live: ["retrospective", "lesson", "project"] });
  const waiting = first.data?.state === "writing";
  useOperation(retrospectives.getRetrospective, input, {
    enabled: waiting,
    everyMs: waiting ? WRITING_EVERY_MS : false,
  });
  const { data, problem, reload } = first;
  if (problem && !data) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  if (!data) return <Skeleton />;
  if (data.state === "open") return <NotClosed retrospective={data} />;
  const { document } = data;
  return document ? <Report retrospective={{ ...data, document }} /> : <NotWritten retrospective={data} />;
}
