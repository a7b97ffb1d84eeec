import { type ReactElement, type ReactNode, useId } from "react";
import "./field.css";

interface FieldProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  /** Spans the whole row of its grid. */
  readonly wide?: boolean;
  /** Several controls under one name, e.g. chips; they carry names of their own. */
  readonly group?: boolean;
  readonly children: ReactNode;
}

/** A control with its name above and what is wrong with it below. */
export function Field({ label, error, hint, wide = false, group = false, children }: FieldProps): ReactElement {
  const id = useId();
  const below = (
    <>
      {error !== undefined && (
        <span className="pj-field-error" role="alert">
          {error}
        </span>
      )}
      {error === undefined && hint !== undefined && <span className="pj-field-hint">{hint}</span>}
    </>
  );
  if (group) {
    return (
      <div className="pj-field" data-wide={wide} data-wrong={error !== undefined} role="group" aria-labelledby={id}>
        <span id={id} className="pj-field-label">
          {label}
        </span>
        {children}
        {below}
      </div>
    );
  }
  return (
    <label className="pj-field" data-wide={wide} data-wrong={error !== undefined}>
      <span className="pj-field-label">{label}</span>
      {children}
      {below}
    </label>
  );
}
