import type { Records, ValueWords } from "@yutu/i18n";
import { CHANNEL_WORDS } from "@yutu/projects/domain";
import { assetTexts } from "./messages.ts";

const { zh, en } = assetTexts;
const kinds: ValueWords = { zh: zh.kinds, en: en.kinds };
const statuses: ValueWords = { zh: zh.statuses, en: en.statuses };

/** What the records of files and assets are called. */
export const assetRecords: Records = {
  files: {
    name: ["文件", "File"],
    columns: {
      content_type: ["文件格式", "Media type"],
      kind: ["类型", "Kind", kinds],
      width: ["宽（像素）", "Width (px)"],
      height: ["高（像素）", "Height (px)"],
      preview_key: ["预览图位置", "Preview key"],
    },
  },
  file_attachments: {
    name: ["附件", "Attachment"],
    columns: {
      entity: ["所属对象", "Belongs to"],
      entity_id: ["所属记录", "Record"],
      permission: ["查看所需权限", "Needed permission"],
    },
  },
  assets: {
    name: ["素材", "Asset"],
    columns: {
      kind: ["类型", "Kind", kinds],
      channels: ["渠道", "Channels", CHANNEL_WORDS],
      status: ["状态", "Status", statuses],
      current_version_id: ["当前版本", "Current version"],
    },
  },
  asset_versions: {
    name: ["素材版本", "Asset version"],
    columns: { asset_id: ["素材", "Asset"], number: ["版本号", "Version"] },
  },
  asset_tasks: { name: ["素材关联", "Asset link"], columns: { asset_id: ["素材", "Asset"] } },
};
