import { useMessages } from "@yutu/i18n";
import type { ReactElement, ReactNode } from "react";
import { identityTexts } from "../messages.ts";
import "./door.css";

/** The frame of every page that one sees before coming in. */
export function Door({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const t = useMessages(identityTexts);
  return (
    <main className="id-door">
      <header className="id-door-brand">
        <span className="id-door-mark" aria-hidden="true" />
        <strong>{t.product}</strong>
        <p>{t.claim}</p>
      </header>
      <section className="id-door-sheet" aria-labelledby="door-title">
        <h1 id="door-title">{title}</h1>
        {children}
      </section>
    </main>
  );
}
