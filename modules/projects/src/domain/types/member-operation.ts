import type { ProjectTemplate } from "../template.ts";
import {
  BRIEF,
  chain,
  INITIATION_FLOW,
  kpi,
  line,
  link,
  ROLES,
  readiness,
  reserveLine,
  risk,
  t,
  task,
} from "./build.ts";

const WECHAT = { channels: ["wechat"] };
const SMS = { channels: ["sms"] };
const TMALL = { channels: ["tmall"] };
const STORE = { channels: ["store"] };

/** 会员运营: one member day, from segments to benefits to reaching people with their consent. */
export const MEMBER_OPERATION: ProjectTemplate = {
  key: "member_operation",
  name: t("会员运营", "Member operation"),
  description: t(
    "会员日、沉睡唤醒、复购提升：分群、权益、触达、承接。",
    "Member days, waking sleepers, repurchase: segments, benefits, contact, service.",
  ),
  color: "#1A8F4E",
  version: 1,
  anchorTask: "member_day",
  roles: [ROLES.manager, ROLES.crm, ROLES.designer, ROLES.copywriter, ROLES.store, ROLES.service, ROLES.analyst],
  phases: [
    { key: "insight", name: t("会员洞察", "Member insight") },
    { key: "design", name: t("权益与内容", "Benefits and content") },
    { key: "reach", name: t("触达", "Contact") },
    { key: "day", name: t("会员日", "Member day") },
    { key: "review", name: t("复盘", "Review") },
  ],
  tasks: [
    task("rfm", "insight", t("会员分层与流失分析", "Tiers and churn"), 3, "analyst"),
    task("segments", "insight", t("确定目标人群与对照组", "Target groups and control group"), 2, "crm", {
      priority: "high",
      checklist: [
        t("剔除已退订会员", "Leave out who has unsubscribed"),
        t("留 10% 对照组", "Keep a 10 % control group"),
      ],
    }),
    task("benefits", "design", t("权益与券包设计", "Benefits and coupons"), 3, "crm", {
      priority: "high",
      budget: "offers",
    }),
    task("margin", "design", t("毛利与核销测算", "Margin and redemption estimate"), 2, "analyst"),
    task("copy", "design", t("分人群文案", "Copy for each group"), 3, "copywriter"),
    task("visuals", "design", t("活动页与海报", "Page and posters"), 4, "designer", { budget: "creative" }),
    task("consent", "design", t("触达同意与频控检查", "Check consent and contact limits"), 1, "crm", {
      priority: "urgent",
    }),
    task("coupons", "design", t("券批次创建与测试", "Create and test coupons"), 2, "crm"),
    task("wechat_push", "reach", t("企微社群与一对一触达", "WeChat groups and one-to-one"), 3, "crm", {
      ...WECHAT,
      budget: "reach",
    }),
    task("sms_push", "reach", t("短信触达", "SMS"), 1, "crm", { ...SMS, budget: "reach" }),
    task("tmall_push", "reach", t("天猫会员中心投放", "Tmall member centre"), 2, "crm", { ...TMALL, budget: "reach" }),
    task("store_push", "reach", t("导购邀约到店", "Personal invitations to stores"), 3, "store", STORE),
    task("service_brief", "reach", t("客服口径与排班", "Service answers and roster"), 2, "service", {
      budget: "service",
    }),
    task("member_day", "day", t("会员日", "Member day"), 0, "manager"),
    task("operate", "day", t("活动值守与补触达", "Operate and remind"), 3, "crm", { priority: "high" }),
    task("watch", "day", t("核销与库存监控", "Watch redemption and stock"), 3, "analyst"),
    task("compare", "review", t("对照组增量评估", "Uplift against the control group"), 3, "analyst"),
    task("retro", "review", t("项目复盘", "Retrospective"), 2, "manager"),
    task("closed", "review", t("结项", "Closed"), 0, "manager"),
  ],
  links: [
    ...chain(
      "rfm > segments > benefits > margin > coupons > consent > wechat_push > member_day > operate > compare > retro > closed",
    ),
    ...chain("benefits > copy > visuals > wechat_push"),
    ...chain("consent > sms_push > member_day"),
    ...chain("visuals > tmall_push > member_day"),
    ...chain("consent > store_push > member_day"),
    ...chain("copy > service_brief > member_day"),
    ...chain("visuals > member_day"),
    link("member_day", "watch", "SS", 0),
    ...chain("watch > compare"),
  ],
  kpis: [
    kpi("repurchase_rate", t("提升复购率", "Raise the repurchase rate"), "strategy", 3, 14),
    kpi("gmv", t("会员销售额达标", "Reach member sales"), "business", 2, 3, "-3:60 0:560 1:780"),
    kpi("orders_per_buyer", t("提升人均订单数", "Raise orders per buyer"), "operation", 1, 14),
    kpi("refund_rate", t("退款率不升高", "Keep refunds down"), "operation", 1, 14),
  ],
  budget: [
    line("offers", t("权益与优惠券", "Benefits and coupons"), "offer", 620),
    line("reach", t("触达费用", "Contact"), "media", 200),
    line("creative", t("创意与制作", "Creative and production"), "creative", 100),
    line("service", t("客服补贴", "Service"), "operation", 30),
    reserveLine(50),
  ],
  approval: INITIATION_FLOW,
  brief: BRIEF,
  risks: [
    risk(
      t("过度打扰引发退订", "Too many messages, people leave"),
      "reputation",
      "medium",
      "medium",
      t("单人 7 天内不超过 2 次", "At most two within seven days"),
    ),
    risk(
      t("券被羊毛党套利", "Coupons are exploited"),
      "fraud",
      "medium",
      "high",
      t("限会员、限一人一次、设总量", "Members only, once each, capped"),
    ),
  ],
  readiness: readiness(
    t("人群与对照组已锁定", "Groups are locked"),
    t("券可领可核", "Coupons can be taken and redeemed"),
    t("客服与门店已知会", "Service and stores know"),
    t("分人群素材已过审", "Material for each group is approved"),
    t("增量评估口径已定", "The measure of uplift is agreed"),
  ),
  defaultChannels: ["wechat", "sms", "tmall", "store"],
};
