import type { ProblemBody } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { toast, useCommand } from "@yutu/ui";
import { projects } from "../../contract/index.ts";
import type { ProjectTemplate } from "../../domain/template.ts";
import type { TemplateDraft } from "./draft.ts";
import { templateTexts } from "./messages.ts";

const inputOf = ({ key, version: _version, ...body }: ProjectTemplate, expectedVersion: number) => ({
  params: { key },
  body: { ...body, expectedVersion },
});

/** Saves a draft as the next version; taking it back makes one more version that says what the former said. */
export function useSaveTemplate(
  { base, now }: TemplateDraft,
  done: () => void,
): { readonly run: () => void; readonly pending: boolean; readonly problem: ProblemBody | undefined } {
  const t = useMessages(templateTexts);
  const back = useCommand(projects.updateTemplate);
  const command = useCommand(projects.updateTemplate, {
    quiet: true,
    done: ({ version }) => {
      done();
      toast.done(t.saved({ version }), { undo: () => void back.run(inputOf(base, version)) });
    },
  });
  return {
    run: () => void command.run(inputOf(now, base.version)),
    pending: command.pending || back.pending,
    problem: command.problem,
  };
}
