import type { ReactElement, ReactNode } from "react";
import "./detail.css";

interface Props {
  readonly title: string;
  /** A small figure after the title. */
  readonly note?: string | undefined;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a task's details under its own small head. */
export const Section = ({ title, note, action, children }: Props): ReactElement => (
  <section className="tk-section" aria-label={title}>
    <header>
      <h2>{title}</h2>
      {note !== undefined && <span className="tk-quiet yt-figures">{note}</span>}
      {action}
    </header>
    {children}
  </section>
);
