import type { ReactElement, ReactNode } from "react";

/** One attribute of a task: its name and what it is. */
export const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);
