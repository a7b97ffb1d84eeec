import {
  type Implementation,
  implement,
  implementFile,
  implementLong,
  type LongCall,
  notFound,
} from "@yutu/application";
import { workspaceFacts } from "@yutu/identity/server";
import { ok, toPage } from "@yutu/kernel";
import { findVisibleProject, inVisibleProject } from "@yutu/projects/server";
import QRCode from "qrcode";
import { ingestion } from "../contract/index.ts";
import { changeDictionary, changeLink, createLink } from "./commands/manage-links.ts";
import { positionOf } from "./import-operations.ts";
import { presentLink } from "./presenters.ts";
import { clicksByCode, clicksByDay } from "./queries/link-clicks.ts";
import { dictionaryOf, findLink, type LinkRow, listLinkRows } from "./repositories/link-repository.ts";
import { trackedLinks } from "./tables.ts";

const NO_CLICKS = { clicks: 0, visitors: 0 };
const DAYS_SHOWN = 30;
const DAY_MS = 86_400_000;

async function visibleLink(call: LongCall, linkId: string): Promise<{ link: LinkRow; timeZone: string } | undefined> {
  return call.withTenant(async (tx) => {
    const link = await findLink(tx, linkId);
    if (!link || !(await findVisibleProject(tx, call.actor, link.projectId))) return undefined;
    return { link, timeZone: (await workspaceFacts(tx)).timeZone };
  });
}

/** Readable from a poster: a wide margin, and a quarter of it may be torn off. */
async function qrCode(text: string, format: "svg" | "png"): Promise<{ content: Uint8Array; contentType: string }> {
  const options = { margin: 4, errorCorrectionLevel: "Q" } as const;
  if (format === "png")
    return { content: await QRCode.toBuffer(text, { ...options, width: 1024 }), contentType: "image/png" };
  return {
    content: Buffer.from(await QRCode.toString(text, { ...options, type: "svg" })),
    contentType: "image/svg+xml",
  };
}

export const linkOperations: readonly Implementation[] = [
  implementLong(ingestion.listLinks, async (call, { query }) => {
    const { projectId, channel, text, limit, cursor } = query;
    const scope = inVisibleProject(trackedLinks.projectId, call.actor);
    const rows = await call.withTenant((tx) =>
      listLinkRows(tx, { scope, projectId, channel, text, after: positionOf(cursor) }, limit),
    );
    const page = toPage(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
    const clicks = await clicksByCode(
      call.services.warehouse,
      call.actor,
      page.items.map((row) => row.code),
    );
    const items = page.items.map((row) => presentLink(row, call.services.publicUrl(), clicks?.get(row.code) ?? null));
    return ok({ items, nextCursor: page.nextCursor });
  }),
  implement(ingestion.createLink, async (call, { body }) => {
    const made = await createLink(call, body);
    return made.ok ? ok(presentLink(made.value, call.services.publicUrl(), NO_CLICKS)) : made;
  }),
  implement(ingestion.updateLink, async (call, { params, body }) => {
    const changed = await changeLink(call, params.linkId, body);
    return changed.ok ? ok(presentLink(changed.value, call.services.publicUrl(), null)) : changed;
  }),
  implementLong(ingestion.getLink, async (call, { params }) => {
    const found = await visibleLink(call, params.linkId);
    if (!found) return notFound("link");
    const { warehouse, clock, publicUrl } = call.services;
    const since = new Date(clock.now().getTime() - DAYS_SHOWN * DAY_MS);
    const clicks = await clicksByCode(warehouse, call.actor, [found.link.code]);
    const days = await clicksByDay(warehouse, call.actor, found.link.code, since, found.timeZone);
    return ok({ ...presentLink(found.link, publicUrl(), clicks?.get(found.link.code) ?? null), days });
  }),
  implementFile(ingestion.downloadLinkCode, async (call, { params, query }) => {
    const found = await visibleLink(call, params.linkId);
    if (!found) return notFound("link");
    const picture = await qrCode(`${call.services.publicUrl()}/l/${found.link.code}`, query.format);
    return ok({ ...picture, fileName: `${found.link.code}.${query.format}`, inline: query.format === "png" });
  }),
  implement(ingestion.getUtmDictionary, async ({ tx }) => {
    const { sources, mediums } = await dictionaryOf(tx);
    return ok({ sources: [...sources], mediums: [...mediums] });
  }),
  implement(ingestion.updateUtmDictionary, async (call, { body }) => {
    const changed = await changeDictionary(call, body);
    return changed.ok ? ok({ sources: [...changed.value.sources], mediums: [...changed.value.mediums] }) : changed;
  }),
];
