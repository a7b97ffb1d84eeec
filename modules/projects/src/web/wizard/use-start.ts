import type { ProblemBody } from "@yutu/contract";
import { languageOf, useLocale, useMessages } from "@yutu/i18n";
import { toast, useCommand, useGo } from "@yutu/ui";
import { useRef } from "react";
import { projects } from "../../contract/index.ts";
import { type ProjectDraft, requestOf } from "./draft.ts";
import { wizardTexts } from "./messages.ts";

interface Start {
  readonly pending: boolean;
  readonly problem: ProblemBody | undefined;
  readonly run: (draft: ProjectDraft, submit: boolean) => Promise<void>;
}

/** Makes the project, sends it into approval if wanted, and opens it. Pressed twice, it is made once. */
export function useStart(onMade: () => void): Start {
  const t = useMessages(wizardTexts);
  const go = useGo();
  const language = languageOf(useLocale());
  const create = useCommand(projects.createProject, { quiet: true });
  const move = useCommand(projects.moveProject, { changes: ["approvals"] });
  const attempt = useRef<{ body: string; key: string }>(undefined);
  const run = async (draft: ProjectDraft, submit: boolean): Promise<void> => {
    const body = requestOf(draft, language);
    const text = JSON.stringify(body);
    if (attempt.current?.body !== text) attempt.current = { body: text, key: crypto.randomUUID() };
    const made = await create.run({ body }, { idempotencyKey: attempt.current.key });
    if (!made.ok) return;
    onMade();
    const { id } = made.value;
    if (submit) await move.run({ params: { projectId: id }, body: { move: "submit" } });
    toast.done(t.created);
    go(`/projects/${id}`, { replace: true });
  };
  return { pending: create.pending || move.pending, problem: create.problem, run };
}
