import type { Language } from "./locale.ts";

/** What a column is called, in Chinese and English, and what the values are called that stand for themselves in no language. */
export type ColumnWords = readonly [zh: string, en: string, values?: ValueWords];

export type ValueWords = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** What one row of a table is called, and its columns; those of `COMMON_COLUMNS` only where they mean something else. */
export interface RecordWords {
  readonly name: readonly [zh: string, en: string];
  readonly columns: Readonly<Record<string, ColumnWords>>;
}

/** Words for the records of a module, by table. */
export type Records = Readonly<Record<string, RecordWords>>;

/** Columns that mean the same in every table. */
export const COMMON_COLUMNS: Readonly<Record<string, ColumnWords>> = {
  id: ["编号", "Record id"],
  created_at: ["创建时间", "Created"],
  created_by: ["创建人", "Created by"],
  updated_by: ["修改人", "Changed by"],
  deleted_at: ["删除时间", "Deleted"],
  name: ["名称", "Name"],
  title: ["标题", "Title"],
  description: ["说明", "Description"],
  note: ["备注", "Note"],
  text: ["内容", "Text"],
  key: ["代号", "Key"],
  kind: ["类型", "Kind"],
  status: ["状态", "Status"],
  state: ["状态", "State"],
  position: ["顺序", "Position"],
  tags: ["标签", "Tags"],
  channel: ["渠道", "Channel"],
  channels: ["渠道", "Channels"],
  currency: ["币种", "Currency"],
  amount_minor: ["金额", "Amount"],
  project_id: ["项目", "Project"],
  member_id: ["成员", "Member"],
  owner_id: ["负责人", "Owner"],
  task_id: ["任务", "Task"],
  file_id: ["文件", "File"],
  approval_id: ["审批", "Approval"],
  expires_at: ["到期时间", "Expires"],
  revoked_at: ["撤销时间", "Withdrawn"],
  decided_at: ["决定时间", "Decided"],
  finished_at: ["结束时间", "Finished"],
  submitted_at: ["提交时间", "Submitted"],
  disabled_at: ["停用时间", "Disabled"],
  size_bytes: ["大小（字节）", "Size (bytes)"],
  sha256: ["内容指纹", "Fingerprint"],
  storage_key: ["存储位置", "Storage key"],
  uploaded_by: ["上传人", "Uploaded by"],
};

/** The words of a column, or nothing where its module has none. */
export const columnWords = (records: Records, table: string, column: string): ColumnWords | undefined =>
  records[table]?.columns[column] ?? (table in records ? COMMON_COLUMNS[column] : undefined);
