import { useMessages } from "@yutu/i18n";
import { CheckIcon } from "@yutu/ui";
import type { ReactElement } from "react";
import { STEPS, type Step } from "./draft.ts";
import { wizardTexts } from "./messages.ts";

interface Props {
  readonly current: Step;
  /** The last step that may be gone to. */
  readonly reach: number;
  readonly onGo: (step: Step) => void;
}

/** Where one is on the way to a project; steps that are done can be gone back to. */
export function StepBar({ current, reach, onGo }: Props): ReactElement {
  const t = useMessages(wizardTexts);
  const at = STEPS.indexOf(current);
  return (
    <nav aria-label={t.steps}>
      <ol className="pj-steps">
        {STEPS.map((step, i) => (
          <li key={step}>
            <button
              type="button"
              className="yt-plain pj-step"
              aria-label={t.step[step]}
              aria-current={step === current ? "step" : undefined}
              data-done={i < at}
              disabled={i > reach}
              onClick={() => onGo(step)}
            >
              <span className="pj-step-mark yt-figures" aria-hidden="true">
                {i < at ? <CheckIcon width={11} height={11} /> : i + 1}
              </span>
              <span className="pj-step-name">{t.step[step]}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
