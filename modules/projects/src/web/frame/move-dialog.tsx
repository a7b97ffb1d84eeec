import { useMessages } from "@yutu/i18n";
import { ProblemNotice, toast, useCommand } from "@yutu/ui";
import { Input } from "antd";
import { type ReactElement, useState } from "react";
import { projects } from "../../contract/index.ts";
import type { ProjectMove } from "../../domain/lifecycle.ts";
import { Dialog } from "../form/dialog.tsx";
import { DialogButtons } from "../form/dialog-buttons.tsx";
import { projectTexts } from "../messages.ts";
import type { Project } from "./project-context.ts";

interface Props {
  readonly project: Project;
  readonly move: ProjectMove;
  readonly onClose: () => void;
}

/** Says what a step of the lifecycle will do, and takes it when confirmed. */
export function MoveDialog({ project, move, onClose }: Props): ReactElement {
  const t = useMessages(projectTexts);
  const [reason, setReason] = useState("");
  const command = useCommand(projects.moveProject, {
    quiet: true,
    changes: ["approvals", "tasks", "budgets", "retrospectives"],
    done: ({ status }) => {
      toast.done(t.moved({ status: t.status[status] }));
      onClose();
    },
  });
  return (
    <Dialog title={t.move[move]} onClose={onClose}>
      <div className="pj-dialog">
        <p className="yt-prose">{t.consequence[move]}</p>
        <Input.TextArea
          aria-label={t.reason}
          placeholder={t.reason}
          value={reason}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemNotice problem={command.problem} />
        <DialogButtons
          cancel={t.back}
          confirm={t.move[move]}
          danger={move === "cancel"}
          pending={command.pending}
          onCancel={onClose}
          onConfirm={() => void command.run({ params: { projectId: project.id }, body: { move, reason } })}
        />
      </div>
    </Dialog>
  );
}
