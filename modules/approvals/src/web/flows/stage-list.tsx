import { useMessages } from "@yutu/i18n";
import { PlusIcon } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import type { Stage } from "../../domain/flow.ts";
import { emptyStage, moved } from "./flow-draft.ts";
import "./flows.css";
import { flowTexts } from "./messages.ts";
import { StageEditor } from "./stage-editor.tsx";

const MOST_STAGES = 12;

export interface StageListProps {
  readonly stages: readonly Stage[];
  /** Of the amounts from which stages take part. */
  readonly currency: string;
  readonly onChange: (stages: readonly Stage[]) => void;
}

/** The stages of a flow one below the other, to change, move, add and remove. */
export default function StageList({ stages, currency, onChange }: StageListProps): ReactElement {
  const t = useMessages(flowTexts);
  const put = (at: number, stage: Stage | undefined): void =>
    onChange(stages.flatMap((old, i) => (i === at ? (stage ? [stage] : []) : [old])));
  return (
    <>
      <ol className="ap-edit-stages" aria-label={t.stages}>
        {stages.map((stage, i) => (
          <StageEditor
            // stages of a draft are known by their place
            key={`stage-${i + 1}`}
            stage={stage}
            number={i + 1}
            currency={currency}
            onChange={(next) => put(i, next)}
            onRemove={stages.length > 1 ? () => put(i, undefined) : undefined}
            onMove={(by) => onChange(moved(stages, i, by))}
          />
        ))}
      </ol>
      <div>
        <Button
          icon={<PlusIcon />}
          disabled={stages.length >= MOST_STAGES}
          onClick={() => onChange([...stages, emptyStage()])}
        >
          {t.addStage}
        </Button>
      </div>
    </>
  );
}
