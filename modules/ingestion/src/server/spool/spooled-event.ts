import { type Currency, isCurrency, minorDigits } from "@yutu/kernel";
import type { BehaviourEvent } from "../../domain/segment/message.ts";

/** An event on its way: its row for the warehouse as JSON text, and what the writer must know without reading that. */
export interface SpooledEvent {
  readonly line: string;
  readonly messageId: string;
  readonly sourceId: string;
  readonly campaignKey: string;
  readonly linkCode: string;
}

const currencyOf = (code: string, home: Currency): Currency => (isCurrency(code) ? code : home);

/**
 * The row of an event without its workspace and without what it belongs to (project, channel…), which the writer adds.
 * @param home the currency of revenue that names none
 */
export function spooledEvent(
  event: BehaviourEvent,
  origin: { sourceId: string; receivedAtMs: number; home: Currency },
): SpooledEvent {
  const { campaign } = event;
  const currency = currencyOf(event.currency, origin.home);
  const minor = event.revenue === null ? 0 : Math.round(event.revenue * 10 ** minorDigits(currency));
  const row = {
    source_id: origin.sourceId,
    message_id: event.messageId,
    type: event.type,
    event: event.event,
    user_id: event.userId,
    anonymous_id: event.anonymousId,
    occurred_at: new Date(event.occurredAtMs).toISOString(),
    received_at: new Date(origin.receivedAtMs).toISOString(),
    utm_source: campaign.source,
    utm_medium: campaign.medium,
    utm_campaign: campaign.name,
    utm_content: campaign.content,
    utm_term: campaign.term,
    page_path: event.pagePath,
    page_url: event.pageUrl,
    referrer: event.referrer,
    revenue_minor: Number.isSafeInteger(minor) ? minor : 0,
    currency: minor === 0 ? "" : currency,
    properties: event.properties,
    context: JSON.stringify(event.context),
  };
  return {
    line: JSON.stringify(row),
    messageId: event.messageId,
    sourceId: origin.sourceId,
    campaignKey: campaign.name,
    linkCode: campaign.id,
  };
}

/** A batch as two buffers: the lines, and per line the keys. */
export const packEvents = (events: readonly SpooledEvent[]): { lines: Buffer; keys: Buffer } => ({
  lines: Buffer.from(events.map((event) => event.line).join("\n")),
  keys: Buffer.from(
    JSON.stringify(events.map((event) => [event.messageId, event.sourceId, event.campaignKey, event.linkCode])),
  ),
});

export function unpackEvents(lines: Uint8Array, keys: Uint8Array): SpooledEvent[] {
  const texts = Buffer.from(lines).toString().split("\n");
  const parts = JSON.parse(Buffer.from(keys).toString()) as [string, string, string, string][];
  return parts.map(([messageId, sourceId, campaignKey, linkCode], i) => ({
    line: texts[i] ?? "{}",
    messageId,
    sourceId,
    campaignKey,
    linkCode,
  }));
}
