import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { placeholdersOf } from "../src/chdb/bind-values.ts";
import type { ChdbEngine, WarehouseProblem } from "../src/index.ts";
import { WarehouseStatementError } from "../src/index.ts";

/** A server that speaks as much of ClickHouse's HTTP interface as our client uses, over the embedded engine. */
export interface ClickHouseTwin {
  readonly url: string;
  /** Settings of the last request, as the client sent them. */
  readonly lastSettings: () => Record<string, string>;
  close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const codeOf = (problem: WarehouseProblem): number =>
  ({ "warehouse/timeout": 159, "warehouse/overloaded": 241, "warehouse/unavailable": 210 })[problem.definition.code];

const UNESCAPED: Record<string, string> = { n: "\n", t: "\t", r: "\r" };
const unescape = (text: string): string => text.replace(/\\(.)/gs, (_, char: string) => UNESCAPED[char] ?? char);

/** Reads a parameter as the client writes it: escaped text, or a list of quoted texts. */
function valueOf(text: string): string | null | string[] {
  if (text === "\\N") return null;
  if (!text.startsWith("[")) return unescape(text);
  return [...text.matchAll(/'((?:[^'\\]|\\.)*)'/gs)].map((match) => unescape(match[1] ?? ""));
}

async function answer(engine: ChdbEngine, url: URL, body: Buffer, signal: AbortSignal): Promise<string> {
  const settings = Object.fromEntries(url.searchParams);
  const timeoutMs = Number(settings["max_execution_time"] ?? 30) * 1000;
  const statement = url.searchParams.get("query") ?? body.toString();
  const insert = /^INSERT INTO (\S+) FORMAT JSONEachRow/.exec(statement.trim());
  const params = Object.fromEntries(
    placeholdersOf(statement).map((name) => [name, valueOf(url.searchParams.get(`param_${name}`) ?? "")]),
  );
  const sql = statement.replace(/\s*FORMAT JSONEachRow\s*$/, "");
  const done = insert
    ? await engine.insert({
        table: insert[1] ?? "",
        lines: body,
        dedupToken: settings["insert_deduplication_token"] ?? "",
        timeoutMs,
      })
    : /^(SELECT|WITH)/i.test(sql.trim())
      ? await engine.query({ sql, params, timeoutMs, signal })
      : await engine.command({ sql, params, timeoutMs });
  if (!done.ok) throw new WarehouseStatementError(codeOf(done.error), done.error.detail);
  return done.value ?? "";
}

export async function startTwin(engine: ChdbEngine): Promise<ClickHouseTwin> {
  let settings: Record<string, string> = {};
  const server = createServer((request, response) => {
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const url = new URL(request.url ?? "/", "http://twin");
    void readBody(request)
      .then(async (body) => {
        settings = Object.fromEntries(url.searchParams);
        const text = url.pathname === "/ping" ? "Ok.\n" : await answer(engine, url, body, gone.signal);
        response.writeHead(200, { "content-type": "application/x-ndjson" }).end(text);
      })
      .catch((error: unknown) => {
        if (gone.signal.aborted) return;
        const code = error instanceof WarehouseStatementError ? error.code : 1002;
        response
          .writeHead(500, { "x-clickhouse-exception-code": String(code) })
          .end(`Code: ${code}. DB::Exception: ${error instanceof Error ? error.message : ""} (ERROR)`);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://default:@127.0.0.1:${(server.address() as AddressInfo).port}`,
    lastSettings: () => settings,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
