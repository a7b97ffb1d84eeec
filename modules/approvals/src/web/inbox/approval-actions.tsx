import { useMessages } from "@yutu/i18n";
import { ProblemNotice, toast, useCommand } from "@yutu/ui";
import { Button, Input } from "antd";
import { type ReactElement, useState } from "react";
import { approvals } from "../../contract/index.ts";
import { approvalTexts } from "../messages.ts";
import type { Approval } from "../types.ts";
import "./inbox.css";

/** What follows from an answer anywhere in the product. */
const CHANGES = ["projects", "budgets", "assets", "tasks", "notifications"];

interface Props {
  readonly approval: Approval;
  readonly onDone?: () => void;
}

function Decide({ approval, onDone }: Props): ReactElement {
  const t = useMessages(approvalTexts);
  const [comment, setComment] = useState("");
  const [missing, setMissing] = useState(false);
  const command = useCommand(approvals.decideApproval, {
    quiet: true,
    changes: CHANGES,
    done: (_, input) => {
      toast.done(t.done[input.body.decision]);
      setComment("");
      onDone?.();
    },
  });
  const decide = (decision: "approve" | "return"): void => {
    const wanting = decision === "return" && comment.trim() === "";
    setMissing(wanting);
    if (!wanting) void command.run({ params: { approvalId: approval.id }, body: { decision, comment } });
  };
  return (
    <div className="ap-decide">
      <Input.TextArea
        aria-label={t.comment}
        aria-invalid={missing}
        placeholder={t.comment}
        value={comment}
        status={missing ? "error" : ""}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={({ target }) => {
          setComment(target.value);
          setMissing(false);
        }}
      />
      {missing && (
        <p className="ap-missing" role="alert">
          {t.reasonMissing}
        </p>
      )}
      <ProblemNotice problem={command.problem} />
      <div className="ap-buttons">
        <Button danger loading={command.pending} onClick={() => decide("return")}>
          {t.return}
        </Button>
        <Button type="primary" loading={command.pending} onClick={() => decide("approve")}>
          {t.approve}
        </Button>
      </div>
    </div>
  );
}

function Chase({ approval, onDone }: Props): ReactElement {
  const t = useMessages(approvalTexts);
  const withdraw = useCommand(approvals.withdrawApproval, {
    changes: CHANGES,
    done: () => {
      toast.done(t.done.withdraw);
      onDone?.();
    },
  });
  const remind = useCommand(approvals.remindApprovers, {
    done: ({ reminded }) => void toast.done(t.reminded({ count: reminded })),
  });
  const input = { params: { approvalId: approval.id } };
  return (
    <div className="ap-buttons">
      {approval.abilities.remind && (
        <Button loading={remind.pending} onClick={() => void remind.run(input)}>
          {t.remind}
        </Button>
      )}
      {approval.abilities.withdraw && (
        <Button loading={withdraw.pending} onClick={() => void withdraw.run(input)}>
          {t.withdraw}
        </Button>
      )}
    </div>
  );
}

/** Approve or return with a reason, for those who are asked; remind or withdraw, for who sent it. */
export function ApprovalActions(props: Props): ReactElement | null {
  const { decide, withdraw, remind } = props.approval.abilities;
  return (
    <>
      {decide && <Decide {...props} />}
      {(withdraw || remind) && <Chase {...props} />}
    </>
  );
}
