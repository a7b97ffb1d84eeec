import {
  type Actor,
  type Call,
  type FileAnswer,
  type Implementation,
  implement,
  implementFile,
  implementLong,
  type LongCall,
  notFound,
} from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { ok, type Problem, type Result, toPage } from "@yutu/kernel";
import { assets } from "../contract/index.ts";
import { findReadableFile } from "./attachments.ts";
import { addVersion, createAsset, linkTask, updateAsset } from "./commands/manage-assets.ts";
import { presentAssets, presentDuplicates, presentFile } from "./presenters.ts";
import {
  type AssetRow,
  countTags,
  findSameBytes,
  findSimilarNames,
  findVisibleAsset,
  listAssets,
} from "./repository.ts";
import { uploadFile } from "./upload.ts";

const DAY_SECONDS = 86_400;

async function duplicatesOf(tx: TenantTx, actor: Actor, sha256: string | undefined, name: string | undefined) {
  const same = sha256 ? await findSameBytes(tx, actor, sha256) : [];
  const known = new Set(same.map((a) => a.id));
  const similar = name ? (await findSimilarNames(tx, actor, name)).filter((a) => !known.has(a.id)) : [];
  return presentDuplicates(tx, [
    ...same.map((asset) => ({ asset, reason: "same-bytes" as const })),
    ...similar.map((asset) => ({ asset, reason: "similar-name" as const })),
  ]);
}

async function answer({ tx, actor }: Call, result: Result<AssetRow, Problem>) {
  if (!result.ok) return result;
  const [asset] = await presentAssets(tx, actor, [result.value]);
  return asset ? ok(asset) : notFound("asset");
}

async function fileAnswer(
  call: LongCall,
  fileId: string,
  which: "bytes" | "preview",
  inline: boolean,
): Promise<Result<FileAnswer, Problem>> {
  const file = await call.withTenant((tx) => findReadableFile(tx, call.actor, fileId));
  const key = which === "bytes" ? file?.storageKey : file?.previewKey;
  if (!file || !key) return notFound("file");
  const content = await call.services.storage.read(key);
  // The bytes behind a file id never change.
  if (which === "preview")
    return ok({
      content,
      contentType: "image/webp",
      fileName: `${file.name}.webp`,
      inline: true,
      cacheSeconds: 30 * DAY_SECONDS,
    });
  return ok({
    content,
    contentType: file.contentType,
    fileName: file.name,
    inline,
    sizeBytes: file.sizeBytes,
    cacheSeconds: DAY_SECONDS,
  });
}

export const operations: readonly Implementation[] = [
  implementLong(assets.uploadFile, async (call, { query }) => {
    const stored = await uploadFile(call, query.name);
    if (!stored.ok) return stored;
    const duplicates = await call.withTenant((tx) => duplicatesOf(tx, call.actor, stored.value.sha256, undefined));
    return ok({ ...presentFile(stored.value), duplicates });
  }),
  implementFile(assets.downloadFile, (call, { params, query }) =>
    fileAnswer(call, params.fileId, "bytes", query.inline === "true"),
  ),
  implementFile(assets.previewFile, (call, { params }) => fileAnswer(call, params.fileId, "preview", true)),
  implement(assets.findDuplicates, async ({ tx, actor }, { body }) =>
    ok({ duplicates: await duplicatesOf(tx, actor, body.sha256, body.name) }),
  ),
  implement(assets.listAssets, async ({ tx, actor }, { query }) => {
    const page = toPage(await listAssets(tx, actor, query, query), query.limit, (row) => [
      row.updatedAt.toISOString(),
      row.id,
    ]);
    return ok({ items: await presentAssets(tx, actor, page.items), nextCursor: page.nextCursor });
  }),
  implement(assets.listAssetTags, async ({ tx, actor }, { query }) => ok({ tags: await countTags(tx, actor, query) })),
  implement(assets.getAsset, async (call, { params }) => {
    const row = await findVisibleAsset(call.tx, call.actor, params.assetId);
    return row ? answer(call, ok(row)) : notFound("asset");
  }),
  implement(assets.createAsset, async (call, { body }) => answer(call, await createAsset(call, body))),
  implement(assets.addVersion, async (call, { params, body }) =>
    answer(call, await addVersion(call, params.assetId, body)),
  ),
  implement(assets.updateAsset, async (call, { params, body }) =>
    answer(call, await updateAsset(call, params.assetId, body)),
  ),
  implement(assets.linkTask, async (call, { params, body }) =>
    answer(call, await linkTask(call, params.assetId, params.taskId, body.linked)),
  ),
];
