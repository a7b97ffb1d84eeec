import { useMessages } from "@yutu/i18n";
import { StatusRing } from "@yutu/ui";
import type { ReactElement, ReactNode } from "react";
import { goalTexts } from "./messages.ts";

interface Props {
  readonly count: number;
  /** The way to what is missing. */
  readonly children?: ReactNode;
}

/** One line: do the goals pass the gate, and if not, how much is missing. */
export function SmartSummary({ count, children }: Props): ReactElement {
  const t = useMessages(goalTexts).smart;
  return (
    <p className="pj-smart" role="status">
      <strong>{t.title}</strong>
      <StatusRing
        stage={count === 0 ? 1 : 0.5}
        tone={count === 0 ? "done" : "review"}
        label={count === 0 ? t.pass : t.open({ count })}
      />
      {children}
    </p>
  );
}
