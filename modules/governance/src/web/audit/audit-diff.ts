type Row = Readonly<Record<string, unknown>> | null;

export interface FieldChange {
  /** Name of the column. */
  readonly field: string;
  /** Undefined where there was no value. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Which record it is stands above its changes; the rest is bookkeeping that changes with every write and says nothing. */
const SILENT = new Set(["id", "workspace_id", "version", "updated_at"]);

const valueOf = (row: Row, field: string): unknown => {
  const value = row?.[field];
  return value === null || value === "" ? undefined : value;
};

/** The fields that differ between two states of a row, in the order of their names; all that are set when one state is missing. */
export function changesOf(before: Row, after: Row): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].toSorted();
  return fields
    .filter((field) => !SILENT.has(field))
    .map((field) => ({ field, before: valueOf(before, field), after: valueOf(after, field) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}
