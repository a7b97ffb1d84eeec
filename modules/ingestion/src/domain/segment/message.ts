import { MESSAGE_ID_LIMIT, TEXT_LIMIT } from "./limits.ts";

export const MESSAGE_TYPES = ["track", "page", "screen", "identify", "group", "alias"] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

export interface Campaign {
  readonly source: string;
  readonly medium: string;
  /** `utm_campaign`. */
  readonly name: string;
  readonly content: string;
  readonly term: string;
  /** `utm_id`: the code of a tracked link. */
  readonly id: string;
}

/** A message as the warehouse keeps it. */
export interface BehaviourEvent {
  readonly messageId: string;
  readonly type: MessageType;
  /** Name of the event; for other types the name the event catalogue gives them, e.g. `Page Viewed`. */
  readonly event: string;
  readonly userId: string;
  readonly anonymousId: string;
  readonly occurredAtMs: number;
  readonly campaign: Campaign;
  readonly pagePath: string;
  readonly pageUrl: string;
  readonly referrer: string;
  /** Major units as sent; null when there is none. */
  readonly revenue: number | null;
  readonly currency: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
}

/** Why a message is kept aside. */
export const MESSAGE_PROBLEM_CODES = [
  "not-an-object",
  "unknown-type",
  "event-missing",
  "event-too-long",
  "identity-missing",
  "message-id-too-long",
  "message-too-large",
] as const;
export type MessageProblemCode = (typeof MESSAGE_PROBLEM_CODES)[number];

export type MessageOutcome =
  | { readonly ok: true; readonly event: BehaviourEvent }
  | { readonly ok: false; readonly code: MessageProblemCode };

export interface MessageContext {
  /** When the server got it, ms since the epoch. */
  readonly receivedAtMs: number;
  /** `sentAt` of the batch; messages may carry their own. */
  readonly batchSentAt: unknown;
  /** Type by the address (`/v1/track`), which the body need not repeat. */
  readonly type?: MessageType;
  /** Used when the client gave none. */
  readonly fallbackMessageId: string;
}

