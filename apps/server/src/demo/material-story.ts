import { assets } from "@yutu/assets/contract";
import { ingestion } from "@yutu/ingestion/contract";
import { tasks } from "@yutu/tasks/contract";
import sharp from "sharp";
import type { Cast } from "./act.ts";
import type { StoryProject } from "./project-story.ts";

/** A picture with two fields of colour and a disc: enough to tell versions apart at a glance. */
const picture = (from: string, to: string, discX: number): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="1200" height="800" fill="url(#g)"/><circle cx="${discX}" cy="420" r="210" fill="#fff" fill-opacity="0.85"/><rect x="80" y="640" width="520" height="36" rx="18" fill="#fff"/></svg>`,
    ),
  )
    .png()
    .toBuffer();

const PICTURES = [
  { name: "主会场 KV", from: "#3B4FD8", to: "#E8590C", tags: ["kv", "主会场"] },
  { name: "详情页头图", from: "#1A7F4E", to: "#D9EFA6", tags: ["详情页"] },
  { name: "小红书封面", from: "#C4281C", to: "#F5C7B8", tags: ["封面", "种草"] },
] as const;

/** Pictures with versions, linked to the tasks they were made for. */
export async function makeMaterial(cast: Cast, project: StoryProject, discX: number): Promise<void> {
  const designer = cast("designer");
  const { items } = await designer.act(tasks.listTasks, { query: { projectId: project.id, limit: 200 } });
  const drawn = items.filter((task) => /KV|详情页/.test(task.title));
  for (const [i, { name, from, to, tags }] of PICTURES.entries()) {
    const file = await designer.upload(
      assets.uploadFile,
      { query: { name: `${name}.png` } },
      await picture(from, to, discX + i * 40),
    );
    const task = drawn[i % Math.max(1, drawn.length)];
    const asset = await designer.act(assets.createAsset, {
      body: {
        fileId: file.id,
        name,
        projectId: project.id,
        tags: [...tags],
        channels: ["tmall"],
        ...(task ? { taskIds: [task.id] } : {}),
      },
    });
    if (i > 0) continue;
    const better = await designer.upload(
      assets.uploadFile,
      { query: { name: `${name} v2.png` } },
      await picture(to, from, discX + 300),
    );
    await designer.act(assets.addVersion, {
      params: { assetId: asset.id },
      body: { fileId: better.id, note: "主色互换，突出利益点" },
    });
    await designer.act(assets.updateAsset, { params: { assetId: asset.id }, body: { status: "ready" } });
  }
}

/** What was said, with a mention. */
export async function talk(cast: Cast, project: StoryProject): Promise<void> {
  const [pm, designer] = [cast("pm"), cast("designer")];
  const { items } = await pm.act(tasks.listTasks, { query: { projectId: project.id, limit: 200 } });
  const task = items.find((t) => t.status === "doing") ?? items[0];
  if (!task) return;
  await pm.act(tasks.addComment, {
    params: { taskId: task.id },
    body: { body: `<@${designer.memberId}> 利益点再大一号，周三前给我看一版。` },
  });
  await designer.act(tasks.addComment, { params: { taskId: task.id }, body: { body: "收到，今天下班前上传 v2。" } });
}

/** Tracked links of the project. */
export async function makeLinks(cast: Cast, project: StoryProject): Promise<void> {
  const pm = cast("pm");
  const { sources, mediums } = await pm.act(ingestion.getUtmDictionary, {});
  const source = (wanted: string): string => sources.find((s) => s === wanted) ?? sources[0] ?? "";
  for (const channel of ["xiaohongshu", "wechat"]) {
    await pm.act(ingestion.createLink, {
      body: {
        name: `${channel} 种草落地页`,
        targetUrl: "https://shop.example.com/promo",
        projectId: project.id,
        channel,
        source: source(channel),
        medium: mediums[0] ?? "",
        content: "kv-v2",
      },
    });
  }
}
