import type { BindValues } from "../engine.ts";
import { FACT_DAY_COLUMN, FACT_PREFIX, FACT_TABLES, type FactTable, isFactTable } from "../schema/tables.ts";
import { lex, type Token } from "./lexer.ts";
import { findForeignSource } from "./source-rules.ts";

/** The tenant whose facts may be read. */
export interface WarehouseTenant {
  readonly workspaceId: string;
}

export interface CompiledQuery {
  readonly sql: string;
  readonly params: BindValues;
}

/** Thrown when a statement tries to leave its tenant. A bug of the author, never a matter of data. */
export class TenantWallError extends Error {
  override readonly name = "TenantWallError";
}

const WORKSPACE_ID = /^wsp_[0-9a-z]{1,64}$/;
const FOREIGN_DATABASES = new Set(["system", "information_schema", "default"]);
/** Functions that read files, dictionaries, other servers or the catalogue. */
const FORBIDDEN_CALLS =
  /^(dict\w*|joinget\w*|file\w*|url\w*|s3\w*|gcs|oss|cosn|hdfs\w*|azureblob\w*|remote\w*|cluster\w*|mysql|postgresql|mongodb|redis|sqlite|odbc|jdbc|executable|input|merge\w*tree\w*|merge|view\w*|loop|hascolumnintable|getsetting|getserversetting|getmacro|iceberg\w*|deltalake\w*|hudi\w*|python|catboostevaluate|initializeaggregation|sleep\w*)$/i;
const FORBIDDEN_WORDS = new Set([
  "settings",
  "format",
  "outfile",
  "infile",
  "insert",
  "create",
  "alter",
  "drop",
  "attach",
  "detach",
  "truncate",
  "rename",
  "optimize",
  "grant",
  "revoke",
  "kill",
  "explain",
  "describe",
  "show",
  "table",
]);

/**
 * Turns a statement with `{{facts}}` placeholders into one that can only see one workspace.
 * Every placeholder becomes a subquery restricted to `workspace_id = {workspaceId:String}`; text that names a database,
 * a table, a table function or a setting by itself is refused.
 * @throws TenantWallError
 */
export function compileTenantQuery(
  tenant: WarehouseTenant,
  sql: string,
  params: BindValues,
  database: string,
): CompiledQuery {
  if (typeof tenant?.workspaceId !== "string" || !WORKSPACE_ID.test(tenant.workspaceId))
    throw new TenantWallError("a warehouse query needs a workspace");
  if ("workspaceId" in params) throw new TenantWallError("the parameter workspaceId is bound by the warehouse alone");
  const tokens = lex(sql);
  if (tokens === null) throw new TenantWallError("a warehouse query is one statement without comments");
  const first = tokens[0]?.text.toLowerCase();
  if (first !== "select" && first !== "with") throw new TenantWallError("a warehouse query starts with SELECT or WITH");
  tokens.forEach((token, i) => checkToken(token, tokens[i + 1], database));
  const foreign = findForeignSource(tokens);
  if (foreign !== null)
    throw new TenantWallError(`read facts through placeholders such as {{events}}, not "${foreign.text}"`);
  return { sql: expand(sql, tokens, database), params: { ...params, workspaceId: tenant.workspaceId } };
}

function checkToken(token: Token, next: Token | undefined, database: string): void {
  const name = token.text.toLowerCase();
  switch (token.kind) {
    case "word":
    case "quoted":
      if (
        (name.startsWith(FACT_PREFIX) && name !== FACT_DAY_COLUMN) ||
        name === database.toLowerCase() ||
        FOREIGN_DATABASES.has(name) ||
        name.includes("\\")
      ) {
        throw new TenantWallError(`"${token.text}" names a database or table`);
      }
      if (next?.text === "(" && FORBIDDEN_CALLS.test(name))
        throw new TenantWallError(`the function "${token.text}" is not allowed`);
      if (token.kind === "word" && FORBIDDEN_WORDS.has(name))
        throw new TenantWallError(`"${token.text}" is not allowed in a warehouse query`);
      return;
    case "param":
      if (/:\s*identifier/i.test(token.text)) throw new TenantWallError("identifiers cannot be bound");
      return;
    case "placeholder":
      if (!isFactTable(token.text)) throw new TenantWallError(`there are no facts called "${token.text}"`);
      return;
    case "string":
    case "number":
    case "punctuation":
      return;
  }
}

function expand(sql: string, tokens: readonly Token[], database: string): string {
  let text = "";
  let from = 0;
  for (const token of tokens) {
    if (token.kind !== "placeholder" || !isFactTable(token.text)) continue;
    text += sql.slice(from, token.start) + tenantSubquery(token.text, database);
    from = token.end;
  }
  return text + sql.slice(from);
}

function tenantSubquery(name: FactTable, database: string): string {
  const { table, isRestated } = FACT_TABLES[name];
  return `(SELECT * FROM ${database}.${table}${isRestated ? " FINAL" : ""} WHERE workspace_id = {workspaceId:String})`;
}
