import { useMessages } from "@yutu/i18n";
import { ProblemNotice, Sheet, toast, useCommand, usePhone } from "@yutu/ui";
import { Button, Input, Modal } from "antd";
import { type ReactElement, useState } from "react";
import { projects } from "../../contract/index.ts";
import type { ProjectMove } from "../../domain/lifecycle.ts";
import { projectTexts } from "../messages.ts";
import type { Project } from "./project-context.ts";
import "./project-frame.css";

interface Props {
  readonly project: Project;
  readonly move: ProjectMove;
  readonly onClose: () => void;
}

function MoveForm({ project, move, onClose }: Props): ReactElement {
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
  const ends = move === "cancel" || move === "close";
  return (
    <div className="pj-move">
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
      <div className="pj-move-buttons">
        <Button onClick={onClose}>{t.back}</Button>
        <Button
          type="primary"
          danger={ends && move === "cancel"}
          loading={command.pending}
          onClick={() => void command.run({ params: { projectId: project.id }, body: { move, reason } })}
        >
          {t.move[move]}
        </Button>
      </div>
    </div>
  );
}

/** Says what a step of the lifecycle will do, and takes it when confirmed. */
export function MoveDialog(props: Props): ReactElement {
  const t = useMessages(projectTexts);
  const phone = usePhone();
  const title = t.move[props.move];
  if (phone)
    return (
      <Sheet open title={title} onClose={props.onClose}>
        <MoveForm {...props} />
      </Sheet>
    );
  return (
    <Modal open title={title} footer={null} width={460} onCancel={props.onClose} destroyOnHidden>
      <MoveForm {...props} />
    </Modal>
  );
}
