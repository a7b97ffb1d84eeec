import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MessageContext, normaliseMessage } from "./message.ts";

const receivedAtMs = Date.parse("2026-09-01T10:00:10.000Z");
const context: MessageContext = { receivedAtMs, batchSentAt: undefined, fallbackMessageId: "made-here" };
const track = (more: object = {}) => ({
  type: "track",
  event: "Order Completed",
  userId: "u1",
  messageId: "m1",
  ...more,
});

function accepted(message: unknown, change: Partial<MessageContext> = {}) {
  const outcome = normaliseMessage(message, { ...context, ...change });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.event;
}
const refused = (message: unknown) => {
  const outcome = normaliseMessage(message, context);
  return outcome.ok ? "ok" : outcome.code;
};

describe("normaliseMessage", () => {
  it("keeps what a client says", () => {
    expect(
      accepted(
        track({
          anonymousId: "a1",
          properties: { revenue: "199.50", currency: "cny", sku: "X" },
          context: {
            campaign: { name: "DOUBLE11", source: "Douyin", id: "Ab3dE" },
            page: { path: "/p", url: "https://s.example/p?x=1", referrer: "https://r.example" },
            library: { name: "x" },
          },
        }),
      ),
    ).toMatchObject({
      messageId: "m1",
      type: "track",
      event: "Order Completed",
      userId: "u1",
      anonymousId: "a1",
      occurredAtMs: receivedAtMs,
      revenue: 199.5,
      currency: "CNY",
      campaign: { name: "double11", source: "douyin", medium: "", content: "", term: "", id: "Ab3dE" },
      pagePath: "/p",
      pageUrl: "https://s.example/p?x=1",
      referrer: "https://r.example",
      properties: { sku: "X" },
      context: { library: { name: "x" } },
    });
  });
  it.each([
    [
      { type: "page", anonymousId: "a", name: "首页", properties: { path: "/" } },
      "Page Viewed",
      { path: "/", name: "首页" },
    ],
    [{ type: "screen", anonymousId: "a", name: "Home" }, "Screen Viewed", { name: "Home" }],
    [{ type: "identify", userId: 42, traits: { email: "x@y.example" } }, "User Identified", { email: "x@y.example" }],
    [
      { type: "group", userId: "u", groupId: "g1", traits: { plan: "pro" } },
      "Group Joined",
      { plan: "pro", groupId: "g1" },
    ],
    [{ type: "alias", userId: "u", previousId: "a" }, "User Aliased", { previousId: "a" }],
  ])("names %j %s", (message, event, properties) => {
    expect(accepted(message)).toMatchObject({ event, properties, messageId: "made-here" });
  });
  it("reads numbers as identities", () => {
    expect(accepted({ type: "identify", userId: 42 }).userId).toBe("42");
  });
  it("reads the campaign from the address of the page", () => {
    const url =
      "https://shop.example/a%20b?utm_campaign=Double11&utm_source=wechat&utm_id=Xy12&utm_content=%E4%B8%BB%E5%9B%BE+1&utm_term=%E0%A4%A#top";
    expect(accepted({ type: "page", anonymousId: "a", context: { page: { url } } })).toMatchObject({
      campaign: { name: "double11", source: "wechat", medium: "", content: "主图 1", id: "Xy12", term: "%e0%a4%a" },
      pagePath: "/a%20b",
    });
  });
  it("takes the type from the address when the body has none", () => {
    expect(accepted({ event: "x", userId: "u" }, { type: "track" }).type).toBe("track");
  });
  it.each([
    ["unknown-type", { type: "delete", userId: "u" }],
    ["not-an-object", "track"],
    ["not-an-object", [1]],
    ["event-missing", { type: "track", userId: "u" }],
    ["event-too-long", track({ event: "x".repeat(256) })],
    ["identity-missing", { type: "page" }],
    ["message-id-too-long", track({ messageId: "x".repeat(101) })],
  ])("refuses as %s", (code, message) => {
    expect(refused(message)).toBe(code);
  });
  it("never fails, whatever JSON it gets", () => {
    const anything = fc.anything({ withNullPrototype: false });
    fc.assert(
      fc.property(fc.jsonValue(), anything, fc.constantFrom("track", "page", "identify"), (value, other, type) => {
        const outcome = normaliseMessage(
          {
            ...(typeof value === "object" && !Array.isArray(value) ? value : {}),
            type,
            context: other,
            properties: value,
            userId: "u",
            event: "e",
          },
          context,
        );
        return typeof outcome.ok === "boolean";
      }),
    );
  });
});

describe("time", () => {
  const at = (message: object, change: Partial<MessageContext> = {}) =>
    new Date(accepted(track(message), change).occurredAtMs).toISOString();
  it("cancels a client's wrong clock", () => {
    // The client's clock is a year behind; the event happened 4 s before it was sent.
    const timestamp = "2025-09-01T10:00:00.000Z";
    expect(at({ timestamp }, { batchSentAt: "2025-09-01T10:00:04.000Z" })).toBe("2026-09-01T10:00:06.000Z");
    expect(at({ originalTimestamp: timestamp, sentAt: "2025-09-01T10:00:04.000Z" })).toBe("2026-09-01T10:00:06.000Z");
  });
  it("believes a time without sentAt, within reason", () => {
    expect(at({ timestamp: "2026-08-01T00:00:00Z" })).toBe("2026-08-01T00:00:00.000Z");
    expect(at({ timestamp: "2028-08-01T00:00:00Z" })).toBe("2026-09-01T10:00:10.000Z");
    expect(at({ timestamp: "1970-01-01T00:00:00Z" })).toBe("2026-09-01T10:00:10.000Z");
    expect(at({ timestamp: "yesterday" })).toBe("2026-09-01T10:00:10.000Z");
    expect(at({})).toBe("2026-09-01T10:00:10.000Z");
  });
});
