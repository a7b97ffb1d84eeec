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

const WEIBO = { channels: ["weibo"] };
const DOUYIN = { channels: ["douyin"] };
const RED = { channels: ["xiaohongshu"] };
const BILIBILI = { channels: ["bilibili"] };
const WECHAT = { channels: ["wechat"] };

/** 品牌传播: one idea, told in waves around the day the film goes live; about ten weeks of preparation. */
export const BRAND_CAMPAIGN: ProjectTemplate = {
  key: "brand_campaign",
  name: t("品牌传播", "Brand campaign"),
  description: t(
    "品牌片、代言人官宣、主题传播：洞察、创意、制作、预热、引爆、延续。",
    "Brand films, ambassadors, theme campaigns: insight, idea, production, teaser, launch, afterglow.",
  ),
  color: "#3B4FD8",
  version: 1,
  anchorTask: "launch_day",
  roles: [
    ROLES.manager,
    ROLES.planner,
    ROLES.designer,
    ROLES.copywriter,
    ROLES.producer,
    ROLES.media,
    ROLES.pr,
    ROLES.legal,
    ROLES.analyst,
  ],
  phases: [
    { key: "insight", name: t("洞察", "Insight") },
    { key: "strategy", name: t("策略与创意", "Strategy and idea") },
    { key: "produce", name: t("制作", "Production") },
    { key: "warm", name: t("预热", "Teaser") },
    { key: "launch", name: t("引爆", "Launch") },
    { key: "sustain", name: t("延续", "Afterglow") },
    { key: "review", name: t("复盘", "Review") },
  ],
  tasks: [
    task("market_research", "insight", t("市场与竞品调研", "Market and competitor research"), 5, "analyst", {
      budget: "research",
    }),
    task("audience", "insight", t("人群洞察与画像", "Audience insight and personas"), 3, "planner", {
      budget: "research",
    }),
    task("brand_audit", "insight", t("品牌资产盘点", "Audit of brand assets"), 3, "planner"),
    task("goals", "insight", t("确定传播目标与指标", "Set goals and measures"), 2, "manager", { priority: "high" }),
    task("lift_baseline", "warm", t("品牌提升前测", "Brand survey before the campaign"), 5, "analyst", {
      budget: "research",
    }),
    task("positioning", "strategy", t("传播主张与核心信息", "Proposition and core message"), 4, "planner", {
      priority: "high",
    }),
    task("big_idea", "strategy", t("创意概念比选", "Compare and choose the idea"), 5, "planner", {
      priority: "high",
      budget: "creative",
      checklist: [t("一句话能说清", "Fits into one sentence"), t("与竞品拉开差异", "Stands apart from competitors")],
    }),
    task("channel_plan", "strategy", t("媒介组合与排期", "Media mix and schedule"), 4, "media"),
    task("kol_list", "strategy", t("达人与代言人名单", "Creators and ambassador list"), 4, "media"),
    task("brief_final", "strategy", t("传播简报定稿", "Final brief"), 2, "planner"),
    task("idea_ok", "strategy", t("创意方案冻结", "Idea frozen"), 0, "manager"),
    task("scripts", "produce", t("品牌片脚本与分镜", "Film script and storyboard"), 5, "copywriter", {
      budget: "creative",
    }),
    task("visual_identity", "produce", t("主视觉与延展规范", "Key visual and guidelines"), 6, "designer", {
      priority: "high",
      budget: "creative",
    }),
    task("contracts", "produce", t("代言与达人签约", "Sign ambassador and creators"), 5, "manager", {
      budget: "talent",
      checklist: [t("肖像权期限", "Term of image rights"), t("竞品排他条款", "Exclusivity")],
    }),
    task("shoot", "produce", t("品牌片拍摄", "Shoot the film"), 5, "producer", {
      priority: "high",
      budget: "production",
    }),
    task("edit", "produce", t("剪辑、调色与多版本", "Edit, grade and cut-downs"), 7, "producer", {
      budget: "production",
    }),
    task("posters", "produce", t("海报与社交物料", "Posters and social material"), 5, "designer", {
      budget: "creative",
    }),
    task("landing_page", "produce", t("活动落地页", "Landing page"), 6, "designer"),
    task("pr_draft", "produce", t("新闻稿与问答口径", "Press release and Q&A"), 4, "pr"),
    task("media_booking", "produce", t("媒介资源下单与锁位", "Book media slots"), 5, "media", {
      priority: "high",
      checklist: [t("退改条件", "Terms of change and cancellation"), t("刊例与折扣", "Rate card and discount")],
    }),
    task("legal_check", "produce", t("法务与广告法审核", "Legal and advertising-law check"), 3, "legal", {
      priority: "urgent",
      checklist: [
        t("无绝对化用语", "No absolute claims"),
        t("数据有出处", "Figures have sources"),
        t("音乐与字体已授权", "Music and fonts are licensed"),
      ],
    }),
    task("tracking", "produce", t("监测链接与埋点", "Tracked links and events"), 3, "analyst", { priority: "high" }),
    task("material_ok", "produce", t("物料全部过审", "All material approved"), 0, "manager"),
    task("teaser", "warm", t("悬念海报与倒计时", "Teaser posters and countdown"), 5, "media", {
      budget: "media_other",
    }),
    task("red_seed", "warm", t("小红书预热笔记", "Teaser notes on Xiaohongshu"), 6, "media", {
      ...RED,
      budget: "media_xiaohongshu",
    }),
    task("bili_seed", "warm", t("B站 UP 主内容共创", "Co-creation with Bilibili creators"), 8, "media", {
      ...BILIBILI,
      budget: "media_bilibili",
    }),
    task("press_invite", "warm", t("媒体与嘉宾邀约", "Invite press and guests"), 4, "pr", { budget: "pr" }),
    task("rehearsal", "warm", t("上线演练与应急预案", "Launch rehearsal and crisis plan"), 2, "manager", {
      priority: "urgent",
    }),
    task("launch_day", "launch", t("传播上线日", "Launch day"), 0, "manager"),
    task("film_release", "launch", t("品牌片全网首发", "Release the film"), 2, "media", {
      priority: "urgent",
      budget: "media_other",
    }),
    task("weibo_topic", "launch", t("微博话题与热搜", "Weibo hashtag and trending"), 3, "media", {
      ...WEIBO,
      budget: "media_weibo",
    }),
    task("douyin_push", "launch", t("抖音开屏与信息流", "Douyin splash screen and feed ads"), 5, "media", {
      ...DOUYIN,
      budget: "media_douyin",
    }),
    task("wechat_moments", "launch", t("朋友圈与公众号投放", "WeChat Moments and official accounts"), 4, "media", {
      ...WECHAT,
      budget: "media_wechat",
    }),
    task("pr_release", "launch", t("媒体通稿发布", "Distribute the press release"), 2, "pr", { budget: "pr" }),
    task("monitor", "launch", t("舆情监测与应对", "Monitor and answer public opinion"), 7, "pr", { priority: "high" }),
    task("ugc", "sustain", t("用户共创与二次传播", "User-generated content and second wave"), 8, "planner", {
      budget: "media_other",
    }),
    task("optimise", "sustain", t("投放优化与加推", "Optimise and boost media"), 6, "media", { budget: "media_other" }),
    task("brand_lift", "review", t("品牌提升后测", "Brand lift survey"), 5, "analyst", { budget: "research" }),
    task("settle", "review", t("费用结算", "Settle the expenses"), 5, "manager"),
    task("retro", "review", t("项目复盘", "Retrospective"), 3, "manager"),
    task("closed", "review", t("结项", "Closed"), 0, "manager"),
  ],
  links: [
    ...chain(
      "market_research > audience > positioning > big_idea > brief_final > idea_ok > scripts > shoot > edit > legal_check > material_ok > teaser > rehearsal > launch_day",
    ),
    ...chain("brand_audit > positioning"),
    ...chain("goals > positioning"),
    // asked before anybody has seen anything, with the questions that are asked afterwards
    ...chain("audience > lift_baseline > teaser"),
    ...chain("idea_ok > media_booking"),
    // splash screens and trending places are sold weeks ahead
    link("media_booking", "launch_day", "FS", 15),
    ...chain("big_idea > channel_plan > brief_final"),
    ...chain("big_idea > kol_list > brief_final"),
    ...chain("idea_ok > visual_identity > posters > legal_check"),
    ...chain("visual_identity > landing_page > tracking > material_ok"),
    ...chain("idea_ok > contracts > shoot"),
    ...chain("idea_ok > pr_draft > legal_check"),
    ...chain("material_ok > red_seed > launch_day"),
    ...chain("material_ok > bili_seed > launch_day"),
    ...chain("material_ok > press_invite > launch_day"),
    ...chain("launch_day > film_release > ugc > brand_lift > retro > closed"),
    ...chain("film_release > optimise > brand_lift"),
    ...chain("optimise > settle > retro"),
    ...["weibo_topic", "douyin_push", "wechat_moments", "pr_release", "monitor"].map((key) =>
      link("launch_day", key, "SS", 0),
    ),
    ...["weibo_topic", "douyin_push", "wechat_moments", "pr_release", "monitor"].flatMap((key) =>
      chain(`${key} > brand_lift`),
    ),
  ],
  kpis: [
    kpi("impressions", t("让目标人群看见", "Be seen by the audience"), "strategy", 2, 21, "-7:60 0:160 3:480 10:800"),
    kpi("visitors", t("把人带到活动页", "Bring people to the page"), "business", 2, 21, "-7:30 0:120 3:420 10:760"),
    kpi("link_clicks", t("链接点击达标", "Reach the number of clicks"), "operation", 1, 21, "-7:40 0:140 3:440 10:780"),
    kpi("ctr", t("创意点击率提升", "Raise the click-through rate"), "operation", 1, 21),
    kpi("cpm", t("千次展现成本不超目标", "Keep the cost per mille"), "operation", 1, 21),
  ],
  budget: [
    line("media_weibo", t("微博投放", "Weibo media"), "media", 90, "weibo"),
    line("media_douyin", t("抖音投放", "Douyin media"), "media", 170, "douyin"),
    line("media_xiaohongshu", t("小红书投放", "Xiaohongshu media"), "media", 100, "xiaohongshu"),
    line("media_bilibili", t("B站投放", "Bilibili media"), "media", 70, "bilibili"),
    line("media_wechat", t("微信投放", "WeChat media"), "media", 80, "wechat"),
    line("media_other", t("其他媒介", "Other media"), "media", 60),
    line("talent", t("代言与达人", "Ambassador and creators"), "talent", 150),
    line("production", t("影片制作", "Film production"), "creative", 120),
    line("creative", t("创意与设计", "Idea and design"), "creative", 50),
    line("pr", t("公关与媒体关系", "Press relations"), "pr", 35),
    line("research", t("调研与监测", "Research and measurement"), "research", 25),
    reserveLine(50),
  ],
  approval: INITIATION_FLOW,
  brief: BRIEF,
  risks: [
    risk(
      t("代言人负面事件", "Scandal around the ambassador"),
      "reputation",
      "low",
      "high",
      t("合同约定解约条款，备无代言人版本", "Right to withdraw; a version without the ambassador"),
    ),
    risk(
      t("创意触碰广告法", "The idea breaks advertising law"),
      "legal",
      "medium",
      "high",
      t("脚本阶段即送法务", "Legal reads the script"),
    ),
    risk(
      t("影片交付延期", "The film is late"),
      "schedule",
      "medium",
      "high",
      t("剪辑预留三天，先出短版", "Three days in hand; short cut first"),
    ),
    risk(
      t("舆情反转", "Public opinion turns"),
      "reputation",
      "low",
      "high",
      t("应急口径与停投开关提前备好", "Answers and a stop switch are ready"),
    ),
  ],
  readiness: readiness(
    t("主张与核心信息已冻结", "Proposition and message are frozen"),
    t("落地页与监测链接已验证", "Page and tracked links are verified"),
    t("值守与应急小组已确认", "Duty and crisis team are named"),
    t("全部物料已过法务", "All material has passed legal"),
    t("舆情与投放看板可用", "Dashboards work"),
  ),
  defaultChannels: ["weibo", "douyin", "xiaohongshu", "bilibili", "wechat"],
};
