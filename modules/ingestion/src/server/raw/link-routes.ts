import { createHash } from "node:crypto";
import type { RawAnswer, RawRequest, RawRoute, Services } from "@yutu/application";
import { DatabaseUnavailable } from "@yutu/database";
import { isRobot, LINK_CODE_PATTERN } from "../../domain/links/link-code.ts";
import { collectorOf } from "../spool/event-collector.ts";
import type { SpooledEvent } from "../spool/spooled-event.ts";

/** Name of the event that a click on a tracked link is. */
export const CLICK_EVENT = "Link Clicked";

interface FoundLink {
  readonly workspace_id: string;
  readonly code: string;
  readonly tagged_url: string;
  readonly campaign_key: string;
  readonly utm_source: string;
  readonly utm_medium: string;
  readonly utm_content: string;
  readonly utm_term: string;
  readonly is_open: boolean;
}

const FIND = `SELECT workspace_id, code, tagged_url, campaign_key, utm_source, utm_medium, utm_content, utm_term, disabled_at IS NULL AS is_open FROM tracked_links WHERE code = $1`;

const page = (status: number, zh: string, en: string): RawAnswer => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${zh}</title><p>${zh}</p><p lang="en">${en}</p></html>`,
});

/**
 * A visitor of one day: address and browser hashed with the link and the day, so that clicks of one person count once
 * without anything about the person being kept.
 */
const visitorOf = (request: RawRequest, link: FoundLink, day: string): string =>
  `click:${createHash("sha256")
    .update([day, link.code, request.address, request.headers["user-agent"] ?? ""].join("\n"))
    .digest("hex")
    .slice(0, 24)}`;

function clickOf(request: RawRequest, link: FoundLink, services: Services): SpooledEvent {
  const at = services.clock.now().toISOString();
  const messageId = services.ids.next("clk");
  const row = {
    source_id: "",
    message_id: messageId,
    type: "track",
    event: CLICK_EVENT,
    user_id: "",
    anonymous_id: visitorOf(request, link, at.slice(0, 10)),
    occurred_at: at,
    received_at: at,
    utm_source: link.utm_source,
    utm_medium: link.utm_medium,
    utm_campaign: link.campaign_key,
    utm_content: link.utm_content,
    utm_term: link.utm_term,
    page_url: link.tagged_url,
    referrer: (request.headers["referer"] ?? "").slice(0, 2_000),
    properties: {},
    context: "{}",
  };
  return { line: JSON.stringify(row), messageId, sourceId: "", campaignKey: link.campaign_key, linkCode: link.code };
}

/** Leads on to where the link points and counts the click. The person goes on even if the click cannot be kept. */
async function follow(request: RawRequest, services: Services, counts: boolean): Promise<RawAnswer> {
  const code = request.params["code"] ?? "";
  const [link] = LINK_CODE_PATTERN.test(code)
    ? await services.database.querySystem<FoundLink>("a short link says where it leads", FIND, [code])
    : [];
  if (link === undefined) return page(404, "没有这个链接。", "There is no such link.");
  if (!link.is_open) return page(410, "这个链接已停用。", "This link has been switched off.");
  if (counts && !isRobot(request.headers["user-agent"])) {
    await collectorOf(services)
      .add(link.workspace_id, [clickOf(request, link, services)])
      .catch((error: unknown) => services.log.warn({ err: error, code }, "a click was not counted"));
  }
  return { status: 302, headers: { location: link.tagged_url, "referrer-policy": "no-referrer-when-downgrade" } };
}

const leading = (method: "GET" | "HEAD"): RawRoute => ({
  method,
  path: "/l/:code",
  bodyLimitBytes: 0,
  handle: (request, services) =>
    follow(request, services, method === "GET").catch((error: unknown) => {
      if (error instanceof DatabaseUnavailable)
        return {
          ...page(503, "暂时无法打开，请稍后再试。", "Please try again in a moment."),
          headers: { "content-type": "text/html; charset=utf-8", "retry-after": "5" },
        };
      throw error;
    }),
});

export const linkRoutes: readonly RawRoute[] = [leading("GET"), leading("HEAD")];
