/** Where the schema is created. `cluster` names a ClickHouse cluster whose replicas all hold the tables. */
export interface DdlTarget {
  readonly database: string;
  readonly cluster?: string | undefined;
}

const ENGINE = /\{engine:(\w+)\(([^)]*)\)\}/g;

/**
 * Fills the macros of a migration: `{database}`, `{on_cluster}` and `{engine:ReplacingMergeTree(a, b)}`, which becomes
 * `ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', a, b)` on a cluster.
 * @throws when a macro is unknown
 */
export function expandDdl(sql: string, target: DdlTarget): string {
  const text = sql
    .replaceAll("{database}", target.database)
    .replaceAll("{on_cluster}", target.cluster === undefined ? "" : `ON CLUSTER ${target.cluster}`)
    .replace(ENGINE, (_, name: string, args: string) => engineOf(name, args, target.cluster !== undefined));
  const unknown = /\{(?!uuid\}|shard\}|replica\})[a-z_]+[^}]*\}/.exec(text);
  if (unknown !== null) throw new Error(`unknown macro ${unknown[0]} in a ClickHouse migration`);
  return text;
}

function engineOf(name: string, args: string, isReplicated: boolean): string {
  if (!isReplicated) return `${name}(${args})`;
  const place = "'/clickhouse/tables/{uuid}/{shard}', '{replica}'";
  return `Replicated${name}(${args.trim() === "" ? place : `${place}, ${args}`})`;
}

/** Splits a migration into statements: they end with `;` at the end of a line; `--` lines are comments. */
export const splitStatements = (sql: string): string[] =>
  sql
    .split("\n")
    .filter((line) => !line.trimStart().startsWith("--"))
    .join("\n")
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
