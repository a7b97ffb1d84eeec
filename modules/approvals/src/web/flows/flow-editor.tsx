import type { OperationOutput } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { PlusIcon, ProblemNotice, toast, useCommand } from "@yutu/ui";
import { Button, Input } from "antd";
import { type ReactElement, useState } from "react";
import { approvals } from "../../contract/index.ts";
import type { Stage } from "../../domain/flow.ts";
import { emptyStage, isComplete, moved } from "./flow-draft.ts";
import { flowTexts } from "./messages.ts";
import { StageEditor } from "./stage-editor.tsx";

export type StoredFlow = OperationOutput<typeof approvals.listFlows>["flows"][number];

const MOST_STAGES = 12;

/** A flow as a vertical list of stages. */
export function FlowEditor({ flow, currency }: { readonly flow: StoredFlow; readonly currency: string }): ReactElement {
  const t = useMessages(flowTexts);
  const [name, setName] = useState(flow.name);
  const [stages, setStages] = useState<readonly Stage[]>(flow.stages);
  const command = useCommand(approvals.updateFlow, { quiet: true, done: () => void toast.done(t.saved) });
  const complete = isComplete(name, stages);
  const put = (at: number, stage: Stage | undefined): void =>
    setStages(stages.flatMap((old, i) => (i === at ? (stage ? [stage] : []) : [old])));
  return (
    <div className="ap-flow">
      <label className="ap-field">
        <span>{t.name}</span>
        <Input value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
      </label>
      <ol className="ap-edit-stages" aria-label={t.stages}>
        {stages.map((stage, i) => (
          // stages of a draft are known by their place
          <StageEditor
            key={`${flow.key}-${i}`}
            stage={stage}
            number={i + 1}
            currency={currency}
            onChange={(next) => put(i, next)}
            onRemove={stages.length > 1 ? () => put(i, undefined) : undefined}
            onMove={(by) => setStages(moved(stages, i, by))}
          />
        ))}
      </ol>
      <ProblemNotice problem={command.problem} />
      {!complete && <p className="ap-mode">{t.incomplete}</p>}
      <div className="ap-buttons">
        <Button
          icon={<PlusIcon />}
          disabled={stages.length >= MOST_STAGES}
          onClick={() => setStages([...stages, emptyStage()])}
        >
          {t.addStage}
        </Button>
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
