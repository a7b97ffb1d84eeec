import { type ReactElement, type ReactNode, useId } from "react";

interface Props {
  readonly title: string;
  readonly hint?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a settings page. */
export function Section({ title, hint, action, children }: Props): ReactElement {
  const id = useId();
  return (
    <section className="st-section" aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{title}</h2>
          {hint !== undefined && <p>{hint}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
