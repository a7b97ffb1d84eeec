import { useMessages } from "@yutu/i18n";
import { identity } from "@yutu/identity/contract";
import {
  PageHeader,
  ProblemNotice,
  Skeleton,
  useActor,
  useGo,
  useOperation,
  usePermission,
  useUrlState,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { z } from "zod";
import { projects } from "../../contract/index.ts";
import { smartFaults } from "../../domain/smart-gate.ts";
import type { ProjectTemplate } from "../../domain/template.ts";
import { gateContext, goalFactsOf } from "../goals/kpi-draft.ts";
import { useLocalText } from "../look/use-local-text.ts";
import { useToday } from "../look/use-today.ts";
import { BasicsStep } from "./basics-step.tsx";
import { basicsFaults, draftOf, type ProjectDraft, STEPS, type Step } from "./draft.ts";
import { GoalsStep } from "./goals-step.tsx";
import { LeaveButton } from "./leave-button.tsx";
import { wizardTexts } from "./messages.ts";
import { PlanStep } from "./plan-step.tsx";
import { ReviewStep } from "./review-step.tsx";
import { StepBar } from "./step-bar.tsx";
import { TypeStep } from "./type-step.tsx";
import { useDraft } from "./use-draft.ts";
import { useStart } from "./use-start.ts";
import "../look/marks.css";
import "./wizard.css";

const wizardState = z.object({ step: z.enum(STEPS).default("type"), type: z.string().default("") });

interface WizardProps {
  readonly templates: readonly ProjectTemplate[];
  readonly currency: string;
}

interface Steps {
  readonly step: Step;
  readonly draft: ProjectDraft | undefined;
  readonly template: ProjectTemplate | undefined;
  readonly set: (draft: ProjectDraft | undefined) => void;
  readonly go: (step: Step) => void;
  readonly choose: (template: ProjectTemplate) => void;
}

/** Which step is shown: the one of the address, as far as the draft reaches. A type in the address begins with it. */
function useSteps({ templates }: WizardProps): Steps {
  const [state, setState] = useUrlState(wizardState);
  const { draft, set } = useDraft();
  const text = useLocalText();
  const { member } = useActor();
  const own = usePermission("projects.edit") ? member.id : null;
  const choose = (template: ProjectTemplate): void => {
    if (draft?.typeKey !== template.key) set(draftOf(template, own, text));
    setState({ step: "basics", type: "" }, { replace: false });
  };
  const asked = templates.find((t) => t.key === state.type);
  const started = asked && draft?.typeKey !== asked.key ? draftOf(asked, own, text) : draft;
  const template = templates.find((t) => t.key === started?.typeKey);
  const step = asked ? "basics" : template ? state.step : "type";
  const keep = (next: ProjectDraft | undefined): void => {
    set(next);
    if (asked) setState({ step: "basics", type: "" });
  };
  const go = (next: Step): void => {
    if (asked) set(started);
    setState({ step: next, type: "" }, { replace: false });
  };
  return { step, draft: started, template, set: keep, go, choose };
}

function Wizard(props: WizardProps): ReactElement {
  const t = useMessages(wizardTexts);
  const go = useGo();
  const today = useToday();
  const { step, draft, template, set, go: goStep, choose } = useSteps(props);
  const [tried, setTried] = useState(false);
  const start = useStart(() => set(undefined));
  const at = STEPS.indexOf(step);
  const ready = draft !== undefined && basicsFaults(draft, today).length === 0;
  const faultCount = draft ? smartFaults(goalFactsOf(draft.goals), gateContext(today)).length : 0;
  const next = (): void => {
    if (step === "basics" && !ready) return setTried(true);
    goStep(STEPS[at + 1] ?? "review");
  };
  const named = draft?.goals.every((goal) => goal.name.trim() !== "" && goal.kpis.every((k) => k.name.trim() !== ""));
  return (
    <>
      <StepBar current={step} reach={ready ? STEPS.length - 1 : draft ? 1 : 0} onGo={goStep} />
      <div className="pj-wizard-body">
        {(step === "type" || !draft || !template) && (
          <TypeStep templates={props.templates} chosen={draft?.typeKey} onChoose={choose} />
        )}
        {draft && template && step === "basics" && (
          <BasicsStep draft={draft} template={template} currency={props.currency} tried={tried} onChange={set} />
        )}
        {draft && template && step === "plan" && (
          <PlanStep draft={draft} template={template} currency={props.currency} />
        )}
        {draft && step === "goals" && (
          <GoalsStep draft={draft} currency={props.currency} today={today} onChange={set} />
        )}
        {draft && template && step === "review" && (
          <ReviewStep
            draft={draft}
            template={template}
            currency={props.currency}
            faultCount={faultCount}
            onMend={() => goStep("goals")}
            onChange={set}
          />
        )}
        <ProblemNotice problem={start.problem} />
      </div>
      <footer className="pj-wizard-foot">
        <LeaveButton
          filled={draft !== undefined && draft.name.trim() !== ""}
          onLeave={() => {
            set(undefined);
            go("/projects");
          }}
        />
        <span className="pj-wizard-gap" />
        {at > 0 && <Button onClick={() => goStep(STEPS[at - 1] ?? "type")}>{t.previous}</Button>}
        {draft && template && step !== "review" && (
          <Button type="primary" onClick={next}>
            {t.next}
          </Button>
        )}
        {draft && step === "review" && (
          <>
            <Button disabled={!named} loading={start.pending} onClick={() => void start.run(draft, false)}>
              {t.create}
            </Button>
            <Button
              type="primary"
              disabled={faultCount > 0 || !named}
              loading={start.pending}
              onClick={() => void start.run(draft, true)}
            >
              {t.submit}
            </Button>
          </>
        )}
      </footer>
    </>
  );
}

/** Guided start of a project: type, basics, plan, goals, review. */
export default function StartProject(): ReactElement {
  const t = useMessages(wizardTexts);
  const types = useOperation(projects.listTemplates, {}, { freshMs: 300_000 });
  const workspace = useOperation(identity.getWorkspace, {}, { freshMs: 300_000 });
  return (
    <div className="pj-wizard">
      <PageHeader title={t.title} />
      <ProblemNotice problem={types.problem ?? workspace.problem} onRetry={() => void types.reload()} />
      {types.loading && <Skeleton />}
      {types.data && workspace.data && <Wizard templates={types.data.templates} currency={workspace.data.currency} />}
    </div>
  );
}
