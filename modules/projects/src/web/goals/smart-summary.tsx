import { useMessages } from "@yutu/i18n";
import { StatusRing } from "@yutu/ui";
import type { ReactElement } from "react";
import { goalTexts } from "./messages.ts";

/** One line: do the goals pass the gate, and if not, how much is missing. */
export function SmartSummary({ count }: { readonly count: number }): ReactElement {
  const t = useMessages(goalTexts).smart;
  return (
    <p className="pj-smart" role="status">
      <strong>{t.title}</strong>
      <StatusRing
        stage={count === 0 ? 1 : 0.5}
        tone={count === 0 ? "done" : "review"}
        label={count === 0 ? t.pass : t.open({ count })}
      />
    </p>
  );
}
