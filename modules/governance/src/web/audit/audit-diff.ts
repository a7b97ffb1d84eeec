type Row = Readonly<Record<string, unknown>> | null;

export interface FieldChange {
  readonly field: string;
  /** Text of the value; undefined where there was none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Bookkeeping that changes with every write and says nothing. */
const SILENT = new Set(["workspace_id", "version", "updated_at"]);

function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}

/** The fields that differ between two states of a row, in the order of their names; all that are set when one state is missing. */
export function changesOf(before: Row, after: Row): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].toSorted();
  return fields
    .filter((field) => !SILENT.has(field))
    .map((field) => ({ field, before: textOf(before?.[field]), after: textOf(after?.[field]) }))
    .filter((change) => change.before !== change.after);
}
