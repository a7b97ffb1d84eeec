import { ingestion } from "@yutu/ingestion/contract";
import type { DemoActor } from "./act.ts";
import { adsCsv, ordersCsv, type Period } from "./facts.ts";
import type { StoryProject } from "./project-story.ts";
import { waitFor } from "./wait.ts";

type Analyst = DemoActor;

/** Yuan of media a day and channel for each order of that day. */
const MEDIA_PER_ORDER = 50;

/** Imports a file the way a person would: read, dry run, confirm. */
async function importFile(
  analyst: Analyst,
  name: string,
  bytes: Uint8Array,
  sourceId: string,
  projectId: string,
): Promise<void> {
  const file = await analyst.upload(ingestion.uploadImportFile, { query: { name } }, bytes);
  const { layout, settings, presetKey } = await analyst.act(ingestion.previewImportFile, {
    params: { fileId: file.id },
    query: { sourceId },
  });
  const { id: importId } = await analyst.act(ingestion.createImport, {
    body: { fileId: file.id, sourceId, projectId, presetKey, layout, settings },
  });
  const reaches = (state: string): Promise<void> =>
    waitFor(`the import of ${name} to be ${state}`, async () => {
      const now = await analyst.act(ingestion.getImport, { params: { importId } });
      if (now.state === "failed") throw new Error(`the import of ${name} failed: ${now.error}`);
      return now.state === state;
    });
  await reaches("checked");
  await analyst.act(ingestion.commitImport, { params: { importId } });
  await reaches("done");
}

/** The sources of the demo: what the shop sells and what it pays for media. */
export async function makeSources(analyst: Analyst): Promise<{ orders: string; ads: string }> {
  const orders = await analyst.act(ingestion.createSource, {
    body: { name: "店铺订单", kind: "file", channel: "tmall" },
  });
  const ads = await analyst.act(ingestion.createSource, { body: { name: "投放日报", kind: "file", channel: "tmall" } });
  return { orders: orders.id, ads: ads.id };
}

/** Orders and media costs of a period, under the project's campaign key. */
export async function collect(
  analyst: Analyst,
  sources: { orders: string; ads: string },
  project: StoryProject,
  period: Omit<Period, "campaignKey">,
  scale: number,
): Promise<void> {
  const full = { ...period, campaignKey: project.campaignKey };
  await importFile(analyst, `订单 ${period.from}.csv`, ordersCsv(full, scale), sources.orders, project.id);
  await importFile(
    analyst,
    `投放日报 ${period.from}.csv`,
    adsCsv(full, scale * MEDIA_PER_ORDER),
    sources.ads,
    project.id,
  );
}
