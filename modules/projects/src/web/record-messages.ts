import type { Records, ValueWords } from "@yutu/i18n";
import { CHANNEL_WORDS } from "../domain/index.ts";
import { goalTexts } from "./goals/messages.ts";
import { projectTexts } from "./messages.ts";
import { templateTexts } from "./templates/messages.ts";
import { wizardTexts } from "./wizard/messages.ts";

const statuses: ValueWords = { zh: projectTexts.zh.status, en: projectTexts.en.status };
const visibilities: ValueWords = { zh: wizardTexts.zh.visibilities, en: wizardTexts.en.visibilities };
const levels: ValueWords = { zh: templateTexts.zh.levels, en: templateTexts.en.levels };
const sources: ValueWords = { zh: goalTexts.zh.sources, en: goalTexts.en.sources };
const units: ValueWords = { zh: goalTexts.zh.units, en: goalTexts.en.units };
const directions: ValueWords = { zh: goalTexts.zh.directions, en: goalTexts.en.directions };
const goalStatuses: ValueWords = {
  zh: { draft: "草稿", active: "生效", dropped: "已放弃" },
  en: { draft: "Draft", active: "Active", dropped: "Dropped" },
};

/** What the records of projects and their goals are called. */
export const projectRecords: Records = {
  project_templates: { name: ["项目类型", "Project type"], columns: { definition: ["内容", "Definition"] } },
  projects: {
    name: ["项目", "Project"],
    columns: {
      campaign_key: ["活动码", "Campaign key"],
      type_key: ["项目类型", "Project type"],
      template_version: ["类型版本", "Version of the type"],
      color: ["颜色", "Colour"],
      status: ["状态", "Status", statuses],
      visibility: ["可见范围", "Visible to", visibilities],
      anchor_date: ["节点日", "Anchor day"],
      start_date: ["开始日期", "Start"],
      end_date: ["结束日期", "End"],
      total_budget_minor: ["总预算", "Total budget"],
      channels: ["渠道", "Channels", CHANNEL_WORDS],
      manager_id: ["项目经理", "Project manager"],
      brief: ["营销简报", "Brief"],
      started_at: ["启动时间", "Started"],
      closed_at: ["结项时间", "Closed"],
    },
  },
  project_members: { name: ["项目成员", "Project member"], columns: { role_key: ["项目角色", "Role on the project"] } },
  goals: {
    name: ["目标", "Goal"],
    columns: {
      parent_id: ["上级目标", "Parent goal"],
      level: ["层级", "Level", levels],
      weight: ["权重", "Weight"],
      status: ["状态", "Status", goalStatuses],
    },
  },
  kpis: {
    name: ["指标", "KPI"],
    columns: {
      goal_id: ["目标", "Goal"],
      source: ["数据来源", "Source", sources],
      metric_id: ["绑定指标", "Metric"],
      filters: ["筛选条件", "Filters"],
      source_note: ["数据从哪里读取", "Where it is read"],
      unit: ["单位", "Unit", units],
      direction: ["方向", "Direction", directions],
      baseline: ["基线", "Baseline"],
      target: ["目标值", "Target"],
      deadline: ["截止日期", "Deadline"],
      weight: ["权重", "Weight"],
      checkpoints: ["检查点", "Checkpoints"],
      final_value: ["结项值", "Final value"],
      final_at: ["结项取值时间", "Final value taken"],
    },
  },
  kpi_checkins: {
    name: ["指标进展", "KPI check-in"],
    columns: {
      kpi_id: ["指标", "KPI"],
      day: ["日期", "Day"],
      value: ["数值", "Value"],
      by_member_id: ["填报人", "Entered by"],
    },
  },
};
