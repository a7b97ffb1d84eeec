import type { ProjectTemplate } from "../template.ts";
import { BRIEF, chain, INITIATION_FLOW, kpi, line, ROLES, readiness, reserveLine, risk, t, task } from "./build.ts";

/** 自定义: the bare skeleton of any undertaking, to be filled by its people. */
export const CUSTOM: ProjectTemplate = {
  key: "custom",
  name: t("自定义", "Custom"),
  description: t(
    "只有骨架：目标、方案、执行、验收、复盘。",
    "Only the skeleton: goals, plan, work, acceptance, review.",
  ),
  color: "#57534C",
  version: 1,
  anchorTask: "due",
  roles: [ROLES.manager, ROLES.planner, { ...ROLES.designer, required: false }, ROLES.operator, ROLES.analyst],
  phases: [
    { key: "plan", name: t("策划", "Planning") },
    { key: "work", name: t("执行", "Work") },
    { key: "review", name: t("验收与复盘", "Acceptance and review") },
  ],
  tasks: [
    task("goals", "plan", t("明确目标与范围", "Goals and scope"), 2, "manager", { priority: "high" }),
    task("plan", "plan", t("制定方案与分工", "Plan and roles"), 3, "planner"),
    task("plan_ok", "plan", t("方案确认", "Plan agreed"), 0, "manager"),
    task("material", "work", t("内容与物料准备", "Content and material"), 5, "designer", { budget: "creative" }),
    task("set_up", "work", t("渠道与数据准备", "Channels and data"), 3, "operator", { budget: "execution" }),
    task("check", "work", t("上线前检查", "Check before going live"), 1, "manager", { priority: "urgent" }),
    task("due", "work", t("上线日", "Go-live"), 0, "manager"),
    task("operate", "work", t("执行与调优", "Operate and adjust"), 5, "operator", { budget: "execution" }),
    task("results", "review", t("结果验收", "Accept the results"), 2, "analyst"),
    task("retro", "review", t("项目复盘", "Retrospective"), 2, "manager"),
    task("closed", "review", t("结项", "Closed"), 0, "manager"),
  ],
  links: [
    ...chain("goals > plan > plan_ok > material > check > due > operate > results > retro > closed"),
    ...chain("plan_ok > set_up > check"),
  ],
  kpis: [kpi("gmv", t("业务结果达标", "Reach the business result"), "business", 1, 14)],
  budget: [
    line("execution", t("执行费用", "Execution"), "operation", 700),
    line("creative", t("内容与制作", "Content and production"), "creative", 200),
    reserveLine(100),
  ],
  approval: INITIATION_FLOW,
  brief: BRIEF,
  risks: [
    risk(
      t("范围蔓延", "The scope grows"),
      "schedule",
      "medium",
      "medium",
      t("新增需求走变更", "New wishes go through a change"),
    ),
  ],
  readiness: readiness(
    t("目标已确认", "Goals are agreed"),
    t("链接与数据可用", "Links and data work"),
    t("分工到人", "Everything has an owner"),
    t("物料已过审", "Material is approved"),
    t("结果口径已定", "The measure of success is agreed"),
  ),
  defaultChannels: [],
};
