/** How one kind of restated fact is keyed. */
interface Restatement {
  readonly versions: string;
  readonly current: string;
  /** Which fact a row states, across versions. */
  readonly identity: string;
  /** Where the current table keeps it; equals the identity when no part of the sorting key can change. */
  readonly position: string;
}

export const RESTATED = {
  order_lines: {
    versions: "fact_order_line_versions",
    current: "fact_order_lines",
    identity: "(source_id, order_no, line_no)",
    position: "(source_id, order_no, line_no, ordered_on)",
  },
  ad_facts: {
    versions: "fact_ad_fact_versions",
    current: "fact_ad_facts",
    identity: "(source_id, fact_on, line_no)",
    position: "(source_id, fact_on, line_no)",
  },
} as const satisfies Record<string, Restatement>;

export type RestatedTable = keyof typeof RESTATED;

const OWN = "workspace_id = {workspaceId:String}";
const OF_IMPORT = `${OWN} AND import_id = {importId:String}`;
const SYNC = "SETTINGS mutations_sync = 2, lightweight_deletes_sync = 2";

/** Marks the former places of facts that this import put elsewhere. Null when facts cannot move. */
export function settleStatement(table: RestatedTable, database: string): string | null {
  const { versions, current, identity, position } = RESTATED[table];
  if (String(identity) === String(position)) return null;
  const ofImport = (columns: string) => `(SELECT ${columns} FROM ${database}.${versions} WHERE ${OF_IMPORT})`;
  const version = `(SELECT max(version) FROM ${database}.${versions} WHERE ${OF_IMPORT})`;
  return `INSERT INTO ${database}.${current} SELECT * REPLACE (${version} AS sequence, toUInt8(1) AS is_deleted) FROM ${database}.${current} FINAL
    WHERE ${OWN} AND import_id != {importId:String} AND ${identity} IN ${ofImport(identity)} AND ${position} NOT IN ${ofImport(position)}`;
}

/**
 * The statements of an undo, in order. First one insert changes what counts, so a reader sees either side of it:
 * every fact of the import gets its newest other version back, or a tombstone. Then its history goes.
 */
export function undoStatements(table: RestatedTable, database: string): string[] {
  const { versions, current, identity, position } = RESTATED[table];
  const history = `${database}.${versions}`;
  const identities = `(SELECT ${identity} FROM ${history} WHERE ${OF_IMPORT})`;
  const former = (columns: string) =>
    `SELECT ${columns} FROM ${history} WHERE ${OWN} AND import_id != {importId:String} AND ${identity} IN ${identities} ORDER BY version DESC LIMIT 1 BY ${identity}`;
  const replaced = (isDeleted: number) =>
    `* REPLACE ({sequence:UInt64} AS sequence, toUInt8(${isDeleted}) AS is_deleted)`;
  const restore = `INSERT INTO ${database}.${current} SELECT * FROM (${former(replaced(0))})
    UNION ALL SELECT ${replaced(1)} FROM ${history} WHERE ${OF_IMPORT} AND ${position} NOT IN (SELECT ${position} FROM (${former("*")}))`;
  return [restore, `DELETE FROM ${history} WHERE ${OF_IMPORT} ${SYNC}`];
}