const EVENT_NAMES: Readonly<Record<Exclude<MessageType, "track">, string>> = {
  page: "Page Viewed",
  screen: "Screen Viewed",
  identify: "User Identified",
  group: "Group Joined",
  alias: "User Aliased",
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const fieldsIn = (value: unknown): Fields => (isFields(value) ? value : {});
const textIn = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
const isType = (value: unknown): value is MessageType => (MESSAGE_TYPES as readonly unknown[]).includes(value);

/** Checks a message of a Segment client and brings it into one shape. */
export function normaliseMessage(message: unknown, context: MessageContext): MessageOutcome {
  if (!isFields(message)) return { ok: false, code: "not-an-object" };
  const type = context.type ?? message["type"];
  if (!isType(type)) return { ok: false, code: "unknown-type" };
  const messageId = textIn(message["messageId"]) || context.fallbackMessageId;
  if (messageId.length > MESSAGE_ID_LIMIT) return { ok: false, code: "message-id-too-long" };
  const event = type === "track" ? textIn(message["event"]) : EVENT_NAMES[type];
  if (event === "") return { ok: false, code: "event-missing" };
  if (event.length > TEXT_LIMIT) return { ok: false, code: "event-too-long" };
  const userId = textIn(message["userId"]).slice(0, TEXT_LIMIT);
  const anonymousId = textIn(message["anonymousId"]).slice(0, TEXT_LIMIT);
  if (userId === "" && anonymousId === "" && textIn(message["previousId"]) === "")
    return { ok: false, code: "identity-missing" };
  return { ok: true, event: { messageId, type, event, userId, anonymousId, ...detailsOf(message, type, context) } };
}

type Details = Omit<BehaviourEvent, "messageId" | "type" | "event" | "userId" | "anonymousId">;

function detailsOf(message: Fields, type: MessageType, context: MessageContext): Details {
  const { page: rawPage, campaign, ...rest } = fieldsIn(message["context"]);
  const properties = propertiesOf(message, type);
  const page = { ...fieldsIn(rawPage), ...(type === "page" ? properties : {}) };
  const pageUrl = textIn(page["url"]).slice(0, 2_000);
  const revenue = type === "track" ? (properties["revenue"] ?? properties["total"] ?? properties["value"]) : undefined;
  const figure =
    typeof revenue === "number"
      ? revenue
      : typeof revenue === "string" && revenue.trim() !== ""
        ? Number(revenue)
        : Number.NaN;
  return {
    occurredAtMs: correctedTime(message, context),
    campaign: campaignOf(fieldsIn(campaign), pageUrl),
    pagePath: (textIn(page["path"]) || pathOf(pageUrl)).slice(0, 1_000),
    pageUrl,
    referrer: textIn(page["referrer"]).slice(0, 2_000),
    revenue: Number.isFinite(figure) ? figure : null,
    currency: textIn(properties["currency"]).toUpperCase().slice(0, 3),
    properties,
    context: rest,
  };
}

function propertiesOf(message: Fields, type: MessageType): Fields {
  const body = fieldsIn(type === "identify" || type === "group" ? message["traits"] : message["properties"]);
  const extra: Record<string, unknown> = {};
  if (type === "page" || type === "screen")
    for (const key of ["name", "category"]) if (typeof message[key] === "string") extra[key] = message[key];
  if (type === "group") extra["groupId"] = textIn(message["groupId"]);
  if (type === "alias") extra["previousId"] = textIn(message["previousId"]);
  return { ...body, ...extra };
}

const DAY_MS = 86_400_000;
const EARLIEST_MS = Date.UTC(2000, 0, 1);
const instantIn = (value: unknown): number => (typeof value === "string" ? Date.parse(value) : Number.NaN);

/**
 * When it happened by the server's clock: `receivedAt − (sentAt − timestamp)`, which cancels a wrong clock of the client.
 * Without `sentAt` the client's time is taken as it is; a time that cannot be (later than tomorrow, before 2000) is when it came.
 */
function correctedTime(message: Fields, { receivedAtMs, batchSentAt }: MessageContext): number {
  const happened = instantIn(message["originalTimestamp"] ?? message["timestamp"]);
  if (Number.isNaN(happened)) return receivedAtMs;
  const sent = instantIn(message["sentAt"] ?? batchSentAt);
  const corrected = Number.isNaN(sent) ? happened : receivedAtMs - (sent - happened);
  return corrected > receivedAtMs + DAY_MS || corrected < EARLIEST_MS ? receivedAtMs : corrected;
}

const pathOf = (url: string): string => /^[a-z]+:\/\/[^/?#]+([^?#]*)/i.exec(url)?.[1] ?? "";

/** `context.campaign`, or what the address of the page says, by member. Names are compared in lower case everywhere. */
function campaignOf(campaign: Fields, url: string): Campaign {
  const query = new Map<string, string>();
  const search = url.includes("utm_") ? (/\?([^#]*)/.exec(url)?.[1] ?? "") : "";
  for (const pair of search.split("&")) {
    const [key = "", value = ""] = pair.split("=", 2);
    if (key.startsWith("utm_") && !query.has(key)) query.set(key, decoded(value));
  }
  const pick = (member: string, parameter: string): string =>
    (textIn(campaign[member]) || (query.get(parameter) ?? "")).toLowerCase().slice(0, TEXT_LIMIT);
  return {
    source: pick("source", "utm_source"),
    medium: pick("medium", "utm_medium"),
    name: pick("name", "utm_campaign"),
    content: pick("content", "utm_content"),
    term: pick("term", "utm_term"),
    id: (textIn(campaign["id"]) || (query.get("utm_id") ?? "")).slice(0, TEXT_LIMIT),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
