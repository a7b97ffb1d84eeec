import type { OperationOutput } from "@yutu/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import { ConfirmPreview, toast, useCommand } from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { tasks } from "../../contract/index.ts";
import { taskCode } from "../../domain/code.ts";
import type { PlanEdit } from "../../domain/plan-change.ts";
import "./gantt.css";
import { ganttTexts } from "./messages.ts";

type Preview = OperationOutput<typeof tasks.previewPlan>;

/** Asks the server what the draft would move, and shows the dialog once it has answered. */
export function usePreview(projectId: string, edits: readonly PlanEdit[]) {
  const [preview, setPreview] = useState<Preview>();
  const ask = useCommand(tasks.previewPlan);
  const body = { edits: edits.map((edit) => ({ ...edit })) };
  const look = async (): Promise<void> => {
    const answer = await ask.run({ params: { projectId }, body });
    setPreview(answer.ok ? answer.value : undefined);
  };
  return { preview, look: () => void look(), close: () => setPreview(undefined) };
}

interface Props {
  readonly projectId: string;
  readonly edits: readonly PlanEdit[];
  readonly preview: Preview;
  readonly titleOf: (taskId: string) => string;
  /** The plan has changed meanwhile: ask again. */
  readonly onStale: () => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function useLines(preview: Preview, titleOf: (taskId: string) => string) {
  const t = useMessages(ganttTexts);
  const format = useFormat();
  const days = (from: string, to: string): string => (from === to ? format.monthDay(to) : format.range(from, to));
  return preview.moves.map((move) => {
    const via = move.chain.slice(0, -1);
    return {
      key: move.taskId,
      label: (
        <span className="tk-move">
          <span>
            <span className="tk-code">{taskCode(move.number)}</span> {move.title}
          </span>
          {via.length > 0 && <small>{t.because({ chain: via.map(titleOf).join(" → ") })}</small>}
        </span>
      ),
      before: move.oldStart && move.oldFinish ? days(move.oldStart, move.oldFinish) : undefined,
      after: (
        <span className="tk-move-after">
          {days(move.newStart, move.newFinish)}
          {move.shiftDays !== 0 && <small>{t.shift({ days: move.shiftDays })}</small>}
        </span>
      ),
    };
  });
}

function useSentence(preview: Preview): string | undefined {
  const t = useMessages(ganttTexts);
  const format = useFormat();
  if (!preview.finish.before || !preview.finish.after) return undefined;
  const { before, after } = preview.finish;
  if (before === after) return t.previewSame({ finish: format.date(after) });
  return t.previewText({ before: format.date(before), after: format.date(after) });
}

/** Publishes a draft as it was previewed, and can take it back while the notice is there. */
function usePublish({ projectId, edits, preview, onStale, onDone }: Omit<Props, "titleOf" | "onClose">) {
  const t = useMessages(ganttTexts);
  const apply = useCommand(tasks.applyPlan, { quiet: true });
  const back = useCommand(tasks.undoPlan);
  const params = { projectId };
  const publish = async (): Promise<void> => {
    const body = { edits: edits.map((edit) => ({ ...edit })), basis: preview.basis };
    const answer = await apply.run({ params, body });
    if (!answer.ok) return answer.error.code === "tasks/stale-plan" ? onStale() : undefined;
    const { moves, changeId } = answer.value;
    toast.done(t.published({ count: moves.length }), { undo: () => void back.run({ params, body: { changeId } }) });
    onDone();
  };
  return { ...apply, publish };
}

/** What the draft will move, as the server sees it; published only as it was shown. */
export function PublishDialog({ titleOf, onClose, ...draft }: Props): ReactElement {
  const t = useMessages(ganttTexts);
  const { preview } = draft;
  const { publish, pending, problem } = usePublish(draft);
  const lines = useLines(preview, titleOf);
  const sentence = useSentence(preview);
  const late = preview.lateMilestones;
  return (
    <ConfirmPreview
      open
      title={t.previewTitle}
      text={sentence}
      lines={lines}
      confirm={t.publish}
      pending={pending}
      problem={problem}
      onConfirm={() => void publish()}
      onCancel={onClose}
    >
      {late.length > 0 && (
        <p className="tk-late" role="alert">
          {t.late({ names: late.map((m) => m.title).join("、") })}
        </p>
      )}
    </ConfirmPreview>
  );
}
