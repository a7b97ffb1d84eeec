import type { ProblemBody } from "@yutu/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import { createContext, type FormEvent, type ReactElement, type ReactNode, useContext, useMemo, useState } from "react";
import { fieldErrors, fieldReason } from "../problem/field-errors.ts";
import { problemTexts } from "../problem/messages.ts";
import { problemSentence } from "../problem/problem-catalogue.ts";
import { ProblemNotice } from "../problem/problem-notice.tsx";

/** Reasons by field name. */
type Reasons = Readonly<Record<string, string>>;

interface FormState {
  readonly reasons: Reasons;
  readonly forget: (name: string) => void;
}

const FormContext = createContext<FormState>({ reasons: {}, forget: () => undefined });

export const useFieldReason = (name: string): readonly [string | undefined, () => void] => {
  const { reasons, forget } = useContext(FormContext);
  return [reasons[name], () => forget(name)];
};

export interface PlainFormProps {
  /** Receives the texts of all named fields, once those that are required are filled. */
  readonly onSubmit: (values: Readonly<Record<string, string>>) => void;
  /** The server's refusal: said above the fields, and beside those it names. */
  readonly problem?: ProblemBody | undefined;
  readonly children: ReactNode;
}

/** What the server said about fields, by the last part of their pointers. */
function useServerReasons(problem: ProblemBody | undefined): Reasons {
  const t = useMessages(problemTexts);
  const format = useFormat();
  return useMemo(() => {
    const reasons = fieldErrors(problem).map(({ name, code }): [string, string] => [
      String(name.at(-1)),
      problemSentence({ code, params: problem?.params }, format) ?? t.field[fieldReason(code)],
    ]);
    return Object.fromEntries(reasons);
  }, [problem, format, t]);
}

/** A form of plain fields for the pages before the product, where the form library would be most of the download. */
export function PlainForm({ onSubmit, problem, children }: PlainFormProps): ReactElement {
  const t = useMessages(problemTexts);
  const server = useServerReasons(problem);
  const [own, setOwn] = useState<Reasons>({});
  const [cleared, setCleared] = useState<{
    readonly of: ProblemBody | undefined;
    readonly names: ReadonlySet<string>;
  }>();
  const state = useMemo((): FormState => {
    const gone = cleared?.of === problem ? cleared?.names : undefined;
    const said = Object.fromEntries(Object.entries(server).filter(([name]) => !gone?.has(name)));
    return {
      reasons: { ...said, ...own },
      forget: (name) => {
        setOwn((before) => Object.fromEntries(Object.entries(before).filter(([each]) => each !== name)));
        setCleared({ of: problem, names: new Set([...(gone ?? []), name]) });
      },
    };
  }, [server, own, cleared, problem]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = [...event.currentTarget.elements].filter((each) => each instanceof HTMLInputElement);
    const empty = fields.filter((field) => field.required && field.value.trim() === "");
    setOwn(Object.fromEntries(empty.map((field) => [field.name, t.field.required])));
    empty[0]?.focus();
    if (empty.length === 0)
      onSubmit(
        Object.fromEntries(fields.filter((field) => field.name !== "").map((field) => [field.name, field.value])),
      );
  };
  return (
    <form noValidate className="yt-form" onSubmit={submit}>
      <ProblemNotice problem={problem} />
      <FormContext value={state}>{children}</FormContext>
    </form>
  );
}
