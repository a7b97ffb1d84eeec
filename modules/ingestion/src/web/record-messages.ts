import type { Records, ValueWords } from "@yutu/i18n";
import { CHANNEL_WORDS } from "@yutu/projects/domain";
import { ingestionTexts } from "./messages.ts";

const { zh, en } = ingestionTexts;
const kinds: ValueWords = { zh: zh.kinds, en: en.kinds };
const states: ValueWords = { zh: zh.states, en: en.states };
const sourceKinds: ValueWords = { zh: { file: "文件", events: "事件" }, en: { file: "Files", events: "Events" } };
const rowStates: ValueWords = {
  zh: { open: "待处理", replayed: "已修正", discarded: "已舍弃" },
  en: { open: "Open", replayed: "Corrected", discarded: "Discarded" },
};

/** What the records of imported data are called. */
export const ingestionRecords: Records = {
  sources: {
    name: ["数据源", "Data source"],
    columns: {
      kind: ["类型", "Kind", sourceKinds],
      channel: ["渠道", "Channel", CHANNEL_WORDS],
      write_key: ["写入密钥", "Write key"],
    },
  },
  source_mappings: {
    name: ["字段映射", "Column mapping"],
    columns: {
      source_id: ["数据源", "Data source"],
      fingerprint: ["表头指纹", "Fingerprint of the headings"],
      preset_key: ["平台模板", "Preset"],
      settings: ["读取方式", "How rows are read"],
    },
  },
  import_files: { name: ["导入文件", "Import file"], columns: { format: ["文件格式", "Format"] } },
  imports: {
    name: ["导入", "Import"],
    columns: {
      source_id: ["数据源", "Data source"],
      kind: ["内容", "What", kinds],
      state: ["状态", "State", states],
      failed_in: ["失败步骤", "Failed while", states],
      layout: ["文件结构", "Layout"],
      settings: ["读取方式", "How rows are read"],
      preset_key: ["平台模板", "Preset"],
      fact_version: ["数据版本", "Version of the facts"],
      undo_sequence: ["撤销序号", "Number of the undo"],
      bytes_total: ["字节数", "Bytes"],
      check_totals: ["试运行结果", "Result of the dry run"],
      totals: ["导入结果", "Result"],
      error: ["错误", "Error"],
    },
  },
  quarantined_rows: {
    name: ["隔离行", "Quarantined row"],
    columns: {
      source_id: ["数据源", "Data source"],
      import_id: ["导入", "Import"],
      row_number: ["行号", "Line"],
      problems: ["问题", "Problems"],
      state: ["状态", "State", rowStates],
      corrected: ["修正内容", "Correction"],
      resolved_by: ["处理人", "Resolved by"],
      resolved_at: ["处理时间", "Resolved"],
    },
  },
  tracked_links: {
    name: ["追踪链接", "Tracked link"],
    columns: {
      code: ["短码", "Short code"],
      target_url: ["目标网址", "Target address"],
      tagged_url: ["带参数的网址", "Tagged address"],
      campaign_key: ["活动码", "Campaign key"],
      channel: ["渠道", "Channel", CHANNEL_WORDS],
      utm_source: ["来源（utm_source）", "Source (utm_source)"],
      utm_medium: ["媒介（utm_medium）", "Medium (utm_medium)"],
      utm_content: ["内容（utm_content）", "Content (utm_content)"],
      utm_term: ["关键词（utm_term）", "Term (utm_term)"],
      asset_version_id: ["素材版本", "Asset version"],
    },
  },
  utm_dictionaries: {
    name: ["参数字典", "UTM dictionary"],
    columns: { sources: ["来源", "Sources"], mediums: ["媒介", "Mediums"] },
  },
};
