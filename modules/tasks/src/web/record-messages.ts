import type { Records, ValueWords } from "@yutu/i18n";
import { CHANNEL_WORDS } from "@yutu/projects/domain";
import { taskTexts } from "./messages.ts";

const statuses: ValueWords = { zh: taskTexts.zh.status, en: taskTexts.en.status };
const priorities: ValueWords = { zh: taskTexts.zh.priority, en: taskTexts.en.priority };
const edges: ValueWords = {
  zh: { start: "当天开始时", end: "当天结束时" },
  en: { start: "Start of day", end: "End of day" },
};
const linkTypes: ValueWords = {
  zh: { FS: "完成后开始", SS: "同时开始", FF: "同时完成", SF: "开始后完成" },
  en: { FS: "Finish to start", SS: "Start to start", FF: "Finish to finish", SF: "Start to finish" },
};
const constraints: ValueWords = {
  zh: {
    ASAP: "越早越好",
    ALAP: "越晚越好",
    SNET: "不早于某日开始",
    SNLT: "不晚于某日开始",
    FNET: "不早于某日完成",
    FNLT: "不晚于某日完成",
    MSO: "必须某日开始",
    MFO: "必须某日完成",
  },
  en: {
    ASAP: "As soon as possible",
    ALAP: "As late as possible",
    SNET: "Start no earlier than",
    SNLT: "Start no later than",
    FNET: "Finish no earlier than",
    FNLT: "Finish no later than",
    MSO: "Must start on",
    MFO: "Must finish on",
  },
};

/** What the records of tasks are called. */
export const taskRecords: Records = {
  phases: { name: ["阶段", "Phase"], columns: {} },
  tasks: {
    name: ["任务", "Task"],
    columns: {
      number: ["编号", "Number"],
      phase_id: ["阶段", "Phase"],
      parent_id: ["上级任务", "Parent task"],
      template_key: ["类型中的任务", "Task of the type"],
      status: ["状态", "Status", statuses],
      priority: ["优先级", "Priority", priorities],
      channel: ["渠道", "Channel", CHANNEL_WORDS],
      labels: ["标签", "Labels"],
      assignee_ids: ["负责人", "Assignees"],
      accountable_id: ["最终负责", "Accountable"],
      watcher_ids: ["关注人", "Watchers"],
      milestone: ["里程碑", "Milestone"],
      milestone_at: ["里程碑时点", "Edge of the day", edges],
      start_date: ["开始日期", "Start"],
      due_date: ["截止日期", "Due"],
      duration_days: ["工期（天）", "Duration (days)"],
      baseline_start: ["批准的开始日期", "Approved start"],
      baseline_due: ["批准的截止日期", "Approved due"],
      progress: ["进度（%）", "Progress (%)"],
      estimate_minutes: ["预计工时（分钟）", "Estimate (minutes)"],
      constraint_kind: ["日期约束", "Constraint", constraints],
      constraint_date: ["约束日期", "Date of the constraint"],
      checklist: ["检查清单", "Checklist"],
      budget_line_key: ["预算行", "Budget line"],
      budget_minor: ["计划金额", "Planned amount"],
      rank: ["排序", "Rank"],
      started_on: ["实际开始", "Started on"],
      completed_on: ["实际完成", "Completed on"],
    },
  },
  task_links: {
    name: ["任务依赖", "Task link"],
    columns: {
      from_id: ["前置任务", "Predecessor"],
      to_id: ["后续任务", "Successor"],
      type: ["关系", "Type", linkTypes],
      lag: ["间隔", "Lag"],
    },
  },
  comments: {
    name: ["评论", "Comment"],
    columns: {
      parent_id: ["回复的评论", "Answer to"],
      body: ["内容", "Text"],
      mention_ids: ["提到的人", "Mentioned"],
      reactions: ["表情回应", "Reactions"],
      author_id: ["作者", "Author"],
      resolved_at: ["解决时间", "Resolved"],
      resolved_by: ["解决人", "Resolved by"],
      edited_at: ["编辑时间", "Edited"],
    },
  },
  saved_views: {
    name: ["视图", "Saved view"],
    columns: {
      owner_id: ["所有者", "Owner"],
      shared: ["共享", "Shared"],
      view: ["页面", "Page"],
      search: ["筛选与排序", "Filters and order"],
    },
  },
};
