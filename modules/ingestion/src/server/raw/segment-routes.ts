import { gunzipSync } from "node:zlib";
import type { RawAnswer, RawRequest, RawRoute, Services } from "@yutu/application";
import { DatabaseUnavailable } from "@yutu/database";
import { BATCH_LIMIT_BYTES, BATCH_LIMIT_MESSAGES, MESSAGE_LIMIT_BYTES } from "../../domain/segment/limits.ts";
import { type MessageProblemCode, type MessageType, normaliseMessage } from "../../domain/segment/message.ts";
import { countOpenEvents, quarantine } from "../repositories/quarantine-repository.ts";
import { collectorOf } from "../spool/event-collector.ts";
import { type SpooledEvent, spooledEvent } from "../spool/spooled-event.ts";
import { type OpenSource, sourceOfKey } from "./write-keys.ts";

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, OPTIONS",
  "access-control-allow-headers": "Authorization, Content-Type, X-Retry-Count",
  "access-control-max-age": "86400",
  "cross-origin-resource-policy": "cross-origin",
};
const JSON_TYPE = { ...CORS, "content-type": "application/json; charset=utf-8" };

const answer = (status: number, body: object, extra: Record<string, string> = {}): RawAnswer => ({
  status,
  headers: { ...JSON_TYPE, ...extra },
  body: JSON.stringify(body),
});
const refusal = (status: number, message: string, extra: Record<string, string> = {}): RawAnswer =>
  answer(status, { success: false, message }, extra);

/** A message of 32 KB has members of ours around it. */
const OWN_OVERHEAD_BYTES = 4_096;
/** The write key is public: whoever has it must not fill the disk with nonsense. */
const MOST_PUT_ASIDE = 50_000;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The body as text, unpacked if the server has not done so; null when it unpacks into more than is accepted. */
function bodyText({ body }: RawRequest): string | null {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return Buffer.from(body).toString();
  try {
    return gunzipSync(body, { maxOutputLength: 2 * BATCH_LIMIT_BYTES }).toString();
  } catch {
    return null;
  }
}

function keyOf(request: RawRequest, body: Fields): string {
  const basic = /^Basic\s+(\S+)$/i.exec(request.headers["authorization"] ?? "")?.[1];
  if (basic !== undefined) return Buffer.from(basic, "base64").toString().split(":")[0] ?? "";
  return typeof body["writeKey"] === "string" ? body["writeKey"] : "";
}

interface Received {
  readonly source: OpenSource;
  readonly receivedAtMs: number;
  readonly sentAt: unknown;
  readonly type: MessageType | undefined;
}

interface Refused {
  readonly message: unknown;
  readonly code: MessageProblemCode;
}

/** The event of a message, or why it is none. */
function eventOf(message: unknown, received: Received, services: Services): SpooledEvent | MessageProblemCode {
  const { source, receivedAtMs, sentAt: batchSentAt, type } = received;
  const outcome = normaliseMessage(message, {
    receivedAtMs,
    batchSentAt,
    fallbackMessageId: services.ids.next("msg"),
    ...(type === undefined ? {} : { type }),
  });
  if (!outcome.ok) return outcome.code;
  const event = spooledEvent(outcome.event, { sourceId: source.sourceId, receivedAtMs, home: source.home });
  return event.line.length > MESSAGE_LIMIT_BYTES + OWN_OVERHEAD_BYTES ? "message-too-large" : event;
}

function sort(
  messages: readonly unknown[],
  received: Received,
  services: Services,
): { events: SpooledEvent[]; refused: Refused[] } {
  const events: SpooledEvent[] = [];
  const refused: Refused[] = [];
  for (const message of messages) {
    const checked = eventOf(message, received, services);
    if (typeof checked === "string") refused.push({ message, code: checked });
    else events.push(checked);
  }
  return { events, refused };
}

/**
 * Keeps what breaks a rule, with the reason: a client that sends it again would only be refused again.
 * @returns false when so much of the source waits already that no more is kept
 */
async function putAside(
  services: Services,
  { source }: Received,
  refused: readonly Refused[],
  requestId: string,
): Promise<boolean> {
  if (refused.length === 0) return true;
  const { sourceId, workspaceId } = source;
  const rows = refused.map(({ message, code }) => ({
    sourceId,
    importId: null,
    rowNumber: null,
    cells: [JSON.stringify(message).slice(0, MESSAGE_LIMIT_BYTES)],
    problems: [{ code, field: "" as const, value: "" }],
  }));
  const context = {
    workspaceId,
    actor: { kind: "system", id: null },
    operation: "ingestion.receiveEvents",
    requestId,
  } as const;
  return services.database.withTenant(context, async (tx) => {
    if ((await countOpenEvents(tx, sourceId)) >= MOST_PUT_ASIDE) return false;
    await quarantine(tx, rows);
    return true;
  });
}

