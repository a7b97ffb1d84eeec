import type { OperationOutput } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { ProblemNotice, toast, UnsavedGuard, useCommand } from "@yutu/ui";
import { Button, Input } from "antd";
import { type ReactElement, useState } from "react";
import { approvals } from "../../contract/index.ts";
import type { Stage } from "../../domain/flow.ts";
import { isComplete } from "./flow-draft.ts";
import { flowTexts } from "./messages.ts";
import StageList from "./stage-list.tsx";

export type StoredFlow = OperationOutput<typeof approvals.listFlows>["flows"][number];

/** A flow as a vertical list of stages. */
export function FlowEditor({ flow, currency }: { readonly flow: StoredFlow; readonly currency: string }): ReactElement {
  const t = useMessages(flowTexts);
  const [name, setName] = useState(flow.name);
  const [stages, setStages] = useState<readonly Stage[]>(flow.stages);
  const command = useCommand(approvals.updateFlow, { quiet: true, done: () => void toast.done(t.saved) });
  const complete = isComplete(name, stages);
  return (
    <div className="ap-flow">
      <UnsavedGuard when={name !== flow.name || stages !== flow.stages} scope="address" />
      <label className="ap-field">
        <span>{t.name}</span>
        <Input value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
      </label>
      <StageList stages={stages} currency={currency} onChange={setStages} />
      <ProblemNotice problem={command.problem} />
      {!complete && <p className="ap-mode">{t.incomplete}</p>}
      <div className="ap-buttons">
        <Button
          type="primary"
          disabled={!complete}
          loading={command.pending}
          onClick={() =>
            void command.run({ params: { key: flow.key }, body: { name: name.trim(), stages: [...stages] } })
          }
        >
          {t.save}
        </Button>
      </div>
    </div>
  );
}
