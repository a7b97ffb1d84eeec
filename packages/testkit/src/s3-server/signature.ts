import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** A request as it came over the wire. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Credentials {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const MAX_SKEW_MS = 15 * 60_000;

const sha256 = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** RFC 3986: only unreserved characters stay. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");

/** The signature that the owner of the secret gives a request (AWS Signature Version 4, whole payload in the header). */
function signatureOf(request: SignedRequest, signedHeaders: readonly string[], credentials: Credentials): string {
  const url = new URL(request.url, "http://host");
  const date = String(request.headers["x-amz-date"]);
  const scope = `${date.slice(0, 8)}/${credentials.region}/s3/aws4_request`;
  const canonical = [
    request.method,
    url.pathname
      .split("/")
      .map((part) => encoded(decodeURIComponent(part)))
      .join("/"),
    canonicalQuery(url.searchParams),
    ...signedHeaders.map((name) => `${name}:${String(request.headers[name]).trim().replace(/\s+/g, " ")}`),
    "",
    signedHeaders.join(";"),
    String(request.headers["x-amz-content-sha256"]),
  ].join("\n");
  const key = scope
    .split("/")
    .reduce<string | Buffer>((from, part) => hmac(from, part), `AWS4${credentials.secretAccessKey}`);
  return hmac(key, ["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n")).toString("hex");
}

const instantOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

/** @returns the code of the refusal as S3 names it, or undefined for a request that its owner signed */
export function refusalOf(request: SignedRequest, credentials: Credentials, now: number): string | undefined {
  const given = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), ?SignedHeaders=(\S+), ?Signature=([0-9a-f]{64})$/.exec(
    request.headers.authorization ?? "",
  );
  const [, accessKeyId, scope, headers = "", signature = ""] = given ?? [];
  if (!given) return "AccessDenied";
  if (accessKeyId !== credentials.accessKeyId) return "InvalidAccessKeyId";
  const date = String(request.headers["x-amz-date"]);
  if (scope !== `${date.slice(0, 8)}/${credentials.region}/s3/aws4_request`) return "AuthorizationHeaderMalformed";
  if (!(Math.abs(now - instantOf(date)) <= MAX_SKEW_MS)) return "RequestTimeTooSkewed";
  const signed = headers.split(";");
  const unsigned = Object.keys(request.headers).filter((name) => name.startsWith("x-amz-") && !signed.includes(name));
  if (!signed.includes("host") || unsigned.length > 0) return "AccessDenied";
  const expected = signatureOf(request, signed, credentials);
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(signature))) return "SignatureDoesNotMatch";
  return request.headers["x-amz-content-sha256"] === sha256(request.body) ? undefined : "XAmzContentSHA256Mismatch";
}
