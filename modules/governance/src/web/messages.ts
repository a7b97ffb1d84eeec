import { defineMessages, plural } from "@yutu/i18n";

/** Words of the audit log. */
export const auditTexts = defineMessages({
  zh: {
    title: "审计日志",
    time: "时间",
    actor: "操作人",
    system: "系统",
    action: "操作",
    actions: { insert: "新增", update: "修改", delete: "删除" },
    table: "对象",
    record: "记录",
    recordId: "记录编号",
    operation: "接口",
    request: "请求编号",
    dates: "日期",
    sealed: "防篡改",
    sealedYes: "已封存",
    sealedNo: "待封存",
    findRecord: "按记录编号查找",
    export: "导出 CSV",
    verify: "校验完整性",
    intact: (p: { sealed: number; unsealed: number }) =>
      `日志完整：${p.sealed} 条已封存且未被改动，${p.unsealed} 条将在一分钟内封存。`,
    broken: (p: { seq: number }) => `第 ${p.seq} 条起与封存时不一致，日志可能被改动过。请联系管理员并保留备份。`,
    changes: "变更内容",
    field: "字段",
    before: "之前",
    after: "之后",
    none: "无",
    yes: "是",
    no: "否",
    noChanges: "只有内部版本号变化。",
    entry: (p: { seq: number }) => `第 ${p.seq} 条`,
    what: (p: { action: string; table: string }) => `${p.action}${p.table}`,
    empty: "每一次新增、修改和删除都会自动记录在这里。",
    count: (p: { count: number }) => `${p.count} 处变化`,
  },
  en: {
    title: "Audit log",
    time: "Time",
    actor: "Who",
    system: "System",
    action: "Action",
    actions: { insert: "Created", update: "Changed", delete: "Deleted" },
    table: "What",
    record: "Record",
    recordId: "Record id",
    operation: "Operation",
    request: "Request",
    dates: "Dates",
    sealed: "Seal",
    sealedYes: "Sealed",
    sealedNo: "To be sealed",
    findRecord: "Find by record id",
    export: "Export CSV",
    verify: "Verify",
    intact: (p) =>
      `The log is whole: ${p.sealed} sealed ${plural(p.sealed, "entry is", "entries are")} untouched, ${p.unsealed} will be sealed within a minute.`,
    broken: (p) =>
      `From entry ${p.seq} on the log differs from what was sealed; it may have been tampered with. Tell your administrator and keep the backups.`,
    changes: "Changes",
    field: "Field",
    before: "Before",
    after: "After",
    none: "None",
    yes: "Yes",
    no: "No",
    noChanges: "Only the internal version number changed.",
    entry: (p) => `Entry ${p.seq}`,
    what: (p) => `${p.action}: ${p.table}`,
    empty: "Everything created, changed or deleted is recorded here by itself.",
    count: (p) => `${p.count} ${plural(p.count, "change", "changes")}`,
  },
});

/** Sentences for refusals. */
export const governanceProblemTexts = defineMessages({
  zh: {
    "governance/too-much": (p: Record<string, unknown>) => `导出超过 ${String(p.limit)} 行，请选择更短的日期范围。`,
  },
  en: {
    "governance/too-much": (p: Record<string, unknown>) =>
      `The export would exceed ${String(p.limit)} rows; choose a shorter period.`,
  },
});
