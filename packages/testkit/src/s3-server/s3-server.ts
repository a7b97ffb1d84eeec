import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Bucket, S3Fault } from "./bucket.ts";
import { type Credentials, refusalOf } from "./signature.ts";

/** A server that speaks as much of the S3 protocol as our storage uses, and checks every signature. One bucket, in memory. */
export interface S3Server extends Credentials {
  readonly endpoint: string;
  readonly bucket: string;
  readonly content: Bucket;
  /** What was asked, e.g. `PUT /bucket/key?partNumber=1`, upload ids left out. */
  readonly asked: string[];
  /** The next requests are answered with this error instead; `hang up` closes the connection. */
  failNext(count: number, how: { status: number; code: string } | "hang up"): void;
  close(): Promise<void>;
}

const PAGE_KEYS = 100;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const unescaped = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

function rangeOf(content: Buffer, header: string | undefined): Answer {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(header ?? "") ?? [];
  if (first === undefined) return { body: content };
  const [start, end] = [Number(first), Math.min(Number(last), content.length - 1)];
  if (start >= content.length) throw new S3Fault(416, "InvalidRange");
  const headers = { "content-range": `bytes ${start}-${end}/${content.length}` };
  return { status: 206, headers, body: content.subarray(start, end + 1) };
}

function listing(bucket: Bucket, query: URLSearchParams): Answer {
  const { keys, next } = bucket.page(query.get("continuation-token") ?? "", PAGE_KEYS);
  const contents = keys.map((key) => `<Contents><Key>${escaped(key)}</Key></Contents>`).join("");
  const token = next === undefined ? "" : `<NextContinuationToken>${next}</NextContinuationToken>`;
  return { body: `<?xml version="1.0"?><ListBucketResult>${contents}${token}</ListBucketResult>` };
}

const partsOf = (xml: string) =>
  [...xml.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = ""]) => ({
    number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
    etag: unescaped(/<ETag>([^<]*)</.exec(part)?.[1] ?? ""),
  }));

/** Requests about an upload in parts. */
function uploadAnswer(bucket: Bucket, method: string, key: string, query: URLSearchParams, body: Buffer): Answer {
  const id = query.get("uploadId") ?? "";
  if (method === "POST" && query.has("uploads")) {
    const started = escaped(bucket.startUpload(key));
    return { body: `<InitiateMultipartUploadResult><UploadId>${started}</UploadId></InitiateMultipartUploadResult>` };
  }
  if (method === "PUT") return { headers: { etag: bucket.putPart(key, id, Number(query.get("partNumber")), body) } };
  if (method === "DELETE") {
    bucket.giveUp(key, id);
    return { status: 204 };
  }
  bucket.join(key, id, partsOf(body.toString()));
  return { body: "<CompleteMultipartUploadResult><ETag>joined</ETag></CompleteMultipartUploadResult>" };
}

function answerOf(bucket: Bucket, request: IncomingMessage, key: string, query: URLSearchParams, body: Buffer): Answer {
  const method = request.method ?? "";
  if (query.has("uploads") || query.has("uploadId")) return uploadAnswer(bucket, method, key, query, body);
  if (key === "" && method === "HEAD") return {};
  if (key === "" && method === "GET" && query.get("list-type") === "2") return listing(bucket, query);
  if (method === "PUT") return { headers: { etag: bucket.put(key, body) } };
  if (method === "GET") return rangeOf(bucket.get(key), request.headers.range);
  if (method === "DELETE") {
    bucket.objects.delete(key);
    return { status: 204 };
  }
  throw new S3Fault(405, "MethodNotAllowed");
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status = 200, headers = {}, body = "" }: Answer): void {
  response.writeHead(status, { "content-length": Buffer.byteLength(body), ...headers }).end(body);
}

const faultAnswer = (error: unknown): Answer => {
  if (!(error instanceof S3Fault)) throw error;
  const body = `<?xml version="1.0"?><Error><Code>${error.code}</Code><Message>${error.code}</Message></Error>`;
  return { status: error.status, body };
};

export async function startS3Server(name = "yutu-files"): Promise<S3Server> {
  const credentials = { region: "cn-test-1", accessKeyId: "AKIDTEST", secretAccessKey: "secret/with+signs=" };
  const content = new Bucket();
  const asked: string[] = [];
  let failing: Parameters<S3Server["failNext"]> = [0, "hang up"];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const url = new URL(request.url ?? "/", "http://host");
    asked.push(`${request.method} ${url.pathname}${url.search.replace(/uploadId=[^&]*/, "uploadId")}`);
    const [left, how] = failing;
    if (left > 0) {
      failing = [left - 1, how];
      if (how === "hang up") return void request.socket.destroy();
      return send(response, faultAnswer(new S3Fault(how.status, how.code)));
    }
    const signed = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
    const refusal = refusalOf(signed, credentials, Date.now());
    const [, bucket, ...key] = url.pathname.split("/");
    if (refusal) throw new S3Fault(403, refusal);
    if (bucket !== name) throw new S3Fault(404, "NoSuchBucket");
    send(response, answerOf(content, request, decodeURIComponent(key.join("/")), url.searchParams, body));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => send(response, faultAnswer(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    ...credentials,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket: name,
    content,
    asked,
    failNext: (...next) => {
      failing = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
