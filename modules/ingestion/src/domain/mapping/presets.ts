import type { Currency } from "@yutu/kernel";
import type { DateOrder } from "../values/wall-time.ts";
import type { AdField, ImportKind, OrderField } from "./fields.ts";
import type { Synonyms } from "./synonyms.ts";

/** What is known of one platform's export. */
export interface Preset {
  readonly key: string;
  readonly kind: ImportKind;
  /** Names of the platform: data, not interface text. */
  readonly zh: string;
  readonly en: string;
  /** Channel code that the file's rows belong to; null when the file does not say. */
  readonly channel: string | null;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly dateOrder: DateOrder;
  /** Headings that tell this export from others; they win over the general synonyms. */
  readonly headings: Synonyms<OrderField> | Synonyms<AdField>;
}

const CHINA = { currency: "CNY", timeZone: "Asia/Shanghai", dateOrder: "ymd" } as const;

export const PRESETS: readonly Preset[] = [
  {
    key: "tmall-orders",
    kind: "orders",
    zh: "天猫 / 千牛 订单",
    en: "Tmall / Qianniu orders",
    channel: "tmall",
    ...CHINA,
    headings: {
      orderNo: ["订单编号"],
      orderedAt: ["订单付款时间", "订单创建时间"],
      customerId: ["买家会员名"],
      amount: ["买家实际支付金额", "买家实付金额"],
      quantity: ["宝贝总数量", "购买数量"],
      productName: ["宝贝标题", "标题"],
      sku: ["外部系统编号", "商家编码"],
      lineNo: ["子订单编号"],
      refund: ["退款金额"],
    },
  },
  {
    key: "jd-orders",
    kind: "orders",
    zh: "京东 订单",
    en: "JD orders",
    channel: "jd",
    ...CHINA,
    headings: {
      orderNo: ["订单号"],
      orderedAt: ["付款确认时间", "下单时间"],
      sku: ["商品ID", "SKU编码"],
      quantity: ["订购数量"],
      unitPrice: ["京东价"],
      amount: ["应付金额", "结算金额"],
      customerId: ["下单帐号"],
      region: ["客户地址省份"],
    },
  },
  {
    key: "online-retail",
    kind: "orders",
    zh: "Online Retail 示例",
    en: "Online Retail sample",
    channel: "website",
    currency: "GBP",
    timeZone: "Europe/London",
    dateOrder: "mdy",
    headings: {
      orderNo: ["InvoiceNo", "Invoice"],
      sku: ["StockCode"],
      productName: ["Description"],
      quantity: ["Quantity"],
      orderedAt: ["InvoiceDate"],
      unitPrice: ["UnitPrice", "Price"],
      customerId: ["CustomerID", "Customer ID"],
      region: ["Country"],
    },
  },
  {
    key: "ocean-engine",
    kind: "ads",
    zh: "巨量引擎",
    en: "Ocean Engine (Douyin)",
    channel: "douyin",
    ...CHINA,
    headings: {
      date: ["时间-天", "日期"],
      account: ["账户名称", "广告主"],
      campaign: ["项目名称", "广告组名称"],
      adGroup: ["广告名称", "计划名称"],
      spend: ["消耗"],
      impressions: ["展示数"],
      clicks: ["点击数"],
      conversions: ["转化数"],
      leads: ["表单提交数"],
    },
  },
  {
    key: "tencent-ads",
    kind: "ads",
    zh: "腾讯广告",
    en: "Tencent Ads",
    channel: "wechat",
    ...CHINA,
    headings: {
      date: ["日期"],
      account: ["账户名称", "账号ID"],
      campaign: ["推广计划名称", "营销计划"],
      adGroup: ["广告名称"],
      ad: ["创意名称"],
      spend: ["花费"],
      impressions: ["曝光次数", "曝光量"],
      clicks: ["点击次数", "点击量"],
      conversions: ["目标转化量"],
      conversionValue: ["下单金额"],
    },
  },
  {
    key: "xiaohongshu-ads",
    kind: "ads",
    zh: "小红书 聚光",
    en: "Xiaohongshu Ads",
    channel: "xiaohongshu",
    ...CHINA,
    headings: {
      date: ["时间", "日期"],
      account: ["账户名称"],
      campaign: ["计划名称", "计划"],
      adGroup: ["单元名称", "单元"],
      ad: ["笔记ID", "创意名称"],
      spend: ["消费"],
      impressions: ["展现量"],
      clicks: ["点击量"],
      leads: ["私信留资数", "表单提交"],
    },
  },
  {
    key: "jd-ads",
    kind: "ads",
    zh: "京东 京准通",
    en: "JD Ads (Jingzhuntong)",
    channel: "jd",
    ...CHINA,
    headings: {
      date: ["日期"],
      campaign: ["推广计划名称", "计划名称"],
      adGroup: ["推广单元名称", "单元名称"],
      ad: ["推广创意名称", "创意名称"],
      spend: ["总费用", "花费"],
      impressions: ["展现数"],
      clicks: ["点击数"],
      conversions: ["总订单行"],
      conversionValue: ["总订单金额"],
    },
  },
  {
    key: "alimama",
    kind: "ads",
    zh: "阿里妈妈 万相台",
    en: "Alimama",
    channel: "tmall",
    ...CHINA,
    headings: {
      date: ["日期"],
      campaign: ["计划名字", "计划名称"],
      adGroup: ["单元名字", "单元名称"],
      ad: ["主体名称", "创意名字"],
      spend: ["花费"],
      impressions: ["展现量"],
      clicks: ["点击量"],
      conversions: ["总成交笔数"],
      conversionValue: ["总成交金额"],
    },
  },
  {
    key: "google-ads",
    kind: "ads",
    zh: "Google Ads",
    en: "Google Ads",
    channel: "other",
    currency: "USD",
    timeZone: "UTC",
    dateOrder: "mdy",
    headings: {
      date: ["Day", "Date"],
      account: ["Account name", "Customer ID"],
      campaign: ["Campaign"],
      adGroup: ["Ad group"],
      ad: ["Ad name"],
      spend: ["Cost"],
      impressions: ["Impr.", "Impressions"],
      clicks: ["Clicks"],
      conversions: ["Conversions"],
      conversionValue: ["Conv. value"],
      currency: ["Currency code"],
    },
  },
  {
    key: "meta-ads",
    kind: "ads",
    zh: "Meta Ads",
    en: "Meta Ads",
    channel: "other",
    currency: "USD",
    timeZone: "UTC",
    dateOrder: "mdy",
    headings: {
      date: ["Day", "Reporting starts"],
      account: ["Account name"],
      campaign: ["Campaign name"],
      adGroup: ["Ad set name"],
      ad: ["Ad name"],
      spend: ["Amount spent"],
      impressions: ["Impressions"],
      clicks: ["Link clicks", "Clicks (all)"],
      conversions: ["Purchases", "Results"],
      conversionValue: ["Purchases conversion value"],
      currency: ["Currency"],
    },
  },
  {
    key: "generic-orders",
    kind: "orders",
    zh: "其他订单表",
    en: "Other orders",
    channel: null,
    ...CHINA,
    headings: {},
  },
  {
    key: "generic-ads",
    kind: "ads",
    zh: "其他投放报表",
    en: "Other ad reports",
    channel: null,
    ...CHINA,
    headings: {},
  },
];

export const presetByKey = (key: string): Preset | undefined => PRESETS.find((preset) => preset.key === key);
