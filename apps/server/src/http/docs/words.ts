import { type Language, LOCALES, languageOf } from "@yutu/i18n";

interface DocsWords {
  readonly title: string;
  /** The page in the other language. */
  readonly other: string;
  readonly intro: (counts: { readonly version: string; readonly operations: number }) => string;
  readonly document: string;
  /** How to call; `code` marks what is typed as it stands. */
  readonly calling: (code: (text: string) => string) => string;
  readonly skip: string;
  readonly areas: string;
  readonly search: string;
  readonly find: string;
  readonly all: string;
  readonly found: (counts: { readonly count: number; readonly text: string }) => string;
  readonly nothing: string;
  readonly operation: string;
  readonly access: string;
  readonly accesses: Readonly<Record<"public" | "account", string>>;
  readonly permission: string;
  readonly refusals: string;
  readonly onlyCommon: string;
  readonly area: Readonly<Record<string, string>>;
}

/** The frame of the page; summaries of operations and titles of refusals are English in the contract. */
export const DOCS_WORDS: Readonly<Record<Language, DocsWords>> = {
  zh: {
    title: "域图 API",
    other: "English",
    intro: ({ version, operations }) => `版本 ${version}，共 ${operations} 个接口。请求与应答的完整结构见`,
    document: "OpenAPI 3.1 文档",
    calling: (code) =>
      `用会话 Cookie 登录，或带上 ${code("Authorization: Bearer yutu_…")}（令牌在“设置 → API 令牌”里创建）。拒绝以 ${code("application/problem+json")}（RFC 9457）返回：按 ${code("code")} 翻译，在 ${code("errors[].pointer")} 所指的字段旁显示。列表用 ${code("limit")} 和 ${code("cursor")} 翻页。带 ${code("Idempotency-Key")} 的 POST 可以放心重发。`,
    skip: "跳到接口列表",
    areas: "模块",
    search: "搜索接口、路径、说明或拒绝代码",
    find: "搜索",
    all: "显示全部",
    found: ({ count, text }) => `“${text}”找到 ${count} 个接口`,
    nothing: "没有匹配的接口。换个词试试，例如 task、claim 或 /assets。",
    operation: "接口",
    access: "访问",
    accesses: { public: "无需登录", account: "登录即可" },
    permission: "需要权限",
    refusals: "可能的拒绝",
    onlyCommon: "只有每个接口都可能给出的拒绝",
    area: {
      approvals: "审批",
      assets: "素材",
      budgets: "预算与报销",
      governance: "审计",
      identity: "企业与成员",
      ingestion: "数据导入",
      insights: "数据分析",
      metrics: "指标目录",
      notifications: "通知",
      projects: "项目与目标",
      retrospectives: "复盘",
      tasks: "任务",
    },
  },
  en: {
    title: "Yutu API",
    other: "中文",
    intro: ({ version, operations }) =>
      `Version ${version}, ${operations} operations. Shapes of requests and answers are in the`,
    document: "OpenAPI 3.1 document",
    calling: (code) =>
      `Sign in with a session cookie or send ${code("Authorization: Bearer yutu_…")} with an API token from Settings. Refusals are ${code("application/problem+json")} (RFC 9457): translate ${code("code")}, show ${code("errors[].pointer")} at the field. Lists page with ${code("limit")} and ${code("cursor")}. A POST with ${code("Idempotency-Key")} may be repeated safely.`,
    skip: "Skip to the operations",
    areas: "Areas",
    search: "Search operations, paths, summaries or refusals",
    find: "Search",
    all: "Show all",
    found: ({ count, text }) => `${count} operation${count === 1 ? "" : "s"} for “${text}”`,
    nothing: "No operation matches. Try another word, such as task, claim or /assets.",
    operation: "Operation",
    access: "Access",
    accesses: { public: "anybody", account: "anybody signed in" },
    permission: "needs",
    refusals: "Refusals",
    onlyCommon: "only those every operation may give",
    area: {
      approvals: "Approvals",
      assets: "Assets",
      budgets: "Budgets and claims",
      governance: "Audit",
      identity: "Workspace and people",
      ingestion: "Data import",
      insights: "Insights",
      metrics: "Metric catalogue",
      notifications: "Notifications",
      projects: "Projects and goals",
      retrospectives: "Retrospectives",
      tasks: "Tasks",
    },
  },
};

/**
 * The language of a page without an account: what the address asks for, else what the browser prefers, else Chinese.
 * @param asked value of `?lang`
 * @param accepted the header Accept-Language
 */
export function docsLanguage(asked: string | undefined, accepted: string | undefined): Language {
  const preferred = (accepted ?? "")
    .split(",")
    .map((range) => {
      const [tag = "", ...rest] = range.trim().split(";");
      const weight = rest.find((part) => part.trim().startsWith("q="))?.trim();
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
  const known = [asked ?? "", ...preferred].map((tag) => tag.toLowerCase().split("-")[0]);
  const language = known.find((tag) => LOCALES.some((locale) => languageOf(locale) === tag));
  return language === "en" ? "en" : "zh";
}