async function accept(request: RawRequest, services: Services, type: MessageType | undefined): Promise<RawAnswer> {
  const text = bodyText(request);
  if (text === null || text.length > BATCH_LIMIT_BYTES) return refusal(413, "Too large: a request may have 500 KB.");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refusal(400, "The body is not JSON.");
  }
  if (!isFields(body)) return refusal(400, "The body is no JSON object.");
  const source = await sourceOfKey(services, keyOf(request, body));
  if (source === null) return refusal(401, "The write key is not known.");
  const messages = type === undefined ? body["batch"] : [body];
  if (!Array.isArray(messages)) return refusal(400, "There is no batch.");
  if (messages.length > BATCH_LIMIT_MESSAGES) return refusal(400, `A batch may have ${BATCH_LIMIT_MESSAGES} messages.`);
  const received = { source, receivedAtMs: services.clock.now().getTime(), sentAt: body["sentAt"], type };
  return keep(messages, received, services, request.requestId);
}

/** Answers with success only once everything is on disk: the events in the spool, the rest in quarantine. */
async function keep(
  messages: readonly unknown[],
  received: Received,
  services: Services,
  requestId: string,
): Promise<RawAnswer> {
  const collector = collectorOf(services);
  const retryAfter = await collector.retryAfterSeconds();
  if (retryAfter > 0) return refusal(429, "Too much at once; try again.", { "retry-after": String(retryAfter) });
  const { events, refused } = sort(messages, received, services);
  const [isKept] = await Promise.all([
    putAside(services, received, refused, requestId),
    collector.add(received.source.workspaceId, events),
  ]);
  return isKept
    ? answer(200, { success: true })
    : refusal(400, `${refused.length} messages break a rule, and too many such wait already.`);
}

async function guarded(work: () => Promise<RawAnswer>): Promise<RawAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseUnavailable)
      return refusal(503, "Nothing was kept; try again.", { "retry-after": "2" });
    throw error;
  }
}

const preflight = (path: string): RawRoute => ({
  method: "OPTIONS",
  path,
  bodyLimitBytes: 0,
  handle: async () => ({ status: 204, headers: CORS }),
});

const post = (path: string, type: MessageType | undefined): RawRoute[] => [
  {
    method: "POST",
    path,
    bodyLimitBytes: BATCH_LIMIT_BYTES + 1_024,
    handle: (request, services) => guarded(() => accept(request, services, type)),
  },
  preflight(path),
];

const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

/** A message in the address of a picture, for mails and pages without script: `?data=<base64 of JSON>`. */
async function acceptPixel(request: RawRequest, services: Services, type: MessageType): Promise<RawAnswer> {
  const body = Buffer.from(request.query["data"] ?? "", "base64");
  const result = await accept({ ...request, body, headers: {} }, services, type);
  return result.status === 200
    ? { status: 200, headers: { ...CORS, "content-type": "image/gif" }, body: PIXEL }
    : result;
}

/** What the browser library asks first: where to send to. */
async function librarySettings(request: RawRequest, services: Services): Promise<RawAnswer> {
  const writeKey = request.params["writeKey"] ?? "";
  if ((await sourceOfKey(services, writeKey)) === null) return refusal(404, "The write key is not known.");
  const address = new URL(services.publicUrl());
  const integration = {
    apiKey: writeKey,
    apiHost: `${address.host}/v1`,
    protocol: address.protocol.slice(0, -1),
    addBundledMetadata: true,
    unbundledIntegrations: [],
    bundledConfigIds: [],
    unbundledConfigIds: [],
    deliveryStrategy: {},
  };
  const plan = {
    track: { __default: { enabled: true, integrations: {} } },
    identify: { __default: { enabled: true } },
    group: { __default: { enabled: true } },
  };
  return answer(200, {
    integrations: { "Segment.io": integration },
    plan,
    edgeFunction: {},
    analyticsNextEnabled: true,
    middlewareSettings: {},
    enabledMiddleware: {},
    metrics: { sampleRate: 0, host: `${address.host}/v1` },
    legacyVideoPluginsEnabled: false,
    remotePlugins: [],
  });
}

const TYPES: readonly (readonly [MessageType, string])[] = [
  ["track", "t"],
  ["identify", "i"],
  ["page", "p"],
  ["screen", "s"],
  ["group", "g"],
  ["alias", "a"],
];
const PROJECT = "/v1/projects/:writeKey/settings";

/** The Segment HTTP tracking API, by its long and short names. It never redirects: clients would lose the body. */
export const segmentRoutes: readonly RawRoute[] = [
  ...post("/v1/batch", undefined),
  ...post("/v1/b", undefined),
  ...post("/v1/import", undefined),
  ...TYPES.flatMap(([type, short]) => [...post(`/v1/${type}`, type), ...post(`/v1/${short}`, type)]),
  ...(["track", "page", "identify"] as const).map(
    (type): RawRoute => ({
      method: "GET",
      path: `/v1/pixel/${type}`,
      bodyLimitBytes: 0,
      handle: (request, services) => guarded(() => acceptPixel(request, services, type)),
    }),
  ),
  // Measurements of the library about itself: taken and not kept.
  { method: "POST", path: "/v1/m", bodyLimitBytes: 64 * 1024, handle: async () => answer(200, { success: true }) },
  preflight("/v1/m"),
  {
    method: "GET",
    path: PROJECT,
    bodyLimitBytes: 0,
    handle: (request, services) => guarded(() => librarySettings(request, services)),
  },
  preflight(PROJECT),
];
