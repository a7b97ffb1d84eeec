import type { ProblemBody } from "@yutu/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import type { FormInstance } from "antd";
import { useEffect } from "react";
import { fieldErrors, fieldReason } from "./field-errors.ts";
import { problemTexts } from "./messages.ts";
import { problemSentence } from "./problem-catalogue.ts";

/** Puts the field reasons of a refusal beside the fields of a form. Codes of a module (`module/…`) use its own sentences. */
export function useFormProblem<Values>(form: FormInstance<Values>, problem: ProblemBody | undefined): void {
  const t = useMessages(problemTexts);
  const format = useFormat();
  useEffect(() => {
    const errors = fieldErrors(problem);
    if (errors.length === 0) return;
    const fields = errors.map(({ name, code }) => ({
      name,
      errors: [problemSentence({ code, params: problem?.params }, format) ?? t.field[fieldReason(code)]],
    }));
    form.setFields(fields as unknown as Parameters<typeof form.setFields>[0]);
  }, [form, problem, format, t]);
}
