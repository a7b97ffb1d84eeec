import { type ReactElement, type ReactNode, useId } from "react";

interface Props {
  readonly title: string;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of the page, ruled off from the next. */
export function Section({ title, note, action, children }: Props): ReactElement {
  const id = useId();
  return (
    <section className="pj-section" aria-labelledby={id}>
      <header className="pj-section-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span className="pj-section-note">{note}</span>}
        {action !== undefined && <span className="pj-section-action">{action}</span>}
      </header>
      {children}
    </section>
  );
}
