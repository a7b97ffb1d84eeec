import type { ProjectTemplate } from "../template.ts";
import { BRIEF, chain, INITIATION_FLOW, kpi, line, link, ROLES, reserveLine, t, task } from "./build.ts";

const TMALL = { channels: ["tmall"] };
const DOUYIN = { channels: ["douyin"] };
const RED = { channels: ["xiaohongshu"] };
const WECHAT = { channels: ["wechat"] };
const JD = { channels: ["jd"] };

/** 电商大促: everything hangs on the promo day; about ten weeks of preparation. */
export const ECOMMERCE_PROMO: ProjectTemplate = {
  key: "ecommerce_promo",
  name: t("电商大促", "E-commerce promotion"),
  description: t(
    "618、双11、年货节等平台大促：蓄水、预售、爆发、返场。",
    "Platform promotions such as 618 or Double 11: build-up, presale, peak, encore.",
  ),
  color: "#E8590C",
  version: 1,
  anchorTask: "burst_open",
  roles: [
    ROLES.manager,
    ROLES.planner,
    ROLES.designer,
    ROLES.copywriter,
    ROLES.media,
    ROLES.operator,
    ROLES.analyst,
    ROLES.service,
    ROLES.legal,
  ],
  phases: [
    { key: "plan", name: t("策划期", "Planning") },
    { key: "prepare", name: t("筹备期", "Preparation") },
    { key: "seed", name: t("蓄水种草", "Build-up") },
    { key: "presale", name: t("预售期", "Presale") },
    { key: "burst", name: t("爆发期", "Peak") },
    { key: "after", name: t("返场与复盘", "Encore and review") },
  ],
  tasks: [
    task("review_last", "plan", t("复盘上次大促数据", "Review the last promotion"), 3, "analyst"),
    task("strategy", "plan", t("制定大促策略与目标", "Set strategy and goals"), 4, "manager", { priority: "high" }),
    task("assortment", "plan", t("选品与货盘规划", "Choose products and plan the assortment"), 5, "operator", {
      priority: "high",
    }),
    task("pricing", "plan", t("价格与促销机制设计", "Set prices and promotion mechanics"), 4, "operator", {
      priority: "high",
      checklist: [t("核对全渠道最低价", "Check the lowest price over all channels"), t("毛利测算", "Work out margins")],
    }),
    task("brief", "plan", t("大促营销简报定稿", "Final marketing brief"), 2, "planner"),
    task("plan_ok", "plan", t("方案冻结", "Plan frozen"), 0, "manager"),
    task("kv_concept", "prepare", t("主视觉 KV 创意", "Key visual concept"), 4, "designer", { budget: "creative" }),
    task("kv_final", "prepare", t("主会场 KV 定稿", "Final key visual"), 4, "designer", {
      priority: "high",
      budget: "creative",
    }),
    task("copy", "prepare", t("卖点文案与话术", "Selling points and scripts"), 4, "copywriter"),
    task("detail_pages", "prepare", t("商品详情页改版", "Rework product pages"), 6, "designer", { budget: "creative" }),
    task("videos", "prepare", t("短视频拍摄与剪辑", "Shoot and cut short videos"), 8, "designer", {
      budget: "creative",
    }),
    task("venue_pages", "prepare", t("会场与店铺首页装修", "Venue pages and shop front"), 4, "designer", {
      budget: "creative",
    }),
    task("legal_check", "prepare", t("素材与文案合规审核", "Compliance check of material and copy"), 2, "legal", {
      priority: "urgent",
      checklist: [
        t("无绝对化用语", "No absolute claims"),
        t("划线价与满减有依据", "Reference prices and discounts have proof"),
        t("赠品与抽奖规则完整", "Rules of gifts and draws are complete"),
      ],
    }),
    task("media_plan", "prepare", t("投放计划与预算分配", "Media plan and budget split"), 3, "media", {
      priority: "high",
    }),
    task("stock", "prepare", t("备货与库存锁定", "Stock up and lock inventory"), 15, "operator", {
      priority: "urgent",
    }),
    task("logistics", "prepare", t("仓配打包与物流预案", "Warehouse packing and shipping plan"), 4, "service", {
      budget: "service",
    }),
    task("service_train", "prepare", t("客服培训与排班", "Train and roster customer service"), 4, "service"),
    task("tracking", "prepare", t("链接与埋点配置", "Set up links and tracking"), 3, "analyst", { priority: "high" }),
    task("tmall_signup", "prepare", t("天猫会场报名与提报", "Sign up for the Tmall venue"), 5, "operator", {
      ...TMALL,
      priority: "high",
    }),
    task("jd_signup", "prepare", t("京东秒杀资源位提报", "Apply for JD flash-sale slots"), 5, "operator", JD),
    task("red_notes", "seed", t("小红书种草笔记首批", "First batch of Xiaohongshu notes"), 10, "media", {
      ...RED,
      budget: "media_xiaohongshu",
    }),
    task("red_notes_2", "seed", t("小红书第二批与聚光投放", "Second batch with paid boost"), 8, "media", {
      ...RED,
      budget: "media_xiaohongshu",
    }),
    task("douyin_content", "seed", t("抖音达人混剪与投流", "Douyin creator cuts and paid boost"), 9, "media", {
      ...DOUYIN,
      budget: "media_douyin",
    }),
    task(
      "douyin_script",
      "seed",
      t("抖音直播间话术与福袋机制", "Douyin live script and giveaways"),
      5,
      "copywriter",
      DOUYIN,
    ),
    task("wechat_warm", "seed", t("社群与公众号预热", "Warm up groups and official account"), 6, "operator", {
      ...WECHAT,
      budget: "media_wechat",
    }),
    task("members", "seed", t("会员分层与专享券", "Member tiers and exclusive coupons"), 4, "operator", {
      budget: "offers",
    }),
    task("ab_test", "presale", t("详情页 A/B 测试", "Product page A/B test"), 5, "analyst"),
    task("presale_open", "presale", t("预售开启", "Presale opens"), 0, "manager"),
    task("presale_push", "presale", t("预售付定与加购冲刺", "Deposits and add-to-cart push"), 6, "operator", {
      budget: "media_tmall",
    }),
    task("jd_push", "presale", t("京东站内预售投放", "Presale media on JD"), 6, "media", { ...JD, budget: "media_jd" }),
    task("rehearsal", "presale", t("全链路压测与演练", "Load test and full rehearsal"), 2, "manager", {
      priority: "urgent",
      checklist: [
        t("价格核对", "Check prices"),
        t("库存核对", "Check stock"),
        t("优惠券核对", "Check coupons"),
        t("客服话术核对", "Check service scripts"),
      ],
    }),
    task("burst_open", "burst", t("爆发日", "Promo day"), 0, "manager"),
    task("burst_ops", "burst", t("爆发期值守与实时调控", "Duty and live control"), 3, "operator", {
      priority: "urgent",
      budget: "media_tmall",
    }),
    task("burst_media", "burst", t("爆发期投放加码", "Media push at the peak"), 3, "media", {
      priority: "high",
      budget: "media_tmall",
    }),
    task("daily_report", "burst", t("每日战报", "Daily results report"), 3, "analyst"),
    task("encore", "after", t("返场促销", "Encore sale"), 3, "operator", { budget: "offers" }),
    task("fulfil", "after", t("发货与售后跟进", "Fulfilment and after-sales"), 10, "service", { budget: "service" }),
    task("settle", "after", t("费用结算", "Settle the expenses"), 5, "manager"),
    task("retro", "after", t("项目复盘", "Retrospective"), 3, "manager"),
    task("closed", "after", t("结项", "Closed"), 0, "manager"),
  ],
  links: [
    ...chain(
      "review_last > strategy > assortment > pricing > brief > plan_ok > kv_concept > kv_final > detail_pages > ab_test > presale_push > rehearsal > burst_open",
    ),
    ...chain("plan_ok > copy > videos > douyin_content > presale_open > presale_push"),
    ...chain("pricing > stock > logistics > rehearsal"),
    ...chain("plan_ok > tmall_signup"),
    ...chain("plan_ok > jd_signup"),
    // the platforms look through what was handed in
    link("tmall_signup", "presale_open", "FS", 5),
    link("jd_signup", "presale_open", "FS", 5),
    ...chain("plan_ok > media_plan > red_notes"),
    ...chain("media_plan > douyin_content"),
    ...chain("kv_final > venue_pages > legal_check"),
    ...chain("detail_pages > legal_check > presale_open"),
    ...chain("copy > legal_check"),
    ...chain("presale_open > jd_push > burst_open"),
    ...chain("copy > red_notes > red_notes_2 > presale_open"),
    ...chain("copy > douyin_script > presale_open"),
    ...chain("kv_final > wechat_warm > members > presale_open"),
    ...chain("detail_pages > tracking > presale_open"),
    ...chain("copy > service_train > rehearsal"),
    ...chain("burst_open > burst_ops > encore > settle > retro > closed"),
    link("burst_open", "fulfil", "SS", 1),
    ...chain("fulfil > retro"),
    link("burst_open", "burst_media", "SS", 0),
    link("burst_open", "daily_report", "SS", 0),
    ...chain("burst_media > encore"),
    ...chain("daily_report > retro"),
  ],
  kpis: [
    kpi("gmv", t("大促销售额达标", "Reach the sales target"), "strategy", 3, 3, "-21:20 -11:80 -1:220 0:620 1:760"),
    kpi("orders", t("订单数达标", "Reach the number of orders"), "business", 1, 3, "-21:20 -11:60 -1:180 0:600 1:760"),
    kpi("aov", t("提升客单价", "Raise the average order value"), "business", 1, 3),
    kpi("new_buyers", t("新客数达标", "Win new customers"), "business", 1, 3, "-21:40 -11:120 -1:260 0:650 1:790"),
    kpi("roas", t("投放回报不低于目标", "Keep the return on ad spend"), "operation", 2, 3),
    kpi("ctr", t("素材点击率提升", "Raise the click-through rate"), "operation", 1, 3),
  ],
  budget: [
    line("media_tmall", t("天猫站内投放", "Tmall media"), "media", 260, "tmall"),
    line("media_jd", t("京东站内投放", "JD media"), "media", 100, "jd"),
    line("media_douyin", t("抖音投流", "Douyin media"), "media", 180, "douyin"),
    line("media_xiaohongshu", t("小红书种草", "Xiaohongshu seeding"), "media", 130, "xiaohongshu"),
    line("media_wechat", t("微信私域", "WeChat private traffic"), "media", 50, "wechat"),
    line("offers", t("优惠券与赠品", "Coupons and gifts"), "offer", 120),
    line("creative", t("创意与制作", "Creative and production"), "creative", 90),
    line("service", t("客服与物流补贴", "Service and logistics"), "operation", 20),
    reserveLine(50),
  ],
  approval: INITIATION_FLOW,
  brief: BRIEF,
  risks: [
    {
      name: t("爆款缺货", "Best-seller out of stock"),
      category: "operational",
      probability: "medium",
      impact: "high",
      response: t("设安全库存与替代款，T-7 日核对", "Safety stock and a substitute; check at T-7"),
    },
    {
      name: t("全渠道价格冲突", "Price conflict between channels"),
      category: "market",
      probability: "medium",
      impact: "high",
      response: t("上线前跑一次到手价比对", "Compare payable prices before launch"),
    },
    {
      name: t("投放超支", "Media overspend"),
      category: "budget",
      probability: "medium",
      impact: "medium",
      response: t("按日看节奏，预备金须审批", "Watch the daily pace; the reserve needs approval"),
    },
    {
      name: t("广告法违禁词", "Forbidden advertising claims"),
      category: "legal",
      probability: "low",
      impact: "high",
      response: t("文案过审后才能上线", "No copy goes live unchecked"),
    },
  ],
  readiness: [
    { dimension: "strategy", item: t("目标与机制已冻结", "Goals and mechanics are frozen") },
    { dimension: "technology", item: t("链接与埋点已验证", "Links and tracking are verified") },
    { dimension: "team", item: t("值守排班已确认", "The duty roster is confirmed") },
    { dimension: "content", item: t("全部素材已过审", "All material is approved") },
    { dimension: "data", item: t("看板与战报模板可用", "Dashboard and report work") },
  ],
  defaultChannels: ["tmall", "jd", "douyin", "xiaohongshu", "wechat"],
};
