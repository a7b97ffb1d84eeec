import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import { StorageUnavailable } from "../storage.ts";
import { readError } from "./xml.ts";

export interface S3Options {
  /** Origin of the service, e.g. `https://s3.eu-central-1.amazonaws.com`, `http://minio:9000`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  readonly pathStyle: boolean;
}

export interface S3Request {
  readonly method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  /** Without it the request is about the bucket. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer<ArrayBuffer>;
  /** Until the answer begins, for each attempt. */
  readonly timeoutMs?: number;
  readonly attempts?: number;
}

/** An answer that no repetition will change: a missing key, a wrong signature, no right. */
export class S3Refusal extends Error {
  override readonly name = "S3Refusal";
  constructor(
    readonly status: number,
    /** As the service names it, e.g. `NoSuchKey`, `AccessDenied`; empty where it says nothing. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface S3Connection {
  /** Sends a signed request. @throws S3Refusal, StorageUnavailable */
  send(request: S3Request): Promise<Response>;
}

const TIMEOUT_MS = 120_000;
const ATTEMPTS = 4;
const FIRST_DELAY_MS = 100;

/** The address of a key, or of the bucket itself. */
export function addressOf({ endpoint, bucket, pathStyle }: S3Options, key = ""): URL {
  const url = new URL(endpoint);
  if (pathStyle) url.pathname = `/${bucket}/${key}`;
  else {
    url.hostname = `${bucket}.${url.hostname}`;
    url.pathname = `/${key}`;
  }
  return url;
}

/** Fetches until the answer begins; its body may then take as long as it needs. */
async function fetchWithin(request: Request, timeoutMs: number): Promise<Response> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  try {
    // A redirect leads to another host, for which the signature does not hold.
    return await fetch(request, { signal: timeout.signal, redirect: "manual" });
  } finally {
    clearTimeout(timer);
  }
}

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as { message?: string; cause?: { message?: string; code?: string } };
  return cause?.message || cause?.code || message || String(error);
};

/** What an answer that is not a success means: worth another attempt, or final. */
async function faultOf(response: Response): Promise<StorageUnavailable | S3Refusal> {
  const said = readError(await response.text().catch(() => ""));
  const text = [`HTTP ${response.status}`, said.code, said.message].filter((part) => part !== "").join(" ");
  return response.status >= 500 || response.status === 429 || said.code === "RequestTimeout"
    ? new StorageUnavailable(`the object storage cannot work now: ${text}`)
    : new S3Refusal(response.status, said.code, `the object storage refused: ${text}`);
}

export function connectS3(options: S3Options): S3Connection {
  const { accessKeyId, secretAccessKey, region } = options;
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3" });

  async function attempt(request: S3Request): Promise<Response> {
    const url = addressOf(options, request.key);
    for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
    // The hash is signed, so that the service refuses bytes that changed on the way.
    const sha256 = createHash("sha256")
      .update(request.body ?? "")
      .digest("hex");
    const signed = await signer.sign(url, {
      method: request.method,
      headers: { ...request.headers, "x-amz-content-sha256": sha256 },
      ...(request.body ? { body: request.body } : {}),
    });
    const response = await fetchWithin(signed, request.timeoutMs ?? TIMEOUT_MS).catch((error: unknown) => {
      throw new StorageUnavailable(`the object storage cannot be reached: ${reasonOf(error)}`, { cause: error });
    });
    if (response.ok) return response;
    throw await faultOf(response);
  }

  return {
    send: async (request) => {
      const attempts = request.attempts ?? ATTEMPTS;
      for (let made = 1; ; made++) {
        try {
          return await attempt(request);
        } catch (error) {
          if (!(error instanceof StorageUnavailable) || made === attempts) throw error;
          await delay(FIRST_DELAY_MS * 2 ** (made - 1) * (0.5 + Math.random()));
        }
      }
    },
  };
}
