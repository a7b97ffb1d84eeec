import type { ProjectTemplate } from "../template.ts";
import { BRIEF, chain, INITIATION_FLOW, kpi, line, ROLES, readiness, reserveLine, risk, t, task } from "./build.ts";

const RED = { channels: ["xiaohongshu"] };
const DOUYIN = { channels: ["douyin"] };
const BILIBILI = { channels: ["bilibili"] };

/** 内容种草: notes and videos by creators, tested small before the wave goes out. */
export const CONTENT_SEEDING: ProjectTemplate = {
  key: "content_seeding",
  name: t("内容种草", "Content seeding"),
  description: t(
    "小红书、抖音、B站达人种草：选人、共创、测品、放量。",
    "Seeding with creators: choose, create together, test, scale.",
  ),
  color: "#E0244C",
  version: 1,
  anchorTask: "wave_open",
  roles: [ROLES.manager, ROLES.planner, ROLES.designer, ROLES.copywriter, ROLES.media, ROLES.analyst],
  phases: [
    { key: "plan", name: t("选题与选人", "Topics and creators") },
    { key: "create", name: t("内容共创", "Creation") },
    { key: "test", name: t("小样测试", "Small test") },
    { key: "scale", name: t("放量", "Scale") },
    { key: "review", name: t("复盘", "Review") },
  ],
  tasks: [
    task("keywords", "plan", t("搜索词与痛点挖掘", "Search terms and pains"), 3, "analyst"),
    task("topics", "plan", t("选题矩阵与内容角度", "Topics and angles"), 3, "planner", { priority: "high" }),
    task("creators", "plan", t("达人筛选与报价", "Choose creators and get quotes"), 5, "media", { priority: "high" }),
    task("brief", "plan", t("达人简报与禁忌词", "Creator brief and forbidden words"), 2, "copywriter"),
    task("samples", "create", t("寄样与确认收货", "Send samples"), 4, "media", { budget: "samples" }),
    task("red_drafts", "create", t("小红书笔记初稿审核", "Review Xiaohongshu drafts"), 5, "copywriter", RED),
    task("douyin_drafts", "create", t("抖音视频初稿审核", "Review Douyin drafts"), 5, "copywriter", DOUYIN),
    task("bili_drafts", "create", t("B站视频脚本审核", "Review Bilibili scripts"), 6, "copywriter", BILIBILI),
    task("own_content", "create", t("自有账号内容制作", "Content for own accounts"), 4, "designer", {
      budget: "creative",
    }),
    task("law_check", "create", t("广告法与商单报备", "Advertising law and platform filing"), 2, "planner", {
      priority: "urgent",
    }),
    task("tracking", "create", t("监测链接与口令配置", "Tracked links and codes"), 2, "analyst"),
    task("pilot", "test", t("首批内容发布", "Publish the first batch"), 3, "media", { budget: "creators" }),
    task("read_pilot", "test", t("测试数据研判，选出爆文", "Read the test, pick winners"), 2, "analyst", {
      priority: "high",
    }),
    task("wave_open", "scale", t("放量日", "Wave day"), 0, "manager"),
    task("wave", "scale", t("第二批达人集中发布", "Second batch goes out"), 5, "media", { budget: "creators" }),
    task("boost", "scale", t("爆文加热与信息流承接", "Boost winners, catch traffic"), 10, "media", {
      priority: "high",
      budget: "boost",
    }),
    task("comments", "scale", t("评论区维护", "Look after comments"), 10, "copywriter"),
    task("settle", "review", t("达人结算", "Pay creators"), 4, "manager"),
    task("retro", "review", t("种草效果复盘", "Retrospective"), 3, "analyst"),
    task("closed", "review", t("结项", "Closed"), 0, "manager"),
  ],
  links: [
    ...chain("topics > own_content > law_check"),
    ...chain(
      "keywords > topics > creators > brief > samples > red_drafts > law_check > pilot > read_pilot > wave_open > wave > boost > settle > retro > closed",
    ),
    ...chain("samples > douyin_drafts > law_check"),
    ...chain("samples > bili_drafts > law_check"),
    ...chain("brief > tracking > pilot"),
    ...chain("wave_open > comments > retro"),
  ],
  kpis: [
    kpi("new_buyers", t("带来新客", "Win new customers"), "strategy", 2, 30, "0:60 7:300 14:600"),
    kpi("impressions", t("内容曝光达标", "Reach the impressions"), "business", 1, 21, "0:150 7:520 14:800"),
    kpi("clicks", t("点击达标", "Reach the clicks"), "business", 1, 21, "0:140 7:500 14:790"),
    kpi("cpc", t("点击成本不超目标", "Keep the cost per click"), "operation", 2, 21),
  ],
  budget: [
    line("creators", t("达人合作", "Creators"), "talent", 520),
    line("boost", t("内容加热", "Boosting"), "media", 320),
    line("samples", t("样品与物流", "Samples and postage"), "material", 70),
    line("creative", t("自有内容制作", "Own content"), "creative", 40),
    reserveLine(50),
  ],
  approval: INITIATION_FLOW,
  brief: BRIEF,
  risks: [
    risk(
      t("达人数据造假", "Faked creator figures"),
      "quality",
      "medium",
      "medium",
      t("看近 30 篇互动中位数，要求后台截图", "Look at the median of 30 posts; ask for screenshots"),
    ),
    risk(
      t("笔记被限流", "Notes are throttled"),
      "platform",
      "medium",
      "medium",
      t("走官方报备，避开导流词", "File officially; avoid words that lead away"),
    ),
  ],
  readiness: readiness(
    t("选题与禁忌词已确认", "Topics and forbidden words are agreed"),
    t("链接与口令可追踪", "Links and codes are tracked"),
    t("评论维护有人值守", "Somebody looks after comments"),
    t("首批内容已过审", "The first batch is approved"),
    t("达人数据看板可用", "Creator dashboard works"),
  ),
  defaultChannels: ["xiaohongshu", "douyin", "bilibili"],
};
